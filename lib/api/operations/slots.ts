import type { Operation } from '@/lib/api/operation'
import { slotPreviewBodySchema, slotPreviewSchema } from '@/lib/api/schemas/slot-preview-schema'
import { readSlotSchema, slotListSchema } from '@/lib/api/schemas/slot-schema'
import { type PlacedSlotBody, placedSlotSchema } from '@/lib/slots/placed-slot'

const ID = {
  name: 'slot',
  description: 'What the shop calls it: small letters, digits and hyphens.',
  example: 'goes-well',
}

const BODY = {
  slot: 'products',
  placement: 'under-items',
  settings: { title: 'Passt zur Jacke' },
  translations: { en: { title: 'Goes with the jacket' } },
  schedule: { from: '2026-12-01T00:00:00+01:00', until: null },
  targeting: { categories: ['jackets'], countries: ['DE', 'AT'] },
  variants: [
    { id: 'a', share: 1 },
    { id: 'b', share: 1, settings: { title: 'Dazu passt' }, translations: { en: { title: 'Pairs well' } } },
  ],
}

const SLOT = {
  id: 'goes-well',
  ...(placedSlotSchema.parse(BODY) satisfies PlacedSlotBody),
  testSince: '2026-11-20T12:00:00.000Z',
  stopped: [],
  createdAt: '2026-11-20T12:00:00.000Z',
  updatedAt: '2026-11-20T12:00:00.000Z',
}

/** What a shop shows on its pages. */
export const SLOTS: readonly Operation[] = [
  {
    id: 'listSlots',
    method: 'get',
    path: '/api/v1/slots',
    tag: 'Slots',
    summary: 'Slots that are placed, and what kinds there are',
    description: 'Each kind with where it may stand and a JSON Schema of its settings.',
    access: 'merchant',
    parameters: [],
    answers: {
      200: {
        description: 'The slots, by their ids.',
        schema: slotListSchema,
        example: {
          slots: [SLOT],
          defaults: [{ slot: 'address-fix', placement: 'under-status', priority: 900 }],
          kinds: [
            {
              slot: 'newsletter',
              purpose: 'marketing',
              personal: false,
              placements: ['under-items', 'after-history', 'aside', 'returns-done', 'return-settled'],
              settings: {
                $schema: 'https://json-schema.org/draft/2020-12/schema',
                type: 'object',
                properties: { title: { type: ['string', 'null'] }, text: { type: ['string', 'null'] } },
                additionalProperties: false,
              },
            },
          ],
        },
      },
    },
    problems: [],
  },
  {
    id: 'readSlot',
    method: 'get',
    path: '/api/v1/slots/{slot}',
    tag: 'Slots',
    summary: 'Read a slot',
    access: 'merchant',
    parameters: [ID],
    answers: { 200: { description: 'The slot.', schema: readSlotSchema, example: SLOT } },
    problems: ['not_found'],
  },
  {
    id: 'writeSlot',
    method: 'put',
    path: '/api/v1/slots/{slot}',
    tag: 'Slots',
    summary: 'Place a slot',
    description:
      'Replaces it whole; pages show it within ten seconds. Settings are checked in every language and for every variant, and ' +
      'what can’t be used is named by its own place. A test begins anew when a variant changes.',
    access: 'merchant',
    parameters: [ID],
    body: {
      name: 'SlotBody',
      schema: placedSlotSchema,
      description: 'What isn’t said has its default.',
      example: BODY,
    },
    answers: {
      200: { description: 'It was there; as it is now.', schema: readSlotSchema, example: SLOT },
      201: { description: 'It is new.', schema: readSlotSchema, example: SLOT },
    },
    problems: ['not_json', 'too_large', 'invalid_body', 'not_found', 'conflict'],
  },
  {
    id: 'deleteSlot',
    method: 'delete',
    path: '/api/v1/slots/{slot}',
    tag: 'Slots',
    summary: 'Take a slot off the pages',
    description: 'What was counted for it stays. Of a kind that stands by itself the default is back.',
    access: 'merchant',
    parameters: [ID],
    answers: { 204: { description: 'It is gone.' } },
    problems: ['not_found'],
  },
  {
    id: 'previewSlots',
    method: 'post',
    path: '/api/v1/slots/preview',
    tag: 'Slots',
    summary: 'See an order’s page before its buyer does',
    description:
      'In any state, language and moment, with the slots that are placed or with others. Tells why each slot stands or doesn’t. ' +
      'Nothing is written, and no view is counted.',
    access: 'merchant',
    parameters: [],
    shared: ['idempotencyKey'],
    body: {
      name: 'SlotPreviewBody',
      schema: slotPreviewBodySchema,
      description: 'Which order, and as if what.',
      example: {
        order: 'AG-1001',
        locale: 'en',
        pretend: { status: 'exception.damaged', at: '2026-12-01T09:00:00+01:00' },
      },
    },
    answers: {
      200: {
        description: 'The page.',
        headers: ['IdempotencyReplayed'],
        schema: slotPreviewSchema,
        example: {
          order: 'AG-1001',
          locale: 'en',
          chosen: [{ id: 'contact', slot: 'contact', placement: 'under-status', variant: 'a' }],
          left: [
            {
              id: 'goes-well',
              slot: 'products',
              placement: 'under-items',
              because: 'not_targeted',
              missed: ['countries'],
              words: 'This order is not meant by its targeting: countries.',
            },
          ],
          html: '<!doctype html><html lang="en">…</html>',
        },
      },
    },
    problems: ['not_json', 'too_large', 'invalid_body', 'not_found'],
  },
]
