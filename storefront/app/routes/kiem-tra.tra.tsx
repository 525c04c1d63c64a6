import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { InspectorApp } from '#app/components/inspector/inspector-app.tsx'
import { inspector } from '#app/i18n/inspector.ts'
import { env } from '#app/lib/env.server.ts'
import { INSPECTOR_APP, INSPECTOR_SIGN_IN, renewedCookie, tokenIn } from '#app/lib/inspector/sign-in.server.ts'
import type { InspectorDesk } from '#app/lib/inspector/types.ts'
import { ShopError, shop } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { frame: 'inspector' }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const links: LinksFunction = () => [
  { rel: 'manifest', href: '/kiem-tra/ung-dung.webmanifest' },
  { rel: 'apple-touch-icon', href: '/icon-kiem-tra-192.png' },
]

export const headers = privateHeaders

/** Who inspects, and where. Without a session the way leads to signing in; all else happens on the phone. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, inspector)
  const token = await tokenIn(args.request)
  if (token === null) throw redirect(INSPECTOR_SIGN_IN, 303)
  const asked = shop<InspectorDesk>(context, '/inspector/me', { headers: { authorization: `Bearer ${token}` } })
  const desk = await pageData(
    asked.catch((error: unknown) => {
      const refused = error instanceof ShopError && (error.kind === 'unauthorized' || error.kind === 'forbidden')
      throw refused ? redirect(INSPECTOR_SIGN_IN, 303) : error
    }),
  )
  const cookie = await renewedCookie(context, args.request)
  return data(
    {
      head: {
        title: t('name'),
        description: t('signInLead'),
        locale: context.locale,
        url: `${env().STOREFRONT_URL}${INSPECTOR_APP}`,
        index: false,
      },
      desk,
    },
    { headers: cookie === null ? {} : { 'Set-Cookie': cookie } },
  )
}

export default function InspectorRoute() {
  const { desk } = useLoaderData<typeof loader>()
  return <InspectorApp desk={desk} />
}
