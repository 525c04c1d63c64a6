import type { ClientBase } from 'pg'
import type { Database } from './database.ts'

/** A lot wherever it is: lots of different parties stand in one genealogy. */
export interface LotKey {
  partyNo: number
  lotNo: string
}

/** One edge: a step of `by` took some of `from` and made `to`; `to` is null when nothing was made (sold, handed on). */
export interface LineageEdge {
  from: LotKey
  to: LotKey | null
  stepNo: string
  step: string
  happenedAt: string
  /** Out / in by weight; null where it was not weighed. */
  yield: number | null
}

interface EdgeRow {
  from_party_no: number
  from_lot_no: string
  to_party_no: number | null
  to_lot_no: string | null
  step_no: string
  step: string
  happened_at: Date
  yield: number | null
}

/** $1 party, $2 its lots: what went into them. */
const BACK = `select i.source_party_no as from_party_no, i.source_lot_no as from_lot_no,
    o.party_no as to_party_no, o.lot_no as to_lot_no, s.step_no, s.step, s.happened_at, s.yield
  from trace.lot_output o
  join trace.lot_step s on s.party_no = o.party_no and s.step_no = o.step_no and s.void_at is null
  join trace.lot_input i on i.party_no = o.party_no and i.step_no = o.step_no
 where o.party_no = $1 and o.lot_no = any ($2::uuid[])`

/** $1 party, $2 its lots: what was made of them, by whom ever. */
const FORWARD = `select u.party_no as from_party_no, u.lot_no as from_lot_no,
    o.party_no as to_party_no, o.lot_no as to_lot_no, s.step_no, s.step, s.happened_at, s.yield
  from trace.lot_use u
  join trace.lot_step s on s.party_no = u.user_party_no and s.step_no = u.step_no and s.void_at is null
  left join trace.lot_output o on o.party_no = s.party_no and o.step_no = s.step_no
 where u.party_no = $1 and u.lot_no = any ($2::uuid[]) and not u.void`

/** One step back and one step forward of a lot, in one query (TT 02/2024: one step back, one step forward). */
export const NEIGHBOURS = `select 'back' as direction, b.* from (${BACK}) b union all select 'forward', f.* from (${FORWARD}) f`

export async function neighboursOf(
  db: Database,
  { partyNo, lotNo }: LotKey,
): Promise<{ back: LineageEdge[]; forward: LineageEdge[] }> {
  const { rows } = await db.query<EdgeRow & { direction: 'back' | 'forward' }>(NEIGHBOURS, [partyNo, [lotNo]])
  const of = (direction: string) => rows.filter((row) => row.direction === direction).map(edge)
  return { back: of('back'), forward: of('forward') }
}

/** Lots a walk visits at most; a village's lot book is far below it, a loop of bad data is not. */
const MOST_LOTS = 5_000

/**
 * All lots before or behind some lots, walked one party and one level a statement (rule 6: no recursion across parties).
 * Out: the edges met, nearest first; each once. Throws RangeError when the genealogy is beyond 5,000 lots.
 */
export async function lineage(
  db: Database,
  start: readonly LotKey[],
  direction: 'back' | 'forward',
): Promise<LineageEdge[]> {
  const seen = new Set(start.map(keyText))
  const edges = new Map<string, LineageEdge>()
  let level: LotKey[] = [...start]
  while (level.length > 0) {
    const next: LotKey[] = []
    for (const [partyNo, lotNos] of byParty(level)) {
      const { rows } = await db.query<EdgeRow>(direction === 'back' ? BACK : FORWARD, [partyNo, lotNos])
      for (const each of rows.map(edge)) {
        edges.set(`${keyText(each.from)}>${each.to ? keyText(each.to) : ''}@${each.stepNo}`, each)
        const lot = direction === 'back' ? each.from : each.to
        if (lot === null || seen.has(keyText(lot))) continue
        seen.add(keyText(lot))
        next.push(lot)
      }
    }
    if (seen.size > MOST_LOTS) throw new RangeError(`a genealogy has more than ${MOST_LOTS} lots`)
    level = next
  }
  return [...edges.values()]
}

/** The lots themselves and all lots made of them, each once. */
export async function withDescendants(db: Database, start: readonly LotKey[]): Promise<LotKey[]> {
  const reached = new Map(start.map((lot) => [keyText(lot), lot]))
  for (const { to } of await lineage(db, start, 'forward')) if (to) reached.set(keyText(to), to)
  return [...reached.values()]
}

/** What has been taken from lots so far, by lot number; what a receiving party took is part of what was sent. */
export async function usedOf(client: ClientBase, partyNo: number, lotNos: string[]): Promise<Map<string, number>> {
  const { rows } = await client.query<{ lot_no: string; used: string }>(
    `select lot_no, sum(amount) as used from trace.lot_use
      where party_no = $1 and lot_no = any ($2::uuid[]) and counted and not void and amount is not null group by lot_no`,
    [partyNo, lotNos],
  )
  return new Map(rows.map((row) => [row.lot_no, Number(row.used)]))
}

export function keyText({ partyNo, lotNo }: LotKey): string {
  return `${partyNo}/${lotNo}`
}

export function byParty(lots: readonly LotKey[]): Map<number, string[]> {
  const groups = new Map<number, string[]>()
  for (const { partyNo, lotNo } of lots) {
    const group = groups.get(partyNo) ?? []
    group.push(lotNo)
    groups.set(partyNo, group)
  }
  return groups
}

function edge(row: EdgeRow): LineageEdge {
  return {
    from: { partyNo: row.from_party_no, lotNo: row.from_lot_no },
    to: row.to_party_no === null || row.to_lot_no === null ? null : { partyNo: row.to_party_no, lotNo: row.to_lot_no },
    stepNo: row.step_no,
    step: row.step,
    happenedAt: row.happened_at.toISOString(),
    yield: row.yield,
  }
}
