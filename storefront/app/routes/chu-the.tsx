import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Outlet, useRouteLoaderData } from '@remix-run/react'
import { DeskError } from '#app/components/desk/desk-error.tsx'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { renewedCookie } from '#app/lib/producer/sign-in.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle, loader as rootLoader } from '#app/root.tsx'

export const handle: PageHandle = { frame: 'desk' }

export const meta: MetaFunction = () => [{ title: 'Sao Làng' }, { name: 'robots', content: 'noindex' }]

export const headers = privateHeaders

/** Whose desk it is. Also where a session that is close to its end is prolonged: every page below runs this. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const [desk, cookie] = await Promise.all([
    pageData(producer.desk()),
    renewedCookie(requestContext(args), args.request),
  ])
  return data(
    { producerName: desk.producer.name, memberId: desk.member.id, memberName: desk.member.name },
    { headers: cookie === null ? {} : { 'Set-Cookie': cookie } },
  )
}

export default function DeskRoute() {
  return <Outlet />
}

export function ErrorBoundary() {
  const root = useRouteLoaderData<typeof rootLoader>('root')
  return <DeskError requestId={root?.requestId ?? null} />
}
