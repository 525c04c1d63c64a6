import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { checkDraft } from '../../../decisions/check-signing'
import { draftFacts } from '../../../decisions/draft-facts'
import { type DraftDecisionInput, decidingLevel } from '../../../decisions/draft-input'
import { RECOGNITION_MODULE } from '../../../modules/recognition'
import type { RecognitionModuleService } from '../../../modules/recognition/service'
import { rulesOn } from '../../../rules/rules-on'

/** Keeps a new draft; the undo takes it off the record. Out: its id. Throws what `checkDraft` throws. */
export const saveDraftStep = createStep(
  'save-decision-draft',
  async (
    { by, post, authority, legalBasis, evaluationRef, content, today, sample }: DraftDecisionInput,
    { container },
  ) => {
    const level = decidingLevel(post)
    const rules = await rulesOn(container, today)
    const facts = await draftFacts(container, content)
    checkDraft({ draft: content, level, provinceCode: post.provinceCode, date: today, rules, ...facts })
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    const { id } = await service.createDecisionDrafts({
      kind: content.kind,
      authority,
      level,
      province_code: post.provinceCode,
      legal_basis: legalBasis,
      evaluation_ref: evaluationRef,
      rows: content.rows as unknown as Record<string, unknown>,
      drafted_by: by.id,
      drafted_by_name: by.name,
      sample,
    })
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    await service.deleteDecisionDrafts(id)
  },
)
