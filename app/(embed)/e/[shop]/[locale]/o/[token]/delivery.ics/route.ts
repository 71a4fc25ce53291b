export { showCalendar as GET } from '@/app/_server/order-calendar'
