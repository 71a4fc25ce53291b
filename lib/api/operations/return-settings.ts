import type { Operation } from '@/lib/api/operation'
import {
  readReturnSettingsSchema,
  returnSettingsBodySchema,
  writtenReturnSettingsSchema,
} from '@/lib/api/schemas/return-settings-schema'

const SETTINGS = {
  parcel: { weightGrams: 1000, lengthMm: 350, widthMm: 250, heightMm: 100 },
  ranges: {
    dhl: {
      name: 'dhl-returns',
      scheme: 's10',
      prefix: 'RR',
      suffix: 'DE',
      first: 12_000_000,
      last: 12_999_999,
      symbology: 'code128',
    },
  },
  labels: { easypost: { carrierAccount: 'ca_0123' } },
  money: { backend: 'webhook', url: 'https://shop.example.org/hooks/doorstep' },
} as const

const READ = {
  ...SETTINGS,
  secrets: [
    { name: 'easypost', addedAt: '2026-11-20T09:00:00.000Z' },
    { name: 'webhook', addedAt: '2026-11-20T09:00:00.000Z' },
  ],
  missing: [],
} as const

/** Which services a shop's returns use. */
export const RETURN_SETTINGS: readonly Operation[] = [
  {
    id: 'readReturnSettings',
    method: 'get',
    path: '/api/v1/return-settings',
    tag: 'Returns',
    summary: 'Which services returns use',
    description: 'Of secrets only the names are told.',
    access: 'merchant',
    parameters: [],
    answers: { 200: { description: 'The settings.', schema: readReturnSettingsSchema, example: READ } },
    problems: [],
  },
  {
    id: 'writeReturnSettings',
    method: 'put',
    path: '/api/v1/return-settings',
    tag: 'Returns',
    summary: 'Say which services returns use',
    description:
      'Replaces the settings whole. Secrets are kept sealed and never told: one that is left out stays, null takes it away. Where ' +
      'webhooks have an address and no secret, one is made and shown in this answer alone; send `"webhook": null` to have ' +
      'another made.',
    access: 'merchant',
    parameters: [],
    body: {
      name: 'ReturnSettingsBody',
      schema: returnSettingsBodySchema,
      description: 'What is left out is what Doorstep has built in.',
      example: { ...SETTINGS, secrets: { easypost: 'EZTK0000000000' } },
    },
    answers: {
      200: {
        description: 'The settings as they are now.',
        schema: writtenReturnSettingsSchema,
        example: {
          ...READ,
          webhookSecret: 'whsec_bm90IGEgcmVhbCBzZWNyZXQsIGFuIGV4YW1wbGUgb25l',
        },
      },
    },
    problems: ['not_json', 'too_large', 'invalid_body'],
  },
]
