import { Button } from '#app/components/button.tsx'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { evaluationPage, sittingPage, evaluation as words } from '#app/i18n/evaluation.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { ItemView, SheetLine, SittingPage } from '#app/lib/evaluation/types.ts'
import { formatNumber } from '#app/lib/format.ts'
import { ResultSentences } from './result-card.tsx'

interface SittingItemProps {
  item: ItemView
  page: Pick<SittingPage, 'conflictGrounds' | 'spreadLimit' | 'rights'>
  mode: SittingPage['sitting']['mode']
}

/** One dossier of an agenda: who has handed in, and once that is all, what was scored; with what the secretary may do. */
export function SittingItem({ item, page, mode }: SittingItemProps) {
  const t = useT(sittingPage)
  const list = useT(words)
  const { evaluation, progress, result, rights } = { ...item, rights: page.rights }
  return (
    <li className="card card-body grid gap-4">
      <div className="grid gap-1">
        <h3 className="text-lg">
          {item.position}. {evaluation.product}
        </h3>
        <p>{evaluation.producer}</p>
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
          <span className={item.state === 'revealed' ? 'mark mark-done' : 'mark'}>{t(`item_${item.state}`)}</span>
          <span>{list(`kind_${evaluation.kind}`)}</span>
          {item.scoringRound > 1 ? <span>{t('scoringRound', { round: item.scoringRound })}</span> : null}
          {progress.seats > 0 ? (
            <span>{t('submittedOf', { submitted: progress.submitted, seats: progress.seats })}</span>
          ) : null}
          <a className="link" href={`/can-bo/danh-gia/${evaluation.id}`}>
            {t('openEvaluation')}
          </a>
        </p>
      </div>
      {item.rescoreNotes.map((note, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: notes have no identity but the round they opened
        <p key={at}>{t('rescoredFor', { round: at + 2, note })}</p>
      ))}
      {item.sheets.length > 0 ? <SheetTable item={item} mode={mode} grounds={page.conflictGrounds} /> : null}
      {result === null && item.state === 'scoring' ? <p className="text-muted">{t('sealedHint')}</p> : null}
      {result === null ? null : <ItemResult item={item} limit={page.spreadLimit} />}
      {rights.prepare ? <SecretaryForms item={item} grounds={page.conflictGrounds} mode={mode} /> : null}
    </li>
  )
}

