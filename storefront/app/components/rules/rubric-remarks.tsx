import type { RubricMend, RubricQuestion } from '@sao-lang/traceability/verify/rating'
import { rules } from '#app/i18n/rules.ts'
import { useT } from '#app/i18n/use-locale.ts'

/** What was mended against the printed copy, and what is still in doubt; nothing when there is neither. */
export function RubricRemarks({
  mends,
  questions,
}: {
  mends: readonly RubricMend[]
  questions: readonly RubricQuestion[]
}) {
  const t = useT(rules)
  return (
    <>
      {questions.length > 0 ? (
        <section className="grid gap-3" aria-labelledby="con-ngo">
          <h2 id="con-ngo">{t('questions')}</h2>
          <ul className="grid max-w-[72ch] gap-2">
            {questions.map((question) => (
              <li key={`${question.sets} ${question.code} ${question.text}`} className="border-t border-line pt-2">
                <span className="text-muted">
                  {question.sets === 'all' ? t('questionAll') : t('questionSets', { sets: question.sets })},{' '}
                  {t('item', { code: question.code })}:
                </span>{' '}
                <span lang="vi">{question.text}.</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {mends.length > 0 ? (
        <section className="grid gap-3" aria-labelledby="da-sua">
          <h2 id="da-sua">{t('mends')}</h2>
          <p className="max-w-[68ch] text-muted">{t('mendsLead')}</p>
          <ul className="grid max-w-[72ch] gap-2">
            {mends.map((mend) => (
              <li key={`${mend.setNo} ${mend.code} ${mend.what}`} className="border-t border-line pt-2">
                <span className="text-muted">
                  {t('questionSets', { sets: String(mend.setNo) })}, {t('item', { code: mend.code })}:
                </span>{' '}
                <span lang="vi">{mend.reason}.</span>{' '}
                <span className="text-sm text-muted">
                  {[
                    mend.printed === null ? null : t('mendPrinted', { printed: mend.printed }),
                    mend.used === null ? null : t('mendUsed', { used: mend.used }),
                  ]
                    .filter((part) => part !== null)
                    .join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
