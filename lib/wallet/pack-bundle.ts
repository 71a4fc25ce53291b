import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'

/** The files of a bundle by their names in it. */
export type BundleFiles = Readonly<Record<string, Uint8Array>>

/** Names every file with its SHA-256, as Wallet checks them. */
export const manifestOf = (files: BundleFiles): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    JSON.stringify(
      Object.fromEntries(
        Object.entries(files).map(([name, content]) => [
          name,
          createHash('sha256').update(content).digest('hex'),
        ]),
      ),
    ),
  )

/** A signed bundle: its files, the manifest and its signature in one ZIP. */
export const packBundle = (
  files: BundleFiles,
  manifest: Uint8Array,
  signature: Uint8Array,
): Uint8Array<ArrayBuffer> => new Uint8Array(zipSync({ ...files, 'manifest.json': manifest, signature }))
