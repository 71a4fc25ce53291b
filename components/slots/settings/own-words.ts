import { z } from 'zod'
import { text } from './text'

/** The merchant's own words for what we say otherwise. */
export const ownWords = z.strictObject({ title: text(120), text: text(400) })
