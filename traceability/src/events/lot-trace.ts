import type { ClientBase } from 'pg'
import { byParty, keyText, type LineageEdge, type LotKey, lineage } from '../storage/genealogy.ts'
import { keepLotTrace, type LotRecord, lockLot, lotRecords } from '../storage/lots.ts'
import { producerNameOf, productNames } from '../storage/passports.ts'
import { areasOfLots } from '../storage/source-areas.ts'
import { type StepRecord, stepsOfLots } from '../storage/steps.ts'
import type { JourneyStep, LotGenealogy, SourceAreaView } from '../verify/verdict.ts'

/** Steps that tell where goods went: the producer's business, not the shopper's. */
const PRIVATE_STEPS = new Set(['shipping', 'selling', 'retail_selling', 'returning'])

/**
 * Rebuilds what scans show of lots, inside the transaction that changed one of them, an area or a journey; so a scan reads
 * one row and never sees half a change. Lots are locked in one order. Throws when a lot does not exist.
 */
export async function rebuildLotTraces(client: ClientBase, lots: readonly LotKey[]): Promise<void> {
  const ordered = [...lots].sort((a, b) => (keyText(a) < keyText(b) ? -1 : 1))
  for (const { partyNo, lotNo } of ordered) await rebuildLotTrace(client, partyNo, lotNo)
}

/** One lot; see `rebuildLotTraces`. */
export async function rebuildLotTrace(client: ClientBase, partyNo: number, lotNo: string): Promise<void> {
  const self: LotKey = { partyNo, lotNo }
  const lot = await lockLot(client, partyNo, lotNo)
  if (!lot) throw new Error(`lot ${lotNo} of party ${partyNo} does not exist`)
  const edges = await lineage(client, [self], 'back')
  const story = await storyOf(client, self, edges)
  await keepLotTrace(client, partyNo, lotNo, {
    ref: lot.lotRef,
    lotCode: lot.lotCode,
    packedOn: lot.packedOn,
    bestBefore: lot.bestBefore,
    quantity: lot.quantity,
    status: lot.recall ? 'recalled' : lot.status,
    recall: lot.recall,
    sourceAreas: story.sourceAreas,
    journey: story.journey,
    ...(edges.length > 0 ? { genealogy: story.genealogy } : {}),
    sample: lot.sample,
  })
}

interface Story {
  sourceAreas: SourceAreaView[]
  journey: JourneyStep[]
  genealogy: LotGenealogy
}

/** What a lot and everything it was made of went through, and where it came from. */
async function storyOf(client: ClientBase, self: LotKey, edges: readonly LineageEdge[]): Promise<Story> {
  const all = new Map<string, LotKey>([[keyText(self), self]])
  for (const { from } of edges) all.set(keyText(from), from)
  const areas = new Map<string, SourceAreaView>()
  const told: { at: string; stepNo: string; step: JourneyStep }[] = []
  const nodes: LotGenealogy['lots'] = []
  for (const [partyNo, lotNos] of byParty([...all.values()])) {
    for (const area of await areasOfLots(client, partyNo, lotNos)) areas.set(`${partyNo}/${area.ref}`, area)
    const records = new Map((await lotRecords(client, partyNo, lotNos)).map((record) => [record.lotNo, record]))
    const products = [...records.values()].flatMap(({ productRef }) => (productRef === null ? [] : [productRef]))
    const names = await productNames(client, partyNo, products)
    const producer = partyNo === self.partyNo ? null : await producerNameOf(client, partyNo)
    for (const record of records.values()) nodes.push(nodeOf(record, names, producer))
    for (const each of await stepsOfLots(client, partyNo, lotNos)) {
      if (each.voidAt !== null || each.part === 'took' || PRIVATE_STEPS.has(each.step)) continue
      const earlier = each.lotNo === self.lotNo ? null : (records.get(each.lotNo)?.lotCode ?? null)
      told.push({ at: each.happenedAt, stepNo: each.stepNo, step: toldStep(each, records.get(each.lotNo), earlier) })
    }
  }
  // A step that made several lots of this genealogy is told once, at the first of them.
  const once = new Map(told.map((each) => [each.stepNo, each]))
  return {
    sourceAreas: [...areas.values()],
    journey: [...once.values()].sort(byTime).map((each) => each.step),
    genealogy: { lots: nodes, steps: stepsOf(edges, nodes) },
  }
}

function byTime(a: { at: string; stepNo: string }, b: { at: string; stepNo: string }): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.stepNo < b.stepNo ? -1 : 1
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

function nodeOf(
  record: LotRecord,
  names: ReadonlyMap<string, string>,
  producer: string | null,
): LotGenealogy['lots'][number] {
  return {
    lotNo: record.lotNo,
    lotCode: record.lotCode,
    kind: record.kind,
    name: record.material ?? (record.productRef === null ? null : (names.get(record.productRef) ?? null)),
    quantity: record.quantity,
    producer,
  }
}

function stepsOf(edges: readonly LineageEdge[], nodes: LotGenealogy['lots']): LotGenealogy['steps'] {
  const inside = new Set(nodes.map((node) => node.lotNo))
  const steps = new Map<string, LotGenealogy['steps'][number]>()
  for (const { from, to, stepNo, step, happenedAt, yield: out } of edges) {
    if (to === null || !inside.has(to.lotNo)) continue
    const key = `${stepNo}/${to.lotNo}`
    const known = steps.get(key) ?? { step, occurredAt: happenedAt, from: [], to: to.lotNo, yield: out }
    known.from.push(from.lotNo)
    steps.set(key, known)
  }
  return [...steps.values()].sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1))
}
