export { showTableFile as GET } from '@/app/_server/pages/check-in/table-file'
