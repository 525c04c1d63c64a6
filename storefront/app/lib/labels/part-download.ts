/** What a part is when it is whole; the answer of the `dau` address. */
interface PartDigest {
  etag: string
  bytes: number
  sha256: string
}

/** What has come of a part so far; kept between tries, so that a lost connection loses nothing. */
export interface Received {
  etag: string | null
  chunks: Uint8Array<ArrayBuffer>[]
  bytes: number
}

export function nothingReceived(): Received {
  return { etag: null, chunks: [], bytes: 0 }
}

export type PartOutcome =
  | { kind: 'whole'; file: Blob; sha256: string }
  /** The connection was lost; what has come is kept in `received`. */
  | { kind: 'lost' }
  | { kind: 'stopped' }
  | { kind: 'damaged' }
  | { kind: 'signed_out' }
  | { kind: 'refused'; status: number }

/**
 * Fetches a part, going on behind what has come already, and checks length and SHA-256 against what the server says of it.
 * In: the two addresses, what has come (changed while it comes), what to call at every chunk, and a signal to stop.
 * Never throws for the network: it says how it went.
 */
export async function downloadPart(
  { fileUrl, digestUrl }: { fileUrl: string; digestUrl: string },
  received: Received,
  onProgress: () => void,
  signal: AbortSignal,
  get: typeof fetch = fetch,
): Promise<PartOutcome> {
  try {
    const resume = received.etag !== null && received.bytes > 0
    const answer = await get(fileUrl, {
      redirect: 'manual',
      signal,
      headers: resume ? { range: `bytes=${received.bytes}-`, 'if-range': received.etag ?? '' } : {},
    })
    if (isSignIn(answer)) return { kind: 'signed_out' }
    // 416: everything has come, only the last word of the connection was lost.
    if (answer.status !== 416) {
      if (!answer.ok) return answer.status >= 500 ? { kind: 'lost' } : { kind: 'refused', status: answer.status }
      if (answer.status !== 206) Object.assign(received, nothingReceived())
      received.etag = answer.headers.get('etag')
      await takeIn(answer, received, onProgress)
    }
    return await checked(digestUrl, received, signal, get)
  } catch (error) {
    if (signal.aborted) return { kind: 'stopped' }
    if (error instanceof TypeError || (error instanceof DOMException && error.name !== 'AbortError')) {
      return { kind: 'lost' }
    }
    throw error
  }
}

async function takeIn(answer: Response, received: Received, onProgress: () => void): Promise<void> {
  const reader = answer.body?.getReader()
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    received.chunks.push(next.value)
    received.bytes += next.value.length
    onProgress()
  }
}

async function checked(
  digestUrl: string,
  received: Received,
  signal: AbortSignal,
  get: typeof fetch,
): Promise<PartOutcome> {
  const answer = await get(digestUrl, { redirect: 'manual', signal })
  if (isSignIn(answer)) return { kind: 'signed_out' }
  if (!answer.ok) return answer.status >= 500 ? { kind: 'lost' } : { kind: 'refused', status: answer.status }
  const digest = (await answer.json()) as PartDigest
  const file = new Blob(received.chunks)
  const sha256 = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  if (digest.etag === received.etag && digest.bytes === file.size && digest.sha256 === sha256) {
    return { kind: 'whole', file, sha256 }
  }
  Object.assign(received, nothingReceived())
  return { kind: 'damaged' }
}

/** A session that has run out answers with a way to sign in, which must not be taken for a file. */
function isSignIn({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || status === 401 || (status >= 300 && status < 400 && status !== 304)
}

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
