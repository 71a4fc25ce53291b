import type { Operation } from '@/lib/api/operation'
import {
  decisionBodySchema,
  decisionSchema,
  readConsentSettingsSchema,
  recipientListSchema,
  recipientsQuerySchema,
  writtenConsentsSchema,
} from '@/lib/api/schemas/consent-schema'
import { consentsBodySchema } from '@/lib/consent/consents-body'
import { consentSettingsSchema } from '@/lib/consent/settings'

const SETTINGS = { noticeSince: '2026-01-01T00:00:00+01:00', ownChannels: ['web', 'app'] }
const WRITES = ['not_json', 'too_large', 'invalid_body'] as const

/** Who may be sent what. */
export const CONSENTS: readonly Operation[] = [
  {
    id: 'decideConsent',
    method: 'post',
    path: '/api/v1/consents/decision',
    tag: 'Consent',
    summary: 'Ask whether somebody may be told something',
    description:
      'One purpose, one channel, by the log and the orders as they are now. Ask before every message that doesn’t serve an order ' +
      'alone, and shortly before: an objection counts at once, so send no `Idempotency-Key`: it ' +
      'would give an old answer again. Not legal advice.',
    access: 'merchant',
    parameters: [],
    shared: ['idempotencyKey'],
    body: {
      name: 'ConsentDecisionBody',
      schema: decisionBodySchema,
      description: 'Who, what for, how, and what the message is like.',
      example: {
        email: 'resi@example.org',
        purpose: 'review',
        channel: 'email',
        country: 'DE',
        saysHowToObject: true,
      },
    },
    answers: {
      200: {
        description: 'Whether, and on what ground; or what is missing.',
        schema: decisionSchema,
        example: { allowed: true, ground: 'existing_customer', personal: true },
        headers: ['IdempotencyReplayed'],
      },
    },
    problems: WRITES,
  },
  {
    id: 'recordConsents',
    method: 'post',
    path: '/api/v1/consents',
    tag: 'Consent',
    summary: 'Report what people agreed or objected to elsewhere',
    description:
      'A box at the checkout, an objection by telephone, the log of a mailing service. Entries are added, never changed; the same ' +
      'entry twice is one. Only a keyed hash of the address is kept here.',
    access: 'merchant',
    parameters: [],
    body: {
      name: 'ConsentsBody',
      schema: consentsBodySchema,
      description: '1 to 500 entries.',
      example: {
        consents: [
          {
            email: 'resi@example.org',
            act: 'confirmed',
            subject: 'newsletter',
            channel: 'email',
            at: '2026-11-18T09:12:00+01:00',
            place: 'checkout',
            wording: 'newsletter-2026-03',
            reference: 'esp-4711',
          },
        ],
      },
    },
    shared: ['idempotencyKey'],
    answers: {
      200: {
        description: 'They are in the log.',
        schema: writtenConsentsSchema,
        example: { written: 1 },
        headers: ['IdempotencyReplayed'],
      },
    },
    problems: WRITES,
  },
  {
    id: 'listConsentRecipients',
    method: 'get',
    path: '/api/v1/consents/recipients',
    tag: 'Consent',
    summary: 'Who has agreed to mails of a purpose',
    description:
      'Those who confirmed it here (double opt-in) and haven’t taken it back. A page may hold fewer than `limit`, or none, and ' +
      'still have a next one.',
    access: 'merchant',
    parameters: [],
    query: [
      {
        name: 'purpose',
        description: 'What the mails are for.',
        schema: recipientsQuerySchema.shape.purpose,
        example: 'newsletter',
      },
      {
        name: 'limit',
        description: 'How many people are looked through, at most 500.',
        schema: recipientsQuerySchema.shape.limit,
      },
      { name: 'after', description: '`next` of the page before.', schema: recipientsQuerySchema.shape.after },
    ],
    answers: {
      200: {
        description: 'Their addresses.',
        schema: recipientListSchema,
        example: {
          recipients: [
            { email: 'resi@example.org', locale: 'de', country: null, since: '2026-11-18T08:12:00.000Z' },
          ],
          next: null,
        },
      },
    },
    problems: ['invalid_query'],
  },
  {
    id: 'readConsentSettings',
    method: 'get',
    path: '/api/v1/consent-settings',
    tag: 'Consent',
    summary: 'What the checkout says',
    access: 'merchant',
    parameters: [],
    answers: {
      200: { description: 'The settings.', schema: readConsentSettingsSchema, example: SETTINGS },
    },
    problems: [],
  },
  {
    id: 'writeConsentSettings',
    method: 'put',
    path: '/api/v1/consent-settings',
    tag: 'Consent',
    summary: 'Say what the checkout says',
    description:
      'The rule for existing customers needs two things that only you know: since when buyers are told, where they give their ' +
      'address, that they can object to its use for advertising (`noticeSince`), and which channels are your own sales ' +
      '(`ownChannels`). Until then it carries nothing.',
    access: 'merchant',
    parameters: [],
    body: {
      name: 'ConsentSettingsBody',
      schema: consentSettingsSchema,
      description: 'Replaces the settings whole.',
      example: SETTINGS,
    },
    answers: {
      200: {
        description: 'The settings as they are now.',
        schema: readConsentSettingsSchema,
        example: SETTINGS,
      },
    },
    problems: WRITES,
  },
]
