import type { Sql } from '../money/in-transaction'

const MISSING = `
  SELECT to_char(d, 'YYYY-MM-DD') AS day FROM generate_series(?::date, ?::date, interval '1 day') d
  WHERE NOT EXISTS (
    SELECT 1 FROM centre_agreement a
    WHERE a.centre_id = ? AND a.producer_id = ? AND a.accepted_at IS NOT NULL AND a.deleted_at IS NULL
      AND a.first_day <= to_char(d, 'YYYY-MM-DD') AND (a.last_day IS NULL OR a.last_day >= to_char(d, 'YYYY-MM-DD'))
      AND (a.product_ids IS NULL OR ? = ANY(a.product_ids)))
  ORDER BY d LIMIT 1`

/** The first of some days (yyyy-mm-dd, both included) on which the producer does not let the centre sell the product; null for none. */
export async function dayWithoutAgreement(
  sql: Sql,
  of: { centreId: string; producerId: string; productId: string; from: string; to: string },
): Promise<string | null> {
  const [row] = await sql.query<{ day: string }>(MISSING, [of.from, of.to, of.centreId, of.producerId, of.productId])
  return row?.day ?? null
}
