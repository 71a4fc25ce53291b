export { showEntry as GET, takeEntry as POST } from '@/app/_server/pages/check-in/entry'
