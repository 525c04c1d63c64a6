import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { centre } from '#app/i18n/centre.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { listProvinces } from '#app/lib/medusa/provinces.server.ts'
import { type ListedShop, listShops } from '#app/lib/medusa/shops.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = pageHeaders('catalogue')

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const [{ shops }, provinces] = await pageData(Promise.all([listShops(context), listProvinces(context)]))
  const t = serverT(context, centre)
  const head: PageHead = {
    title: t('publicTitle'),
    description: t('publicLead'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/diem-ban`,
    index: true,
  }
  const own = shops.filter((shop) => shop.ownedByCentre && shop.status === 'operating')
  const groups = provinces
    .map(({ code, name }) => ({ code, name, shops: own.filter(({ provinceCode }) => provinceCode === code) }))
    .filter((group) => group.shops.length > 0)
  return { head, groups, others: shops.filter((shop) => !shop.ownedByCentre && shop.status === 'operating') }
}

export default function ShopsRoute() {
  const t = useT(centre)
  const { groups, others } = useLoaderData<typeof loader>()
  return (
    <div className="wrap grid max-w-[60rem] gap-8 pb-14">
      <div>
        <Breadcrumbs crumbs={[{ label: t('publicTitle'), to: '/diem-ban' }]} />
        <PageHeader title={t('publicTitle')} lead={t('publicLead')}>
          <a className="link inline-flex min-h-11 items-center justify-self-start" href="/hoi-cho">
            {t('toFairs')}
          </a>
        </PageHeader>
        {groups.length > 1 ? (
          <nav aria-label={t('publicTitle')} className="flex flex-wrap gap-3">
            {groups.map(({ code, name }) => (
              <a key={code} className="chip" href={`#tinh-${code}`}>
                {name}
              </a>
            ))}
          </nav>
        ) : null}
      </div>
      {groups.map(({ code, name, shops }) => (
        <section key={code} id={`tinh-${code}`} className="grid gap-3" aria-labelledby={`ten-${code}`}>
          <h2 id={`ten-${code}`}>{name}</h2>
          <ShopList shops={shops} />
        </section>
      ))}
      {others.length > 0 ? (
        <section className="grid gap-3" aria-labelledby="noi-khac">
          <h2 id="noi-khac">{t('otherPlaces')}</h2>
          <ShopList shops={others} />
        </section>
      ) : null}
    </div>
  )
}

function ShopList({ shops }: { shops: readonly Pick<ListedShop, 'handle' | 'name' | 'address' | 'location'>[] }) {
  return (
    <ul className="work-list">
      {shops.map((shop) => (
        <li key={shop.handle} className="work-line">
          <a className="link inline-flex min-h-11 items-center font-semibold" href={`/diem-ban/${shop.handle}`}>
            {shop.name}
          </a>
          <p className="text-sm text-muted">{shop.address ?? shop.location}</p>
        </li>
      ))}
    </ul>
  )
}
