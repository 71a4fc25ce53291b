/** Rich text that was cleaned before. */
export function RichText({ html }: { html: string }) {
  return (
    <div
      className="mt-2 max-w-[60ch] space-y-3 wrap-anywhere [&_a]:text-link [&_a]:underline [&_a]:underline-offset-4 [&_h3]:font-semibold [&_h4]:font-semibold [&_h4]:text-muted [&_ol]:list-decimal [&_ol]:ps-6 [&_ul]:list-disc [&_ul]:ps-6"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: only `custom` calls this, with what `cleanHtml` made.
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
