import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { RecallForm } from '#app/components/journal/recall-form.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { readLot } from '#app/lib/producer/journal.server.ts'
import { lotName, lotPath } from '#app/lib/producer/lot-names.ts'
import { declareRecall } from '#app/lib/producer/recall.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** Recall of one lot and all that was made of it. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const ref = args.params.ref ?? ''
  const [{ lot }, { products }] = await pageData(Promise.all([readLot(producer, ref), producer.desk()]))
  const context = requestContext(args)
  const t = serverT(context, journal)
  const name = `${lotName(lot, products)} ${lot.lotCode}`
  const back = lotPath(ref)
  return { head: deskHead(context, `${back}/thu-hoi`, t('recallTitle', { name }), t('recallLead')), name, back }
}

export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  return declareRecall(producer, requestContext(args), 'lots', args.params.ref ?? '', await args.request.formData())
}

export default function LotRecallRoute() {
  const t = useT(journal)
  const { name, back } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <div className="wrap max-w-[40rem] pb-6">
      <BackLink to={back}>{name}</BackLink>
      <PageHeader title={t('recallTitle', { name })} lead={t('recallLead')} />
      <RecallForm values={failed?.values ?? {}} errors={failed?.errors ?? {}} cancelTo={back} />
    </div>
  )
}
