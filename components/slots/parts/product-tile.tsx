import { Icon } from '@/components/ui/icon'
import { sayAmount } from '@/lib/i18n/say-amount'
import type { SlotContext } from '@/lib/slots/slot'
import type { SlotProduct } from '@/lib/slots/slot-data'
import { ownPicture } from './own-picture'
import { SlotLink } from './slot-link'

/** The side of the picture's square; the column may draw it smaller, never taller. */
const SIDE = 320

function Price({ product, context }: { product: SlotProduct; context: SlotContext }) {
  const { price, priceBefore, currency } = product
  const { t } = context.talk
  if (price === null) return null
  const say = (amount: number) => sayAmount(amount, currency, context)
  if (priceBefore === null || priceBefore <= price)
    return <p className="text-muted tabular-nums">{say(price)}</p>
  return (
    <p className="tabular-nums">
      <span className="sr-only">{t('slots.products.now')} </span>
      <span className="font-semibold">{say(price)}</span>{' '}
      <span className="sr-only">{t('slots.products.before')} </span>
      <s className="text-sm text-muted">{say(priceBefore)}</s>
    </p>
  )
}

function Shown({ product }: { product: SlotProduct }) {
  const picture = ownPicture(product.picture)
  if (!picture)
    return (
      <span className="grid size-full place-items-center border border-line text-muted">
        <Icon name="box" className="size-8" />
      </span>
    )
  return (
    <img
      src={picture.src}
      width={SIDE}
      height={SIDE}
      alt=""
      loading="lazy"
      decoding="async"
      className="size-full object-cover"
    />
  )
}

/** One product: a line with a small picture where it is narrow, a picture with its words below where it is wide. */
export function ProductTile({
  product,
  prices,
  context,
}: {
  product: SlotProduct
  prices: boolean
  context: SlotContext
}) {
  return (
    <div className="group relative flex items-center gap-4 @lg:block">
      <div className="size-22 shrink-0 overflow-hidden rounded-brand bg-surface @lg:aspect-square @lg:size-auto">
        <Shown product={product} />
      </div>
      <div className="min-w-0 leading-snug wrap-anywhere @lg:mt-3">
        <SlotLink
          context={context}
          href={product.url}
          to="shop"
          look="bare"
          className="-my-3 inline-block py-3 font-semibold underline decoration-line decoration-2 underline-offset-4 after:absolute after:inset-0 group-hover:decoration-link"
        >
          {product.title}
        </SlotLink>
        {prices ? <Price product={product} context={context} /> : null}
      </div>
    </div>
  )
}
