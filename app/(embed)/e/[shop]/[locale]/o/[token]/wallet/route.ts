export { GET } from '@/app/(shop)/[shop]/[locale]/o/[token]/wallet/route'
