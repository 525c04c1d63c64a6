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
  post_ended: { role: OfficialRole; unit: string; to: string }
}
export type NoticeKind = keyof NoticeKinds
