import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { EMBED_VERSION } from '@/lib/embed/element/version'
import { bundleElement } from '@/scripts/embed/bundle-element'

const MOST_BYTES = 3000
const root = fileURLToPath(new URL('../../..', import.meta.url))

let script = ''
beforeAll(async () => {
  script = await bundleElement(root)
})

describe('the script that shops load', () => {
  it('weighs at most 3,000 bytes', () => {
    expect(brotliCompressSync(script).byteLength).toBeLessThanOrEqual(MOST_BYTES)
  })

  it.each([
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc/,
    /\beval\b|new Function|setTimeout\(["'`]/,
    /["'`]\*["'`]/,
    /\.onmessage\s*=(?!\s*\()/,
    /addEventListener\("message"/,
    /localStorage|sessionStorage|indexedDB|document\.cookie/,
    /\bimport\s*[("'`]|\bfetch\b|XMLHttpRequest|sendBeacon/,
    /createElement\("script"/,
  ])('has nothing like %s in it', (pattern) => {
    expect(script).not.toMatch(pattern)
  })

  it('has no name in it that ad-blockers eat', () => {
    expect(script).not.toMatch(/track|trace|collect|pixel|beacon|analytic|stats|impression|banner/i)
  })

  it('is the published file of its version: a change needs a version of its own', async () => {
    expect(await readFile(`${root}/public/embed/${EMBED_VERSION}.js`, 'utf8')).toBe(script)
  })
})
