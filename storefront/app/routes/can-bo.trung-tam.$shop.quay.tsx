import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { TillDesk } from '#app/components/centre/till.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { centre } from '#app/i18n/centre.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { atCentre, shopPath } from '#app/lib/centre/centre-page.server.ts'
import type { ShopDesk } from '#app/lib/centre/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const [desk, me] = await pageData(Promise.all([official.ask<ShopDesk>(shopPath(args.params.shop)), official.desk()]))
  const context = requestContext(args)
  const t = serverT(context, centre)
  return {
    head: deskHead(
      context,
      `/can-bo/trung-tam/${desk.shop.id}/quay`,
      t('tillTitle', { shop: desk.shop.name }),
      t('scanHint'),
    ),
    desk,
    seller: me.official.id,
  }
}

export default function TillRoute() {
  const t = useT(centre)
  const { desk, seller } = useLoaderData<typeof loader>()
  useTillWorker(desk.shop.id)
  return (
    <div className="wrap grid max-w-[44rem] gap-4 pb-14">
      <div>
        <CentreMenu shop={desk.shop} />
        <PageHeader title={t('tillTitle', { shop: desk.shop.name })} />
      </div>
      <TillDesk desk={desk} seller={seller} />
    </div>
  )
}

/** The worker that keeps this page on the device, so that it opens without a network. */
function useTillWorker(shopId: string) {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    navigator.serviceWorker
      .register('/centre-worker.js', { scope: '/can-bo/trung-tam/' })
      .then(() => navigator.serviceWorker.ready)
      .then((registration) => {
        if (navigator.onLine) registration.active?.postMessage({ keep: `/can-bo/trung-tam/${shopId}/quay` })
      })
      // Without it the page needs a network to open; sales are kept all the same.
      .catch(() => undefined)
  }, [shopId])
}
