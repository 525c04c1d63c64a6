import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatUnitCode } from '@sao-lang/traceability/verify'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { TextField } from '#app/components/field.tsx'
import { BatchStates } from '#app/components/labels/batch-states.tsx'
import { ChangeOutcome } from '#app/components/labels/change-outcome.tsx'
import { stretchesText, useSay } from '#app/components/labels/label-words.ts'
import { NoLabelsNotice } from '#app/components/labels/no-labels-notice.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { labels } from '#app/i18n/labels.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay, formatMoment } from '#app/lib/format.ts'
import { batchPage, oneLabel } from '#app/lib/labels/batch-page.server.ts'
import { refusedProducts } from '#app/lib/labels/goods-choices.ts'
import { labelsHead } from '#app/lib/labels/labels-head.server.ts'
import { withoutSheet } from '#app/lib/labels/printed-stretches.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?tem=` looks one label up; `?moi`, `?thay` and `?viec` tell what was just done. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { searchParams } = new URL(args.request.url)
  const page = await batchPage(producer, args.params.batch)
  const { batchNo } = page.batch
  const typed = searchParams.get('tem')?.trim().slice(0, 512) ?? ''
  const found = typed === '' ? null : await pageData(oneLabel(producer, String(batchNo), typed))
  const desk = await pageData(producer.desk())
  return {
    head: labelsHead(args, (t) => t('batch', { no: String(batchNo) })),
    page,
    typed,
    found,
    owner: desk.member.role === 'owner',
    refused: refusedProducts(desk.products.filter(({ id }) => id === page.batch.productRef)),
    isNew: searchParams.has('moi'),
    replaces: /^\d{1,9}$/.exec(searchParams.get('thay') ?? '')?.[0] ?? null,
    done: searchParams.has('viec') ? Object.fromEntries(searchParams) : null,
  }
}

