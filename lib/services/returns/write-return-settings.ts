import { randomBytes } from 'node:crypto'
import { readReturnSettings } from '@/db/queries/read-return-settings'
import { returnSettings, type SealedSecret } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type {
  ReturnSettingsBody,
  ReturnSettingsJson,
  WrittenReturnSettingsJson,
} from '@/lib/api/schemas/return-settings-schema'
import type { FieldError } from '@/lib/core/field-error'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import { checkRanges } from '@/lib/returns/check-ranges'
import { neededSecrets } from '@/lib/returns/needed-secrets'
import { SERVICE_SECRETS } from '@/lib/returns/service-secrets'
import { type ReturnSettings, webhookUrlOf } from '@/lib/returns/settings'
import type { Context } from '@/lib/services/context'
import { sealReturnSecret } from './return-secrets'

type Secrets = Record<string, SealedSecret>

/** The settings as their merchant reads them: of secrets the names alone. */
export const returnSettingsJson = (settings: ReturnSettings, secrets: Secrets): ReturnSettingsJson => ({
  ...settings,
  secrets: SERVICE_SECRETS.flatMap((name) => {
    const secret = secrets[name]
    return secret ? [{ name, addedAt: secret.addedAt }] : []
  }),
  missing: neededSecrets(settings).filter((name) => !secrets[name]),
})

const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/**
 * Replaces which services a shop's returns use. Secrets that are named are set, or taken away by null; the others stay. Where
 * webhooks have an address and no secret, one is made and returned this once.
 */
export const writeReturnSettings = (
  { db, keyring, now }: Context,
  shopId: ShopId,
  { secrets: given, ...settings }: ReturnSettingsBody,
): Promise<Result<WrittenReturnSettingsJson, FieldError[]>> => {
  const faults = checkRanges(settings)
  if (faults.length > 0) return Promise.resolve(fail(faults))
  const at = now()
  return withShop(db, shopId, async (tx) => {
    const secrets: Secrets = { ...(await readReturnSettings(tx, shopId)).secrets }
    for (const name of SERVICE_SECRETS) {
      const secret = given[name]
      if (secret === null) delete secrets[name]
      else if (secret !== undefined) secrets[name] = sealReturnSecret(keyring, shopId, name, secret, at)
    }
    const webhookSecret = webhookUrlOf(settings) !== null && !secrets.webhook ? newSecret() : null
    if (webhookSecret) secrets.webhook = sealReturnSecret(keyring, shopId, 'webhook', webhookSecret, at)
    const values = { settings, secrets, updatedAt: at }
    await tx
      .insert(returnSettings)
      .values({ shopId, createdAt: at, ...values })
      .onConflictDoUpdate({ target: returnSettings.shopId, set: values })
    return ok({ ...returnSettingsJson(settings, secrets), webhookSecret })
  })
}
