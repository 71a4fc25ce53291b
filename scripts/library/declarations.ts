import { join } from 'node:path'
import ts from 'typescript'

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  resolveJsonModule: true,
  declaration: true,
  emitDeclarationOnly: true,
  types: ['node'],
}

/** What TypeScript says of our sources: a path without its ending → its declarations. */
function emitted(root: string, entry: string): Map<string, string> {
  const program = ts.createProgram([entry], {
    ...OPTIONS,
    paths: { '@/*': [join(root, '*')] },
    rootDir: root,
    outDir: root,
  })
  const texts = new Map<string, string>()
  program.emit(undefined, (path, text) => texts.set(path, text), undefined, true)
  return texts
}

/** A program over declarations that exist in memory alone. */
function programOf(root: string, entry: string, texts: Map<string, string>): ts.Program {
  const options = { ...OPTIONS, paths: { '@/*': [join(root, '*')] }, noEmit: true }
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  // The sources themselves must not be found: their declarations stand beside them.
  const isSource = (path: string) => texts.has(path.replace(/\.tsx?$/, '.d.ts')) && !path.endsWith('.d.ts')
  host.fileExists = (path) => texts.has(path) || (!isSource(path) && fileExists(path))
  host.readFile = (path) => texts.get(path) ?? readFile(path)
  host.getSourceFile = (path, version, ...rest) => {
    const text = texts.get(path)
    return text === undefined
      ? getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, text, version, true)
  }
  return ts.createProgram([entry], options, host)
}

const FLAGS =
  ts.TypeFormatFlags.NoTruncation |
  ts.TypeFormatFlags.InTypeAlias |
  ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType

const isLiterals = (type: ts.Type): boolean =>
  type.isUnion() ? type.types.every((each) => each.isStringLiteral()) : type.isStringLiteral()

/** `export type { A } from './a'` and `import type { A } from './a'` say the same: whose declaration it is. */
const targetOf = (checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol

/** The statement that declares something. */
function statementOf(symbol: ts.Symbol): ts.Statement | undefined {
  let node: ts.Node | undefined = symbol.declarations?.[0]
  while (node && !(ts.isStatement(node) && ts.isSourceFile(node.parent))) node = node.parent
  return node && ts.isStatement(node) ? node : undefined
}

/**
 * The types of one entry in one file that needs nothing of ours beside it: the exported declarations, what they are made of, and
 * the imports of the host's own packages. `source` is the entry's path below `root`.
 */
export function declarationsOf(root: string, source: string): string {
  const texts = emitted(root, join(root, source))
  const entry = join(root, source).replace(/\.tsx?$/, '.d.ts')
  const program = programOf(root, entry, texts)
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(entry)
  const module = file && checker.getSymbolAtLocation(file)
  if (!module) throw new Error(`${source} exports nothing`)

  const printed = new Map<ts.Statement, string>()
  const imports = new Map<string, Set<string>>()

  function include(symbol: ts.Symbol): void {
    const statement = statementOf(symbol)
    if (!statement || printed.has(statement) || !texts.has(statement.getSourceFile().fileName)) return
    if (ts.isTypeAliasDeclaration(statement)) {
      const type = checker.getTypeAtLocation(statement)
      if (isLiterals(type)) {
        printed.set(
          statement,
          `type ${statement.name.text} = ${checker.typeToString(type, undefined, FLAGS)};`,
        )
        return
      }
    }
    printed.set(
      statement,
      statement
        .getFullText()
        .trim()
        .replace(/^export (?=declare|type)/m, ''),
    )
    collect(statement)
  }

  function collect(node: ts.Node): void {
    ts.forEachChild(node, collect)
    if (!ts.isIdentifier(node)) return
    const symbol = checker.getSymbolAtLocation(node)
    if (!symbol) return
    const imported = symbol.declarations?.[0]
    if (imported && ts.isImportSpecifier(imported)) {
      const from = imported.parent.parent.parent.moduleSpecifier.getText().slice(1, -1)
      if (!/^(@\/|\.)/.test(from)) {
        imports.set(from, (imports.get(from) ?? new Set()).add(imported.getText().replace(/^type /, '')))
        return
      }
    }
    include(targetOf(checker, symbol))
  }

  const exported = checker.getExportsOfModule(module)
  for (const symbol of exported) include(targetOf(checker, symbol))
  const names = exported.map((symbol) => symbol.name)
  const isValue = (name: string) =>
    exported.some((symbol) => symbol.name === name && targetOf(checker, symbol).flags & ts.SymbolFlags.Value)
  const head = [...imports].map(([from, what]) => `import type { ${[...what].join(', ')} } from '${from}';`)
  const tail = `export { ${names.map((name) => (isValue(name) ? name : `type ${name}`)).join(', ')} };`
  return `${[...head, ...printed.values(), tail].join('\n')}\n`
}
