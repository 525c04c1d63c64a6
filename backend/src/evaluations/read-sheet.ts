import type { MedusaRequest } from '@medusajs/framework/http'
import { type SheetPoints, setOf, sheetPoints } from '@sao-lang/traceability/verify/rating'
import { toSheet } from '../modules/evaluation/service'
import { officialOf } from '../officials/official-scope'
import { rulesOn } from '../rules/rules-on'
import { evaluationsOf, ownSheet } from './access'
import { type ScoreForm, scoreForm } from './score-form'
import type { Picks, SheetState, Stance } from './scoring'

/** A member's own sheet, with what they need to score by. Nothing of any other member is in it. */
export interface SheetPage {
  id: string
  sittingId: string
  evaluationId: string
  product: string
  producer: string
  kind: string
  day: string
  mode: 'meeting' | 'written_opinion'
  scoringRound: number
  rescoreNotes: string[]
  state: SheetState
  /** False when the sheet cannot be written any more. */
  writable: boolean
  picks: Picks
  opinion: string
  stance: Stance | null
  excludedReason: string | null
  submittedAt: string | null
  points: SheetPoints
  form: ScoreForm
  conflictGrounds: readonly { code: string; vi: string; en: string }[]
  /** What the advisory group found; null when it has not said. */
  advice: { report: string; papersNote: string; visitNote: string; testNote: string } | null
}

/** Throws ApiError 404 for anybody else’s sheet. */
export async function readSheet(req: MedusaRequest, id: string): Promise<SheetPage> {
  const { sheet: row, sitting, evaluation } = await ownSheet(req, id)
  const service = evaluationsOf(req.scope)
  const official = officialOf(req)
  const rules = await rulesOn(req.scope, sitting.day)
  const rubric = rules.rubricOf(evaluation.rubric_version)
  const [form, item, [advice]] = await Promise.all([
    scoreForm(req.scope, evaluation, rubric, official.day),
    service.retrieveSittingItem(row.item_id),
    service.listEvaluationAdvices({ evaluation_id: evaluation.id }, { take: 1 }),
  ])
  const sheet = toSheet(row)
  return {
    ...{ id: sheet.id, sittingId: sitting.id, evaluationId: evaluation.id, product: evaluation.product_name },
    ...{ producer: evaluation.producer_name, kind: evaluation.kind, day: sitting.day, mode: sitting.mode },
    ...{ scoringRound: sheet.scoringRound, rescoreNotes: item.rescore_notes, state: sheet.state },
    writable: sheet.state === 'draft' && item.state === 'scoring' && item.scoring_round === sheet.scoringRound,
    ...{ picks: sheet.picks, opinion: sheet.opinion, stance: sheet.stance },
    ...{ excludedReason: sheet.excludedReason, submittedAt: sheet.submittedAt },
    points: sheetPoints(setOf(rubric, evaluation.set_no), sheet.picks),
    form,
    conflictGrounds: rules.scoring.conflictGrounds,
    advice: advice?.handed_in_at
      ? {
          ...{ report: advice.report, papersNote: advice.papers_note },
          ...{ visitNote: advice.visit_note, testNote: advice.test_note },
        }
      : null,
  }
}
