/** Runs SQL with `?` placeholders on the suite's database. */
export type RunSql = (sql: string, values: unknown[]) => Promise<Record<string, unknown>[]>

/** Choices of an address, as the API takes them. */
export interface Choice {
  stars?: string[]
  sector?: string[]
  province?: string[]
  producer?: string[]
  price?: [min: number | null, max: number | null]
  /** Restricts to these products, e.g. to those a text finds. */
  ids?: string[]
}

export type FacetColumn = 'stars' | 'sector' | 'province' | 'producer' | 'price'

/**
 * What the shop's own tables say, written apart from the search documents: one row a product on sale in a channel, with
 * the star of a day (latest decision among those in force) and the price of the card (cheapest variant that can be bought,
 * else the cheapest).
 */
const ON_SALE = `
  WITH on_sale AS (
    SELECT p.id, l.sector, producer.handle AS producer, producer.province_code AS province
    FROM product p
    JOIN product_sales_channel psc ON psc.product_id = p.id AND psc.deleted_at IS NULL AND psc.sales_channel_id = ?
    JOIN listing_detail l ON l.product_id = p.id AND l.deleted_at IS NULL
    JOIN product_product_producer_producer link ON link.product_id = p.id AND link.deleted_at IS NULL
    JOIN producer ON producer.id = link.producer_id AND producer.deleted_at IS NULL AND producer.status = 'open'
    WHERE p.deleted_at IS NULL AND p.status = 'published'
  ), offer AS (
    SELECT DISTINCT ON (v.product_id) v.product_id, price.amount::bigint AS amount
    FROM product_variant v
    JOIN product_variant_price_set vps ON vps.variant_id = v.id AND vps.deleted_at IS NULL
    JOIN price ON price.price_set_id = vps.price_set_id AND price.deleted_at IS NULL AND price.currency_code = 'vnd'
    LEFT JOIN product_variant_inventory_item vi ON vi.variant_id = v.id AND vi.deleted_at IS NULL
    LEFT JOIN inventory_level il ON il.inventory_item_id = vi.inventory_item_id AND il.deleted_at IS NULL
    WHERE v.deleted_at IS NULL
    ORDER BY v.product_id, (il.stocked_quantity - il.reserved_quantity > 0) DESC, price.amount
  ), star AS (
    SELECT DISTINCT ON (r.product_id) r.product_id, r.stars::text AS stars
    FROM recognition r JOIN council_decision d ON d.id = r.decision_id AND d.deleted_at IS NULL
    WHERE r.deleted_at IS NULL AND r.valid_from <= ?::text AND ?::text <= r.valid_to
      AND (r.revoked_on IS NULL OR r.revoked_on > ?::text)
    ORDER BY r.product_id, d.date DESC, r.valid_from DESC, r.id DESC
  ), product_row AS (
    SELECT s.*, offer.amount, star.stars,
      CASE WHEN offer.amount < 50000 THEN '0-50000' WHEN offer.amount < 100000 THEN '50000-100000'
        WHEN offer.amount < 200000 THEN '100000-200000' WHEN offer.amount < 500000 THEN '200000-500000'
        ELSE '500000-' END AS price
    FROM on_sale s LEFT JOIN offer ON offer.product_id = s.id LEFT JOIN star ON star.product_id = s.id
  )`

const CHOSEN = `
  FROM product_row
  WHERE (?::jsonb IS NULL OR stars IN (SELECT jsonb_array_elements_text(?::jsonb)))
    AND (?::jsonb IS NULL OR sector IN (SELECT jsonb_array_elements_text(?::jsonb)))
    AND (?::jsonb IS NULL OR province IN (SELECT jsonb_array_elements_text(?::jsonb)))
    AND (?::jsonb IS NULL OR producer IN (SELECT jsonb_array_elements_text(?::jsonb)))
    AND (?::bigint IS NULL OR amount >= ?::bigint) AND (?::bigint IS NULL OR amount < ?::bigint)
    AND (?::jsonb IS NULL OR id IN (SELECT jsonb_array_elements_text(?::jsonb)))`

const COUNT = `${ON_SALE} SELECT count(*)::int AS count ${CHOSEN}`

const COUNT_BY: Readonly<Record<FacetColumn, string>> = {
  stars: `${ON_SALE} SELECT stars AS value, count(*)::int AS count ${CHOSEN} AND stars IS NOT NULL GROUP BY 1`,
  sector: `${ON_SALE} SELECT sector AS value, count(*)::int AS count ${CHOSEN} GROUP BY 1`,
  province: `${ON_SALE} SELECT province AS value, count(*)::int AS count ${CHOSEN} GROUP BY 1`,
  producer: `${ON_SALE} SELECT producer AS value, count(*)::int AS count ${CHOSEN} GROUP BY 1`,
  price: `${ON_SALE} SELECT price AS value, count(*)::int AS count ${CHOSEN} GROUP BY 1`,
}

/** Products on sale in a channel on a day (yyyy-mm-dd at +07) that fit a choice. */
export async function countInSql(run: RunSql, channel: string, day: string, choice: Choice): Promise<number> {
  const [row] = await run(COUNT, valuesOf(channel, day, choice))
  return Number(row?.count)
}

/** The same by the values of a facet, its own choice left out. */
export async function facetInSql(
  run: RunSql,
  channel: string,
  day: string,
  choice: Choice,
  facet: FacetColumn,
): Promise<Record<string, number>> {
  const rows = await run(COUNT_BY[facet], valuesOf(channel, day, { ...choice, [facet]: undefined }))
  return Object.fromEntries(rows.map(({ value, count }) => [String(value), Number(count)]))
}

function valuesOf(channel: string, day: string, choice: Choice): unknown[] {
  const twice = (value: unknown): unknown[] => [value, value]
  const list = (values: string[] | undefined): unknown[] => twice(values?.length ? JSON.stringify(values) : null)
  return [
    ...[channel, day, day, day],
    ...list(choice.stars),
    ...list(choice.sector),
    ...list(choice.province),
    ...list(choice.producer),
    ...twice(choice.price?.[0] ?? null),
    ...twice(choice.price?.[1] ?? null),
    ...twice(choice.ids ? JSON.stringify(choice.ids) : null),
  ]
}
