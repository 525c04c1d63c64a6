import type { OfficialRole } from '../modules/official/roles'

/**
 * What can be told, and what its sentence is filled in with; days are yyyy-mm-dd. The sentences are in the storefront's catalogue
 * `i18n/notices.ts`: a kind is added there too.
 */
export interface NoticeKinds {
  star_given: { product: string; stars: number; to: string }
  star_extended: { product: string; to: string }
  star_suspended: { product: string; from: string }
  star_restored: { product: string; stars: number; from: string }
  star_expired: { product: string; from: string }
  star_revoked: { product: string; from: string }
  post_given: { role: OfficialRole; unit: string; from: string }
  dossier_received: { product: string; dueOn: string }
  dossier_waiting: { product: string; dueOn: string }
  dossier_withdrawn: { product: string }
  dossier_returned: { product: string; deadline: string; count: number }
  dossier_passed_on: { product: string }
  dossier_arrived: { product: string }
  post_ended: { role: OfficialRole; unit: string; to: string }
  evaluation_received: { product: string; level: 'province' | 'ministry'; dueOn: string }
  evaluation_result: { product: string; points: number; stars: number; outcome: string }
  evaluation_closed: { product: string; reason: string }
  sitting_called: { day: string; place: string; mode: 'meeting' | 'written_opinion'; products: number }
  sheets_revealed: { product: string }
  rescore_called: { product: string; note: string }
  post_inspection_concluded: { product: string; on: string; count: number }
  follow_up_answered: { product: string }
  follow_up_accepted: { product: string; on: string }
  follow_up_refused: { product: string; on: string }
  revocation_proposed: { product: string; on: string }
  revocation_decided: { product: string; number: string; on: string }
  seller_suspended: { reason: string; until: string }
  seller_lifted: Record<string, never>
  agreement_proposed: { centre: string; percent: string }
  agreement_withdrawn: { centre: string }
  agreement_accepted: { producer: string; from: string }
  agreement_declined: { producer: string; reason: string }
  agreement_ended: { party: string; on: string }
  paper_expires: { title: string; on: string }
}
export type NoticeKind = keyof NoticeKinds
