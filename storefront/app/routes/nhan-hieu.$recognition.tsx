import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageHeader } from '#app/components/page-header.tsx'
import { RightLine } from '#app/components/post-inspection/right-line.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { Stars } from '#app/components/star-badge.tsx'
import { markUse } from '#app/i18n/mark-use.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { formatDay } from '#app/lib/format.ts'
import { shop } from '#app/lib/medusa/client.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import type { PublicMarkUse } from '#app/lib/post-inspection/types.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

/** Whether the mark may be used for one recognition today, for whoever holds the package or means to print one. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const id = encodeURIComponent(args.params.recognition ?? '')
  const answer = await pageData(shop<{ markUse: PublicMarkUse; today: string }>(context, `/store/mark-uses/${id}`))
  const t = serverT(context, markUse)
  const title = t('publicTitle', { name: answer.markUse.productName })
  return {
    head: {
      title,
      description: t('publicLead'),
      locale: context.locale,
      url: `${env().STOREFRONT_URL}/nhan-hieu/${id}`,
      index: !answer.markUse.sample,
    },
    ...answer,
  }
}

export default function MarkUseRoute() {
  const t = useT(markUse)
  const locale = useLocale()
  const { markUse: use, today } = useLoaderData<typeof loader>()
  const { number, authority } = use.decision
  return (
    <div className="wrap grid max-w-[44rem] gap-5 pb-14">
      <PageHeader
        title={t('publicTitle', { name: use.productName })}
        eyebrow={t('publicEyebrow')}
        lead={t('publicLead')}
      />
      <article className="card card-body grid gap-4">
        <div className="flex flex-wrap items-center gap-3">
          <Stars count={use.stars as 3 | 4 | 5} />
          {use.sample ? <SampleNote /> : null}
        </div>
        <RightLine use={use} />
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
          <dt className="text-muted">{t('product')}</dt>
          <dd className="font-semibold">{use.productName}</dd>
          {use.productCode === null ? null : (
            <>
              <dt className="text-muted">{t('productCode')}</dt>
              <dd className="tabular">{use.productCode}</dd>
            </>
          )}
          <dt className="text-muted">{t('holder')}</dt>
          <dd>{use.producerName}</dd>
        </dl>
        <p>{t('decision', { number, date: formatDay(use.decision.date, locale), authority })}</p>
        <p className="text-sm text-muted">{t('publicAsOf', { date: formatDay(today, locale) })}</p>
      </article>
      <p>{t('publicOnly')}</p>
      <p className="flex flex-wrap gap-x-6">
        {use.productHandle === null ? null : (
          <a className="link inline-flex min-h-11 items-center" href={`/san-pham/${use.productHandle}`}>
            {t('toProduct')}
          </a>
        )}
        <a className="link inline-flex min-h-11 items-center" href="/bao-van-de">
          {t('report')}
        </a>
      </p>
    </div>
  )
}
