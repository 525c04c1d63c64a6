import type { ClientBase } from 'pg'
import { toldStory } from '../events/told-story.ts'
import type { Addresses } from '../resolver/known-links.ts'
import type { LotKey } from '../storage/genealogy.ts'
import { newestPassport } from '../storage/passports.ts'
import { labelsOfLot } from '../storage/shown-lots.ts'
import { epcisDocument } from './epcis-document.ts'
import { eventsCsv } from './events-csv.ts'
import type { ExportFile } from './export-file.ts'
import { ownEvents, publicEvents } from './lot-events.ts'
import { bareItem, itemsCsv, missingItems, type Words } from './required-item.ts'
import { type LotFacts, tt02Items } from './tt02.ts'

/** What there is of a lot: its events, or the ten items of TT 02/2024, for programs and for spreadsheets. */
export const LOT_FILES = ['events.jsonld', 'events.csv', 'tt02.json', 'tt02.csv'] as const
export type LotFile = (typeof LOT_FILES)[number]

export interface ExportOptions {
  /** `public`: what a scan tells anybody. `own`: all of the lot's own producer. */
  scope: 'public' | 'own'
  language: keyof Words
  addresses: Addresses
  now: Date
}

/** A file of one lot; null when the party has no such lot. Throws ExportTooLarge. */
export async function lotExport(
  client: ClientBase,
  lot: LotKey,
  file: LotFile,
  { scope, language, addresses, now }: ExportOptions,
): Promise<ExportFile | null> {
  const facts = await lotFacts(client, lot)
  if (!facts) return null
  const { story, passport } = facts
  if (file === 'tt02.json' || file === 'tt02.csv') {
    const items = tt02Items(facts, addresses)
    if (file === 'tt02.csv') return { type: 'text/csv', body: itemsCsv(items, language) }
    const lacking = missingItems(items)
    const body = {
      legalBasis: 'Thông tư 02/2024/TT-BKHCN',
      lot: { lotNo: lot.lotNo, lotCode: facts.lot.lotCode, recall: facts.lot.recall, sample: facts.lot.sample },
      complete: lacking.length === 0,
      missing: lacking,
      items: items.map(bareItem),
    }
    return { type: 'application/json', body: JSON.stringify(body) }
  }
  const events = scope === 'public' ? await publicEvents(client, story) : await ownEvents(client, lot.partyNo, story)
  if (file === 'events.csv') return { type: 'text/csv', body: eventsCsv(events, story.lots, language) }
  const { productRef } = facts.lot
  const gtin = passport?.product.gtin
  const gtins = new Map(gtin && productRef !== null ? [[productRef, gtin]] : [])
  return { type: 'application/ld+json', body: JSON.stringify(epcisDocument(events, story.lots, gtins, now)) }
}

async function lotFacts(client: ClientBase, key: LotKey): Promise<LotFacts | null> {
  const story = await toldStory(client, key)
  const lot = story.lots.find((each) => each.key.lotNo === key.lotNo)?.record
  if (!lot) return null
  const passport =
    lot.productRef === null
      ? null
      : ((await newestPassport(client, 'transaction', key.partyNo, lot.productRef))?.body ?? null)
  return { lot, story, passport, labels: await labelsOfLot(client, key) }
}
