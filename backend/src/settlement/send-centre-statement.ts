import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../centres/at-centre'
import { ApiError } from '../http/api-error'
import { neverCache } from '../http/cache-headers'
import { PROMOTION_CENTRE_MODULE } from '../modules/promotion-centre'
import type { PromotionCentreModuleService } from '../modules/promotion-centre/service'
import { inTransaction } from '../money/in-transaction'
import { type CentreStatement, readCentreStatement } from './centre-statement'
import { CENTRE_WORDS, statementPdf, statementXlsx } from './statement-file'

/** The statement of the month in the path, of the centre of who asks. Throws ApiError 404 for what is no month, and as `atCentre`. */
export async function ownCentreStatement(
  req: MedusaRequest,
): Promise<{ centreId: string; statement: CentreStatement }> {
  const { centreId } = atCentre(req, 'centre:manage')
  const month = String(req.params.month)
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(month)) throw new ApiError(404, 'not_found')
  return { centreId, statement: await inTransaction(req.scope, (sql) => readCentreStatement(sql, centreId, month)) }
}

/** Answers with the centre's statement as a file to keep. */
export async function sendCentreStatement(
  req: MedusaRequest,
  res: MedusaResponse,
  format: 'pdf' | 'xlsx',
): Promise<void> {
  const { centreId, statement } = await ownCentreStatement(req)
  const centres: PromotionCentreModuleService = req.scope.resolve(PROMOTION_CENTRE_MODULE)
  const { name, sample } = await centres.retrievePromotionCentre(centreId, { select: ['id', 'name', 'sample'] })
  const bytes =
    format === 'pdf'
      ? await statementPdf(statement, CENTRE_WORDS, { name, sample }, new Date())
      : await statementXlsx(statement, CENTRE_WORDS)
  neverCache(res)
  res.attachment(`doi-soat-trung-tam-${statement.month}.${format}`)
  if (format === 'pdf') res.setHeader('content-type', 'application/pdf')
  res.send(bytes)
}
