import type { Operation } from '@/lib/api/operation'
import {
  answerContestSchema,
  cancelSchema,
  checkSchema,
  noteSchema,
  receiveSchema,
  rejectSchema,
} from '@/lib/api/schemas/return-action-schema'
import { action, VERSION_ONLY } from './return-action'

/** What a shop and its warehouse do to a return, step by step. */
export const RETURN_STEPS: readonly Operation[] = [
  action({
    id: 'approveReturn',
    path: 'approve',
    summary: 'Let a return through',
    description: 'Labels are made, and what an exchange asks for leaves when its time has come.',
    body: VERSION_ONLY,
  }),
  action({
    id: 'rejectReturn',
    path: 'reject',
    summary: 'Turn a return down',
    description: 'The shopper reads the reason.',
    body: {
      name: 'RejectBody',
      schema: rejectSchema,
      description: 'Why.',
      example: { version: 2, reason: 'The seal of the bottle is broken.', note: 'Third time this year.' },
    },
  }),
  action({
    id: 'cancelReturn',
    path: 'cancel',
    summary: 'Call a return off',
    description: 'While no carrier has it.',
    body: {
      name: 'CancelBody',
      schema: cancelSchema,
      description: 'Why, if somebody asks.',
      example: { reason: 'As agreed on the telephone.' },
    },
  }),
  action({
    id: 'receiveReturn',
    path: 'receive',
    summary: 'Note what has come back',
    description:
      'Some items, a box, or with neither everything. Received is a return once all of it is there, or nothing more will come.',
    warehouse: true,
    body: {
      name: 'ReceiveBody',
      schema: receiveSchema,
      description: 'What came; quantities count all deliveries together.',
      example: { items: [{ key: '1', quantity: 1 }] },
    },
    problems: ['conflict'],
  }),
  action({
    id: 'checkReturn',
    path: 'check',
    summary: 'Note what was found',
    description:
      'Grade, where it goes, a photo and a deduction with its reason, all of which but the second the shopper sees. All of the items, or ' +
      'none where one can’t stand; with the last one the return is checked. At most 15,000,000 bytes.',
    warehouse: true,
    body: {
      name: 'CheckBody',
      schema: checkSchema,
      description: 'One or several items.',
      example: {
        items: [
          {
            key: '1',
            grade: 'worn',
            disposition: 'second_hand',
            deduction: { amount: 500, reason: 'Soles are worn.' },
          },
        ],
      },
    },
    problems: ['conflict'],
  }),
  action({
    id: 'noteReturn',
    path: 'notes',
    summary: 'Write a note',
    description: 'Into the log, for the shop’s own eyes.',
    body: {
      name: 'NoteBody',
      schema: noteSchema,
      description: 'The text.',
      example: { text: 'Called, no answer.' },
    },
  }),
  action({
    id: 'answerContest',
    path: 'contests',
    summary: 'Answer an objection',
    description: 'Where the deduction gets smaller, the rest is owed.',
    body: {
      name: 'AnswerContestBody',
      schema: answerContestSchema,
      description: 'The shopper reads the answer.',
      example: { key: '1', answer: 'You are right, we keep nothing back.', deduction: 0 },
    },
    problems: ['conflict'],
  }),
]
