import type { OfficialRole } from '../modules/official/roles'

/**
 * What can be told, and what its sentence is filled in with; days are yyyy-mm-dd. The sentences are in the storefront's catalogue
 * `i18n/notices.ts`: a kind is added there too.
 */
export interface NoticeKinds {
  post_given: { role: OfficialRole; unit: string; from: string }
  post_ended: { role: OfficialRole; unit: string; to: string }
}
export type NoticeKind = keyof NoticeKinds
