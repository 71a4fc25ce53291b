export { GET } from '@/app/(shop)/[shop]/[locale]/o/[token]/delivery.ics/route'
