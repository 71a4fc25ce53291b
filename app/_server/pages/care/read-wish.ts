import type { WishValues } from '@/components/care/wish-model'
import { readAddress } from '@/lib/care/read-address'
import { WISH_KINDS, type Wish, type WishKind, wishSchema } from '@/lib/care/wish'
import type { DeliveryAddress } from '@/lib/orders/order'

type WishProblemKey =
  | 'care.wishes.choose'
  | 'care.wishes.chooseDay'
  | 'care.problem.missing'
  | 'care.problem.tooLong'

type WishRead = {
  /** Null: something is missing. */
  wish: Wish | null
  values: WishValues
  problems: { field: string; key: WishProblemKey }[]
}

/** Stands for an address that isn't asked for. */
export const NOWHERE: DeliveryAddress = { countryCode: 'ZZ' }

const MOST = 200

/** What can be wished for: another address only where the present one is known, whose country stays. */
export const wishKinds = (address: DeliveryAddress | null): readonly WishKind[] =>
  WISH_KINDS.filter((kind) => kind !== 'redirect' || address !== null)

/** Reads a form of wishes; `known` is the order's address. */
export function readWish(form: URLSearchParams, known: DeliveryAddress | null): WishRead {
  const address = known ?? NOWHERE
  const textOf = (field: string): string => (form.get(field) ?? '').replace(/\s+/g, ' ').trim()
  const asked = form.get('kind')
  const kind = wishKinds(known).find((one) => one === asked) ?? null
  const to = readAddress((field) => form.get(field), address)
  const values: WishValues = {
    kind,
    day: form.get('day'),
    name: textOf('who'),
    neighbour: textOf('neighbour'),
    place: textOf('place'),
    address: kind === 'redirect' ? to.address : address,
  }
  const texts = (fields: Record<string, string>): WishRead['problems'] =>
    Object.entries(fields).flatMap(([field, text]): WishRead['problems'] => {
      if (text === '') return [{ field, key: 'care.problem.missing' }]
      return text.length > MOST ? [{ field, key: 'care.problem.tooLong' }] : []
    })
  const read = (fields: object, problems: WishRead['problems']): WishRead => {
    const parsed = wishSchema.safeParse({ kind, ...fields })
    return { wish: problems.length === 0 && parsed.success ? parsed.data : null, values, problems }
  }
  switch (kind) {
    case null:
      return { wish: null, values, problems: [{ field: 'kind', key: 'care.wishes.choose' }] }
    case 'other_day': {
      const isDay = /^\d{4}-\d{2}-\d{2}$/.test(values.day ?? '')
      return read({ day: values.day }, isDay ? [] : [{ field: 'day', key: 'care.wishes.chooseDay' }])
    }
    case 'neighbour':
      return read(
        { name: values.name, where: values.neighbour },
        texts({ who: values.name, neighbour: values.neighbour }),
      )
    case 'safe_place':
      return read({ where: values.place }, texts({ place: values.place }))
    case 'redirect':
      return read(
        { address: to.address },
        to.problems.map(({ field, key }) => ({ field, key: `care.problem.${key}` as const })),
      )
  }
}
