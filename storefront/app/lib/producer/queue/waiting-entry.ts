import type { EntryDraft, FormLot } from '../entry-draft.ts'
import type { EntryBody, Evidence, Refusal } from '../types.ts'

/** An entry that was written on this phone and is not in the book yet. */
export interface WaitingEntry {
  /** The entry's `requestKey`: made with it, sent with it, however often; the book stores it once. */
  key: string
  /** The member who wrote it; it is never sent in the name of another. */
  account: string
  /** Entries are sent in this order: a later one may use a lot of an earlier one. */
  order: number
  body: EntryBody
  files: WaitingFile[]
  /** How the form looked, for mending. */
  draft: Pick<EntryDraft, 'step' | 'shape' | 'makes'>
  fields: Record<string, string>
  /** Null while it waits; why the book refused it afterwards. */
  refusal: Refusal | null
}

/** A photo or paper of a waiting entry. Once received by the server only its description is needed. */
export interface WaitingFile {
  blob: Blob
  title: string
  public: boolean
  received: Evidence | null
}

/** Where waiting entries are kept. Every call is one transaction: all of it happens or none. */
export interface QueueStore {
  /** All entries of an account by order. */
  list(account: string): Promise<WaitingEntry[]>
  put(entry: WaitingEntry): Promise<void>
  remove(key: string): Promise<void>
}

/** The lots that waiting entries will make, for forms of later entries. */
export function lotsOfWaiting(entries: readonly WaitingEntry[]): FormLot[] {
  return entries.flatMap(({ body }) =>
    body.outputs.map(({ ref, lotCode, kind, material, productRef, amount, packs }) => ({
      ref,
      lotCode,
      kind,
      material,
      productRef,
      left: null,
      measure: null,
      quantity: packs ? { value: packs.count, unit: packs.unit } : amount,
      recall: null,
      withdrawn: false,
    })),
  )
}

/** Whether an entry uses a lot that only `refs` would make. */
export function uses({ body }: Pick<WaitingEntry, 'body'>, refs: ReadonlySet<string>): boolean {
  return body.inputs.some((input) => refs.has(input.lotRef)) || body.about.some((ref) => refs.has(ref))
}

/** Entries that cannot go before an earlier, refused one is mended; their keys. */
export function heldBack(entries: readonly WaitingEntry[]): Set<string> {
  const missing = new Set<string>()
  const held = new Set<string>()
  for (const entry of entries) {
    const waits = uses(entry, missing)
    if (waits) held.add(entry.key)
    if (waits || entry.refusal !== null) for (const output of entry.body.outputs) missing.add(output.ref)
  }
  return held
}
