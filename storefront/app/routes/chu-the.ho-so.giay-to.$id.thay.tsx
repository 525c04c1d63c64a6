import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { PaperForm } from '#app/components/papers/paper-form.tsx'
import { papers } from '#app/i18n/papers.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { paperPath } from '#app/lib/dossier/paths.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { paperValues } from '#app/lib/papers/paper-values.ts'
import { sendPaper } from '#app/lib/papers/send-paper.server.ts'
import type { PaperPage } from '#app/lib/papers/types.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** The form filled in with what the paper says now; a paper out of the store has a newer version or none. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const path = paperPath(args.params.id ?? '')
  const [{ paper, kinds, limits }, { member, products, sourceAreas }] = await pageData(
    Promise.all([producer.ask<PaperPage>(`/producer/papers/${idIn(args.params)}`), producer.desk()]),
  )
  if (paper.state !== 'active') throw redirect(path, 303)
  const context = requestContext(args)
  const t = serverT(context, papers)
  return {
    head: deskHead(context, `${path}/thay`, t('replaceTitle'), t('replaceLead')),
    ...{ paper, kinds, limits, path },
    products: products.map(({ id, title }) => ({ id, title })),
    areas: sourceAreas.map(({ ref, name }) => ({ ref, name })),
    owner: member.role === 'owner',
  }
}

export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const to = `/producer/papers/${idIn(args.params)}/replace` as const
  const sent = await pageData(sendPaper(producer, args.request, to, requestContext(args).locale))
  if ('failure' in sent) return data(sent.failure, { status: sent.failure.status })
  return redirect(`${paperPath(sent.paper.id)}?xong=thay`, 303)
}

function idIn(params: LoaderFunctionArgs['params']): string {
  return encodeURIComponent(params.id ?? '')
}

export default function ReplacePaperRoute() {
  const t = useT(papers)
  const { paper, kinds, limits, products, areas, path, owner } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <div className="wrap max-w-[40rem] pb-6">
      <BackLink to={path}>{paper.title}</BackLink>
      <PageHeader title={t('replaceTitle')} lead={t('replaceLead')} />
      {owner ? (
        <PaperForm
          {...{ kinds, limits, products, areas }}
          values={failed?.values ?? paperValues(paper)}
          errors={failed?.errors ?? {}}
          saveLabel={t('saveNew')}
          cancelTo={path}
        />
      ) : (
        <Notice>{t('staffNote')}</Notice>
      )}
    </div>
  )
}
