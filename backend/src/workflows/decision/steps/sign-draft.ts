import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { decisionRow, effectsOfSigning } from '../../../decisions/check-signing'
import { draftFacts } from '../../../decisions/draft-facts'
import { decidingLevel, type SignDecisionInput } from '../../../decisions/draft-input'
import { readDraftRows } from '../../../decisions/draft-rows'
import { ApiError } from '../../../http/api-error'
import { RECOGNITION_MODULE } from '../../../modules/recognition'
import { numberFree } from '../../../modules/recognition/number-free'
import type { RecognitionModuleService } from '../../../modules/recognition/service'
import { fourEyes } from '../../../officials/four-eyes'
import { rulesOn } from '../../../rules/rules-on'

/**
 * Makes a draft a decision with all that follows from it; the undo opens the draft again. Out: ids, and the place, for the journal.
 * Throws ApiError: `four_eyes`, `draft_not_open`, `decision_number_used`, and what `effectsOfSigning` throws.
 */
export const signDraftStep = createStep(
  'sign-decision-draft',
  async (input: SignDecisionInput, { container }) => {
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    const draft = await service.retrieveDecisionDraft(input.draftId)
    if (draft.state !== 'draft' || draft.version !== input.version) throw new ApiError(409, 'draft_not_open')
    fourEyes(draft.drafted_by, input.by.id)
    const sameLevel = decidingLevel(input.post) === draft.level
    if (!sameLevel) throw new ApiError(422, 'decision_not_authorised', { field: 'level' })
    const content = readDraftRows(draft.kind, draft.rows)
    const { date, today, lateReason, number, signatories } = input
    const effects = effectsOfSigning({
      draft: content,
      level: draft.level,
      provinceCode: draft.province_code,
      rules: await rulesOn(container, date),
      ...(await draftFacts(container, content)),
      ...{ date, today, lateReason },
    })
    const { changes, ...rows } = effects
    const signed = await numberFree(
      service.signDraft({
        draft_id: draft.id,
        version: draft.version,
        signed_by: input.by.id,
        decision: decisionRow(draft, draft.kind, { number, date, signatories }, changes),
        ...rows,
        recognitions: rows.recognitions.map((row) => ({ ...row, sample: draft.sample })),
      }),
    )
    return new StepResponse(
      {
        decisionId: signed.decision_id,
        recognitionIds: signed.recognition_ids,
        kind: draft.kind,
        provinceCode: draft.province_code,
        dossierIds: content.rows.flatMap((row) => ('dossierId' in row && row.dossierId ? [row.dossierId] : [])),
      },
      signed,
    )
  },
  async (signed, { container }) => {
    if (!signed) return
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    await service.unsignDraft(signed)
  },
)
