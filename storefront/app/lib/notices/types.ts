/** A notice, as `GET /producer/notices` and `GET /official/notices` give it. */
export interface NoticeView {
  id: string
  kind: string
  subject: { type: string; id: string }
  params: Record<string, unknown>
  at: string
  read: boolean
}

export interface NoticePage {
  notices: NoticeView[]
  next: string | null
  /** 100 stands for that many or more. */
  unread: number
}
