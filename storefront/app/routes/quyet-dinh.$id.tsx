import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { RegisterList } from '#app/components/register/register-list.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { register } from '#app/i18n/register.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { formatDay } from '#app/lib/format.ts'
import { readDecision } from '#app/lib/medusa/register.server.ts'
import type { DecisionChange } from '#app/lib/medusa/register-types.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

/** A page of record loads no scripts. */
export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

/** By the decision's id; that of a recognition, as a package's passport carries it, leads to its place on the page. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const id = args.params.id ?? ''
  const { decision } = await pageData(readDecision(context, id))
  if (decision.id !== id) throw redirect(`/quyet-dinh/${decision.id}#${encodeURIComponent(id)}`)
  const t = serverT(context, register)
  const head: PageHead = {
    title: t('decisionTitle', { number: decision.number }),
    description: t('decisionDescription', {
      number: decision.number,
      date: formatDay(decision.date, context.locale),
      authority: decision.authority,
    }),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/quyet-dinh/${decision.id}`,
    index: true,
  }
  return { head, decision }
}

export default function DecisionPage() {
  const { decision } = useLoaderData<typeof loader>()
  const t = useT(register)
  const locale = useLocale()
  const title = t('decisionTitle', { number: decision.number })
  return (
    <div className="wrap pb-14">
      <Breadcrumbs
        crumbs={[
          { label: t('title'), to: '/dang-ba' },
          { label: title, to: `/quyet-dinh/${decision.id}` },
        ]}
      />
      <PageHeader title={title} eyebrow={t(decision.kind)}>
        {decision.sample ? (
          <p>
            <SampleNote />
          </p>
        ) : null}
      </PageHeader>
      <dl className="grid max-w-[70ch] gap-x-6 gap-y-2 pb-6 sm:grid-cols-[10rem_1fr]">
        <Fact name={t('authority')}>{decision.authority}</Fact>
        <Fact name={t('signedOn')}>
          <span className="tabular">{formatDay(decision.date, locale)}</span>
        </Fact>
        {decision.legalBasis ? <Fact name={t('legalBasis')}>{decision.legalBasis}</Fact> : null}
        {decision.signatories.length > 0 ? (
          <Fact name={t('signatories')}>
            {decision.signatories.map(({ name, title: post }) => (
              <span key={name} className="block">
                {name}, {post}
              </span>
            ))}
          </Fact>
        ) : null}
        {decision.source || decision.imported ? (
          <Fact name={t('source')}>{decision.source ?? t('imported')}</Fact>
        ) : null}
      </dl>
      <p className="print-hidden pb-6">
        <a className="link inline-flex min-h-11 items-center" href={`/quyet-dinh/${decision.id}/van-ban.pdf`}>
          {t('document')}
        </a>
      </p>
      {decision.results.length > 0 ? (
        <section className="grid gap-4">
          <h2>{t('results')}</h2>
          <RegisterList entries={decision.results} withDecision={false} />
        </section>
      ) : null}
      {decision.changes.length > 0 ? (
        <section className="grid gap-4">
          <h2>{t('changes')}</h2>
          <ul className="grid gap-3">
            {decision.changes.map((change) => (
              <li key={change.recognitionId} className="card grid gap-1 p-4">
                <h3 className="break-words">{change.productName}</h3>
                <p className="text-muted">{change.producerName}</p>
                <p className="tabular font-semibold">
                  <ChangeText change={change} />
                </p>
                <p>{change.reason}</p>
                <p>
                  <Link className="link inline-flex min-h-11 items-center" to={`/quyet-dinh/${change.recognitionId}`}>
                    {t('seeRecognition')}
                  </Link>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="max-w-[70ch] pt-8 text-sm text-muted">{t('notOfficial')}</p>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="font-semibold">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  )
}

function ChangeText({ change }: { change: DecisionChange }) {
  const t = useT(register)
  const locale = useLocale()
  const from = formatDay(change.from, locale)
  const to = change.to === null ? '' : formatDay(change.to, locale)
  switch (change.change) {
    case 'revoked':
      return t('revokedFrom', { from })
    case 'suspended':
      return change.to === null ? t('suspendedFrom', { from }) : t('suspendedRange', { from, to })
    case 'lifted':
      return t('liftedFrom', { from })
    case 'extended':
      return t('extendedTo', { to })
    case 'corrected':
      return t('corrected', { from })
  }
}
