import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { Modules } from '@medusajs/framework/utils'
import { neverCache } from '../http/cache-headers'
import type { PaperDTO } from '../modules/evidence/service'

/** Sends a paper's file, as a download under a name that says what it is. Who may have it is asked before. */
export async function sendPaper(req: MedusaRequest, res: MedusaResponse, paper: PaperDTO): Promise<void> {
  const bytes = await req.scope.resolve(Modules.FILE).getAsBuffer(paper.file)
  neverCache(res)
  res.setHeader('content-type', paper.media_type)
  res.setHeader('content-disposition', `attachment; filename="${paper.kind.replace(/[^\w-]/g, '-')}-${paper.id}.pdf"`)
  res.send(bytes)
}
