import type { InspectorStore } from './inspector-store.ts'
import type { WaitingPhoto, WaitingRecord } from './types.ts'

export type Fetch = (path: string, init?: RequestInit) => Promise<Response>

/** How a round ended: `done`, `away` (try again later), `sign_in` (the session is over). Nothing is lost in any. */
export type SyncEnd = 'done' | 'away' | 'sign_in'

export const API = '/kiem-tra/du-lieu'
const LOOK_UPS_AT_ONCE = 200

class Stop extends Error {
  readonly end: SyncEnd
  constructor(end: SyncEnd) {
    super(end)
    this.end = end
  }
}

/**
 * Sends what waits on the phone: photos, then their record, one record after the other, then offline look-ups. Each has a key
 * made on the phone, and is forgotten here only when the shop has answered for it; so an answer that is lost is asked for
 * again and doubles nothing. What the shop refuses stays, with the reason, and holds up nothing else.
 * In: the store, who is signed in, a fetch. Out: how it ended. Never throws for a network that fails.
 */
export async function syncWaiting(
  store: InspectorStore,
  inspectorId: string,
  fetch: Fetch,
  now: () => Date,
): Promise<SyncEnd> {
  try {
    for (const record of await store.records()) {
      if (record.inspectorId === inspectorId && record.refused === null) await sendRecord(store, record, fetch, now)
    }
    await sendLookUps(store, inspectorId, fetch, now)
    return 'done'
  } catch (error) {
    if (error instanceof Stop) return error.end
    throw error
  }
}

async function sendRecord(store: InspectorStore, record: WaitingRecord, fetch: Fetch, now: () => Date): Promise<void> {
  const photos: WaitingPhoto[] = []
  let current = record
  for (const [at, photo] of record.photos.entries()) {
    if (photo.file !== null || photo.blob === null) {
      photos.push(photo)
      continue
    }
    const answer = await sendPhoto(photo, photo.blob, fetch)
    if ('refused' in answer) {
      await store.putRecord({ ...current, refused: answer.refused })
      return
    }
    photos.push({ ...photo, blob: null, file: answer.file })
    // Kept at once: what is uploaded need not be uploaded again after the next tunnel.
    current = { ...record, photos: [...photos, ...record.photos.slice(at + 1)] }
    await store.putRecord(current)
  }
  const body = {
    ...record.draft,
    requestKey: record.requestKey,
    deviceNow: now().toISOString(),
    photos: photos.flatMap(({ file }) => file ?? []),
  }
  const answer = await ask(fetch, `${API}/records`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (answer.ok) await store.removeRecord(record.requestKey)
  else await store.putRecord({ ...current, refused: await reasonOf(answer) })
}

async function sendPhoto(
  photo: WaitingPhoto,
  blob: Blob,
  fetch: Fetch,
): Promise<{ file: string } | { refused: string }> {
  const form = new FormData()
  form.set('file', blob, 'anh.jpg')
  form.set('title', photo.title)
  form.set('public', 'false')
  const answer = await ask(fetch, `${API}/photos`, { method: 'POST', body: form })
  return answer.ok ? ((await jsonOf(answer)) as { file: string }) : { refused: await reasonOf(answer) }
}

async function sendLookUps(store: InspectorStore, inspectorId: string, fetch: Fetch, now: () => Date): Promise<void> {
  const waiting = (await store.lookUps()).filter((each) => each.inspectorId === inspectorId)
  for (let from = 0; from < waiting.length; from += LOOK_UPS_AT_ONCE) {
    const some = waiting.slice(from, from + LOOK_UPS_AT_ONCE)
    const answer = await ask(fetch, `${API}/look-ups`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        deviceNow: now().toISOString(),
        lookUps: some.map(({ requestKey, askedAt, scanned, outcome }) => ({ requestKey, askedAt, scanned, outcome })),
      }),
    })
    if (answer.ok) await store.removeLookUps(some.map(({ requestKey }) => requestKey))
  }
}

/** One call. Throws Stop when it is not the content that is refused: then the whole round ends and is tried again. */
async function ask(fetch: Fetch, path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(path, init).catch(() => null)
  if (answer === null) throw new Stop('away')
  if (answer.status === 401) throw new Stop('sign_in')
  if (answer.status === 429 || answer.status === 408 || answer.status >= 500) throw new Stop('away')
  return answer
}

async function jsonOf(answer: Response): Promise<unknown> {
  return answer.json().catch(() => {
    // The body was cut: nobody knows what it said.
    throw new Stop('away')
  })
}

async function reasonOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => null)
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : null
  return typeof message === 'string' ? message : `HTTP ${answer.status}`
}
