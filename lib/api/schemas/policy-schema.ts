import { z } from 'zod'
import { FINDINGS, type FindingCode } from '@/lib/returns/policy/lint/finding'
import { policySchema } from '@/lib/returns/policy/schema'
import { EFFECTS } from '@/lib/returns/policy/simulate-policy'

const CODES = Object.keys(FINDINGS).filter((code): code is FindingCode => code in FINDINGS)

const findingSchema = z
  .strictObject({
    severity: z.enum(['error', 'warning']),
    pointer: z.string().describe('RFC 6901, into the document.'),
    code: z.enum(CODES),
    detail: z.string(),
  })
  .meta({ id: 'PolicyFinding' })

const findingsSchema = z.array(findingSchema)

/** The policy that holds, or one version. */
export const readPolicySchema = z
  .strictObject({
    version: z.int().describe('0: the shop has written none, and Doorstep’s own holds.'),
    active: z.boolean().describe('Whether it holds now.'),
    note: z.string().nullable(),
    policy: policySchema,
    findings: findingsSchema,
  })
  .meta({ id: 'StoredPolicy' })

export const writtenPolicySchema = z
  .strictObject({
    version: z.int(),
    active: z.boolean().describe('Whether it holds now; false for a draft.'),
    findings: findingsSchema.describe('Warnings; with errors nothing is stored.'),
  })
  .meta({ id: 'WrittenPolicy' })

export const policyVersionsSchema = z
  .strictObject({
    versions: z
      .array(
        z.strictObject({
          version: z.int(),
          note: z.string().nullable(),
          createdAt: z.iso.datetime(),
          activeSince: z.iso.datetime().nullable().describe('Null: a draft.'),
          active: z.boolean(),
        }),
      )
      .describe('The newest first.'),
  })
  .meta({ id: 'PolicyVersions' })

export const policyFindingsSchema = z
  .strictObject({ findings: findingsSchema })
  .meta({ id: 'PolicyFindings' })

const DAYS = { least: 1, most: 365, usual: 90 }

/** What to try: the document itself, or the version of a stored one. */
export const simulationBodySchema = z
  .strictObject({
    policy: policySchema.optional(),
    version: z.int().min(1).optional().describe('A stored version, e.g. a draft.'),
    days: z.int().min(DAYS.least).max(DAYS.most).default(DAYS.usual).describe('How far to look back.'),
  })
  .refine(({ policy, version }) => (policy === undefined) !== (version === undefined), {
    path: ['policy'],
    message: 'needs a policy or a version, one of the two',
  })

const sumSchema = z.strictObject({ count: z.int(), amount: z.int() })

const stepSchema = z
  .strictObject({
    rule: z.string().nullable().describe('Null: the document’s own basics.'),
    effect: z.string(),
    words: z.string(),
    overruledBy: z
      .string()
      .nullable()
      .describe(
        'The rule that wins over it; `law:…`, `fault:…` or `reason:…` where no rule does; null: it holds.',
      ),
  })
  .meta({ id: 'PolicyStep' })

const sideSchema = z
  .strictObject({
    verdict: z.enum(['possible', 'choice', 'refused']),
    approval: z.enum(['automatic', 'review']),
    refusals: z.array(z.strictObject({ line: z.string(), words: z.string() })),
    review: z.array(z.string()),
    charges: z.array(
      z.strictObject({ kind: z.enum(['fee', 'method']), id: z.string(), text: z.string(), amount: z.int() }),
    ),
    total: z.int(),
  })
  .meta({ id: 'PolicyTrial' })

export const simulationSchema = z
  .strictObject({
    against: z.int().describe('The version that holds.'),
    days: z.int(),
    returns: z.int().describe('How many were tried.'),
    more: z.boolean().describe('Whether there were more than are tried; the newest are.'),
    summary: z.array(z.string()),
    effects: z.strictObject({
      refused: z.int(),
      allowed: z.int(),
      choice_lost: z.int(),
      choice_back: z.int(),
      reviewed: z.int(),
      unreviewed: z.int(),
      charges: z.int(),
    }),
    charges: z
      .array(z.strictObject({ currency: z.string(), before: sumSchema, after: sumSchema }))
      .describe('Fees and prices of methods, of returns that both let through; minor units.'),
    findings: findingsSchema,
    differences: z.array(
      z.strictObject({
        number: z.string(),
        currency: z.string(),
        askedOn: z.iso.date(),
        effects: z.array(z.enum(EFFECTS)),
        before: sideSchema,
        after: sideSchema,
        lines: z.array(
          z.strictObject({
            order: z.string(),
            line: z.string(),
            title: z.string(),
            lost: z.array(stepSchema),
            gained: z.array(stepSchema),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'PolicySimulation' })
