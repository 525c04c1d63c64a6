import type { MedusaContainer } from '@medusajs/framework/types'
import type { Rating } from '@sao-lang/traceability/verify/rating'
import { graph } from '../container/graph'
import type { EvaluationDTO } from '../modules/evaluation/service'
import { type OfficialScope, postsWith } from '../officials/official-scope'
import { namedPlaces } from '../officials/place-names'
import { rulesOn } from '../rules/rules-on'
import { evaluationsOf, mayAct } from './access'
import {
  type AdviceView,
  type EvaluationLine,
  type ResultView,
  type RoundView,
  toAdviceView,
  toEvaluationLine,
  toResultView,
  toRoundView,
} from './evaluation-view'
import { type EvaluationRights, rightsOf } from './read-evaluations'
import { dossierPapers, type FormPaper, type ScoreForm, scoreForm } from './score-form'
import { fallBackOf } from './settlement'

/** An evaluation with all that belongs to it. */
export interface EvaluationView extends EvaluationLine {
  provinceName: string | null
  communeName: string | null
  dossier: { id: string; receiptNumber: string | null; submittedAt: string | null }
  papers: FormPaper[]
  form: ScoreForm
  round: RoundView | null
  advice: AdviceView | null
  /** Null while it is sealed. */
  result: ResultView | null
  closeReason: string | null
  /** At the province: what the ministry made of it. */
  above: { state: EvaluationDTO['state']; outcome: string | null; points: number | null; stars: number | null } | null
  /** What the province may still grant after the ministry. */
  fallBack: { points: number; stars: number } | null
  rights: EvaluationRights
}

/** In: an evaluation the official may read. */
export async function readEvaluation(
  container: MedusaContainer,
  official: OfficialScope,
  row: EvaluationDTO,
): Promise<EvaluationView> {
  const service = evaluationsOf(container)
  const rules = await rulesOn(container, official.day)
  const [form, papers, [advice], [round], [above], [item], [dossier], [place]] = await Promise.all([
    scoreForm(container, row, rules.rubricOf(row.rubric_version), official.day),
    dossierPapers(container, row, official.day),
    service.listEvaluationAdvices({ evaluation_id: row.id }, { take: 1 }),
    service.listEvaluationRounds({ id: row.round_id }, { take: 1 }),
    service.listEvaluations({ forwarded_from: row.id }, { take: 1, order: { created_at: 'DESC' } }),
    service.listSittingItems(
      { evaluation_id: row.id, sitting_id: row.sitting_id ?? '', state: 'revealed' },
      { take: 1 },
    ),
    graph<{ id: string; receipt_number: string | null; submitted_at: Date | string | null }>(container, {
      entity: 'dossier',
      fields: ['id', 'receipt_number', 'submitted_at'],
      filters: { id: row.dossier_id },
    }),
    namedPlaces(container, [{ provinceCode: row.province_code, communeCode: row.commune_code }]),
  ])
  // The commune learns the result in writing; what went before is the council's own.
  const inside = postsWith(official, 'dossier:read').some(({ level }) => level !== 'commune')
  const rating = inside || row.settled_at !== null ? ((row.rating ?? item?.rating ?? null) as Rating | null) : null
  return {
    ...toEvaluationLine(row, official.day),
    provinceName: place?.provinceName ?? null,
    communeName: place?.communeName ?? null,
    dossier: {
      id: row.dossier_id,
      receiptNumber: dossier?.receipt_number ?? null,
      submittedAt: dossier?.submitted_at ? new Date(dossier.submitted_at).toISOString() : null,
    },
    ...{ papers, form },
    round: round ? toRoundView(round) : null,
    advice: advice && inside ? adviceFor(official, row, toAdviceView(advice)) : null,
    result: rating === null ? null : toResultView(rating),
    closeReason: row.close_reason,
    above: above ? { state: above.state, outcome: above.outcome, points: above.points, stars: above.stars } : null,
    fallBack: row.state === 'forwarded_to_ministry' ? fallBackOf(rules.authority, above ?? null) : null,
    rights: rightsOf(official, row),
  }
}

/** Who is still to score does not see what the advisory group would pick. */
function adviceFor(official: OfficialScope, row: EvaluationDTO, advice: AdviceView): AdviceView {
  const prepares = mayAct(official, 'advice:write', row) || mayAct(official, 'sitting:prepare', row)
  const scored = ['scored', 'result', 'forwarded_to_ministry', 'closed'].includes(row.state)
  return prepares || scored ? advice : { ...advice, picks: {} }
}
