import type { IncomingMessage } from 'node:http'
import { HttpError } from './respond.ts'

/** A passport with long stories in two languages stays below a tenth of this. */
export const MAX_BODY_BYTES = 256 * 1024

/**
 * Reads a JSON object from a request. Throws HttpError: 415 for another type, 413 when it is too large (without reading
 * on), 400 when it is not a JSON object.
 */
export async function jsonBody(incoming: IncomingMessage): Promise<Record<string, unknown>> {
  if (!/^application\/json\s*(;|$)/i.test(incoming.headers['content-type'] ?? '')) {
    throw new HttpError(415, 'unsupported_media_type', 'The body must be JSON with content-type application/json')
  }
  const bytes = await bytesOf(incoming, MAX_BODY_BYTES)
  if (bytes === null) {
    throw new HttpError(413, 'body_too_large', `The body must not be larger than ${MAX_BODY_BYTES} bytes`, {
      headers: { connection: 'close' },
    })
  }
  let body: unknown
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new HttpError(400, 'invalid_json', 'The body is not valid JSON in UTF-8')
  }
  if (!isRecord(body)) throw new HttpError(400, 'invalid_json', 'The body must be a JSON object')
  return body
}

/** The bytes of a body; null, without reading on, when there are more than `most`. */
export async function bytesOf(incoming: IncomingMessage, most: number): Promise<Buffer | null> {
  if (Number(incoming.headers['content-length'] ?? 0) > most) return null
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
