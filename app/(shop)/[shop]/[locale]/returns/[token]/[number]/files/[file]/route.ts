export { showReturnFile as GET } from '@/app/_server/pages/return/show-file'
