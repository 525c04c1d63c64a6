import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { EvidenceForm } from '#app/components/proof/evidence-form.tsx'
import { proof } from '#app/i18n/proof.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { publishedTrust } from '#app/lib/proof/trust-texts.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

/** Brings the published keys along, so that what follows needs no network. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, proof)
  const head = {
    title: t('title'),
    description: t('description'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/doi-chung`,
    index: true,
  }
  return data({ head, published: await publishedTrust(context.requestId) })
}

export default function ProofRoute() {
  const t = useT(proof)
  const { published } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <Breadcrumbs crumbs={[{ label: t('title'), to: '/doi-chung' }]} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-10 pb-14 lg:grid-cols-[1.4fr_1fr]">
        <div className="grid content-start gap-6">
          <noscript>
            <Notice kind="warning">{t('needsScripts')}</Notice>
          </noscript>
          <EvidenceForm published={published} />
        </div>
        <section className="card card-body grid content-start gap-4 self-start">
          <h2>{t('whereTitle')}</h2>
          <ul className="grid list-disc gap-2 ps-5 marker:text-leaf">
            <li>{t('whereScan')}</li>
            <li>{t('whereLabel')}</li>
          </ul>
          <h2>{t('howTitle')}</h2>
          <ul className="grid list-disc gap-2 ps-5 marker:text-leaf">
            <li>{t('howLog')}</li>
            <li>{t('howCredential')}</li>
          </ul>
        </section>
      </div>
    </div>
  )
}
