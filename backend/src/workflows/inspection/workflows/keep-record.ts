import { createHash } from 'node:crypto'
import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { InspectorScope } from '../../../http/inspector-scope'
import type { RecordBody } from '../../../inspectors/bodies'
import { attachPhotosStep } from '../steps/attach-photos'
import { keepRecordStep } from '../steps/keep-record'

export interface KeepRecordInput {
  scope: Pick<InspectorScope, 'inspectorId' | 'sample'>
  record: RecordBody
  /** When it came, UTC ISO 8601. */
  receivedAt: string
}

/** Keeps a record with its photos, once however often it is sent. Out: its id, and whether it is new. */
export const keepInspectionRecordWorkflow = createWorkflow('keep-inspection-record', (input: KeepRecordInput) => {
  const row = transform({ input }, ({ input: { scope, record, receivedAt } }) => {
    // What the clock shows while sending differs each time the same record is sent.
    const { requestKey, deviceNow, ...content } = record
    const skew = Date.parse(deviceNow) - Date.parse(receivedAt)
    return {
      inspector_id: scope.inspectorId,
      request_key: requestKey,
      content_hash: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
      province_code: record.provinceCode,
      place: record.place,
      found_at: new Date(Date.parse(record.foundAt) - skew),
      clock_skew_ms: Math.max(-2_000_000_000, Math.min(2_000_000_000, skew)),
      scanned: record.scanned,
      product_ref: record.productRef,
      product_name: record.productName,
      seller: record.seller,
      findings: record.findings,
      notes: record.notes,
      verdict: record.verdict,
      follow_up_by: record.followUpBy,
      sample: scope.sample,
    }
  })
  const kept = keepRecordStep(row)
  attachPhotosStep(
    transform({ input, kept }, (given) => ({
      inspectorId: given.input.scope.inspectorId,
      recordId: given.kept.id,
      files: given.input.record.photos,
    })),
  )
  return new WorkflowResponse(kept)
})
