import type { AuditActor, AuditDraft, AuditValue } from '../../officials/record-audit'

/** Who does it, and where it belongs: what the journal needs beside the deed itself. */
export interface Doer {
  actor: AuditActor
  place: AuditDraft['place']
}

/** The journal's entry of a deed. */
export function deed(
  { actor, place }: Doer,
  verb: AuditDraft['verb'],
  type: 'inspection_plan' | 'post_inspection' | 'revocation_proposal' | 'mark_artwork',
  id: string,
  details: Readonly<Record<string, AuditValue>> = {},
): AuditDraft {
  return { actor, verb, subject: { type, id }, place, details }
}
