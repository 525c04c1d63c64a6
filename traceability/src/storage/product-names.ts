import type { CloneAlert } from './clone-alerts.ts'
import type { Database } from './database.ts'

/** What an officer calls a product. */
export interface ProductName {
  name: string
  producer: string
  /** Where the producer is, two digits. */
  provinceCode: string
}

/** An alert with what an officer calls the product; null while the service has no passport of it. */
export interface NamedAlert extends CloneAlert {
  product: ProductName | null
}

export interface ProductNameRow {
  name: string | null
  producer: string | null
  province: string | null
}

/** The newest passport of a product, in one row of names or none; `key` has its `party_no` and `product_ref`. */
const newestNames = (key: string) => `lateral (
  select body->'product'->'name'->>'vi' as name, body->'producer'->>'name' as producer,
         body->'producer'->'place'->>'provinceCode' as province
    from trace.passport q where q.party_no = ${key}.party_no and q.product_ref = ${key}.product_ref
   order by q.version desc limit 1) s on true`

/** Joins the names of its product, as `s`, to an alert `a`. */
export const PRODUCT_OF_ALERT = `left join ${newestNames('a')}`

export function productOf(row: ProductNameRow): ProductName | null {
  return row.name === null ? null : { name: row.name, producer: row.producer ?? '', provinceCode: row.province ?? '' }
}

/** Names of products in the order they are asked for; null for one without a passport. */
export async function productNames(
  db: Database,
  products: readonly { partyNo: number; productRef: string }[],
): Promise<(ProductName | null)[]> {
  const { rows } = await db.query<ProductNameRow>(
    `select s.name, s.producer, s.province
       from unnest($1::int4[], $2::text[]) with ordinality as k (party_no, product_ref, place)
       left join ${newestNames('k')} order by k.place`,
    [products.map(({ partyNo }) => partyNo), products.map(({ productRef }) => productRef)],
  )
  return rows.map(productOf)
}
