import type { MedusaContainer } from '@medusajs/framework/types'
import type { OfficialScope } from '../official-scope'

/** What there can be to do; the storefront's catalogue `i18n/official-duties.ts` has a title for each as `duty_{key}`. */
export type DutyKey =
  | 'post_ends'
  | 'report_due'
  | 'dossiers_waiting'
  | 'evaluations_receive'
  | 'evaluations_advise'
  | 'evaluations_prepare'
  | 'sheets_score'
  | 'evaluations_decide'
  | 'inspection_planned'
  | 'follow_up_overdue'
  | 'follow_up_answered'
  | 'revocation_proposed'

/** One line of an official's work list: things of a kind that are due on one day. */
export interface Duty {
  key: DutyKey
  count: number
  /** The page where they are done, below `/can-bo`. */
  path: `/can-bo${string}`
  /** Last day at +07, yyyy-mm-dd; null without a deadline. */
  dueOn: string | null
  overdue: boolean
}

/** Finds the duties of one kind. It looks at what the official's posts may do, and gives nothing when they may not. */
export type DutyProvider = (container: MedusaContainer, official: OfficialScope) => Promise<Duty[]>
