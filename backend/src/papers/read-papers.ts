import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { addDays } from '@sao-lang/traceability/verify/rating'
import { graph, graphPage } from '../container/graph'
import { ApiError } from '../http/api-error'
import type { PaperDTO } from '../modules/evidence/service'
import { paperRulesOn, soonDays } from './paper-rules'
import { type PaperStanding, standingOn } from './paper-standing'
import { type PaperView, toPaperView } from './paper-view'

export interface PapersQuestion {
  producerId: string
  kind?: string | undefined
  /** Without one: what is in the store, whether it is still good or not. */
  standing?: PaperStanding | undefined
  take: number
  skip: number
}

/** The papers of a producer, newest first, with how many there are. In: the day at +07 their standing is of. */
export async function listPapers(
  container: MedusaContainer,
  question: PapersQuestion,
  day: string,
): Promise<{ papers: PaperView[]; total: number }> {
  const { producerId, kind, standing, take, skip } = question
  const soon = soonDays(await paperRulesOn(container, day))
  const { rows, total } = await graphPage<PaperDTO>(container, {
    entity: 'paper',
    fields: ['*'],
    filters: {
      producer_id: producerId,
      ...(kind === undefined ? {} : { kind }),
      ...standingFilter(standing, day, soon),
    },
    pagination: { take, skip, order: { created_at: 'DESC', id: 'DESC' } },
  })
  return { papers: rows.map((row) => toPaperView(row, day, soon)), total }
}

/** What a producer's store holds: which kinds, and how many of its papers expire soon or have. */
export async function storeSummary(
  container: MedusaContainer,
  producerId: string,
  day: string,
): Promise<{ counts: { expiring: number; expired: number }; kindsHeld: string[] }> {
  const rows = await graph<Pick<PaperDTO, 'kind' | 'expires_on' | 'state'>>(container, {
    entity: 'paper',
    fields: ['kind', 'expires_on', 'state'],
    filters: { producer_id: producerId, state: 'active' },
  })
  const soon = soonDays(await paperRulesOn(container, day))
  const standings = rows.map(
    ({ state, expires_on }) => standingOn({ state, expiresOn: expires_on }, day, soon).standing,
  )
  const count = (standing: PaperStanding) => standings.filter((each) => each === standing).length
  return {
    counts: { expiring: count('expiring'), expired: count('expired') },
    kindsHeld: [...new Set(rows.map(({ kind }) => kind))],
  }
}

/** Papers of a producer by id, for dossiers that cite them: any state, in the order asked. Unknown and foreign ids are left out. */
export async function papersById(
  container: MedusaContainer,
  producerId: string,
  ids: readonly string[],
  day: string,
): Promise<PaperView[]> {
  if (ids.length === 0) return []
  const rows = await graph<PaperDTO>(container, {
    entity: 'paper',
    fields: ['*'],
    filters: { id: [...new Set(ids)], producer_id: producerId },
  })
  const soon = soonDays(await paperRulesOn(container, day))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [toPaperView(row, day, soon)] : []
  })
}

/** One paper of a producer. Throws ApiError 404 for an unknown or a foreign one. */
export async function readPaper(container: MedusaContainer, producerId: string, id: string): Promise<PaperDTO> {
  const [row] = await graph<PaperDTO>(container, {
    entity: 'paper',
    fields: ['*'],
    filters: { id, producer_id: producerId },
  })
  if (!row) throw new ApiError(404, 'not_found')
  return row
}

/** The same as its producer sees it today. */
export async function viewPaper(container: MedusaContainer, producerId: string, id: string): Promise<PaperView> {
  const day = vietnamDay(new Date())
  const soon = soonDays(await paperRulesOn(container, day))
  return toPaperView(await readPaper(container, producerId, id), day, soon)
}

/** Every version of a paper, newest first. In: any one of them. */
export async function versionsOf(container: MedusaContainer, paper: PaperDTO): Promise<PaperDTO[]> {
  const versions = [paper]
  const read = (filters: Record<string, unknown>) =>
    graph<PaperDTO>(container, {
      entity: 'paper',
      fields: ['*'],
      filters: { ...filters, producer_id: paper.producer_id },
    })
  for (let newest = paper; newest.replaced_by !== null; ) {
    const [next] = await read({ id: newest.replaced_by })
    if (!next) break
    versions.unshift(next)
    newest = next
  }
  for (let oldest = paper; oldest.version > 1; ) {
    const [before] = await read({ replaced_by: oldest.id })
    if (!before) break
    versions.push(before)
    oldest = before
  }
  return versions
}

function standingFilter(standing: PaperStanding | undefined, day: string, soon: number): Record<string, unknown> {
  const lastSoon = addDays(day, soon)
  switch (standing) {
    case undefined:
      return { state: 'active' }
    case 'valid':
      return { state: 'active', $or: [{ expires_on: null }, { expires_on: { $gt: lastSoon } }] }
    case 'expiring':
      return { state: 'active', expires_on: { $gte: day, $lte: lastSoon } }
    case 'expired':
      return { state: 'active', expires_on: { $lt: day } }
    case 'replaced':
    case 'withdrawn':
      return { state: standing }
  }
}
