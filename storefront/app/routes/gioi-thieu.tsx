import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SitePageArticle } from '#app/components/text/site-page.tsx'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { loadSitePage } from '#app/lib/site-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

export function loader(args: LoaderFunctionArgs) {
  return loadSitePage(args, 'about', '/gioi-thieu')
}

export default function AboutRoute() {
  const { page, name } = useLoaderData<typeof loader>()
  return <SitePageArticle path="/gioi-thieu" page={page} name={name} />
}
