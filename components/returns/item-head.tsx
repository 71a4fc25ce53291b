import { Photo, type Picture } from '@/components/ui/photo'

export type ItemHeadModel = {
  title: string
  variant: string | null
  picture: Picture | null
  /** "2 pieces"; null: one. */
  pieces: string | null
}

/** Which item a question is about. */
export function ItemHead({ item }: { item: ItemHeadModel }) {
  const facts = [item.variant, item.pieces].filter((fact) => fact !== null).join(' · ')
  return (
    <span className="flex items-center gap-4">
      <Photo picture={item.picture} />
      <span className="min-w-0 leading-snug wrap-anywhere">
        <span className="block text-lg font-semibold">{item.title}</span>
        {facts ? <span className="block text-muted">{facts}</span> : null}
      </span>
    </span>
  )
}
