import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { labels } from '#app/i18n/labels.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { type Say, useSay } from './label-words.ts'

/** What was just noted about labels, told in the query of the page that follows; with a way back where there is one. */
export function ChangeOutcome({ told, at }: { told: Record<string, string>; at: string }) {
  const t = useT(labels)
  const say = useSay()
  const changed = whole(told.doi)
  const kept = Object.entries(told).flatMap(([name, units]) =>
    name.startsWith('giu.') ? [{ reason: name.slice(4), units: whole(units) }] : [],
  )
  const back = told.viec === undefined || changed === 0 ? null : BACK[told.viec]
  return (
    <Notice kind={changed > 0 ? 'success' : 'warning'} live>
      <p>{changed > 0 ? t('done', { count: changed }) : t('doneNone')}</p>
      {kept.map(({ reason, units }) => (
        <p key={reason}>{t('kept', { count: units, why: reasonText(say, reason) })}</p>
      ))}
      {back && told.tu && told.den ? (
        <p className="pt-2">
          <LinkButton
            look="quiet"
            reloadDocument
            to={`${at}/viec?${new URLSearchParams({ action: back, first: told.tu, last: told.den })}`}
          >
            {t('undo')}
          </LinkButton>
        </p>
      ) : null}
    </Notice>
  )
}

/** What takes an action back. */
const BACK: Readonly<Record<string, string>> = {
  sell: 'return',
  give_sample: 'return',
  export: 'return',
  lock: 'unlock',
  report_stolen: 'report_found',
}

function reasonText(say: Say, reason: string): string {
  if (reason === 'undo_too_late') return say('whyUndoLate')
  if (reason === 'undo_elsewhere') return say('whyUndoElsewhere')
  return say(`state_${reason.replace(/^(?:already|is)_/, '')}`).toLowerCase()
}

function whole(text: string | undefined): number {
  return /^\d{1,7}$/.test(text ?? '') ? Number(text) : 0
}
