import { and, eq } from 'drizzle-orm'
import { readReturnSettings } from '@/db/queries/read-return-settings'
import { returns } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { LabelProvider, LabelRequest } from '@/lib/returns/labels/label-request'
import type { Context } from '@/lib/services/context'
import { openReturnSecrets } from '@/lib/services/returns/return-secrets'
import { findMethod } from './find-method'
import { findProvider } from './find-provider'
import { labelName, labelReference } from './label-reference'
import { destinationParty, findSender, giftSender } from './senders'
import type { BoxRow } from './travelling-boxes'

export type LabelJob = { provider: LabelProvider; request: LabelRequest }

/** What can't be asked for at all, in words for the merchant. */
type Hindrance = string

/** A provider with the shop's account. */
export async function openProvider(
  tx: ShopTx,
  { fetch, keyring }: Context,
  shopId: ShopId,
  name: string,
): Promise<LabelProvider | null> {
  const { settings, secrets } = await readReturnSettings(tx, shopId)
  return findProvider(name, {
    fetch,
    labels: settings.labels,
    secrets: openReturnSecrets(keyring, shopId, secrets),
  })
}

/** Everything that a box's label is asked for with, read in one transaction. */
export async function readLabelJob(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  box: BoxRow,
): Promise<Result<LabelJob, Hindrance>> {
  const [row] = await tx
    .select()
    .from(returns)
    .where(and(eq(returns.shopId, shopId), eq(returns.id, box.returnId)))
  if (!row) return fail('the return is gone')
  const { method, destination } = await findMethod(tx, shopId, row)
  if (!method || !destination) return fail(`the policy has no method ${row.method.id} with a label`)
  const name = box.label?.provider ?? method.provider
  const provider = await openProvider(tx, context, shopId, name)
  if (!provider) return fail(`${name} is not set up: its settings or its secret are missing`)
  const sender = await findSender(tx, shopId, row.id, box.box)
  const address = row.gift
    ? giftSender(row.number, destinationParty(destination), sender)
    : (sender?.address ?? null)
  if (!address)
    return fail(
      row.gift
        ? 'a present comes back from another country, and nobody knows its sender’s address'
        : 'the order has no whole delivery address to send from',
    )
  const { settings } = await readReturnSettings(tx, shopId)
  const reference = labelReference(box)
  // A gift's receiver sends it, so that nothing of it reaches the giver.
  const contact = row.gift
    ? { email: row.email, phone: null }
    : { email: row.email ?? sender?.email ?? null, phone: sender?.phone ?? null }
  return ok({
    provider,
    request: {
      reference,
      name: labelName(reference, row.id, row.number),
      since: row.createdAt,
      now: context.now(),
      carrier: method.carrier,
      service: method.service ?? null,
      from: { ...address, ...contact },
      to: destinationParty(destination),
      parcel: settings.parcel,
      wantsCode: method.kind === 'qr',
      isRepeat: box.labelTries > 0,
    },
  })
}
