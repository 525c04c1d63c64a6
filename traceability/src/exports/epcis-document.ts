import { EPCIS_CONTEXT } from '../events/query/query-document.ts'
import { lotUri, OWN_CONTEXT } from '../events/step-event.ts'
import type { StoryLot } from '../events/told-story.ts'
import type { ExportedEvent } from './lot-events.ts'

/** GTINs by product ref, for the master data of lots. */
export type GtinsByProduct = ReadonlyMap<string, string>

/**
 * An EPCISDocument (EPCIS 2.0, 9.5) of the events, with what their lots are called as master data. Every event keeps its
 * name, the event hash ID where nobody gave another; `recordTime` is when this service stored it. Captured elsewhere, or
 * here again, an event is the same event. One with `sao:withheld` lacks the members named there: its hash cannot be
 * counted again from what is left.
 */
export function epcisDocument(
  events: readonly ExportedEvent[],
  lots: readonly StoryLot[],
  gtins: GtinsByProduct,
  now: Date,
): Record<string, unknown> {
  return {
    '@context': [EPCIS_CONTEXT, OWN_CONTEXT],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: now.toISOString(),
    epcisHeader: {
      epcisMasterData: {
        vocabularyList: [
          {
            type: 'urn:epcglobal:epcis:vtype:EPCClass',
            vocabularyElementList: lots.map((lot) => ({
              id: lotUri(lot.key.lotNo),
              attributes: attributesOf(lot, gtins),
            })),
          },
        ],
      },
    },
    epcisBody: { eventList: events.map(shown) },
  }
}

function attributesOf(
  { record, name, producer }: StoryLot,
  gtins: GtinsByProduct,
): { id: string; attribute: string }[] {
  const gtin = record.productRef === null ? undefined : gtins.get(record.productRef)
  const known: [string, string | null | undefined][] = [
    ['cbvmda:descriptionShort', name],
    ['cbvmda:lotNumber', record.lotCode],
    ['cbvmda:itemExpirationDate', record.bestBefore],
    ['cbvmda:manufacturerOfTradeItemPartyName', producer],
    ['sao:packedOn', record.packedOn],
    ['gs1:gtin', gtin],
  ]
  return known.flatMap(([id, attribute]) => (attribute ? [{ id, attribute }] : []))
}

function shown({ event, eventId, recordedAt, context, withheld }: ExportedEvent): Record<string, unknown> {
  const { '@context': _, ...rest } = event
  return {
    ...(hasOtherPrefixes(context) ? { '@context': [EPCIS_CONTEXT, context] } : {}),
    ...rest,
    eventID: eventId,
    recordTime: recordedAt.toISOString(),
    ...(withheld.length > 0 ? { 'sao:withheld': withheld } : {}),
  }
}

function hasOtherPrefixes(context: ExportedEvent['context']): boolean {
  const own: Record<string, string> = OWN_CONTEXT
  return Object.entries(context ?? {}).some(([prefix, namespace]) => own[prefix] !== namespace)
}
