import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { Modules } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import { neverCache } from '../http/cache-headers'
import { inTransaction } from '../money/in-transaction'
import { papersOf } from './application-rows'

/** Sends a paper of an application; a PDF as a download. Throws ApiError 404. Who may have it is asked before. */
export async function sendSellerPaper(
  req: MedusaRequest,
  res: MedusaResponse,
  applicationId: string,
  paperId: string,
): Promise<void> {
  const papers = await inTransaction(req.scope, (sql) => papersOf(sql, applicationId))
  const paper = papers.find(({ id }) => id === paperId)
  if (!paper) throw new ApiError(404, 'not_found')
  const bytes = await req.scope.resolve(Modules.FILE).getAsBuffer(paper.file)
  neverCache(res)
  res.setHeader('content-type', paper.media_type)
  if (paper.media_type === 'application/pdf') {
    res.setHeader('content-disposition', `attachment; filename="${paper.kind.replace(/_/g, '-')}-${paper.id}.pdf"`)
  }
  res.send(bytes)
}
