export { showOnTable as GET, takeOnTable as POST } from '@/app/_server/pages/check-in/table'
