import type { Moment } from '@/db/seed/demo/calendar'
import { aftershipBodies } from './aftership'
import { easypostBodies } from './easypost'
import { ship24Bodies } from './ship24'
import { shipengineBodies } from './shipengine'
import { shippoBodies } from './shippo'
import { standardBodies } from './standard'
import type { Story, VendorId } from './story'
import { upsBodies } from './ups'

const WRITERS = {
  aftership: aftershipBodies,
  easypost: easypostBodies,
  shipengine: shipengineBodies,
  ups: upsBodies,
  shippo: shippoBodies,
  ship24: ship24Bodies,
  standard: standardBodies,
} as const satisfies Record<VendorId, (story: Story, now: Moment) => string[]>

/** A story as its vendor would post it: one body, or several where the vendor sends one a scan. */
export const writeBodies = (story: Story, now: Moment): string[] => WRITERS[story.provider](story, now)
