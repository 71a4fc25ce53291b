import { Icon } from '@/components/ui/icon'
import { Photo } from '@/components/ui/photo'
import type { Talk } from '@/lib/i18n/translator'
import type { OfferModel, ProductModel } from './exchange-model'

type OffersProps = {
  legend: string
  field: string
  /** What an error summary leads to; null: not here. */
  id: string | null
  offers: readonly OfferModel[]
}

const CHIP =
  'flex h-full min-h-16 cursor-pointer items-center gap-3 rounded-brand border-2 border-edge bg-background px-3 py-2 has-checked:border-text has-disabled:cursor-not-allowed has-disabled:border-line'

/** Variants as swatches: what it is, what it costs more or less, how many are left. */
export function Offers({ legend, field, id, offers }: OffersProps) {
  const first = offers.find(({ soldOut }) => !soldOut)
  return (
    <fieldset className="min-w-0">
      <legend className="pb-2 text-sm text-muted">{legend}</legend>
      <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
        {offers.map((offer) => (
          <label key={offer.sku} className={CHIP}>
            <input
              type="radio"
              id={id !== null && offer === first ? id : undefined}
              name={field}
              value={offer.sku}
              defaultChecked={offer.chosen && !offer.soldOut}
              disabled={offer.soldOut}
              className="size-5 shrink-0"
            />
            <span className="min-w-0 grow leading-snug wrap-anywhere">
              <span className={`block ${offer.soldOut ? 'text-muted line-through' : 'font-semibold'}`}>
                {offer.label}
              </span>
              <span className="flex flex-wrap gap-x-3 text-sm text-muted tabular-nums">
                {offer.soldOut || offer.difference === null ? null : <span>{offer.difference}</span>}
                {offer.stock ? <span>{offer.stock}</span> : null}
              </span>
            </span>
            {offer.picture ? (
              <img
                src={offer.picture.src}
                width={40}
                height={40}
                alt=""
                loading="lazy"
                decoding="async"
                className="size-10 shrink-0 rounded-brand object-cover"
              />
            ) : null}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Other products, each opening onto its variants. */
export function Products({
  products,
  field,
  id,
  talk: { t },
}: {
  products: readonly ProductModel[]
  field: string
  id: string
  talk: Talk
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="pb-2 text-sm text-muted">{t('returns.outcomes.products')}</legend>
      <div className="border-t border-line" id={id} tabIndex={-1}>
        {products.map((product) => (
          <details
            key={product.id}
            name={field}
            open={product.chosen}
            className="group/product border-b border-line"
          >
            <summary className="flex min-h-14 cursor-pointer items-center gap-4 py-2">
              <Photo picture={product.picture} />
              <span className="min-w-0 grow leading-snug wrap-anywhere">
                <span className="block font-semibold">{product.title}</span>
                {product.from ? (
                  <span className="block text-sm text-muted tabular-nums">{product.from}</span>
                ) : null}
              </span>
              <Icon name="more" className="size-5 group-open/product:rotate-180" />
            </summary>
            <div className="pb-4">
              <Offers legend={product.title} field={field} id={null} offers={product.offers} />
            </div>
          </details>
        ))}
      </div>
    </fieldset>
  )
}
