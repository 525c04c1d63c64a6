import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { PaperForm } from '#app/components/papers/paper-form.tsx'
import { papers } from '#app/i18n/papers.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { PAPERS_PATH, paperPath } from '#app/lib/dossier/paths.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { sendPaper } from '#app/lib/papers/send-paper.server.ts'
import type { PapersPage } from '#app/lib/papers/types.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** The form; `?loai=` chooses a kind beforehand, for pages that say which paper is missing. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const [{ kinds, limits }, { member, products, sourceAreas }] = await pageData(
    Promise.all([producer.ask<PapersPage>('/producer/papers', { search: { take: 1 } }), producer.desk()]),
  )
  const context = requestContext(args)
  const t = serverT(context, papers)
  return {
    head: deskHead(context, `${PAPERS_PATH}/them`, t('addTitle'), t('addLead')),
    ...{ kinds, limits },
    products: products.map(({ id, title }) => ({ id, title })),
    areas: sourceAreas.map(({ ref, name }) => ({ ref, name })),
    kind: new URL(args.request.url).searchParams.get('loai')?.slice(0, 60) ?? '',
    owner: member.role === 'owner',
  }
}

export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const sent = await sendPaper(producer, args.request, '/producer/papers', requestContext(args).locale)
  if ('failure' in sent) return data(sent.failure, { status: sent.failure.status })
  return redirect(`${paperPath(sent.paper.id)}?xong=them`, 303)
}

export default function AddPaperRoute() {
  const t = useT(papers)
  const { kinds, limits, products, areas, kind, owner } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <div className="wrap max-w-[40rem] pb-6">
      <BackLink to={PAPERS_PATH}>{t('title')}</BackLink>
      <PageHeader title={t('addTitle')} lead={t('addLead')} />
      {owner ? (
        <PaperForm
          {...{ kinds, limits, products, areas }}
          values={failed?.values ?? { kind }}
          errors={failed?.errors ?? {}}
          saveLabel={t('save')}
          cancelTo={PAPERS_PATH}
        />
      ) : (
        <Notice>{t('staffNote')}</Notice>
      )}
    </div>
  )
}
