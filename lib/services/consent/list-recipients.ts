import { and, asc, eq, gt, inArray, isNotNull } from 'drizzle-orm'
import { consents, recipients } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { RecipientList } from '@/lib/api/schemas/consent-schema'
import type { MarketingPurpose } from '@/lib/consent/purpose'
import { standingOf } from '@/lib/consent/standing'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'

/** Lists who has agreed, from the mailbox itself, to mails of a purpose and not taken it back; a page of at most `limit` people is looked through. */
export const listRecipients = (
  { db }: Context,
  shopId: ShopId,
  { purpose, limit, after }: { purpose: MarketingPurpose; limit: number; after: string | undefined },
): Promise<RecipientList> =>
  withShop(db, shopId, async (tx) => {
    const page = await tx
      .select()
      .from(recipients)
      .where(
        and(
          eq(recipients.shopId, shopId),
          isNotNull(recipients.email),
          after === undefined ? undefined : gt(recipients.id, after),
        ),
      )
      .orderBy(asc(recipients.id))
      .limit(limit)
    const people = page.map(({ person }) => person)
    const entries =
      people.length === 0
        ? []
        : await tx
            .select()
            .from(consents)
            .where(and(eq(consents.shopId, shopId), inArray(consents.person, people)))
            .orderBy(asc(consents.at))
    const agreed = page.flatMap(({ person, email, locale, country }) => {
      const theirs = entries.filter((entry) => entry.person === person)
      const yes = theirs.findLast(
        ({ act, subject, channel }) => act === 'confirmed' && subject === purpose && channel === 'email',
      )
      if (!yes || email === null || standingOf(theirs, purpose, 'email').consent !== 'confirmed') return []
      return [{ email, locale, country, since: yes.at.toISOString() }]
    })
    return { recipients: agreed, next: page.length < limit ? null : (page.at(-1)?.id ?? null) }
  })
