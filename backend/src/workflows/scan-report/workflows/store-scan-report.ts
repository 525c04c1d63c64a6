import { createWorkflow, transform, WorkflowResponse, when } from '@medusajs/framework/workflows-sdk'
import { uploadFilesStep } from '@medusajs/medusa/core-flows'
import { keepScanReportStep, type ScanReportRow } from '../steps/keep-scan-report'

export interface StoreScanReportInput {
  report: Omit<ScanReportRow, 'photo'>
  /** `filename` without folders, beginning with `private-`: no public address leads to such files. */
  photo: { filename: string; mediaType: string; content: string } | null
}

/** Stores the photo of a report, when it has one, and the report. Out: the receipt number. */
export const storeScanReportWorkflow = createWorkflow('store-scan-report', (input: StoreScanReportInput) => {
  const stored = when({ input }, ({ input: given }) => given.photo !== null).then(() =>
    uploadFilesStep(
      transform({ input }, ({ input: { photo } }) => ({
        files: photo
          ? [
              {
                filename: photo.filename,
                mimeType: photo.mediaType,
                content: photo.content,
                access: 'private' as const,
              },
            ]
          : [],
      })),
    ),
  )
  const row = transform({ input, stored }, ({ input: { report }, stored: files }) => ({
    ...report,
    photo: files?.[0]?.id ?? null,
  }))
  return new WorkflowResponse(keepScanReportStep(row))
})
