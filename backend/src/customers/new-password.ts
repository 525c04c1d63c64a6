import { createHash, randomBytes } from 'node:crypto'

/** A link for a new password works this long. */
export const RESET_MINUTES = 60

/** A token nobody can guess, for the link in the letter. */
export function newResetToken(): string {
  return randomBytes(24).toString('base64url')
}

/** What is kept of a token. */
export function resetTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
