import { entry } from '@/app/_server/pages/entry'

export const GET = entry('embedded')
