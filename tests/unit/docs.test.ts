import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { operations } from '@/lib/api/operations'
import { FACT_NAMES } from '@/lib/returns/policy/fact-names'
import { FINDINGS } from '@/lib/returns/policy/lint/finding'
import { VERBS } from '@/scripts/run-verb'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

const BELOW_DOCS = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => `docs/${path}`)
const DOCUMENTS = ['README.md', 'CHANGELOG.md', 'tests/fixtures/policies/README.md', ...BELOW_DOCS]
const README = read('README.md')
const EVERYTHING = DOCUMENTS.map(read).join('\n')

const withoutCode = (text: string): string =>
  text.replace(/^ *```[\s\S]*?^ *```/gm, '').replace(/`[^`\n]*`/g, '')

/** Targets of links and images, in Markdown as in HTML. */
const linksIn = (text: string): string[] =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)|(?:href|src)="([^"]+)"/g)].map(
    ([, written, attribute]) => written ?? attribute ?? '',
  )

/** A heading's anchor, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

const anchorsIn = (path: string): string[] =>
  [
    ...readFileSync(path, 'utf8')
      .replace(/^ *```[\s\S]*?^ *```/gm, '')
      .matchAll(/^#{1,6} (.+)$/gm),
  ].map(([, heading = '']) => anchorOf(heading))

/** Why a link of a document leads nowhere; null where it leads somewhere, or out. */
function fault(document: string, link: string): string | null {
  if (/^[a-z]+:/.test(link)) return null
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? join(ROOT, document) : resolve(dirname(join(ROOT, document)), path)
  if (relative(ROOT, target).startsWith('..') || !existsSync(target)) return `${link}: no such file`
  if (anchor === undefined || anchorsIn(target).includes(anchor)) return null
  return `${link}: no such heading`
}

/** Names of the environment's settings, from the one place that parses them. */
const SETTINGS = [...read('lib/env.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name = '']) => name)

const scriptsSchema = z.object({ scripts: z.record(z.string(), z.string()) })
const SCRIPTS = Object.keys(scriptsSchema.parse(JSON.parse(read('package.json'))).scripts)

const OPERATIONS = operations({ endpoint: z.unknown(), host: z.unknown() })

/** Braces differ in their names only: `{number}`, `{n}`. */
const shapeOf = (path: string): string => path.replace(/\{[^}]*\}/g, '{}')

describe('the documents', () => {
  it.each(DOCUMENTS)('%s has no link that leads nowhere', (document) => {
    expect(linksIn(read(document)).flatMap((link) => fault(document, link) ?? [])).toEqual([])
  })

  it('are looked through for links that lead nowhere', () => {
    expect(linksIn('[a](docs/api.md#errors), ![b](c.png) and `[not](this)`')).toEqual([
      'docs/api.md#errors',
      'c.png',
    ])
    expect(fault('README.md', 'docs/api.md#errors')).toBeNull()
    expect(fault('docs/api.md', '#parcels')).toBeNull()
    expect(fault('docs/api.md', '#cheese')).toContain('no such heading')
    expect(fault('docs/returns/api.md', 'cheese.md')).toContain('no such file')
    expect(fault('README.md', '../elsewhere.md')).toContain('no such file')
  })

  it('are all reached from the README by links', () => {
    const reached = new Set(['README.md'])
    for (const document of reached)
      for (const link of linksIn(read(document)))
        if (!/^[a-z]+:/.test(link)) {
          const target = relative(ROOT, resolve(dirname(join(ROOT, document)), link.split('#')[0] ?? ''))
          if (target.endsWith('.md')) reached.add(target)
        }
    const isDecision = (path: string) => path.startsWith('docs/adr/')
    expect(BELOW_DOCS.filter((path) => !reached.has(path) && !isDecision(path))).toEqual([])
  })

  it('name every setting of the environment, in the README and in .env.example', () => {
    expect(SETTINGS).toContain('DOORSTEP_SECRET')
    expect(SETTINGS.filter((name) => !README.includes(`| \`${name}\` |`))).toEqual([])
    const example = read('.env.example')
    expect(SETTINGS.filter((name) => !example.includes(`#${name}=`))).toEqual([])
    const named = [...example.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name)
    expect(named.filter((name) => !SETTINGS.some((setting) => setting === name))).toEqual([])
  })

  it('show every verb of the command line, and none that isn’t there', () => {
    const shown = (text: string) =>
      [...text.matchAll(/npm run doorstep -- ([a-z:]+)/g)].map(([, verb = '']) => verb)
    expect([...VERBS.keys()].filter((verb) => !shown(README).includes(verb))).toEqual([])
    expect(shown(EVERYTHING).filter((verb) => verb !== 'help' && !VERBS.has(verb))).toEqual([])
  })

  it('name every command of the package, and none that isn’t there', () => {
    const named = (text: string) =>
      [...text.matchAll(/npm (?:run )?([a-z][a-z:]*)/g)].map(([, name = '']) => name)
    const readme = named(README)
    expect(SCRIPTS.filter((script) => !readme.includes(script))).toEqual([])
    const own = [...EVERYTHING.matchAll(/npm run ([a-z][a-z:]*)/g)].map(([, name = '']) => name)
    expect(own.filter((name) => !SCRIPTS.includes(name))).toEqual([])
  })

  it('tell of every address of the API, and of none that isn’t there', () => {
    const known = new Set(OPERATIONS.map(({ path }) => shapeOf(path)))
    const written = [...EVERYTHING.matchAll(/\/api\/v1\/[\w{}/.-]*[\w}]/g)].map(([path]) => shapeOf(path))
    const prefixes = new Set(
      [...known].flatMap((path) =>
        path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/')),
      ),
    )
    // Examples name a shop's own numbers and tokens where the description has braces.
    const matches = (path: string) =>
      [...prefixes].some((prefix) => {
        const [asked, shape] = [path.split('/'), prefix.split('/')]
        return (
          asked.length === shape.length &&
          shape.every((part, index) => part === '{}' || part === asked[index])
        )
      })
    expect(written.filter((path) => !matches(path))).toEqual([])
    // `…/approve` stands for the end of an address that a table has named before.
    const short = [...EVERYTHING.matchAll(/…(\/[\w{}/-]*[\w}])/g)].map(([, end = '']) => shapeOf(end))
    const spelled = new Set(written)
    const isTold = (path: string) => spelled.has(path) || short.some((end) => path.endsWith(end))
    expect([...known].filter((path) => path.startsWith('/api/v1/') && !isTold(path))).toEqual([])
  })

  it('explain every fact and every finding of the policy', () => {
    const policy = read('docs/returns/policy.md')
    expect(
      [...FACT_NAMES, ...Object.keys(FINDINGS)].filter((name) => !policy.includes(`\`${name}\``)),
    ).toEqual([])
  })
})
