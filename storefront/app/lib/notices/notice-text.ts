import type { Locale } from '#app/i18n/locale.ts'
import { type Translate, translator } from '#app/i18n/messages.ts'
import { noticeList, notices } from '#app/i18n/notices.ts'
import { official } from '#app/i18n/official.ts'
import { dossierPath, officialDossierPath, paperPath } from '#app/lib/dossier/paths.ts'
import { formatDay } from '#app/lib/format.ts'
import type { NoticeView } from './types.ts'

type Reader = 'producer' | 'official'

/** The page of what a notice is about, by its type and for each kind of reader; a type without one has no link. */
const PAGES: Readonly<Record<string, Partial<Record<Reader, (id: string) => string>>>> = {
  official: { official: () => '/can-bo#chuc-vu' },
  paper: { producer: (id) => paperPath(id) },
  dossier: { official: officialDossierPath, producer: (id) => dossierPath(id) },
  star: { producer: () => '/chu-the/ho-so' },
  sitting: { official: (id) => `/can-bo/phien/${id}` },
  post_inspection: {
    official: (id) => `/can-bo/hau-kiem/${encodeURIComponent(id)}`,
    producer: (id) => `/chu-the/hau-kiem#${encodeURIComponent(id)}`,
  },
  centre_agreement: {
    official: () => '/can-bo/trung-tam/thoa-thuan',
    producer: () => '/chu-the/thoa-thuan',
  },
  revocation_proposal: { official: () => '/can-bo/hau-kiem#de-nghi', producer: () => '/chu-the/nhan-hieu' },
}

/** The sentence of a notice: days and roles among its params are written out. A kind this page does not know yet has a general one. */
export function noticeText({ kind, params }: Pick<NoticeView, 'kind' | 'params'>, locale: Locale): string {
  if (!Object.hasOwn(notices, kind)) return translator(locale, noticeList)('unknown')
  const filled = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, written(name, value, locale)]))
  // The params of a kind are the backend's to give; a placeholder without one stays visible as such.
  const t = translator(locale, notices) as (key: string, params: Record<string, string | number>) => string
  return t(kind, filled)
}

/** Where a notice leads; null when it only tells. */
export function noticePage({ subject }: Pick<NoticeView, 'subject'>, reader: Reader): string | null {
  return PAGES[subject.type]?.[reader]?.(subject.id) ?? null
}

function written(name: string, value: unknown, locale: Locale): string | number {
  if (typeof value === 'number') return value
  const text = String(value ?? '')
  if (name === 'role') return roleWord(text, translator(locale, official))
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text, locale) : text
}

/** What a role is called; a role this page does not know keeps its code. */
export function roleWord(role: string, t: Translate<typeof official>): string {
  const key = `role_${role}`
  return Object.hasOwn(official, key) ? t(key as 'role_advisor') : role
}
