import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { scratch } from '#app/i18n/scratch.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoment } from '#app/lib/format.ts'
import type { ScratchResult } from '#app/lib/trace/scratch.server.ts'

/**
 * Asks for the hidden code of a label, and says what came of it. A POST to the page's own address: a link preview or a
 * scanner sends GET and uses nothing up.
 */
export function ScratchForm({ result }: { result: ScratchResult | null }) {
  const t = useT(scratch)
  const settled = result?.kind === 'answered' && !(result.answer.result === 'wrong' && result.answer.triesLeft)
  return (
    <section id="ma-cao" className="card card-body print-hidden grid gap-4">
      <h2>{t('title')}</h2>
      {result ? <ScratchAnswerNotice result={result} /> : <p>{t('lead')}</p>}
      {settled ? null : (
        <form method="post" action="#ma-cao" className="grid gap-4" noValidate>
          <TextField
            label={t('label')}
            hint={t('hint')}
            error={result?.kind === 'malformed' ? t('malformed') : null}
            name="scratch"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            enterKeyHint="go"
            maxLength={40}
            required
          />
          <Button large look="quiet" className="justify-self-start">
            {t('submit')}
          </Button>
        </form>
      )}
    </section>
  )
}

function ScratchAnswerNotice({ result }: { result: ScratchResult }) {
  const t = useT(scratch)
  const locale = useLocale()
  if (result.kind === 'malformed') return null
  if (result.kind !== 'answered') {
    return (
      <Notice kind="warning" live>
        <p>{t(result.kind === 'too_many' ? 'tooMany' : 'unavailable')}</p>
      </Notice>
    )
  }
  const { result: outcome, confirmedAt, lockedUntil, provinceName, triesLeft } = result.answer
  const date = confirmedAt ? formatMoment(confirmedAt, locale) : ''
  switch (outcome) {
    case 'confirmed':
      return (
        <Notice kind="success" title={t('confirmed')} live>
          <p>{t('confirmedAt', { date })}</p>
        </Notice>
      )
    case 'already_confirmed':
      return (
        <Notice kind="warning" title={t('already')} live>
          <p>{provinceName ? t('alreadyIn', { date, province: provinceName }) : t('alreadyAt', { date })}</p>
          <p>{t('alreadyAdvice')}</p>
        </Notice>
      )
    case 'wrong':
      return (
        <Notice kind="warning" title={t('wrong')} live>
          <p>{triesLeft ? t('wrongLeft', { count: triesLeft }) : t('wrongLast')}</p>
        </Notice>
      )
    case 'locked':
      return (
        <Notice kind="warning" title={t('locked')} live>
          <p>{t('lockedUntil', { date: lockedUntil ? formatMoment(lockedUntil, locale) : '' })}</p>
        </Notice>
      )
  }
}
