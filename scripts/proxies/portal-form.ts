import type { Question } from './ask'

const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&amp;', '&')

/** A step's form as a browser has it: where it goes, and the fields that nobody types; an item that can be ticked is. */
export function portalForm(html: string): { action: string; fields: Record<string, string> } {
  const [form = ''] = /<form[^>]*data-part="(?:step|returns)-form"[\s\S]*?<\/form>/.exec(html) ?? []
  const inputs = form.match(/<input[^>]*>/g) ?? []
  const sent = inputs.filter((tag) => /\stype="hidden"|\sdata-take=/.test(tag))
  return {
    action: attribute(form, 'action'),
    fields: Object.fromEntries(sent.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')])),
  }
}

/** A form with pictures, as a browser posts it. */
export async function multipart(
  fields: Record<string, string>,
  field: string,
  pictures: readonly Uint8Array<ArrayBuffer>[],
): Promise<Question> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const [index, bytes] of pictures.entries())
    form.append(field, new File([bytes], `${index}.png`, { type: 'image/png' }))
  const written = new Response(form)
  return {
    method: 'POST',
    headers: { 'content-type': written.headers.get('content-type') ?? '' },
    body: new Uint8Array(await written.arrayBuffer()),
  }
}
