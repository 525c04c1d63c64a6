import type { MedusaContainer } from '@medusajs/framework/types'
import type { OfficialVerb } from '../officials/official-verbs'
import { notifyWorkflow } from '../workflows/notice/workflows/notify'
import type { NoticeKind, NoticeKinds } from './kinds'

/**
 * Whom to tell: a producer's people, one official, one customer, or whoever holds a post with this verb at exactly this place (a commune's when
 * `communeCode` is given, else the province's; the ministry's when `provinceCode` is null).
 */
export type NoticeAudience =
  | { producerId: string }
  | { officialId: string }
  | { customerId: string }
  | { provinceCode: string | null; communeCode?: string | null; verb: OfficialVerb }

/** One piece of news. The same audience is told the same `dedupeKey` once. */
export type NoticeDraft = {
  [Kind in NoticeKind]: {
    audience: NoticeAudience
    kind: Kind
    /** What it is about; the page that is linked is found from it. */
    subject: { type: string; id: string }
    params: NoticeKinds[Kind]
    dedupeKey: string
  }
}[NoticeKind]

/** Tells people with an account. Within a workflow take `notifyStep`, whose undo takes the news back. Out: ids of the new notices. */
export async function notify(container: MedusaContainer, drafts: NoticeDraft | NoticeDraft[]): Promise<string[]> {
  const { result } = await notifyWorkflow(container).run({ input: [drafts].flat() })
  return result
}
