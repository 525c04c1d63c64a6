import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { ShopFields, shopDetails } from '#app/components/centre/shop-fields.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { StarBadge } from '#app/components/star-badge.tsx'
import { centre } from '#app/i18n/centre.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { badgeState } from '#app/lib/badge-state.ts'
import { atCentre, shopPath, textsOf, tryWrite } from '#app/lib/centre/centre-page.server.ts'
import type { ShopDesk } from '#app/lib/centre/types.ts'
import { formatDay, formatMoment, formatMoney } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const [desk, me] = await pageData(Promise.all([official.ask<ShopDesk>(shopPath(args.params.shop)), official.desk()]))
  const context = requestContext(args)
  return {
    head: deskHead(context, `/can-bo/trung-tam/${desk.shop.id}`, desk.shop.name, desk.shop.address ?? ''),
    desk,
    manages: me.verbs.includes('centre:manage'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const values = await textsOf(args.request)
  const work = official.ask(shopPath(args.params.shop), {
    method: 'POST',
    body: shopDetails(values),
    headers: inLanguage(locale),
  })
  return (
    (await tryWrite(work, values)) ?? redirect(`/can-bo/trung-tam/${encodeURIComponent(args.params.shop ?? '')}`, 303)
  )
}

export default function CentreShopRoute() {
  const t = useT(centre)
  const locale = useLocale()
  const { desk, manages } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { shop, goods } = desk
  return (
    <div className="wrap grid max-w-[60rem] gap-6 pb-14">
      <div>
        <CentreMenu shop={shop} />
        <PageHeader title={shop.name} lead={shop.address} />
        <p className="text-sm text-muted">{t('asOf', { at: formatMoment(desk.asOf, locale) })}</p>
      </div>
      {goods.length === 0 ? (
        <p>{t('noStock')}</p>
      ) : (
        <ul className="work-list">
          {goods.map((item) => (
            <li key={item.variantId} className="work-line grid gap-1">
              <p className="font-semibold">
                {item.productTitle}, {item.variantTitle}
              </p>
              <p className="text-sm text-muted">{item.producerName}</p>
              <StarBadge state={badgeState(item.badge)} />
              <p className="tabular">
                {t('left', { count: item.quantity })} ·{' '}
                {item.price === null ? t('noPrice') : formatMoney(item.price, locale)}
              </p>
              <p className="text-sm">
                {item.lots
                  .map((lot) =>
                    [
                      `${lot.lotNo === '' ? t('noLot') : `${t('lot')} ${lot.lotNo}`}: ${lot.quantity}`,
                      ...(lot.expiresOn === null ? [] : [t('expires', { day: formatDay(lot.expiresOn, locale) })]),
                    ].join(', '),
                  )
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
      {manages ? (
        <section className="grid gap-4" aria-labelledby="sua">
          <h2 id="sua">{t('changeShop')}</h2>
          {refused ? (
            <Notice kind="warning" live>
              {refused.sentence}
            </Notice>
          ) : null}
          <form method="post" className="grid gap-4">
            <ShopFields shop={shop} provinceCode={shop.provinceCode ?? ''} values={refused?.values ?? {}} />
            <Button>{t('save')}</Button>
          </form>
        </section>
      ) : null}
    </div>
  )
}
