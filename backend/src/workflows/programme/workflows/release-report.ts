import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { ReportReleaseRow } from '../../../modules/programme/service'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { releaseReportStep } from '../steps/release-report'

/**
 * Hands a report in as it stands; later entries do not change it. Throws ApiError 422 `report_note_missing` and 409 `conflict`.
 * Out: its id and edition.
 */
export const releaseReportWorkflow = createWorkflow(
  'release-report',
  (input: { row: ReportReleaseRow; by: AuditActor }) => {
    const released = releaseReportStep(transform({ input }, (given) => given.input.row))
    auditStep(
      transform(
        { input, released },
        ({ input: { row, by }, released: { id, edition } }): AuditDraft => ({
          actor: by,
          verb: 'report:release',
          subject: { type: 'report', id },
          place: { provinceCode: row.province_code, communeCode: null },
          details: { period: row.period, edition, sha256: row.sha256 },
        }),
      ),
    )
    return new WorkflowResponse(released)
  },
)
