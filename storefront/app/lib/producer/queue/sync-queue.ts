import type { EntryBody, Evidence, RecordedStep, Refusal } from '../types.ts'
import { heldBack, type QueueStore, type WaitingEntry, type WaitingFile } from './waiting-entry.ts'

/** Why sending stopped before its end; nothing is lost, it is tried again. */
export type Stop = 'offline' | 'sign_in' | 'other_account' | 'away'

export type Sent<T> = { kind: 'done'; value: T } | { kind: 'refused'; refusal: Refusal } | { kind: 'stop'; why: Stop }

/** The server as the queue sees it. Every call may be cut off at any moment, also after the server did what was asked. */
export interface JournalServer {
  /** Who is signed in, and how far the server's clock is ahead of the phone's, in ms. */
  meet(): Promise<Sent<{ account: string; aheadMs: number }>>
  upload(file: WaitingFile): Promise<Sent<Evidence>>
  record(entry: EntryBody & { evidence: Evidence[] }, aheadMs: number): Promise<Sent<RecordedStep>>
}

export interface SyncResult {
  /** What the book answered, by key. */
  stored: Map<string, RecordedStep>
  refused: number
  stop: Stop | null
}

/**
 * Sends what waits, in the order it was written. An entry leaves the store only after the book answered that it has it, so a
 * cut connection loses nothing; it keeps its key, so sending again doubles nothing. Files go first and are noted one by one:
 * what was received is not sent again, and the entry is the same each time it is sent. A refused entry stays with its reason,
 * and those that use its lots wait for it; the others go on.
 * Throws only what the store throws.
 */
export async function syncQueue(store: QueueStore, account: string, server: JournalServer): Promise<SyncResult> {
  const result: SyncResult = { stored: new Map(), refused: 0, stop: null }
  const entries = await store.list(account)
  if (entries.every((entry) => entry.refusal !== null)) return result
  const met = await server.meet()
  if (met.kind !== 'done') return { ...result, stop: met.kind === 'stop' ? met.why : 'away' }
  if (met.value.account !== account) return { ...result, stop: 'other_account' }

  const seen: WaitingEntry[] = []
  for (const entry of entries) {
    seen.push(entry)
    if (entry.refusal !== null || heldBack(seen).has(entry.key)) continue
    const sent = await sendEntry(store, server, entry, met.value.aheadMs)
    if (sent.kind === 'stop') return { ...result, stop: sent.why }
    if (sent.kind === 'refused') {
      entry.refusal = sent.refusal
      await store.put(entry)
      result.refused += 1
      continue
    }
    await store.remove(entry.key)
    seen.pop()
    result.stored.set(entry.key, sent.value)
  }
  return result
}

async function sendEntry(
  store: QueueStore,
  server: JournalServer,
  entry: WaitingEntry,
  aheadMs: number,
): Promise<Sent<RecordedStep>> {
  const evidence: Evidence[] = []
  for (const file of entry.files) {
    if (file.received === null) {
      const sent = await server.upload(file)
      if (sent.kind !== 'done') return sent
      file.received = sent.value
      await store.put(entry)
    }
    evidence.push(file.received)
  }
  return server.record({ ...entry.body, evidence }, aheadMs)
}

/** Two measurements of one clock differ by the network's delays: within this, the earlier one stays in force. */
const STEADY_MS = 30_000

/**
 * How far the server's clock is ahead, from the phone's times before and after it was asked. A new figure within half a
 * minute of the one before keeps that: entries a few seconds apart must not change places because one answer took longer.
 */
export function clockAhead(before: number, serverNow: number, after: number, known: number | null): number {
  const measured = Math.round(serverNow - (before + after) / 2)
  return known !== null && Math.abs(measured - known) <= STEADY_MS ? known : measured
}
