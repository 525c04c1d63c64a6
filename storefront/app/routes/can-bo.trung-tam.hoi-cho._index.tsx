import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { FairDays } from '#app/components/centre/fair-days.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { fairs as words } from '#app/i18n/fairs.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { atCentre } from '#app/lib/centre/centre-page.server.ts'
import type { ListedFair } from '#app/lib/centre/fair-types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const PATH = '/can-bo/trung-tam/hoi-cho'

/** The centre's fairs: open ones, those to come, those that are over. */
export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const [{ fairs }, me] = await pageData(
    Promise.all([official.ask<{ fairs: ListedFair[] }>('/official/centre/fairs'), official.desk()]),
  )
  const context = requestContext(args)
  const t = serverT(context, words)
  return { head: deskHead(context, PATH, t('title'), t('lead')), fairs, manages: me.verbs.includes('centre:manage') }
}

export default function FairsRoute() {
  const t = useT(words)
  const { fairs, manages } = useLoaderData<typeof loader>()
  const make = manages ? (
    <LinkButton to={`${PATH}/moi`} reloadDocument className="justify-self-start">
      {t('make')}
    </LinkButton>
  ) : null
  return (
    <div className="wrap grid max-w-[60rem] gap-6 pb-14">
      <div>
        <CentreMenu />
        <PageHeader title={t('title')} lead={t('lead')}>
          {fairs.length > 0 ? make : null}
        </PageHeader>
      </div>
      {manages ? null : <Notice>{t('managersOnly')}</Notice>}
      {fairs.length === 0 ? (
        <EmptyState title={t('noneTitle')} actions={make}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <ul className="work-list">
          {fairs.map((fair) => (
            <li key={fair.id} className="work-line">
              <h2 className="text-lg">
                <a className="link inline-flex min-h-11 items-center" href={`${PATH}/${fair.id}`}>
                  {fair.name}
                </a>
              </h2>
              <p className="text-sm text-muted">
                {t(`state_${fair.state}`)} · <FairDays {...fair} /> · {fair.place}
                {fair.sample ? ` · ${t('sample')}` : ''}
              </p>
              <p>{t('counts', { booths: fair.booths, entries: fair.entries })}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
