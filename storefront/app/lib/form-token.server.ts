import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { env } from '#app/lib/env.server.ts'

/** Nobody fills a form of several fields in less. */
const LEAST_MS = 3_000
const MOST_MS = 24 * 3_600_000

export type FormToken = { ok: true; key: string } | { ok: false; reason: 'too_fast' | 'stale' }

/** Goes into a hidden field: when the form was shown and a key of its own, signed. Programs cannot make one up. */
export function newFormToken(now: Date): string {
  const content = `${now.getTime().toString(36)}.${randomUUID()}`
  return `${content}.${signatureOf(content)}`
}

/**
 * Reads the token of a form that came back. Out: the form's key (a UUID; the same form again has the same), or why it is not
 * taken: filled in within three seconds, or older than a day, changed or missing.
 */
export function readFormToken(text: string, now: Date): FormToken {
  const [, content, shown, key, signature] = /^(([0-9a-z]{1,12})\.([0-9a-f-]{36}))\.([\w-]{43})$/.exec(text) ?? []
  if (content === undefined || shown === undefined || key === undefined || signature === undefined) {
    return { ok: false, reason: 'stale' }
  }
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(content)))) return { ok: false, reason: 'stale' }
  const age = now.getTime() - Number.parseInt(shown, 36)
  if (age > MOST_MS) return { ok: false, reason: 'stale' }
  return age < LEAST_MS ? { ok: false, reason: 'too_fast' } : { ok: true, key }
}

function signatureOf(content: string): string {
  return createHmac('sha256', env().SESSION_SECRET).update(`form ${content}`).digest('base64url')
}
