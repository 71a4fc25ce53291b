export { showLastDay as GET } from '@/app/_server/pages/return/last-day'
