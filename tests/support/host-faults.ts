import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))
const PACKAGE = `${root}packed/`
const SHOP = `${root}shop/`

/** Stylesheets are the business of the host's own tools. */
const STYLES = "declare module '*.css'"

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  types: [],
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  jsx: ts.JsxEmit.ReactJSX,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  paths: { 'doorstep/*': [`${PACKAGE}*`] },
}

/**
 * What TypeScript has against the files of a shop that has installed the package, and against the package's own types; both live
 * in memory, by their names.
 */
export function hostFaults(library: ReadonlyMap<string, string>, shop: Record<string, string>): string[] {
  const texts = new Map([
    ...[...library].map(([path, text]) => [PACKAGE + path, text] as const),
    ...Object.entries({ ...shop, 'styles.d.ts': STYLES }).map(([path, text]) => [SHOP + path, text] as const),
  ])
  const host = ts.createCompilerHost(OPTIONS)
  const { readFile, fileExists, directoryExists, getSourceFile } = host
  host.fileExists = (path) => texts.has(path) || fileExists(path)
  host.directoryExists = (path) => [PACKAGE, SHOP].includes(`${path}/`) || (directoryExists?.(path) ?? true)
  host.readFile = (path) => texts.get(path) ?? readFile(path)
  host.getSourceFile = (path, version, ...rest) => {
    const text = texts.get(path)
    return text === undefined
      ? getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, text, version, true)
  }
  const program = ts.createProgram(
    [...texts.keys()].filter((path) => /\.tsx?$/.test(path)),
    OPTIONS,
    host,
  )
  return [...texts.keys()].flatMap((path) => {
    const file = program.getSourceFile(path)
    const faults = file
      ? [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
      : []
    return faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  })
}
