import { spawn } from 'node:child_process'

/** `npm run dev`: the development server, beside it the styles and islands, compiled anew when they change. */
const assets = spawn(process.execPath, ['--import', 'tsx', 'scripts/build-assets.ts', '--watch'], {
  stdio: 'inherit',
})
process.on('exit', () => assets.kill())
process.argv.push('--dev')
await import('./serve')
