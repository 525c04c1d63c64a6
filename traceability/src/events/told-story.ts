import type { ClientBase } from 'pg'
import { byParty, keyText, type LineageEdge, type LotKey, lineage } from '../storage/genealogy.ts'
import { type LotRecord, lotRecords } from '../storage/lots.ts'
import { producerNameOf, productNames } from '../storage/passports.ts'
import { areasOfLots } from '../storage/source-areas.ts'
import { type StepRecord, stepsOfLots } from '../storage/steps.ts'
import type { JourneyStep, SourceAreaView } from '../verify/verdict.ts'

/** Steps that tell where goods went: the producer's business, not the shopper's. */
const PRIVATE_STEPS = new Set(['shipping', 'selling', 'retail_selling', 'returning'])

/** A lot of the story. */
export interface StoryLot {
  key: LotKey
  record: LotRecord
  /** "Hạt sen tươi", or the product's name; null when neither is known. */
  name: string | null
  /** Name of the producer when the lot came from another one. */
  producer: string | null
}

/** A step that may be told in public: as stored, and what is told of it. */
export interface ToldStep {
  /** The lot it is told of, and the party that recorded it. */
  lot: LotKey
  record: StepRecord
  step: JourneyStep
}

/** What a lot and everything it was made of went through, and where it came from: all that a stranger may know of it. */
export interface ToldStory {
  /** The lot itself and all it was made of, in no order. */
  lots: StoryLot[]
  edges: LineageEdge[]
  sourceAreas: SourceAreaView[]
  /** Oldest first; a step that made several lots of this genealogy is told once. */
  told: ToldStep[]
}

/**
 * The one rule of what is public about lots, for scan pages and open exports alike: steps that count, of the lot or of one
 * it was made of; not those that took goods away, nor those of `PRIVATE_STEPS`.
 */
export async function toldStory(client: ClientBase, self: LotKey): Promise<ToldStory> {
  const edges = await lineage(client, [self], 'back')
  const all = new Map<string, LotKey>([[keyText(self), self]])
  for (const { from } of edges) all.set(keyText(from), from)
  const areas = new Map<string, SourceAreaView>()
  const told: ToldStep[] = []
  const lots: StoryLot[] = []
  for (const [partyNo, lotNos] of byParty([...all.values()])) {
    for (const area of await areasOfLots(client, partyNo, lotNos)) areas.set(`${partyNo}/${area.ref}`, area)
    const records = new Map((await lotRecords(client, partyNo, lotNos)).map((record) => [record.lotNo, record]))
    const products = [...records.values()].flatMap(({ productRef }) => (productRef === null ? [] : [productRef]))
    const names = await productNames(client, partyNo, products)
    const producer = partyNo === self.partyNo ? null : await producerNameOf(client, partyNo)
    for (const record of records.values()) {
      const name = record.material ?? (record.productRef === null ? null : (names.get(record.productRef) ?? null))
      lots.push({ key: { partyNo, lotNo: record.lotNo }, record, name, producer })
    }
    for (const each of await stepsOfLots(client, partyNo, lotNos)) {
      if (each.voidAt !== null || each.part === 'took' || PRIVATE_STEPS.has(each.step)) continue
      const earlier = each.lotNo === self.lotNo ? null : (records.get(each.lotNo)?.lotCode ?? null)
      const lot = { partyNo, lotNo: each.lotNo }
      told.push({ lot, record: each, step: toldStep(each, records.get(each.lotNo), earlier) })
    }
  }
  const once = new Map(told.map((each) => [each.record.stepNo, each]))
  return { lots, edges, sourceAreas: [...areas.values()], told: [...once.values()].sort(byTime) }
}

function byTime({ record: a }: ToldStep, { record: b }: ToldStep): number {
  return a.happenedAt < b.happenedAt ? -1 : a.happenedAt > b.happenedAt ? 1 : a.stepNo < b.stepNo ? -1 : 1
}

function toldStep(
  record: StepRecord & { part: string },
  lot: LotRecord | undefined,
  earlier: string | null,
): JourneyStep {
  const { body } = record
  const shown = body.evidence.filter((each) => each.public)
  return {
    step: record.step,
    occurredAt: record.happenedAt,
    place: body.place,
    note: body.note,
    quantity: record.part === 'made' ? (lot?.quantity ?? null) : body.quantity,
    confidence: body.confidence,
    ...(earlier === null ? {} : { lot: earlier }),
    ...(shown.length > 0 ? { evidence: shown.map(({ file, kind, title }) => ({ file, kind, title })) } : {}),
  }
}
