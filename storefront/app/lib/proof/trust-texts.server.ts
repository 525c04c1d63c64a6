import { env } from '#app/lib/env.server.ts'
import { log } from '#app/lib/log.server.ts'
import type { TrustTexts } from '#app/lib/proof/check-evidence.ts'

const PATIENCE_MS = 3_000

/** The keys as published now. A text stays empty when the traceability service cannot be asked; readers may have their own. */
export async function publishedTrust(requestId: string): Promise<TrustTexts> {
  const read = async (path: string) => {
    try {
      const answer = await fetch(`${env().TRACE_URL}${path}`, {
        headers: { 'x-request-id': requestId },
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      return answer.ok ? await answer.text() : ''
    } catch (cause) {
      log('error', 'keys_unreachable', { requestId, path, cause: String(cause) })
      return ''
    }
  }
  const [logKeys, didDocument, labelKeys] = await Promise.all([
    read('/log/keys'),
    read('/.well-known/did.json'),
    read('/labels/keys'),
  ])
  return { logKeys, didDocument, labelKeys }
}
