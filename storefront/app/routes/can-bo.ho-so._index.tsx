import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button, buttonClass } from '#app/components/button.tsx'
import { DossierMark } from '#app/components/dossier/dossier-mark.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { SelectField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { dossier as words } from '#app/i18n/dossier.ts'
import { dossierIntake } from '#app/i18n/dossier-intake.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { officialDossierPath } from '#app/lib/dossier/paths.ts'
import type { OfficialDossiers } from '#app/lib/dossier/types.ts'
import { formatDay } from '#app/lib/format.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const STATES = [
  'submitted',
  'in_review',
  'returned',
  'passed_on',
  'evaluated',
  'decided',
  'withdrawn',
  'refused',
] as const
const FILTERS = ['open', 'overdue', 'all'] as const

/** `?loc=` picks a step of the way, `?sau=` goes on. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const { searchParams } = new URL(args.request.url)
  const asked = searchParams.get('loc')
  const state = [...STATES, ...FILTERS].find((each) => each === asked) ?? 'open'
  const offset = Number(searchParams.get('sau'))
  const page = await pageData(
    official.ask<OfficialDossiers>('/official/dossiers', {
      search: { state, offset: Number.isInteger(offset) && offset > 0 ? offset : 0 },
    }),
  )
  const context = requestContext(args)
  const t = serverT(context, dossierIntake)
  return { head: deskHead(context, '/can-bo/ho-so', t('title'), t('lead')), state, ...page }
}

export default function OfficialDossiersRoute() {
  const t = useT(dossierIntake)
  const word = useT(words)
  const locale = useLocale()
  const { state, dossiers, next, today, overdue } = useLoaderData<typeof loader>()
  return (
    <div className="wrap max-w-[60rem] pb-14">
      <PageHeader title={t('title')} lead={t('lead')} />
      {overdue > 0 ? (
        <div className="pb-4">
          <Notice kind="warning">
            <a className="underline underline-offset-4" href="/can-bo/ho-so?loc=overdue">
              {t('overdue', { count: overdue })}
            </a>
          </Notice>
        </div>
      ) : null}
      <form method="get" action="/can-bo/ho-so" className="flex flex-wrap items-end gap-3 pb-6">
        <SelectField name="loc" label={t('filter')} defaultValue={state}>
          {FILTERS.map((each) => (
            <option key={each} value={each}>
              {t(`filter_${each}`)}
            </option>
          ))}
          {STATES.map((each) => (
            <option key={each} value={each}>
              {word(`state_${each}`)}
            </option>
          ))}
        </SelectField>
        <Button look="quiet">{t('filter')}</Button>
      </form>
      {dossiers.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <ul className="work-list">
          {dossiers.map(({ id, product, producerName, kind, set, receiptNumber, dueOn, state: at, sample }) => {
            const waits = at === 'submitted' || at === 'in_review'
            return (
              <li key={id} className="work-line">
                <p className="flex flex-wrap items-center gap-2">
                  <a
                    className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
                    href={officialDossierPath(id)}
                  >
                    {product.name}
                  </a>
                  <DossierMark state={at} />
                  {waits && dueOn !== null && dueOn < today ? (
                    <span className="mark mark-warn">{t('late')}</span>
                  ) : null}
                  {sample ? <span className="mark">{word('sampleNote')}</span> : null}
                </p>
                <p className="field-hint">
                  {producerName} · {word(`kind_${kind}`)} · {word('set', { no: set.no, name: set.name })}
                </p>
                <p>
                  {receiptNumber === null ? null : word('receipt', { number: receiptNumber })}
                  {waits && dueOn !== null ? <> · {word('due', { day: formatDay(dueOn, locale) })}</> : null}
                </p>
              </li>
            )
          })}
        </ul>
      )}
      {next === null ? null : (
        <p className="pt-6">
          <a
            className={buttonClass('quiet', false)}
            href={`/can-bo/ho-so?${new URLSearchParams({ loc: state, sau: String(next) })}`}
          >
            {t('more')}
          </a>
        </p>
      )}
    </div>
  )
}
