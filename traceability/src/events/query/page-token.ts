import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** A page token is good for this long; GS1-Next-Page-Token-Expires tells so. */
export const TOKEN_LIFE_MS = 3_600_000

const content = z.object({ e: z.number(), q: z.string(), p: z.unknown() })

/**
 * Makes and reads page tokens: opaque, signed, bound to the question they belong to, and good for an hour. Nothing is kept
 * for them, so they survive a restart and work at every process with the same key.
 */
export interface PageTokens {
  make(question: string, position: unknown, now: number): { token: string; expires: Date }
  /** The position; null when the token is forged, old, or of another question. */
  read(question: string, token: string, now: number): unknown
}

export function pageTokens(secret: string): PageTokens {
  const key = createHmac('sha256', secret).update('epcis-page-token').digest()
  const sign = (text: string): Buffer => createHmac('sha256', key).update(text).digest().subarray(0, 16)
  const digest = (question: string): string =>
    createHmac('sha256', key).update(question).digest('base64url').slice(0, 22)
  return {
    make(question, position, now) {
      const expires = new Date(now + TOKEN_LIFE_MS)
      const text = Buffer.from(JSON.stringify({ e: expires.getTime(), q: digest(question), p: position })).toString(
        'base64url',
      )
      return { token: `${text}.${sign(text).toString('base64url')}`, expires }
    },
    read(question, token, now) {
      const [text, signature, ...more] = token.split('.')
      if (text === undefined || signature === undefined || more.length > 0) return null
      const given = Buffer.from(signature, 'base64url')
      const right = sign(text)
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null
      const found = content.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
      if (!found.success || found.data.e < now || found.data.q !== digest(question)) return null
      return found.data.p
    },
  }
}
