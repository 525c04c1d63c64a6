import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { seller } from '#app/i18n/seller.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('personal')

/** Why and how to sell here. */
export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, seller)
  const url = `${env().STOREFRONT_URL}/ban-hang`
  return { head: { title: t('whyTitle'), description: t('whyLead'), locale: context.locale, url, index: true } }
}

export default function SellRoute() {
  const t = useT(seller)
  return (
    <div className="wrap pb-14">
      <Breadcrumbs crumbs={[{ label: t('whyTitle'), to: '/ban-hang' }]} />
      <PageHeader title={t('whyTitle')} lead={t('whyLead')} />
      <div className="grid gap-8">
        <p className="flex flex-wrap gap-3">
          <LinkButton large to="/ban-hang/dang-ky">
            {t('begin')}
          </LinkButton>
          <LinkButton large look="quiet" to="/chu-the/dang-nhap">
            {t('signIn')}
          </LinkButton>
        </p>
        <div className="grid gap-6 md:grid-cols-2">
          {(['why1', 'why2', 'why3', 'why4'] as const).map((key) => (
            <section key={key} className="card card-body grid content-start gap-2">
              <h2 className="text-lg">{t(`${key}Title`)}</h2>
              <p>{t(key)}</p>
            </section>
          ))}
        </div>
        <p className="max-w-[60ch] text-muted">{t('haveLink')}</p>
      </div>
    </div>
  )
}
