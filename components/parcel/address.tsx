import { Heading } from '@/components/ui/heading'
import type { Talk } from '@/lib/i18n/translator'
import type { AddressModel } from './view-model'

/** Where the order goes, masked. */
export function Address({ address, talk: { t } }: { address: AddressModel; talk: Talk }) {
  return (
    <section data-part="address">
      <Heading level={2}>{t('parcel.address')}</Heading>
      <address className="mt-2 not-italic">
        {[address.name, ...address.lines]
          .filter((line) => line !== null)
          .map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
      </address>
      <p className="mt-2 text-sm text-muted">{t('parcel.addressNote')}</p>
    </section>
  )
}
