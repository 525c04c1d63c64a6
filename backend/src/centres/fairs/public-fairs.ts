import type { MedusaContainer } from '@medusajs/framework/types'
import { symbolPath } from '@sao-lang/traceability/labels/label-svg'
import { type QrMatrix, QUIET_ZONE, qrMatrix } from '@sao-lang/traceability/labels/qr-matrix'
import { environment } from '../../env'
import { ApiError } from '../../http/api-error'
import { toDong } from '../../money/dong'
import { inTransaction } from '../../money/in-transaction'
import { boothsOf } from './booth-standing'
import type { FairRow } from './lock-fair'
import { fairEntries, fairView } from './read-fairs'

interface PublicRow extends FairRow {
  centre_name: string
  centre_unit: string
  centre_sample: boolean
  province_name: string | null
}

const FAIRS = `
  SELECT f.*, c.name AS centre_name, c.unit AS centre_unit, c.sample AS centre_sample, v.full_name AS province_name
  FROM centre_fair f JOIN promotion_centre c ON c.id = f.centre_id
  LEFT JOIN province v ON v.code = f.province_code AND v.deleted_at IS NULL`

function publicView(row: PublicRow) {
  const { id, sample, ...fair } = fairView(row)
  return {
    ...fair,
    provinceName: row.province_name,
    centre: { name: row.centre_name, unit: row.centre_unit },
    sample: sample || row.centre_sample,
  }
}

/** Fairs that are planned or open and not over on a day, the next first. At most 200. */
export async function publicFairs(container: MedusaContainer, today: string) {
  const rows = await inTransaction(container, (sql) =>
    sql.query<PublicRow & { entries: string }>(
      `SELECT l.*, (SELECT count(*) FROM fair_entry WHERE fair_id = l.id) AS entries FROM (${FAIRS}) l
       WHERE l.state IN ('planned', 'open') AND l.last_day >= ? ORDER BY l.first_day, l.name, l.id LIMIT 200`,
      [today],
    ),
  )
  return rows.map((row) => ({ ...publicView(row), entries: toDong(row.entries) }))
}

/**
 * A fair with its catalogue by booth. Stars are of products and of the fair's days; a booth and a fair have none (QĐ 950/QĐ-BCT).
 * Throws ApiError 404. A fair that is over or cancelled is still told of: its address stands on paper.
 */
export async function publicFair(container: MedusaContainer, slug: string) {
  const { row, booths } = await inTransaction(container, async (sql) => {
    const [found] = await sql.query<PublicRow>(`${FAIRS} WHERE f.slug = ?`, [slug])
    if (!found) throw new ApiError(404, 'not_found')
    return { row: found, booths: await boothsOf(sql, found.id) }
  })
  const entries = row.state === 'cancelled' ? [] : await fairEntries(container, row)
  const items = entries.map(({ boothId, goods, price, note }) => ({
    boothId,
    item: {
      productTitle: goods.productTitle,
      variantTitle: goods.variantTitle,
      productHandle: goods.productHandle,
      producerName: goods.producerName,
      producerHandle: goods.producerHandle,
      badge: goods.badge,
      price,
      note,
      sample: goods.sample,
    },
  }))
  return {
    fair: publicView(row),
    booths: booths
      .map(({ id, name }) => ({
        name,
        items: items.filter(({ boothId }) => boothId === id).map(({ item }) => item),
      }))
      .filter((booth) => booth.items.length > 0),
  }
}

/** The code that leads to a product's page. */
export function productCode(productHandle: string): QrMatrix {
  return qrMatrix(`${environment().STOREFRONT_URL}/san-pham/${productHandle}`)
}

/** A code as an SVG path in a square of `size` units, quiet zone included. */
export function svgCode(matrix: QrMatrix): { size: number; path: string } {
  return { size: matrix.size + 2 * QUIET_ZONE, path: symbolPath(matrix) }
}
