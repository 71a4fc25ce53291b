import type { FieldError } from '@/lib/core/field-error'
import type { PolicyFinding } from '@/lib/returns/policy/lint/finding'

/** Findings as the errors of a problem document. */
export const findingErrors = (findings: readonly PolicyFinding[]): FieldError[] =>
  findings.map(({ pointer, code, detail }) => ({ pointer, code, detail }))
