export { showLabel as GET } from '@/app/_server/pages/return/label-file'
