import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ApiError } from '../http/api-error'
import { neverCache } from '../http/cache-headers'
import { tenantOf } from '../http/tenant'
import { PRODUCER_MODULE } from '../modules/producer'
import type { ProducerModuleService } from '../modules/producer/service'
import { inTransaction } from '../money/in-transaction'
import { readStatement, type Statement } from './statement'
import { PRODUCER_WORDS, statementPdf, statementXlsx } from './statement-file'

/** The statement of the month in the path, of the tenant alone. Throws ApiError 404 for what is no month. */
export async function tenantStatement(req: MedusaRequest): Promise<Statement> {
  const { producerId } = tenantOf(req.scope)
  const month = String(req.params.month)
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(month)) throw new ApiError(404, 'not_found')
  return await inTransaction(req.scope, (sql) => readStatement(sql, producerId, month))
}

/** Answers with the tenant's statement as a file to keep. */
export async function sendStatement(req: MedusaRequest, res: MedusaResponse, format: 'pdf' | 'xlsx'): Promise<void> {
  const statement = await tenantStatement(req)
  const { producerId, sample } = tenantOf(req.scope)
  const producers: ProducerModuleService = req.scope.resolve(PRODUCER_MODULE)
  const producer = await producers.retrieveProducer(producerId, { select: ['id', 'name', 'handle'] })
  const bytes =
    format === 'pdf'
      ? await statementPdf(statement, PRODUCER_WORDS, { name: producer.name, sample }, new Date())
      : await statementXlsx(statement, PRODUCER_WORDS)
  neverCache(res)
  res.attachment(`doi-soat-${producer.handle}-${statement.month}.${format}`)
  if (format === 'pdf') res.setHeader('content-type', 'application/pdf')
  res.send(bytes)
}
