import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NoticesList } from '#app/components/notices/notices-list.tsx'
import { noticeList } from '#app/i18n/notices.ts'
import { answerMarkRead, readNotices } from '#app/lib/notices/notices-page.server.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import type { PageHandle } from '#app/root.tsx'

const PATH = '/can-bo/tin'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?truoc=` is the id of the notice to come after. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await requireOfficial(args)
  const page = await readNotices(client, 'official', args.request)
  const context = requestContext(args)
  const t = serverT(context, noticeList)
  return { head: deskHead(context, PATH, t('title'), t('lead')), ...page }
}

/** Marks notices as read up to `den`, and goes back to `ve`. */
export async function action(args: ActionFunctionArgs) {
  return answerMarkRead(await requireOfficial(args), 'official', args.request, '/can-bo')
}

export default function OfficialNoticesRoute() {
  const { head: _, ...page } = useLoaderData<typeof loader>()
  return <NoticesList {...page} reader="official" path={PATH} />
}
