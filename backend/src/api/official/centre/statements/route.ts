import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../centres/at-centre'
import { centreAccount } from '../../../../centres/centre-account'
import { neverCache } from '../../../../http/cache-headers'
import { BANKS } from '../../../../money/banks'
import { inTransaction } from '../../../../money/in-transaction'
import { comingCentrePayout, listCentreStatements } from '../../../../settlement/centre-statement'

/** `GET /official/centre/statements`: the months in which anything moved, what comes next, and where it is paid to. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId } = atCentre(req, 'centre:manage')
  const answer = await inTransaction(req.scope, async (sql) => ({
    months: await listCentreStatements(sql, centreId),
    coming: await comingCentrePayout(sql, centreId, new Date()),
  }))
  neverCache(res)
  res.json({ ...answer, account: await centreAccount(req.scope, centreId), banks: BANKS })
}
