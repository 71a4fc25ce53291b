import type { ReactNode } from 'react'
import { Placement } from '@/components/slots/placement'
import { SLOTS } from '@/components/slots/registry'
import { translator } from '@/lib/i18n/translator'
import { goLink } from '@/lib/measuring/go-link'
import type { Source } from '@/lib/measuring/source'
import { addressesOf } from '@/lib/shops/addresses'
import type { ChosenSlot } from '@/lib/slots/choose-slots'
import { SLOT_PAGES } from '@/lib/slots/pages'
import type { PlacementId } from '@/lib/slots/placement'
import type { SlotContext } from '@/lib/slots/slot'
import type { SlotPlace } from './slot-data-of'
import type { PageSlots } from './slots-of-order'

const PRODUCTS = 'products'

/** What is counted of a slot: its name, and its wording. */
const sourceOf = ({ id, variant }: ChosenSlot): Source => ({ slot: id, variant })

function contextOf(place: SlotPlace, chosen: ChosenSlot, today: string): SlotContext {
  const { keyring, shop, locale, stand, token } = place
  const addresses = addressesOf(stand)
  return {
    talk: translator(shop, locale),
    locale,
    shop,
    today,
    id: `slot-${chosen.id}`,
    go: (target) => goLink({ keyring, shop, locale, stand }, sourceOf(chosen), target),
    actions: { feedback: addresses.feedback(locale, token), newsletter: addresses.newsletter(locale) },
    framed: stand.kind === 'embedded',
  }
}

/** A page's slots as markup, each in its place. */
export function renderSlots(
  place: SlotPlace,
  { page, choice, data, today }: PageSlots,
): Partial<Record<PlacementId, ReactNode>> {
  const here: readonly PlacementId[] = SLOT_PAGES[page]
  return Object.fromEntries(
    here.map((placement) => [
      placement,
      <Placement key={placement} id={placement}>
        {(choice.chosen[placement] ?? []).flatMap((chosen) => {
          const kind = SLOTS[chosen.slot]
          return kind
            ? [
                <kind.Slot
                  key={chosen.id}
                  settings={chosen.settings}
                  data={data}
                  context={contextOf(place, chosen, today)}
                />,
              ]
            : []
        })}
      </Placement>,
    ]),
  )
}

/** What is counted once the page is sent. */
export const shownSlots = ({ choice }: PageSlots): Source[] =>
  Object.values(choice.chosen).flatMap((chosen) => chosen.map(sourceOf))

/** The products on it whose picture we don't have yet. */
export const pictureless = ({ choice, data }: PageSlots): string[] =>
  Object.values(choice.chosen).some((chosen) => chosen.some(({ slot }) => slot === PRODUCTS))
    ? data.products.flatMap(({ id, picture }) => (picture ? [] : [id]))
    : []
