import type { OfficialRole } from '../modules/official/roles'

/**
 * What can be told, and what its sentence is filled in with; days are yyyy-mm-dd. The sentences are in the storefront's catalogue
 * `i18n/notices.ts`: a kind is added there too.
 */
export interface NoticeKinds {
  post_given: { role: OfficialRole; unit: string; from: string }
  dossier_received: { product: string; dueOn: string }
  dossier_waiting: { product: string; dueOn: string }
  dossier_withdrawn: { product: string }
  dossier_returned: { product: string; deadline: string; count: number }
  dossier_passed_on: { product: string }
  dossier_arrived: { product: string }
  post_ended: { role: OfficialRole; unit: string; to: string }
  paper_expires: { title: string; on: string }
}
export type NoticeKind = keyof NoticeKinds
