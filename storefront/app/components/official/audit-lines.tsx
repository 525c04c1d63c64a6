import { audit } from '#app/i18n/audit.ts'
import type { Translate } from '#app/i18n/messages.ts'
import { official } from '#app/i18n/official.ts'
import { officialVerbs } from '#app/i18n/official-verbs.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import { roleWord } from '#app/lib/notices/notice-text.ts'
import type { AuditEntry } from '#app/lib/official/types.ts'
import { verbWord } from '#app/lib/official/verb-word.ts'
import { Day } from '../day.tsx'

/** Lines of the journal: who did what to what, when, under which post; details fold out. */
export function AuditLines({ entries }: { entries: readonly AuditEntry[] }) {
  const t = useT(audit)
  const words = useT(official)
  const verb = useT(officialVerbs)
  return (
    <ol className="work-list">
      {entries.map((entry) => {
        const place = [entry.communeName, entry.provinceName].filter((name) => name !== null).join(', ')
        return (
          <li key={entry.id} className="work-line">
            <p>
              <span className="font-semibold">{entry.actor.name}</span>
              {entry.post === null ? (
                <span className="text-muted"> ({actorWord(entry.actor.type, t)})</span>
              ) : (
                <span className="text-muted">
                  {' '}
                  ({roleWord(entry.post.role, words)}, {entry.post.unitName})
                </span>
              )}
              : {verbWord(entry.verb, verb)}
            </p>
            {entry.undoes === null ? null : (
              <p>
                <span className="mark mark-warn">{t('undone')}</span>
              </p>
            )}
            <p className="text-sm text-muted">
              <Day value={entry.at} moment /> · {typeWord(entry.subject.type, t)} {entry.subject.id}
              {place === '' ? '' : ` · ${place}`}
            </p>
            <Details details={entry.details} />
          </li>
        )
      })}
    </ol>
  )
}

function Details({ details }: { details: Record<string, unknown> }) {
  const t = useT(audit)
  const words = useT(official)
  const locale = useLocale()
  const shown = Object.entries(details).filter(([, value]) => !(Array.isArray(value) && value.length === 0))
  if (shown.length === 0) return null
  const written = (value: unknown): string => {
    if (value === null) return t('none')
    if (typeof value === 'boolean') return value ? t('yes') : t('no')
    if (Array.isArray(value)) return value.map(written).join('; ')
    const text = String(value)
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text, locale) : text
  }
  return (
    <details className="text-sm">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-muted underline underline-offset-4">
        {t('details')}
      </summary>
      <dl className="grid gap-x-4 gap-y-1 pb-2 sm:grid-cols-[max-content_1fr]">
        {shown.map(([name, value]) => (
          <div key={name} className="sm:contents">
            <dt className="text-muted">{detailWord(name, t)}</dt>
            <dd>{name === 'role' ? roleWord(String(value), words) : written(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function actorWord(type: string, t: Translate<typeof audit>): string {
  if (type === 'user') return t('operator')
  return type === 'producer' ? t('producer') : t('system')
}

function typeWord(type: string, t: Translate<typeof audit>): string {
  return wordOr(`type_${type}`, type, t)
}

function detailWord(name: string, t: Translate<typeof audit>): string {
  return wordOr(`detail_${name}`, name, t)
}

/** The word for a key; what this page does not know keeps its code. */
function wordOr(key: string, code: string, t: Translate<typeof audit>): string {
  return Object.hasOwn(audit, key) ? t(key as keyof typeof audit) : code
}
