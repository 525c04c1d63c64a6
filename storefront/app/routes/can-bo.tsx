import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Outlet, useRouteLoaderData } from '@remix-run/react'
import { OfficialError } from '#app/components/official/official-error.tsx'
import { OfficialHeader, type SignedInOfficial } from '#app/components/official/official-header.tsx'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { renewedCookie } from '#app/lib/official/sign-in.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle, loader as rootLoader } from '#app/root.tsx'

export const handle: PageHandle = { head: OfficialHeader }

export const meta: MetaFunction = () => [{ title: 'Sao Làng' }, { name: 'robots', content: 'noindex' }]

export const headers = privateHeaders

/** Whose desk it is. Also where a session that is close to its end is prolonged: every page below runs this. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await requireOfficial(args)
  const [desk, cookie] = await Promise.all([pageData(client.desk()), renewedCookie(requestContext(args), args.request)])
  const signedIn: SignedInOfficial = {
    name: desk.official.name,
    verbs: desk.verbs,
    unreadNotices: desk.unreadNotices,
  }
  return data(signedIn, { headers: cookie === null ? {} : { 'Set-Cookie': cookie } })
}

export default function OfficialDeskRoute() {
  return <Outlet />
}

export function ErrorBoundary() {
  const root = useRouteLoaderData<typeof rootLoader>('root')
  return <OfficialError requestId={root?.requestId ?? null} />
}
