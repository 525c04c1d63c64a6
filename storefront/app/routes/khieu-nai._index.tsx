import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/components/link-button.tsx'
import { SitePageArticle } from '#app/components/text/site-page.tsx'
import { sitePages } from '#app/i18n/site-pages.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { loadSitePage } from '#app/lib/site-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

export function loader(args: LoaderFunctionArgs) {
  return loadSitePage(args, 'complaints', '/khieu-nai')
}

export default function ComplaintsRoute() {
  const t = useT(sitePages)
  const { page, name } = useLoaderData<typeof loader>()
  return (
    <SitePageArticle path="/khieu-nai" page={page} name={name}>
      <p>
        <LinkButton to="/khieu-nai/gui">{t('complain')}</LinkButton>
      </p>
    </SitePageArticle>
  )
}
