import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { checkDraft } from '../../../decisions/check-signing'
import { draftFacts } from '../../../decisions/draft-facts'
import type { ChangeDraftInput, DropDraftInput } from '../../../decisions/draft-input'
import { ApiError } from '../../../http/api-error'
import { RECOGNITION_MODULE } from '../../../modules/recognition'
import type { DecisionDraftDTO, DraftChange, RecognitionModuleService } from '../../../modules/recognition/service'
import { rulesOn } from '../../../rules/rules-on'

/** Changes an open draft, or drops it; the undo writes back what was there. Out: the draft before. */
export const changeDraftStep = createStep(
  'change-decision-draft',
  async (input: ChangeDraftInput | DropDraftInput, { container }) => {
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    const { draftId: id, version } = input
    let change: DraftChange = { id, version, state: 'dropped' }
    if ('content' in input) {
      const { authority, legalBasis, evaluationRef, content, today } = input
      const draft = await service.retrieveDecisionDraft(id)
      if (draft.kind !== content.kind) throw new ApiError(400, 'draft_kind_rows', { field: 'kind' })
      const rules = await rulesOn(container, today)
      const facts = await draftFacts(container, content)
      const { level, province_code: provinceCode } = draft
      checkDraft({ draft: content, level, provinceCode, date: today, rules, ...facts })
      change = {
        ...{ id, version, authority, legal_basis: legalBasis, evaluation_ref: evaluationRef },
        rows: content.rows as unknown as DecisionDraftDTO['rows'],
      }
    }
    const before = await service.changeDraft(change)
    return new StepResponse(before, before)
  },
  async (before, { container }) => {
    if (!before) return
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    const { id, version, authority, legal_basis, evaluation_ref, rows, state } = before
    await service.updateDecisionDrafts({ id, version, authority, legal_basis, evaluation_ref, rows, state })
  },
)
