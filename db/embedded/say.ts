/** One line for whoever runs Doorstep; standard output belongs to the commands. */
export const say = (line: string): void => {
  process.stderr.write(`doorstep: ${line}\n`)
}
