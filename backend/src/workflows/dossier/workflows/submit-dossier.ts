import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { DOSSIER_ACTS } from '../../../dossiers/transitions'
import type { DossierActor, DossierChange } from '../../../modules/dossier/service'
import type { NoticeDraft } from '../../../notices/notify'
import { notifyStep } from '../../notice/steps/notify'
import { changeDossierStep } from '../steps/change-dossier'
import { requireCompleteStep } from '../steps/require-complete'

export interface SubmitDossierInput {
  dossierId: string
  version: number
  actor: DossierActor
  /** The day of filing at +07, and the moment, UTC ISO 8601. */
  day: string
  at: string
}

/**
 * Hands a complete dossier to the commune, or answers its return: it gets its receipt number and the commune's last day, and both sides
 * are told. Throws what `requireCompleteStep` and `changeDossierStep` throw.
 */
export const submitDossierWorkflow = createWorkflow('submit-dossier', (input: SubmitDossierInput) => {
  const check = transform({ input }, ({ input: { dossierId, version, day } }) => ({
    ...{ dossierId, version, day },
    confirmed: false,
  }))
  const ready = requireCompleteStep(check)
  const change = transform({ input, ready }, ({ input: given, ready: found }): DossierChange => {
    const answer = found.state === 'returned'
    const { from, to } = DOSSIER_ACTS[answer ? 'answer' : 'submit']
    return {
      ...{ dossierId: given.dossierId, version: given.version, from, to, actor: given.actor },
      act: answer ? 'answered' : 'submitted',
      set: { due_on: found.dueOn, ...(answer ? {} : { submitted_at: new Date(given.at) }) },
      receipt: { year: Number(given.day.slice(0, 4)), format: found.receiptFormat },
      answersReturn: answer,
    }
  })
  changeDossierStep(change)
  const news = transform({ input, ready }, ({ input: given, ready: found }): NoticeDraft[] => {
    const subject = { type: 'dossier', id: given.dossierId }
    const params = { product: found.productName, dueOn: found.dueOn }
    const dedupe = `${given.dossierId}:${given.version}`
    const { provinceCode, communeCode, producerId } = found
    return [
      { audience: { producerId }, kind: 'dossier_received', subject, params, dedupeKey: `received:${dedupe}` },
      {
        audience: { provinceCode, communeCode, verb: 'dossier:pass_on' },
        ...{ kind: 'dossier_waiting', subject, params, dedupeKey: `waiting:${dedupe}` },
      },
    ]
  })
  notifyStep(news)
  return new WorkflowResponse(input.dossierId)
})
