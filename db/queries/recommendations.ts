import { type SQL, sql } from 'drizzle-orm'
import type { ShopId } from '@/lib/core/ids'
import { productOfLine } from './product-of-line'

/** Why a product is recommended; the earlier ones come first. */
const RECOMMENDED_FOR = ['together', 'category', 'picked', 'sold'] as const

/** A product as the page's read brings it. */
export type RecommendedRow = {
  id: string
  title: string
  /** On one of the origins that were asked for. */
  url: string
  /** Our copy of the picture; null until it is fetched. */
  media: { id: string; width: number; height: number } | null
  /** Minor units of `currency`. */
  price: number | null
  priceBefore: number | null
  currency: string
  why: (typeof RECOMMENDED_FOR)[number]
}

/** Two products that met more rarely met by chance. */
const MIN_TOGETHER = 3
/** So many times as often as if neither knew of the other; exactly as often says nothing. */
const MIN_LIFT = 1
/** What is looked up of a large order, and of a product that goes with everything. */
const MOST_PRODUCTS = 20
const MOST_PARTNERS = 100
const MOST_CATEGORIES = 5
/** Of what is found so many may be out of stock, before something worse is taken. */
const MOST_CANDIDATES = 60

export type RecommendationsInput = {
  /** The order's id: an expression of the statement that this stands in. */
  order: SQL
  /** True: the shopper objects to personalisation. */
  objects: SQL | boolean
  /** Of the shop's own hosts, e.g. `https://shop.example`; what leads elsewhere isn't recommended. */
  origins: readonly string[]
  limit?: number
}

/**
 * What goes with an order, as a JSON array of {@link RecommendedRow}: an expression for the statement that reads the page. First what
 * others have bought together with it (more often than by chance; in the order of the share that did), then the same category (most
 * sold first), then the shop's hand-picked list, then what sells best. Who objects gets the last two only. Never what is in
 * the order, in any variant; never what can't be had.
 */
export function recommendationsSql(
  shopId: ShopId,
  { order, objects, origins, limit = 3 }: RecommendationsInput,
): SQL {
  const own = sql.join(
    [...origins, ''].map((origin) => sql`${origin.toLowerCase()}`),
    sql`, `,
  )
  const sellable = sql`p.in_stock and p.gone_at is null
    and lower(substring(p.url from '^https?://[^/?#]+')) in (${own})
    and p.key not in (select key from bought)`
  /** The best `limit` of `candidates` (key, score) that can be sold; none while what came before is enough. */
  const best = (candidates: SQL, before: SQL) => sql`(
    select p.id, p.key, c.score from (${candidates}) c
    join products p on p.shop_id = ${shopId} and p.key = c.key
    where ${sellable} and p.key not in (select key from ${before}) and (select count(*) from ${before}) < ${limit}
    order by c.score desc, p.key limit ${limit}
  )`
  return sql`(
    with lines as materialized (
      select ${productOfLine(shopId, sql`l`)} as key, l.sku, l.product, l.category, l.position
      from order_lines l where l.shop_id = ${shopId} and l.order_id = ${order}
    ),
    bought as materialized (
      select key from lines where key is not null
      union select product from lines where product is not null
      union select sku from lines where sku is not null
    ),
    basis as materialized (
      select n.key from lines n where n.key is not null and not (${objects})
      group by n.key order by min(n.position) limit ${MOST_PRODUCTS}
    ),
    categories as materialized (
      select distinct coalesce(p.category, n.category) as category
      from (select key, category, position from lines where not (${objects}) order by position limit ${MOST_PRODUCTS}) n
      left join products p on p.shop_id = ${shopId} and p.key = n.key
      where coalesce(p.category, n.category) is not null limit ${MOST_CATEGORIES}
    ),
    nothing as materialized (select key from bought where false),
    together as materialized ${best(
      sql`
      select q.other as key, sum(q.orders::float8 / s.orders) as score
      from basis b
      join product_sales s on s.shop_id = ${shopId} and s.product = b.key
      cross join lateral (
        select r.other, r.orders from product_pairs r
        where r.shop_id = ${shopId} and r.product = b.key and r.orders >= ${MIN_TOGETHER}
        order by r.orders desc, r.other desc limit ${MOST_PARTNERS}
      ) q
      join product_sales t on t.shop_id = ${shopId} and t.product = q.other
      join basket_totals n on n.shop_id = ${shopId}
      where q.orders::float8 * n.orders > ${MIN_LIFT} * s.orders::float8 * t.orders
      group by q.other order by score desc, q.other limit ${MOST_CANDIDATES}`,
      sql`nothing`,
    )},
    alike as materialized ${best(
      sql`
      select s.product as key, s.orders::float8 as score from categories g
      cross join lateral (
        select product, orders from product_sales
        where shop_id = ${shopId} and category = g.category order by orders desc, product desc limit ${MOST_CANDIDATES}
      ) s`,
      sql`together`,
    )},
    personal as materialized (
      select id, key, 0 as rank, score from together union all select id, key, 1, score from alike
    ),
    unsold as materialized ${best(
      sql`
      select u.key, 0::float8 as score from categories g
      cross join lateral (
        select key from products where shop_id = ${shopId} and category = g.category and in_stock limit ${MOST_CANDIDATES}
      ) u`,
      sql`personal`,
    )},
    near as materialized (
      select id, key, rank, score from personal union all select id, key, 1, score from unsold
    ),
    picked as materialized ${best(
      sql`
      select key, -picked::float8 as score from products
      where shop_id = ${shopId} and picked is not null order by picked limit ${MOST_CANDIDATES}`,
      sql`near`,
    )},
    chosen as materialized (
      select id, key, rank, score from near union all select id, key, 2, score from picked
    ),
    sold as materialized ${best(
      sql`
      select product as key, orders::float8 as score from product_sales
      where shop_id = ${shopId} order by orders desc, product desc limit ${MOST_CANDIDATES}`,
      sql`chosen`,
    )},
    final as (
      select id, key, rank, score from chosen union all select id, key, 3, score from sold
      order by rank, score desc, key limit ${limit}
    )
    select coalesce(json_agg(json_build_object(
      'id', p.id, 'title', p.title, 'url', p.url, 'price', p.price, 'priceBefore', p.price_before, 'currency', p.currency,
      'media', case when m.state = 'ready' then json_build_object('id', m.id, 'width', m.width, 'height', m.height) end,
      'why', (array[${sql.join(
        RECOMMENDED_FOR.map((why) => sql`${why}`),
        sql`, `,
      )}]::text[])[f.rank + 1]
    ) order by f.rank, f.score desc, f.key), '[]')
    from final f
    join products p on p.shop_id = ${shopId} and p.id = f.id
    left join media m on m.shop_id = p.shop_id and m.shop_id = ${shopId} and m.id = p.media_id
  )`
}
