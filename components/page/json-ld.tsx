import { type JsonLd, jsonLdText } from '@/lib/orders/json-ld'

/** Data about the page for programs; a data block is never run, so the page's policy needs no word for it. */
export function JsonLdBlock({ data }: { data: JsonLd }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON whose every `<` is escaped.
      dangerouslySetInnerHTML={{ __html: jsonLdText(data) }}
    />
  )
}
