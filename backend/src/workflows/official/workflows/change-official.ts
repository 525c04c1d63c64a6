import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { setPasswordStep } from '../../producer/steps/set-password'
import { changeOfficialStep, type OfficialChange } from '../steps/change-official'

export type ChangeOfficialInput = OfficialChange & { password?: string | undefined; by: AuditActor }

/** Changes an official, suspends or frees the account, or gives it a new password. Throws NOT_FOUND. Out: the id. */
export const changeOfficialWorkflow = createWorkflow('change-official', (input: ChangeOfficialInput) => {
  const email = changeOfficialStep(transform({ input }, ({ input: { password: _, by: __, ...rest } }) => rest))
  setPasswordStep(
    transform({ input, email }, (given) => ({ email: given.email, password: given.input.password ?? null })),
  )
  auditStep(
    transform(
      { input },
      ({ input: { by, officialId, status, name, phone, password } }): AuditDraft => ({
        actor: by,
        verb: 'official:change',
        subject: { type: 'official', id: officialId },
        place: { provinceCode: null, communeCode: null },
        details: {
          ...(status === undefined ? {} : { status }),
          changed: [
            ...(name === undefined ? [] : ['name']),
            ...(phone === undefined ? [] : ['phone']),
            ...(password === undefined ? [] : ['password']),
          ],
        },
      }),
    ),
  )
  return new WorkflowResponse(transform({ input }, ({ input: { officialId } }) => officialId))
})
