import type { ReturnJson } from '@/lib/client/json'
import { Title } from './title'

const FORMS = ['a4', 'a6'] as const

/** Labels to print or codes to show, and what to do with them. */
export function ReturnLabel({ back: { boxes, words }, level }: { back: ReturnJson; level: number }) {
  const labelled = boxes.flatMap(({ box, label, number }) => (label ? [{ box, label, number }] : []))
  return (
    <>
      {labelled.length > 0 ? (
        <div data-part="labels">
          <Title level={level} part="label">
            {words.labels.label}
          </Title>
          {labelled.map(({ box, label, number }) => (
            <p key={box} data-part="box">
              {label.code ? <img data-part="code" src={label.code.svg} alt={label.code.text ?? ''} /> : null}
              {FORMS.map((form) =>
                label[form] ? (
                  <a key={form} href={label[form]}>
                    PDF, {form.toUpperCase()}
                  </a>
                ) : null,
              )}
              <span data-part="number" translate="no">
                {number}
              </span>
            </p>
          ))}
        </div>
      ) : null}
      {words.handIn.length > 0 ? (
        <div data-part="hand-in">
          <Title level={level} part="label">
            {words.labels.handIn}
          </Title>
          <ol>
            {words.handIn.map(({ text, lines }) => (
              <li key={text}>
                {text}
                {lines.length > 0 ? <address>{lines.join('\n')}</address> : null}
              </li>
            ))}
          </ol>
        </div>
      ) : null}
    </>
  )
}
