import type { AuditEntryDTO } from '../modules/audit/service'
import type { PlaceNames } from './place-names'

/** A line of the journal, as officials read it. */
export interface AuditView {
  id: string
  /** UTC, ISO 8601. */
  at: string
  actor: { type: string; id: string; name: string }
  post: { role: string; unitName: string } | null
  verb: string
  subject: { type: string; id: string }
  provinceCode: string | null
  communeCode: string | null
  details: Record<string, unknown>
  /** The entry whose deed was taken back. */
  undoes: string | null
}
export type NamedAuditView = AuditView & PlaceNames

export function toAuditView(row: AuditEntryDTO): AuditView {
  return {
    id: row.id,
    at: new Date(row.at).toISOString(),
    actor: { type: row.actor_type, id: row.actor_id, name: row.actor_name },
    post: row.post_role === null ? null : { role: row.post_role, unitName: row.post_unit ?? '' },
    verb: row.verb,
    subject: { type: row.subject_type, id: row.subject_id },
    provinceCode: row.province_code,
    communeCode: row.commune_code,
    details: row.details,
    undoes: row.undoes,
  }
}
