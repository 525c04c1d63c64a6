import type { ProducerClient } from './require-producer.server.ts'
import type { Evidence } from './types.ts'

/**
 * Hands a file on to the backend (`POST /producer/evidence`), which looks at its content and rewrites photos without what the
 * camera noted. Throws ShopError with the reason it was refused.
 */
export async function storeEvidence(
  producer: ProducerClient,
  file: Blob,
  about: { title: string; public: boolean },
): Promise<Evidence> {
  const form = new FormData()
  form.set('file', file, 'file')
  form.set('title', about.title)
  form.set('public', String(about.public))
  const { file: name, kind, title, public: shown, sha256 } = await producer.upload<Evidence>('/producer/evidence', form)
  return { file: name, kind, title, public: shown, sha256 }
}

/** Files a form sent and the backend has already, so that nothing is sent twice after a mistake elsewhere in the form. */
export function readReceived(text: string | undefined): Evidence[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? list.filter(isEvidence).slice(0, 20) : []
  } catch {
    return []
  }
}

function isEvidence(value: unknown): value is Evidence {
  if (typeof value !== 'object' || value === null) return false
  const { file, kind, title, public: shown, sha256 } = value as Record<string, unknown>
  return (
    typeof file === 'string' &&
    (kind === 'photo' || kind === 'document') &&
    typeof title === 'string' &&
    typeof shown === 'boolean' &&
    typeof sha256 === 'string'
  )
}