function SheetTable({
  item,
  mode,
  grounds,
}: {
  item: ItemView
  mode: SittingItemProps['mode']
  grounds: SittingPage['conflictGrounds']
}) {
  const t = useT(sittingPage)
  const locale = useLocale()
  const why = (sheet: SheetLine) => {
    const ground = grounds.find(({ code }) => code === sheet.conflictGround)?.[locale]
    return [ground, sheet.excludedReason].filter(Boolean).join('. ')
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse
    <section className="overflow-x-auto" tabIndex={0} aria-label={`${t('sheetState')}: ${item.evaluation.product}`}>
      <table className="w-full text-left">
        <thead>
          <tr className="border-b border-line-strong">
            {(['member', 'sheetState', 'points', 'opinion'] as const).map((name) => (
              <th key={name} scope="col" className="py-2 pe-3">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {item.sheets.map((sheet) => (
            <tr key={sheet.id} className="border-b border-line align-top">
              <th scope="row" className="py-2 pe-3 font-normal">
                {sheet.member}
                {item.scoringRound > 1 ? (
                  <span className="block text-sm text-muted">{t('scoringRound', { round: sheet.scoringRound })}</span>
                ) : null}
              </th>
              <td className="py-2 pe-3">
                {t(`sheet_${sheet.state}`)}
                {sheet.own && sheet.state === 'draft' ? (
                  <a className="link block" href={`/can-bo/cham/${sheet.id}`}>
                    {t('yourSheet')}
                  </a>
                ) : null}
                {why(sheet) ? <span className="block text-sm text-muted">{why(sheet)}</span> : null}
              </td>
              <td className="tabular py-2 pe-3">
                {sheet.open === null || (sheet.own && item.result === null)
                  ? sheet.state === 'draft' || sheet.state === 'submitted'
                    ? t('sealed')
                    : ''
                  : sheet.open.points === null
                    ? ''
                    : formatNumber(sheet.open.points, locale)}
              </td>
              <td className="py-2">
                {sheet.open === null || item.result === null ? '' : sheet.open.opinion}
                {mode === 'written_opinion' && sheet.open?.stance && item.result !== null ? (
                  <span className="mark ms-2">{t(`stance_${sheet.open.stance}`)}</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ItemResult({ item, limit }: { item: ItemView; limit: number }) {
  const t = useT(sittingPage)
  const outcome = useT(evaluationPage)
  const list = useT(words)
  const locale = useLocale()
  const { result, evaluation } = item
  if (result === null) return null
  const outcomeKey = `outcome_${evaluation.outcome}`
  return (
    <div className="grid gap-2">
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <div>
          <dt className="text-sm text-muted">{t('mean')}</dt>
          <dd className="tabular text-lg font-semibold">
            {result.mean === null ? '' : formatNumber(result.mean, locale)}
          </dd>
        </div>
        <div>
          <dt className="text-sm text-muted">{t('spread')}</dt>
          <dd className="tabular">
            {t('spreadValue', { spread: formatNumber(result.spread, locale), limit: formatNumber(limit, locale) })}
          </dd>
        </div>
      </dl>
      <ResultSentences sentences={result.sentences} />
      {item.disagrees ? <p className="font-semibold">{t('disagrees')}</p> : null}
      {evaluation.outcome !== null && Object.hasOwn(evaluationPage, outcomeKey) ? (
        <p>
          <span className="mark mark-done me-2">{list(`state_${evaluation.state}`)}</span>
          {outcome(outcomeKey as 'outcome_certified')}
        </p>
      ) : null}
    </div>
  )
}

/** Forms of the secretary; `viec` names the act, `item` the agenda item. Labels name the product, so that each is one of a kind. */
function SecretaryForms({
  item,
  grounds,
  mode,
}: {
  item: ItemView
  grounds: SittingPage['conflictGrounds']
  mode: SittingItemProps['mode']
}) {
  const t = useT(sittingPage)
  const list = useT(words)
  const locale = useLocale()
  const { evaluation, result } = item
  const current = item.sheets.filter(({ scoringRound }) => scoringRound === item.scoringRound)
  const waiting = current.filter(({ state }) => state === 'draft')
  const rescores = item.state === 'revealed' && result?.rescore === true && mode === 'meeting'
  const settles = evaluation.state === 'scored' && result !== null && !result.rescore && !item.disagrees
  const adjourns = item.state === 'waiting' || item.state === 'scoring' || item.disagrees
  const named = (label: string) => `${label}: ${evaluation.product}`
  return (
    <div className="grid gap-3">
      {settles ? (
        <form method="post">
          <input type="hidden" name="evaluation" value={evaluation.id} />
          <input type="hidden" name="version" value={evaluation.version} />
          <Button name="viec" value="chot">
            {t('settle', { product: evaluation.product })}
          </Button>
        </form>
      ) : null}
      {rescores ? (
        <form method="post" className="grid gap-3">
          <input type="hidden" name="item" value={item.id} />
          <h4 className="font-semibold">{t('rescoreTitle')}</h4>
          <TextAreaField
            name="note"
            label={named(t('rescoreNote'))}
            hint={t('rescoreHint')}
            maxLength={1000}
            required
          />
          <p>
            <Button name="viec" value="cham-lai">
              {t('rescore')}
            </Button>
          </p>
        </form>
      ) : null}
      {current
        .filter(({ state }) => state === 'absent' && item.state === 'scoring')
        .map((sheet) => (
          <form key={sheet.id} method="post">
            <input type="hidden" name="item" value={item.id} />
            <input type="hidden" name="memberId" value={sheet.memberId} />
            <Button look="quiet" name="viec" value="cho-cham">
              {t('readmit', { name: sheet.member })}
            </Button>
          </form>
        ))}
      {item.state === 'scoring' && waiting.length > 0 ? (
        <details className="fold">
          <summary>{named(t('excludeTitle'))}</summary>
          <form method="post" className="grid gap-3 pt-2">
            <input type="hidden" name="item" value={item.id} />
            <SelectField name="memberId" label={named(t('excludeMember'))}>
              {waiting.map((sheet) => (
                <option key={sheet.id} value={sheet.memberId}>
                  {sheet.member}
                </option>
              ))}
            </SelectField>
            <SelectField name="ground" label={named(t('excludeWhy'))}>
              <option value="">{t('absent')}</option>
              {grounds.map((ground) => (
                <option key={ground.code} value={ground.code}>
                  {ground[locale]}
                </option>
              ))}
            </SelectField>
            <TextField name="reason" label={named(t('excludeReason'))} maxLength={1000} required />
            <p>
              <Button look="quiet" name="viec" value="khong-cham">
                {t('exclude')}
              </Button>
            </p>
          </form>
        </details>
      ) : null}
      {adjourns ? (
        <details className="fold" open={item.disagrees}>
          <summary>{named(t('adjournTitle'))}</summary>
          <form method="post" className="grid gap-3 pt-2">
            <input type="hidden" name="item" value={item.id} />
            <p>{t('adjournHint')}</p>
            <p>
              <Button look="quiet" name="viec" value="hoan">
                {t('adjourn')}
              </Button>
            </p>
          </form>
        </details>
      ) : null}
      {evaluation.draftedIn === null ? null : <p className="mark mark-done">{list('state_result')}</p>}
    </div>
  )
}
