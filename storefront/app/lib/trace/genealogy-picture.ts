import type { LotGenealogy, LotNode } from '@sao-lang/traceability/verify'

/** Several raw lots that went into one step and nowhere else, drawn as one. */
export interface LotGroup {
  nodes: LotNode[]
}

/** One line of the picture, from the oldest raw lot down to the pack in hand. */
export type PictureRow =
  | { kind: 'lots'; lane: number; group: LotGroup }
  | { kind: 'step'; lane: number; step: LotGenealogy['steps'][number] }

/** A line from one row to another; it runs down the lane it comes from and turns at the end. */
export interface PictureLine {
  from: { row: number; lane: number }
  to: { row: number; lane: number }
}

export interface GenealogyPicture {
  rows: PictureRow[]
  lines: PictureLine[]
  lanes: number
}

/** So many raw lots of one step are still drawn one by one. */
const DRAWN_ALONE = 3
/** Beyond this a telephone shows no picture that anybody can follow; the words remain. */
const MOST_LANES = 6
const MOST_ROWS = 40

/**
 * Lays a genealogy out like the branches of a stream: every lot is a line of its own, lots flow down their lanes and meet
 * where a step made one of them. In: what the service knows of the lot. Out: rows with their lanes, and the lines between;
 * null for one too wide or too long to be drawn. Pure; never throws.
 */
export function genealogyPicture({ lots, steps }: LotGenealogy): GenealogyPicture | null {
  const byNo = new Map(lots.map((lot) => [lot.lotNo, lot]))
  const ordered = [...steps].sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0))
  const made = new Set(steps.map((step) => step.to))
  const lastUse = new Map<string, number>()
  for (const [at, step] of ordered.entries()) for (const lotNo of step.from) lastUse.set(lotNo, at)

  const rows: PictureRow[] = []
  const lines: PictureLine[] = []
  const drawn = new Map<string, { row: number; lane: number }>()
  const taken = new Set<number>()
  let lanes = 0

  function freeLane(): number {
    let lane = 0
    while (taken.has(lane)) lane++
    taken.add(lane)
    lanes = Math.max(lanes, lane + 1)
    return lane
  }
  function draw(nodes: LotNode[]): { row: number; lane: number } {
    const place = { row: rows.length, lane: freeLane() }
    rows.push({ kind: 'lots', lane: place.lane, group: { nodes } })
    for (const { lotNo } of nodes) drawn.set(lotNo, place)
    return place
  }

  for (const [at, step] of ordered.entries()) {
    const target = byNo.get(step.to)
    const inputs = [...new Set(step.from)].flatMap((lotNo) => byNo.get(lotNo) ?? [])
    if (!target || drawn.has(step.to) || inputs.length === 0) continue
    const fresh = inputs.filter(({ lotNo }) => !drawn.has(lotNo))
    const plain = fresh.filter(({ lotNo }) => !made.has(lotNo) && lastUse.get(lotNo) === at)
    const grouped = plain.length > DRAWN_ALONE ? plain : []
    for (const lot of fresh) if (!grouped.includes(lot)) draw([lot])
    if (grouped.length > 0) draw(grouped)

    const sources = new Map(inputs.flatMap(({ lotNo }) => drawn.get(lotNo) ?? []).map((place) => [place.row, place]))
    for (const { lotNo } of inputs) {
      const place = drawn.get(lotNo)
      if (place && lastUse.get(lotNo) === at) taken.delete(place.lane)
    }
    const stepPlace = { row: rows.length, lane: freeLane() }
    rows.push({ kind: 'step', lane: stepPlace.lane, step })
    for (const place of sources.values()) lines.push({ from: place, to: stepPlace })
    taken.delete(stepPlace.lane)
    const end = draw([target])
    lines.push({ from: stepPlace, to: end })
    if (!lastUse.has(step.to)) taken.delete(end.lane)
  }
  return rows.length === 0 || lanes > MOST_LANES || rows.length > MOST_ROWS ? null : { rows, lines, lanes }
}
