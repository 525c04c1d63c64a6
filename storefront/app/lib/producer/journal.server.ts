import type { ProducerClient } from './require-producer.server.ts'
import type { BookEntry, HandOver, LotLine, LotPage } from './types.ts'

/** Which lots of the book: those with goods left, used up, recalled, or all. */
export const LOT_STATES = ['all', 'open', 'done', 'recalled'] as const
export type LotState = (typeof LOT_STATES)[number]

export interface LotsQuery {
  q: string
  state: LotState
  after: string | null
}

/** Reads the list's query; whatever is none of ours counts as not said. */
export function readLotsQuery(search: URLSearchParams): LotsQuery {
  const state = LOT_STATES.find((each) => each === search.get('xem')) ?? 'all'
  return { q: (search.get('q') ?? '').trim().slice(0, 100), state, after: search.get('sau') }
}

/** A page of the lot book, newest change first. Throws ShopError. */
export async function listLots(
  producer: ProducerClient,
  { q, state, after }: LotsQuery,
): Promise<{ lots: LotLine[]; next: string | null }> {
  return producer.ask('/producer/lots', { search: { q: q || undefined, state, after: after ?? undefined } })
}

/** A lot with its entries and neighbours. Throws ShopError, `not_found` for one that is not in the book. */
export async function readLot(producer: ProducerClient, ref: string): Promise<LotPage> {
  return producer.ask(`/producer/lots/${encodeURIComponent(ref)}`)
}

/** What other producers handed over and waits to be taken in, oldest first. Throws ShopError. */
export async function readHandOvers(producer: ProducerClient): Promise<HandOver[]> {
  return (await producer.ask<{ handOvers: HandOver[] }>('/producer/hand-overs')).handOvers
}

/** The entry of a lot's page by its number; null when it is not there. */
export function entryIn(page: LotPage, stepNo: string): BookEntry | null {
  return page.entries.find((entry) => entry.stepNo === stepNo) ?? null
}