export default function LabelBatchRoute() {
  const t = useT(labels)
  const say = useSay()
  const locale = useLocale()
  const { head, page, typed, found, owner, refused, isNew, replaces, done } = useLoaderData<typeof loader>()
  const { batch, states, changes, sheets, firstCode, lastCode } = page
  const at = `/chu-the/tem/${batch.batchNo}`
  const rest = withoutSheet(batch.size, sheets)
  return (
    <div className="wrap max-w-[48rem] pb-14">
      <BackLink to="/chu-the/tem">{t('backToList')}</BackLink>
      <PageHeader
        title={head.title}
        lead={`${batch.productName ?? batch.productRef} · ${t('countLabels', { count: batch.size })}`}
      />
      <div className="grid gap-10">
        {isNew ? (
          <Notice kind="success" live>
            <p>{t('made')}</p>
          </Notice>
        ) : null}
        {replaces === null ? null : (
          <Notice kind="success" live>
            <p>{t('replaced', { no: replaces })}</p>
          </Notice>
        )}
        {refused.length > 0 ? <NoLabelsNotice refused={refused} /> : null}
        {done === null ? null : <ChangeOutcome told={done} at={at} />}

        <section aria-labelledby="to-in" className="grid gap-4">
          <h2 id="to-in">{t('printed')}</h2>
          <p>
            {sheets.length === 0
              ? t('printedNone')
              : rest.length === 0
                ? t('printedAll')
                : t('printedRest', { stretches: stretchesText(say, rest.slice(0, 5)) })}
          </p>
          {sheets.length === 0 ? null : (
            <ul className="label-list">
              {sheets.map((sheet) => (
                <li key={sheet.sheetNo}>
                  <a className="card label-line" href={`/chu-the/tem/to-in/${sheet.sheetNo}`}>
                    <span className="font-semibold">
                      {t('sheetLine', { from: sheet.from + 1, to: sheet.to, format: say(`format_${sheet.format}`) })}
                    </span>
                    <span className="text-sm text-muted">
                      {t('sheetMade', { at: formatMoment(sheet.madeAt, locale) })}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          )}
          <p>
            <LinkButton
              large
              look={rest.length === 0 ? 'quiet' : 'primary'}
              reloadDocument
              to={`${at}/in${rest[0] ? `?tu=${rest[0].from + 1}&den=${rest[0].to}` : ''}`}
            >
              {t('print')}
            </LinkButton>
          </p>
        </section>

        <section aria-labelledby="trang-thai" className="grid gap-4">
          <h2 id="trang-thai">{t('states')}</h2>
          <BatchStates states={states} size={batch.size} />
          <div className="flex flex-wrap gap-3">
            <LinkButton look="quiet" reloadDocument to={`${at}/viec`}>
              {t('toChange')}
            </LinkButton>
            <LinkButton look="quiet" reloadDocument to={`${at}/in-lai`}>
              {t('toReprint')}
            </LinkButton>
          </div>
          {changes.length === 0 ? null : (
            <details>
              <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('history')}</summary>
              <ul className="grid gap-3 pt-2">
                {changes.map((change) => (
                  <li key={`${change.at} ${change.first} ${change.action}`}>
                    <p>
                      {t('historyLine', {
                        action: say(`action_${change.action}`),
                        from: change.first + 1,
                        to: change.last + 1,
                      })}
                      {change.refused > 0 ? ` (${t('historyRefused', { count: change.refused })})` : ''}
                    </p>
                    <p className="text-sm text-muted">
                      {formatMoment(change.at, locale)}
                      {change.note === null ? '' : ` · ${change.note}`}
                    </p>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>

        <section aria-labelledby="tim" className="grid gap-4">
          <h2 id="tim">{t('find')}</h2>
          <form method="get" action={at} className="flex flex-wrap items-end gap-3" noValidate>
            <TextField
              className="min-w-0 flex-1"
              name="tem"
              label={t('findHint')}
              error={typed !== '' && found === null ? t('foundNone') : null}
              defaultValue={typed}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={300}
            />
            <Button look="quiet">{t('findSubmit')}</Button>
          </form>
          {found === null ? null : (
            <div className="card card-body grid gap-2" role="status">
              <p className="font-semibold">{t('found', { n: found.index + 1, state: say(`state_${found.state}`) })}</p>
              <p className="code">{formatUnitCode(found.code)}</p>
              <ul className="grid gap-1">
                {found.history.map((entry) => (
                  <li key={`${entry.at} ${entry.action}`} className="text-sm">
                    {formatMoment(entry.at, locale)}: {say(`action_${entry.action}`)}
                    {entry.done ? '' : ` (${t('notDone')})`}
                    {entry.note === null ? '' : `, ${entry.note}`}
                  </li>
                ))}
              </ul>
              <p>
                <a className="link" href={`/q/${found.code}`}>
                  /q/{formatUnitCode(found.code)}
                </a>
              </p>
            </div>
          )}
        </section>

        <section aria-labelledby="tren-tem" className="grid gap-4">
          <h2 id="tren-tem">{t('facts')}</h2>
          <dl className="facts">
            <dt>{t('factProduct')}</dt>
            <dd>{batch.productName ?? batch.productRef}</dd>
            <dt>{t('factLot')}</dt>
            <dd>{batch.lotCode ?? t('noLot')}</dd>
            {batch.packedOn === null ? null : (
              <>
                <dt>{t('packedOn')}</dt>
                <dd>{formatDay(batch.packedOn, locale)}</dd>
              </>
            )}
            {batch.bestBefore === null ? null : (
              <>
                <dt>{t('bestBefore')}</dt>
                <dd>{formatDay(batch.bestBefore, locale)}</dd>
              </>
            )}
            {batch.printedLines.length === 0 ? null : (
              <>
                <dt>{t('factLines')}</dt>
                <dd>{batch.printedLines.join(' / ')}</dd>
              </>
            )}
            <dt>{t('factMade')}</dt>
            <dd>{formatMoment(batch.issuedAt, locale)}</dd>
            <dt>{t('factFirst')}</dt>
            <dd className="code">{formatUnitCode(firstCode)}</dd>
            <dt>{t('factLast', { n: batch.size })}</dt>
            <dd className="code">{formatUnitCode(lastCode)}</dd>
          </dl>
          {batch.scratch && owner ? (
            <div className="grid gap-2">
              <p>
                <LinkButton look="quiet" reloadDocument to={`${at}/ma-cao.csv`}>
                  {t('hiddenList')}
                </LinkButton>
              </p>
              <p className="field-hint">{t('hiddenListHint')}</p>
            </div>
          ) : null}
        </section>
      </div>
    </div>
  )
}
