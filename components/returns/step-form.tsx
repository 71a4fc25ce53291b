import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

export type StepFormModel = {
  /** Where it is posted. */
  action: string
  /** What a stale form is known by; null before anything is kept. */
  version: number | null
  back: { href: string; label: string } | null
}

type StepFormProps = {
  form: StepFormModel
  submit: string
  /** Whether photos go along. */
  files?: boolean
  children: ReactNode
  /** What stands below the button. */
  after?: ReactNode
}

/** Leads to the step before; what was entered there is kept. */
export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <a
      href={href}
      className="-ms-1 inline-flex min-h-12 items-center gap-1.5 text-link underline underline-offset-4"
    >
      <Icon name="more" className="size-5 rotate-90 rtl:-rotate-90" />
      {label}
    </a>
  )
}

/** A step's answers, sent as a plain form. */
export function StepForm({ form, submit, files = false, children, after = null }: StepFormProps) {
  return (
    <form
      method="post"
      action={form.action}
      noValidate
      encType={files ? 'multipart/form-data' : undefined}
      className="space-y-10"
      data-part="step-form"
    >
      {form.version === null ? null : <input type="hidden" name="version" value={form.version} />}
      {files ? (
        // The Enter key presses a form's first button: it must be this one, not one that takes something away.
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
          {submit}
        </button>
      ) : null}
      {children}
      <div className="flex flex-col gap-x-8 gap-y-3 sm:flex-row sm:flex-wrap sm:items-center">
        <Button>{submit}</Button>
        {form.back ? <BackLink {...form.back} /> : null}
      </div>
      {after}
    </form>
  )
}
