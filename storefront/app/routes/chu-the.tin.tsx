import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NoticesList } from '#app/components/notices/notices-list.tsx'
import { noticeList } from '#app/i18n/notices.ts'
import { answerMarkRead, readNotices } from '#app/lib/notices/notices-page.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import type { PageHandle } from '#app/root.tsx'

const PATH = '/chu-the/tin'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?truoc=` is the id of the notice to come after. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await requireProducer(args)
  const page = await readNotices(client, 'producer', args.request)
  const context = requestContext(args)
  const t = serverT(context, noticeList)
  return { head: deskHead(context, PATH, t('title'), t('lead')), ...page }
}

/** Marks notices as read up to `den`, and goes back to `ve`. */
export async function action(args: ActionFunctionArgs) {
  return answerMarkRead(await requireProducer(args), 'producer', args.request, '/chu-the')
}

export default function ProducerNoticesRoute() {
  const { head: _, ...page } = useLoaderData<typeof loader>()
  return <NoticesList {...page} reader="producer" path={PATH} />
}
