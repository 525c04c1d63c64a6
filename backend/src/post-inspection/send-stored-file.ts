import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { Modules } from '@medusajs/framework/utils'
import { neverCache } from '../http/cache-headers'

/** Answers with a private file of the store; papers are downloaded. Who may have it was asked before. */
export async function sendStoredFile(
  req: MedusaRequest,
  res: MedusaResponse,
  { file, kind, media_type }: { file: string; kind: 'photo' | 'document'; media_type: string },
): Promise<void> {
  const bytes = await req.scope.resolve(Modules.FILE).getAsBuffer(file)
  neverCache(res)
  res.setHeader('content-type', media_type)
  res.setHeader('content-disposition', kind === 'document' ? 'attachment' : 'inline')
  res.send(bytes)
}
