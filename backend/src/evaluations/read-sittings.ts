import type { MedusaContainer } from '@medusajs/framework/types'
import type { SittingDTO } from '../modules/evaluation/service'
import { type OfficialScope, placesOf } from '../officials/official-scope'
import { rulesOn } from '../rules/rules-on'
import { evaluationsOf, mayAct } from './access'
import { droppedDrafts } from './draft-results'
import { type CouncilView, toCouncilView } from './evaluation-view'
import { type SittingView, toSittingView } from './sitting-view'

/** Councils and sittings an official may read: of their places, not of communes. */
function councilFilter(official: OfficialScope): Record<string, unknown> {
  const { everywhere, provinceCodes } = placesOf(official, 'dossier:read')
  return everywhere ? {} : { level: 'province', province_code: provinceCodes }
}

const MOST = 100

/** A line of a list of sittings. */
export interface SittingLine {
  id: string
  level: 'province' | 'ministry'
  provinceCode: string | null
  day: string
  place: string
  mode: SittingDTO['mode']
  state: SittingDTO['state']
  items: number
  /** The asking member's sheets that are not handed in. */
  toScore: { id: string; product: string }[]
}

/** Sittings of the official's places, the next or latest first, with what they have to score there themselves. */
export async function listSittings(container: MedusaContainer, official: OfficialScope): Promise<SittingLine[]> {
  const service = evaluationsOf(container)
  const sittings = await service.listSittings(councilFilter(official), {
    take: MOST,
    order: { day: 'DESC', id: 'DESC' },
  })
  const ids = sittings.map(({ id }) => id)
  const [items, sheets] = await Promise.all([
    service.listSittingItems({ sitting_id: ids }, { take: null }),
    service.listScoreSheets({ sitting_id: ids, official_id: official.officialId, state: 'draft' }, { take: null }),
  ])
  const evaluations = await service.listEvaluations(
    { id: sheets.map(({ evaluation_id }) => evaluation_id) },
    { take: null },
  )
  const names = new Map(evaluations.map(({ id, product_name }) => [id, product_name]))
  const open = new Set(
    items.filter(({ state }) => state === 'scoring').map(({ id, scoring_round }) => `${id}:${scoring_round}`),
  )
  return sittings.map((row) => ({
    ...{ id: row.id, level: row.level, provinceCode: row.province_code, day: row.day, place: row.place },
    ...{ mode: row.mode, state: row.state },
    items: items.filter(({ sitting_id }) => sitting_id === row.id).length,
    toScore: sheets
      .filter(
        ({ sitting_id, item_id, scoring_round }) => sitting_id === row.id && open.has(`${item_id}:${scoring_round}`),
      )
      .map(({ id, evaluation_id }) => ({ id, product: names.get(evaluation_id) ?? '' })),
  }))
}

/** What the official may do with a sitting. */
export interface SittingRights {
  prepare: boolean
  draft: boolean
}

export interface SittingPage {
  sitting: SittingView
  council: CouncilView
  conflictGrounds: readonly { code: string; vi: string; en: string }[]
  spreadLimit: number
  rights: SittingRights
}

/** In: a sitting the official may read. Others' sealed sheets are not in it, whoever asks. */
export async function readSitting(
  container: MedusaContainer,
  official: OfficialScope,
  sitting: SittingDTO,
): Promise<SittingPage> {
  const service = evaluationsOf(container)
  const [council, members, items, sheets] = await Promise.all([
    service.retrieveCouncil(sitting.council_id),
    service.listCouncilMembers({ council_id: sitting.council_id }, { take: null }),
    service.listSittingItems({ sitting_id: sitting.id }, { take: null }),
    service.listScoreSheets(
      { sitting_id: sitting.id },
      { take: null, order: { scoring_round: 'ASC', created_at: 'ASC', id: 'ASC' } },
    ),
  ])
  const evaluations = await service.listEvaluations({ id: items.map((item) => item.evaluation_id) }, { take: null })
  const dropped = await droppedDrafts(
    container,
    evaluations.map(({ drafted_in }) => drafted_in),
  )
  for (const row of evaluations) if (row.drafted_in !== null && dropped.has(row.drafted_in)) row.drafted_in = null
  const { scoring } = await rulesOn(container, sitting.day)
  return {
    sitting: toSittingView(
      { sitting, items, sheets, members, evaluations: new Map(evaluations.map((row) => [row.id, row])) },
      official.officialId,
    ),
    council: toCouncilView(council, members),
    conflictGrounds: scoring.conflictGrounds,
    spreadLimit: scoring.spread.limit,
    rights: {
      prepare: mayAct(official, 'sitting:prepare', sitting),
      draft: mayAct(official, 'decision:draft', sitting),
    },
  }
}

/** Councils of the official's places, the newest first. */
export async function listCouncils(container: MedusaContainer, official: OfficialScope): Promise<CouncilView[]> {
  const service = evaluationsOf(container)
  const councils = await service.listCouncils(councilFilter(official), {
    take: MOST,
    order: { date: 'DESC', id: 'DESC' },
  })
  const members = await service.listCouncilMembers({ council_id: councils.map(({ id }) => id) }, { take: null })
  return councils.map((row) => toCouncilView(row, members))
}
