import { refusalIn } from '../refusal-text.ts'
import type { Evidence, RecordedStep } from '../types.ts'
import { clockAhead, type JournalServer, type Sent } from './sync-queue.ts'

const ANSWER_MS = 20_000
const UPLOAD_MS = 90_000

/** Of this page's life: see `clockAhead`. */
let knownAhead: number | null = null

/**
 * The site as the queue's server. `ask` is the browser's fetch, or a test's. An answer counts only when it is the JSON that
 * was asked for: hotspots that want a log-in answer everything with a page of their own and status 200.
 */
export function journalServer(ask: typeof fetch): JournalServer {
  const call = async <T>(path: string, init: RequestInit, wait: number, read: (body: unknown) => T | null) => {
    let response: Response
    try {
      response = await ask(path, {
        ...init,
        headers: { accept: 'application/json', ...init.headers },
        redirect: 'error',
        cache: 'no-store',
        signal: AbortSignal.timeout(wait),
      })
    } catch {
      return { kind: 'stop', why: 'offline' } as const
    }
    const body: unknown = await response.json().catch(() => null)
    return outcomeOf(response.status, body, read)
  }

  return {
    meet: async () => {
      const before = Date.now()
      const met = await call('/chu-the/gui', { method: 'GET' }, ANSWER_MS, readMeeting)
      if (met.kind !== 'done') return met
      knownAhead = clockAhead(before, Date.parse(met.value.now), Date.now(), knownAhead)
      return { kind: 'done', value: { account: met.value.account, aheadMs: knownAhead } }
    },
    upload: async (file) => {
      const form = new FormData()
      form.set('title', file.title)
      form.set('public', String(file.public))
      form.set('file', file.blob, 'file')
      return call('/chu-the/minh-chung', { method: 'POST', body: form }, UPLOAD_MS, readEvidence)
    },
    record: async (entry, aheadMs) =>
      call(
        '/chu-the/gui',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ entry, aheadMs }),
        },
        ANSWER_MS,
        readRecorded,
      ),
  }
}

/** What an answer means for an entry: stored, refused for good, or to be tried again. */
export function outcomeOf<T>(status: number, body: unknown, read: (body: unknown) => T | null): Sent<T> {
  if (status >= 200 && status < 300) {
    const value = read(body)
    return value === null ? { kind: 'stop', why: 'offline' } : { kind: 'done', value }
  }
  if (status === 401) return { kind: 'stop', why: 'sign_in' }
  const refusal = refusalIn(body, '')
  // Only our own refusals are final: anything else may be a proxy, a limit or a restart.
  const final = [400, 404, 409, 413, 415, 422].includes(status) && refusal.code !== ''
  return final ? { kind: 'refused', refusal } : { kind: 'stop', why: 'away' }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function readMeeting(body: unknown): { account: string; now: string } | null {
  if (!isRecord(body) || typeof body.account !== 'string' || typeof body.now !== 'string') return null
  return Number.isNaN(Date.parse(body.now)) ? null : { account: body.account, now: body.now }
}

function readRecorded(body: unknown): RecordedStep | null {
  const ours = isRecord(body) && typeof body.stepNo === 'string' && Array.isArray(body.lots)
  return ours ? (body as unknown as RecordedStep) : null
}

function readEvidence(body: unknown): Evidence | null {
  if (!isRecord(body) || typeof body.file !== 'string' || typeof body.sha256 !== 'string') return null
  if (body.kind !== 'photo' && body.kind !== 'document') return null
  return {
    file: body.file,
    kind: body.kind,
    title: String(body.title),
    public: body.public === true,
    sha256: body.sha256,
  }
}
