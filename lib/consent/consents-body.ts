import { z } from 'zod'
import { SENT_CHANNELS } from './channel'
import { MARKETING } from './purpose'

const NOTHING_TO_ALLOW = 'only personalisation is `allowed`; a message is `given` or `confirmed`'
const NO_CHANNEL = 'a yes names one channel; only `personalisation` has none'

const consentSchema = z
  .strictObject({
    email: z.email().max(320),
    /** `confirmed`: the address itself has answered (double opt-in). */
    act: z.enum(['given', 'confirmed', 'withdrawn', 'objected', 'allowed']),
    subject: z.enum([...MARKETING, 'delivery', 'marketing', 'personalisation']),
    channel: z.enum(SENT_CHANNELS).nullable().default(null),
    at: z.iso
      .datetime({ offset: true })
      .transform((at) => new Date(at))
      .refine((at) => at.getUTCFullYear() >= 1970, 'lies before there was e-mail'),
    place: z.string().trim().min(1).max(100),
    /** The merchant's own version of the words that were read. */
    wording: z.string().trim().min(1).max(100).nullable().default(null),
    /** Under which the merchant finds the proof; it outlives the address, so it may not name it. */
    reference: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .regex(/^[^@]*$/, 'names an address'),
  })
  .superRefine(({ act, subject, channel }, context) => {
    const aboutPages = subject === 'personalisation'
    if (act === 'allowed' && !aboutPages)
      context.addIssue({ code: 'custom', path: ['act'], message: NOTHING_TO_ALLOW })
    if (act !== 'given' && act !== 'confirmed') return
    if (aboutPages || subject === 'marketing')
      context.addIssue({
        code: 'custom',
        path: ['subject'],
        message: 'a yes names one purpose: nobody consents to all advertising',
      })
    else if (channel === null) context.addIssue({ code: 'custom', path: ['channel'], message: NO_CHANNEL })
  })

/** The body of `POST /api/v1/consents`: what people told the shop elsewhere. */
export const consentsBodySchema = z.strictObject({ consents: z.array(consentSchema).min(1).max(500) })
