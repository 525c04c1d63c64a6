import { BoundedCache } from '../storage/bounded-cache.ts'

/** A passport's or lot's body, its version and its JSON. */
export interface Kept<T> {
  version: number
  body: T
  json: Buffer
}

export interface KeptBodies<T> {
  /**
   * The body in the version the database just named: from memory at once, else read. Null where there is none.
   * The promise is rejected when the database cannot be asked.
   */
  inVersion(partyNo: number, ref: string | null, version: number | null): Kept<T> | null | Promise<Kept<T> | null>
}

/** Entries, 5 to 10 kB each. */
const BODIES_KEPT = 20_000

/** Bodies in memory, never older than the version asked for. In: how to read the newest body of a party's ref. */
export function keptBodies<T>(
  read: (partyNo: number, ref: string) => Promise<{ version: number; body: T } | null>,
): KeptBodies<T> {
  const kept = new BoundedCache<string, Kept<T>>(BODIES_KEPT)

  async function fresh(key: string, partyNo: number, ref: string): Promise<Kept<T> | null> {
    const found = await read(partyNo, ref)
    if (!found) return null
    const entry = { ...found, json: Buffer.from(JSON.stringify(found.body)) }
    kept.set(key, entry)
    return entry
  }

  return {
    inVersion(partyNo, ref, version) {
      if (ref === null || version === null) return null
      const key = `${partyNo} ${ref}`
      const entry = kept.get(key)
      return entry?.version === version ? entry : fresh(key, partyNo, ref)
    },
  }
}
