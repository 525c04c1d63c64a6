import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { ShopFields, shopDetails } from '#app/components/centre/shop-fields.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { centre } from '#app/i18n/centre.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { atCentre, textsOf, tryWrite } from '#app/lib/centre/centre-page.server.ts'
import type { CentreDesk } from '#app/lib/centre/types.ts'
import { formatMoney } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const PATH = '/can-bo/trung-tam'

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const [desk, me] = await pageData(Promise.all([official.ask<CentreDesk>('/official/centre'), official.desk()]))
  const context = requestContext(args)
  const t = serverT(context, centre)
  return {
    head: deskHead(context, PATH, t('title'), t('lead')),
    desk,
    manages: me.verbs.includes('centre:manage'),
    key: randomUUID(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const values = await textsOf(args.request)
  const work = official.ask('/official/centre/shops', {
    method: 'POST',
    body: shopDetails(values),
    headers: inLanguage(locale),
  })
  return (await tryWrite(work, values)) ?? redirect(PATH, 303)
}

export default function CentreRoute() {
  const t = useT(centre)
  const locale = useLocale()
  const { desk, manages } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  // Booths of fairs that are over are told of with their fair.
  const shops = desk.shops.filter(({ kind, status }) => kind !== 'fair_booth' || status !== 'closed')
  return (
    <div className="wrap grid max-w-[60rem] gap-6 pb-14">
      <div>
        <CentreMenu />
        <PageHeader
          title={desk.centre.name}
          lead={t('lead')}
          eyebrow={desk.centre.sample ? t('sample') : desk.centre.unit}
        />
      </div>
      {shops.length === 0 ? (
        <EmptyState title={t('noShopsTitle')}>
          <p>{t('noShopsText')}</p>
        </EmptyState>
      ) : (
        <ul className="work-list">
          {shops.map((shop) => (
            <li key={shop.id} className="work-line grid gap-2">
              <h2 className="text-lg">
                <a className="link" href={`${PATH}/${shop.id}`}>
                  {shop.name}
                </a>
              </h2>
              <p className="text-sm text-muted">
                {[shop.address, t(statusWord(shop.status))].filter(Boolean).join(' · ')}
              </p>
              <p>{t('pieces', { count: shop.pieces, producers: shop.producers })}</p>
              <p>{t('openTotal', { count: shop.openSales, total: formatMoney(shop.openTotal, locale) })}</p>
              {shop.expiringSoon > 0 ? <p className="text-sm">{t('expiring', { count: shop.expiringSoon })}</p> : null}
              {shop.waiting > 0 ? (
                <Notice kind="warning">
                  <a className="link" href={`${PATH}/${shop.id}/chot#cho-xu-ly`}>
                    {t('waiting', { count: shop.waiting })}
                  </a>
                </Notice>
              ) : null}
              <div className="flex flex-wrap gap-3">
                <LinkButton to={`${PATH}/${shop.id}/quay`} reloadDocument>
                  {t('till')}
                </LinkButton>
                <LinkButton look="quiet" to={`${PATH}/${shop.id}/phieu`} reloadDocument>
                  {t('papers')}
                </LinkButton>
                <LinkButton look="quiet" to={`${PATH}/${shop.id}/chot`} reloadDocument>
                  {t('close')}
                </LinkButton>
              </div>
            </li>
          ))}
        </ul>
      )}
      {manages ? (
        <section className="grid gap-4" aria-labelledby="mo-diem">
          <h2 id="mo-diem">{t('openShop')}</h2>
          {refused ? (
            <Notice kind="warning" live>
              {refused.sentence}
            </Notice>
          ) : null}
          <form method="post" className="grid gap-4">
            <ShopFields shop={null} provinceCode={desk.centre.provinceCode} values={refused?.values ?? {}} />
            <Button large>{t('openShop')}</Button>
          </form>
        </section>
      ) : null}
    </div>
  )
}

function statusWord(status: string): 'operating' | 'planned' | 'closed' {
  return status === 'planned' || status === 'closed' ? status : 'operating'
}
