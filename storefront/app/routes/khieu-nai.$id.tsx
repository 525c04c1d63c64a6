import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Day } from '#app/components/day.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { sitePages } from '#app/i18n/site-pages.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { ShopError, shop } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

interface ComplaintView {
  number: string
  kind: 'order' | 'product' | 'seller' | 'refund' | 'personal_data' | 'site' | 'other'
  about: string | null
  message: string | null
  state: 'received' | 'working' | 'answered'
  dueOn: string
  createdAt: string
  steps: { state: 'received' | 'working' | 'answered'; words: string | null; at: string }[]
}

/** A complaint behind its signed link, `?t=`; 404 for every other, so that ids cannot be probed. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, sitePages)
  const token = new URL(args.request.url).searchParams.get('t') ?? ''
  const id = args.params.id ?? ''
  const head = (title: string) => ({
    title,
    description: t('keepLink'),
    locale: context.locale,
    url: '/',
    index: false,
  })
  if (!/^cmpl_[A-Za-z0-9]{1,60}$/.test(id) || !/^[A-Za-z0-9_.-]{1,256}$/.test(token)) {
    return data({ head: head(t('closedTitle')), complaint: null }, { status: 404 })
  }
  try {
    const { complaint } = await shop<{ complaint: ComplaintView }>(context, `/store/complaints/${id}`, {
      headers: { 'x-link-token': token },
    })
    return data({ head: head(t('statusTitle', { number: complaint.number })), complaint })
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    if (error.kind === 'unavailable') throw data(null, { status: 503, headers: { 'Retry-After': '30' } })
    return data({ head: head(t('closedTitle')), complaint: null }, { status: 404 })
  }
}

export default function ComplaintRoute() {
  const t = useT(sitePages)
  const { complaint } = useLoaderData<typeof loader>()
  if (!complaint) {
    return (
      <div className="wrap pb-14">
        <PageHeader title={t('closedTitle')} lead={t('closedText')} />
      </div>
    )
  }
  return (
    <div className="wrap grid max-w-[46rem] gap-6 pb-14">
      <PageHeader title={t('statusTitle', { number: complaint.number })} eyebrow={t(`kind_${complaint.kind}`)}>
        <p className="text-lg">
          <span className="font-semibold">{t(`state_${complaint.state}`)}</span>
          {complaint.state === 'answered' ? null : (
            <>
              {'. '}
              {t('dueOn')} <Day value={complaint.dueOn} />
            </>
          )}
        </p>
      </PageHeader>
      <Notice>
        <p>{t('keepLink')}</p>
      </Notice>
      <section className="grid gap-2">
        <h2 className="text-lg">{t('yourWords')}</h2>
        {complaint.about ? <p className="font-semibold">{complaint.about}</p> : null}
        <p className="break-words whitespace-pre-wrap">{complaint.message ?? t('erased')}</p>
      </section>
      <ol className="grid gap-4">
        {complaint.steps.map((step) => (
          <li key={step.at} className="card card-body grid gap-1">
            <p className="font-semibold">{t(`state_${step.state}`)}</p>
            <p className="text-sm text-muted">
              <Day value={step.at} moment />
            </p>
            {step.words ? <p className="break-words whitespace-pre-wrap">{step.words}</p> : null}
          </li>
        ))}
      </ol>
    </div>
  )
}
