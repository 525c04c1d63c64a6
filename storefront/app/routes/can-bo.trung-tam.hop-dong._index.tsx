import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { supply } from '#app/i18n/supply.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { atCentre } from '#app/lib/centre/centre-page.server.ts'
import { CONTRACTS_PAGE } from '#app/lib/centre/contract-path.ts'
import type { ContractList } from '#app/lib/centre/contract-types.ts'
import { formatDay } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const STATES = ['all', 'draft', 'active', 'soon', 'over', 'ended', 'terminated'] as const

/** `?q=` words, `?tt=` a standing; `?xong=xoa` says that a draft was deleted. */
export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const { searchParams } = new URL(args.request.url)
  const q = (searchParams.get('q') ?? '').slice(0, 100)
  const state = STATES.find((each) => each === searchParams.get('tt')) ?? 'all'
  const [{ contracts }, me] = await pageData(
    Promise.all([official.ask<ContractList>('/official/centre/contracts', { search: { q, state } }), official.desk()]),
  )
  const context = requestContext(args)
  const t = serverT(context, supply)
  return {
    head: deskHead(context, CONTRACTS_PAGE, t('title'), t('lead')),
    contracts,
    q,
    state,
    manages: me.verbs.includes('centre:manage'),
    dropped: searchParams.get('xong') === 'xoa',
  }
}

export default function ContractsRoute() {
  const t = useT(supply)
  const locale = useLocale()
  const { contracts, q, state, manages, dropped } = useLoaderData<typeof loader>()
  const filtered = q !== '' || state !== 'all'
  const make = manages ? (
    <LinkButton to={`${CONTRACTS_PAGE}/moi`} reloadDocument className="justify-self-start">
      {t('make')}
    </LinkButton>
  ) : null
  const count = (standing: string) => contracts.filter((contract) => contract.standing === standing).length
  return (
    <div className="wrap grid max-w-[60rem] gap-6 pb-14">
      <div>
        <CentreMenu />
        <PageHeader title={t('title')} lead={t('lead')}>
          {contracts.length > 0 || filtered ? make : null}
        </PageHeader>
        <div className="grid gap-4">
          {dropped ? (
            <Notice kind="success" live>
              {t('done_xoa')}
            </Notice>
          ) : null}
          <Notice>{t('money')}</Notice>
          {count('soon') > 0 ? <Notice kind="warning">{t('soonCount', { count: count('soon') })}</Notice> : null}
          {count('over') > 0 ? <Notice kind="warning">{t('overCount', { count: count('over') })}</Notice> : null}
          {manages ? null : <Notice>{t('managersOnly')}</Notice>}
        </div>
      </div>
      {contracts.length > 0 || filtered ? (
        <form method="get" className="grid gap-3 sm:grid-cols-[1.6fr_1fr_auto_auto] sm:items-end">
          <TextField name="q" type="search" label={t('find')} defaultValue={q} maxLength={100} />
          <SelectField name="tt" label={t('state')} defaultValue={state}>
            {STATES.map((each) => (
              <option key={each} value={each}>
                {t(`is_${each}`)}
              </option>
            ))}
          </SelectField>
          <Button look="quiet">{t('filter')}</Button>
          {filtered ? (
            <a className="link inline-flex min-h-11 items-center" href={CONTRACTS_PAGE}>
              {t('showAll')}
            </a>
          ) : null}
        </form>
      ) : null}
      {contracts.length === 0 ? (
        filtered ? (
          <p>{t('noneFits')}</p>
        ) : (
          <EmptyState title={t('noneTitle')} actions={make}>
            <p>{t('noneText')}</p>
          </EmptyState>
        )
      ) : (
        <>
          <ul className="work-list">
            {contracts.map((contract) => (
              <li key={contract.id} className="work-line">
                <h2 className="text-lg">
                  <a className="link inline-flex min-h-11 items-center" href={`${CONTRACTS_PAGE}/${contract.id}`}>
                    {contract.retailerName}
                  </a>
                </h2>
                <p className="tabular">
                  {contract.standing === 'soon' || contract.standing === 'over' ? (
                    <strong className="text-warn">{t(`is_${contract.standing}`)}</strong>
                  ) : (
                    t(`is_${contract.standing}`)
                  )}
                  {' · '}
                  {t('days', { from: formatDay(contract.fromDay, locale), to: formatDay(contract.toDay, locale) })}
                </p>
                <p className="text-sm text-muted">
                  {[
                    contract.number ?? t('noNumber'),
                    contract.seller?.name ?? contract.centreName,
                    ...contract.lines.slice(0, 3).map(({ title }) => title),
                    ...(contract.lines.length > 3 ? ['…'] : []),
                    ...(contract.sample ? [t('sample')] : []),
                  ].join(' · ')}
                </p>
              </li>
            ))}
          </ul>
          <p>
            <a
              className="link inline-flex min-h-11 items-center"
              href={`${CONTRACTS_PAGE}/tai?${new URLSearchParams({ q, tt: state })}`}
            >
              {t('file')}
            </a>
          </p>
        </>
      )}
    </div>
  )
}
