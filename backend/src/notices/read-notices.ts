import type { MedusaContainer } from '@medusajs/framework/types'
import { NOTICE_MODULE } from '../modules/notice'
import type { NoticeModuleService, NoticeReader } from '../modules/notice/service'
import type { NoticesQuery } from './bodies'

/** Beyond this the count says "more". */
const MOST_COUNTED = 100

/** A notice, as its reader sees it. */
export interface NoticeView {
  id: string
  kind: string
  subject: { type: string; id: string }
  params: Record<string, unknown>
  /** UTC, ISO 8601. */
  at: string
  read: boolean
}

export interface NoticePage {
  notices: NoticeView[]
  /** What `before` gets for the next page; null on the last. */
  next: string | null
  unread: number
}

/** A page of a reader's notices, newest first, by keyset. */
export async function readNotices(
  container: MedusaContainer,
  reader: NoticeReader,
  { before, limit }: NoticesQuery,
): Promise<NoticePage> {
  const notices: NoticeModuleService = container.resolve(NOTICE_MODULE)
  const [rows, unread] = await Promise.all([
    notices.pageFor(reader, before ?? null, limit + 1),
    unreadNotices(container, reader),
  ])
  const shown = rows.slice(0, limit)
  return {
    notices: shown.map((row) => ({
      id: row.id,
      kind: row.kind,
      subject: { type: row.subject_type, id: row.subject_id },
      params: row.params,
      at: new Date(row.at).toISOString(),
      read: row.read_at !== null,
    })),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    unread,
  }
}

/** How many notices a reader has not read; 100 stands for that many or more. */
export async function unreadNotices(container: MedusaContainer, reader: NoticeReader): Promise<number> {
  const notices: NoticeModuleService = container.resolve(NOTICE_MODULE)
  return await notices.unreadFor(reader, MOST_COUNTED)
}
