import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { DOSSIER_ACTS } from '../../../dossiers/transitions'
import type { DossierActor, DossierChange } from '../../../modules/dossier/service'
import type { NoticeDraft } from '../../../notices/notify'
import type { AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { notifyStep } from '../../notice/steps/notify'
import { changeDossierStep } from '../steps/change-dossier'
import { requireCompleteStep } from '../steps/require-complete'

export interface PassOnDossierInput {
  dossierId: string
  version: number
  actor: DossierActor
  day: string
  at: string
  audit: AuditDraft
}

/**
 * Passes a dossier on to the province (QĐ 26/2026 art. 7): only a complete one, and only when the commune has confirmed every item it
 * answers for. Producer and province are told. Throws what `requireCompleteStep` and `changeDossierStep` throw.
 */
export const passOnDossierWorkflow = createWorkflow('pass-on-dossier', (input: PassOnDossierInput) => {
  const check = transform({ input }, ({ input: { dossierId, version, day } }) => ({
    ...{ dossierId, version, day },
    confirmed: true,
  }))
  const ready = requireCompleteStep(check)
  const change = transform({ input }, ({ input: { dossierId, version, actor, at } }): DossierChange => {
    const { from, to } = DOSSIER_ACTS.pass_on
    return { dossierId, version, from, to, actor, act: 'passed_on', set: { passed_on_at: new Date(at) } }
  })
  changeDossierStep(change)
  const news = transform({ input, ready }, ({ input: { dossierId }, ready: found }): NoticeDraft[] => {
    const subject = { type: 'dossier', id: dossierId }
    const params = { product: found.productName }
    const { producerId, provinceCode } = found
    return [
      { audience: { producerId }, kind: 'dossier_passed_on', subject, params, dedupeKey: `passed_on:${dossierId}` },
      {
        audience: { provinceCode, verb: 'sitting:prepare' },
        ...{ kind: 'dossier_arrived', subject, params, dedupeKey: `arrived:${dossierId}` },
      },
    ]
  })
  notifyStep(news)
  auditStep(input.audit)
  return new WorkflowResponse(input.dossierId)
})
