import type { ReportKind } from '../modules/scan-report/kinds'

interface ReportRow {
  id: string
  receipt: string
  code: string | null
  kind: ReportKind
  message: string | null
  contact: string | null
  photo: string | null
  handled_at: Date | null
  handled_by: string | null
  handled_note: string | null
  erased_at: Date | null
  created_at: Date
}

/** A report as the staff see it. The photo has an address of its own. */
export function toReportView(row: ReportRow) {
  return {
    id: row.id,
    receipt: row.receipt,
    code: row.code,
    kind: row.kind,
    message: row.message,
    contact: row.contact,
    hasPhoto: row.photo !== null,
    createdAt: row.created_at,
    handledAt: row.handled_at,
    handledBy: row.handled_by,
    handledNote: row.handled_note,
    erasedAt: row.erased_at,
  }
}
