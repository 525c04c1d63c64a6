import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { knownOf } from '../../../dossiers/producer-dossiers'
import { readRecord } from '../../../dossiers/read-record'
import { ApiError } from '../../../http/api-error'

export interface CompletenessInput {
  dossierId: string
  /** The version the writer saw. */
  version: number
  /** The day of filing or of passing on, yyyy-mm-dd at +07. */
  day: string
  /** Also ask that the commune has confirmed all its items. */
  confirmed: boolean
}

/**
 * The gate before the commune and the one after it ask the same question. Changes nothing.
 * Out: what the next steps write and tell. Throws ApiError 404; 409 `dossier_changed` when somebody saved in between; 422
 * `dossier_incomplete` with everything that is missing; 422 `dossier_not_confirmed` with the commune's open items; 409
 * `dossier_answer_late` for the answer to a return after its last day.
 */
export const requireCompleteStep = createStep(
  'require-complete-dossier',
  async ({ dossierId, version, day, confirmed }: CompletenessInput, { container }) => {
    const record = await readRecord(container, dossierId, {})
    const { dossier } = record
    if (dossier.version !== version) throw new ApiError(409, 'dossier_changed')
    const asked = record.returns.find(({ answered_at }) => answered_at === null)
    if (dossier.state === 'returned' && asked && asked.deadline < day) throw new ApiError(409, 'dossier_answer_late')
    const [{ missing }, rules] = await knownOf(container, record, day)
    if (missing.length > 0) throw new ApiError(422, 'dossier_incomplete', { extra: { missing } })
    if (confirmed) {
      const open = rules.papers.communeConfirms
        .map(({ code }) => code)
        .filter((code) => !record.confirmations.some((found) => found.item === code && found.confirmed))
      if (open.length > 0) throw new ApiError(422, 'dossier_not_confirmed', { extra: { open } })
    }
    return new StepResponse({
      state: dossier.state,
      dueOn: rules.workingDayAfter(day, rules.windows.communeWorkingDays),
      receiptFormat: rules.productCode,
      producerId: dossier.producer_id,
      productName: dossier.product_name,
      provinceCode: dossier.province_code,
      communeCode: dossier.commune_code,
    })
  },
)
