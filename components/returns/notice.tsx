import { Icon } from '@/components/ui/icon'

/** Something to know before going on; nothing is wrong with what was entered. */
export function Notice({ title, text }: { title: string; text: string }) {
  return (
    <div
      role="alert"
      tabIndex={-1}
      data-part="notice"
      data-tone="warn"
      className="flex gap-4 rounded-brand border-2 border-mark bg-ground p-5 text-words"
    >
      <Icon name="warn" className="size-6 text-mark" />
      <div>
        <h2 className="font-semibold">{title}</h2>
        <p className="mt-1">{text}</p>
      </div>
    </div>
  )
}
