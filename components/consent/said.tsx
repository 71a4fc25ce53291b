import { Icon } from '@/components/ui/icon'

/** What has just been done; nothing is wrong. */
export function Said({ title, text }: { title: string; text: string }) {
  return (
    <div
      role="status"
      data-part="said"
      data-tone="good"
      className="flex gap-4 rounded-brand border-2 border-mark bg-ground p-5 text-words"
    >
      <Icon name="good" className="size-6 shrink-0 text-mark" />
      <div>
        <h2 className="font-semibold">{title}</h2>
        <p className="mt-1">{text}</p>
      </div>
    </div>
  )
}
