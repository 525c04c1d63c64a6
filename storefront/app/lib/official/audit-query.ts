import { audit } from '#app/i18n/audit.ts'

/** Kinds of subject that the journal can be filtered by. */
export const SUBJECT_TYPES = Object.keys(audit).flatMap((key) => (key.startsWith('type_') ? [key.slice(5)] : []))

/** What the journal's page asks for. */
export interface AuditFilter {
  day: string
  type: string
  id: string
  before: string
  /** False when what was given as a day is none; it is left out then. */
  dayValid: boolean
}

/** Reads `?ngay=`, `?loai=`, `?ma=` and `?truoc=`; what cannot be is left out. */
export function readAuditFilter(search: URLSearchParams): AuditFilter {
  const text = (name: string) => (search.get(name) ?? '').trim()
  const day = text('ngay')
  const dayValid = day === '' || isDay(day)
  const type = text('loai')
  return {
    day: dayValid ? day : '',
    type: SUBJECT_TYPES.includes(type) ? type : '',
    id: text('ma').slice(0, 200),
    before: /^audit_\w{1,60}$/.test(text('truoc')) ? text('truoc') : '',
    dayValid,
  }
}

/** The question for `GET /official/audit`. */
export function auditSearch({ day, type, id, before }: AuditFilter): Record<string, string> {
  const all = { day, subjectType: type, subjectId: id, before }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

/** The address of the journal's page with this filter, from `before` on. */
export function auditPath({ day, type, id }: Pick<AuditFilter, 'day' | 'type' | 'id'>, before = ''): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ngay: day, loai: type, ma: id, truoc: before })) {
    if (value !== '') search.set(name, value)
  }
  return `/can-bo/nhat-ky${search.size > 0 ? `?${search}` : ''}`
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}
