import type { ClientBase } from 'pg'
import { keyText, type LineageEdge, type LotKey } from '../storage/genealogy.ts'
import { keepLotTrace, type LotRecord, lockLot } from '../storage/lots.ts'
import type { LotGenealogy } from '../verify/verdict.ts'
import { toldStory } from './told-story.ts'

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
  const { edges, sourceAreas, told, lots } = await toldStory(client, self)
  const nodes = lots.map(({ record, name, producer }) => nodeOf(record, name, producer))
  await keepLotTrace(client, partyNo, lotNo, {
    ref: lot.lotRef,
    lotCode: lot.lotCode,
    packedOn: lot.packedOn,
    bestBefore: lot.bestBefore,
    quantity: lot.quantity,
    status: lot.recall ? 'recalled' : lot.status,
    recall: lot.recall,
    sourceAreas,
    journey: told.map(({ step }) => step),
    ...(edges.length > 0 ? { genealogy: { lots: nodes, steps: stepsOf(edges, nodes) } } : {}),
    sample: lot.sample,
  })
}

function nodeOf(record: LotRecord, name: string | null, producer: string | null): LotGenealogy['lots'][number] {
  const { lotNo, lotCode, kind, quantity } = record
  return { lotNo, lotCode, kind, name, quantity, producer }
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
