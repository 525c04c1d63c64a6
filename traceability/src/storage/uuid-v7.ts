import { randomUUID } from 'node:crypto'

/**
 * A UUID version 7 (RFC 9562 section 5.7): 48 bits of milliseconds, then random bits. Keys made one after the other lie
 * side by side in an index, and need no sequence in the database. Random bits and variant are those of a version 4.
 */
export function uuidV7(now: number = Date.now()): string {
  const time = now.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
