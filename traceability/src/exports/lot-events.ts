import type { ClientBase } from 'pg'
import type { EpcisEvent } from '../events/epcis/epcis-event.ts'
import { lotUri } from '../events/step-event.ts'
import type { ToldStory } from '../events/told-story.ts'
import { eventsByHash, eventsNaming, type StoredEvent } from '../storage/event-queries.ts'
import { byParty } from '../storage/genealogy.ts'

/** An event as it leaves the house. */
export interface ExportedEvent extends StoredEvent {
  /** Members that were taken out; with any, the hash in the event's name is that of the whole event, which we keep. */
  withheld: string[]
}

/** What one export holds at most; more is asked for page by page through the EPCIS query interface. */
export const MOST_EVENTS = 10_000

/** A lot's story is larger than one file should be. */
export class ExportTooLarge extends Error {
  constructor() {
    super(`The story of this lot has more than ${MOST_EVENTS} events; ask for them by GET /epcis/events, page by page`)
  }
}

/** Told to nobody: whose order the goods are for, and what a recipe takes of what. */
const PRIVATE_MEMBERS = ['bizTransactionList', 'sourceList', 'destinationList', 'sao:additions'] as const

/**
 * Events of the steps that are told in public (`toldStory`), oldest first; each as captured, but for private members.
 * Throws ExportTooLarge.
 */
export async function publicEvents(client: ClientBase, { told }: ToldStory): Promise<ExportedEvent[]> {
  if (told.length > MOST_EVENTS) throw new ExportTooLarge()
  const found: StoredEvent[] = []
  const parties = new Set(told.map(({ lot }) => lot.partyNo))
  for (const partyNo of parties) {
    const hashes = told.filter(({ lot }) => lot.partyNo === partyNo).map(({ record }) => record.eventHash)
    found.push(...(await eventsByHash(client, partyNo, hashes)))
  }
  return found.map(withoutPrivate).sort(byTime)
}

/**
 * All events of a producer's own lots of a story, whole: sales, corrections and what partners' programs captured included;
 * of other producers' lots those that are told in public. Throws ExportTooLarge.
 */
export async function ownEvents(client: ClientBase, partyNo: number, story: ToldStory): Promise<ExportedEvent[]> {
  const others = { ...story, told: story.told.filter(({ lot }) => lot.partyNo !== partyNo) }
  const lotNos = byParty(story.lots.map(({ key }) => key)).get(partyNo) ?? []
  const own = await eventsNaming(client, partyNo, lotNos.map(lotUri), MOST_EVENTS + 1)
  if (own.length > MOST_EVENTS) throw new ExportTooLarge()
  const whole = own.map((event) => ({ ...event, withheld: [] }))
  return [...whole, ...(await publicEvents(client, others))].sort(byTime)
}

function withoutPrivate(stored: StoredEvent): ExportedEvent {
  const withheld = PRIVATE_MEMBERS.filter((name) => name in stored.event)
  if (withheld.length === 0) return { ...stored, withheld }
  const event = Object.fromEntries(
    Object.entries(stored.event).filter(([name]) => !withheld.some((each) => each === name)),
  )
  return { ...stored, event: event as EpcisEvent, withheld }
}

function byTime(a: StoredEvent, b: StoredEvent): number {
  return a.eventTime.getTime() - b.eventTime.getTime() || (a.eventNo < b.eventNo ? -1 : 1)
}
