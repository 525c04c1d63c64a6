/** What can be done in the officials' workspace (docs/recognition.md, Officials). */
export type OfficialVerb =
  | 'dossier:read'
  | 'dossier:return'
  | 'dossier:pass_on'
  | 'advice:write'
  | 'sitting:prepare'
  | 'sheet:score'
  | 'decision:draft'
  | 'decision:sign'
  | 'decision:import'
  | 'register:read'
  | 'post_inspection:plan'
  | 'post_inspection:record'
  | 'report:read'
  | 'report:release'
  | 'audit:read'
  | 'person:read'
  | 'centre:sell'
  | 'centre:stock'
  | 'centre:manage'

export type OfficialRole =
  | 'commune_officer'
  | 'commune_leader'
  | 'advisor'
  | 'council_secretary'
  | 'council_member'
  | 'council_chair'
  | 'province_officer'
  | 'province_leader'
  | 'centre_seller'
  | 'centre_manager'
  | 'ministry_officer'
  | 'ministry_leader'

/** A post that counts today. Days are yyyy-mm-dd at +07, `to` is the last one, included. */
export interface OfficialPost {
  id: string
  role: OfficialRole
  level: 'commune' | 'province' | 'ministry'
  provinceCode: string | null
  communeCode: string | null
  centreId: string | null
  provinceName: string | null
  communeName: string | null
  unitName: string
  from: string
  to: string | null
  verbs: OfficialVerb[]
}

/** `GET /official/me`. */
export interface OfficialDesk {
  official: { id: string; name: string; sample: boolean }
  today: string
  posts: OfficialPost[]
  /** What may be done under any of the posts. */
  verbs: OfficialVerb[]
  unreadNotices: number
}

/** One line of the work list (`GET /official/duties`); the title is `duty_{key}` of the catalogue `official-duties`. */
export interface Duty {
  key: string
  count: number
  path: string
  dueOn: string | null
  overdue: boolean
}
export interface WorkList {
  duties: Duty[]
  /** False when some part could not be asked. */
  whole: boolean
}

/** One day of `GET /official/calendar`; `working` is null in a year whose holidays are not on record. */
export interface CalendarDay {
  day: string
  working: boolean | null
  holiday: { vi: string; en: string } | null
  workedInstead: boolean
}
export interface MonthCalendar {
  /** yyyy-mm. */
  month: string
  today: string
  days: CalendarDay[]
  /** What is due in the month. */
  duties: Duty[]
  whole: boolean
}

/** A line of the journal (`GET /official/audit`). */
export interface AuditEntry {
  id: string
  at: string
  actor: { type: string; id: string; name: string }
  post: { role: OfficialRole; unitName: string } | null
  verb: string
  subject: { type: string; id: string }
  provinceName: string | null
  communeName: string | null
  details: Record<string, unknown>
  undoes: string | null
}
export interface AuditPage {
  entries: AuditEntry[]
  next: string | null
}
