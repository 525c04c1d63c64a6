import { randomInt } from 'node:crypto'
import { codeRing, unitCode } from '@sao-lang/traceability/identifiers/unit-codes'
import pg from 'pg'
import { readRun, stackSecrets } from './run.ts'

/** The code on the first package of a product's newest labels, or on any of them. In: its id. Throws when it has none. */
export async function packageOf(productId: string, { any = false } = {}): Promise<string> {
  const client = new pg.Client({ connectionString: readRun().database })
  await client.connect()
  try {
    const { rows } = await client.query<{ batchNo: number; epoch: number; size: number }>(
      `select batch_no as "batchNo", epoch, size from trace.label_batch where product_ref = $1 and starts_as = 'active' order by batch_no desc limit 1`,
      [productId],
    )
    const [batch] = rows
    if (!batch) throw new Error(`there are no labels for ${productId}`)
    return unitCode(codeRing({ [batch.epoch]: stackSecrets().CODE_KEY ?? '' }), batch, any ? randomInt(batch.size) : 0)
  } finally {
    await client.end()
  }
}
