import type { MedusaContainer } from '@medusajs/framework/types'
import { setOf, sheetPoints } from '@sao-lang/traceability/verify/rating'
import { ApiError } from '../http/api-error'
import type { AdviceContent, EvaluationDTO } from '../modules/evaluation/service'
import type { AuditActor } from '../officials/record-audit'
import { papersById } from '../papers/read-papers'
import { rulesOn } from '../rules/rules-on'
import type { AdviceBody } from './bodies'
import { refusing } from './refuse'

/**
 * The advice as it is kept. Throws ApiError 422 `advice_incomplete` for one that is handed in without its findings,
 * `paper_not_in_dossier` for a test of another producer, `score_outside_options` for a pick the set does not have.
 */
export async function adviceContent(
  container: MedusaContainer,
  row: EvaluationDTO,
  body: AdviceBody,
  by: AuditActor,
): Promise<AdviceContent> {
  if (body.handIn && (body.papersSound === null || body.report === '')) {
    throw new ApiError(422, 'advice_incomplete', { field: body.papersSound === null ? 'papersSound' : 'report' })
  }
  const papers = await papersById(container, row.producer_id, body.testPapers, row.received_on)
  if (papers.length !== new Set(body.testPapers).size) {
    throw new ApiError(422, 'paper_not_in_dossier', { field: 'testPapers' })
  }
  const rules = await rulesOn(container, row.received_on)
  await refusing(async () => sheetPoints(setOf(rules.rubricOf(row.rubric_version), row.set_no), body.picks))
  return {
    papers_sound: body.papersSound,
    papers_note: body.papersNote,
    visited_on: body.visitedOn,
    visit_place: body.visitPlace,
    visit_note: body.visitNote,
    test_papers: body.testPapers,
    test_note: body.testNote,
    picks: body.picks,
    report: body.report,
    author_id: by.id,
    author_name: by.name,
  }
}
