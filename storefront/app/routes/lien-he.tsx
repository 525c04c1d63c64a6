import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatUnitCode } from '@sao-lang/traceability/verify'
import { LinkButton } from '#app/components/link-button.tsx'
import { SitePageArticle } from '#app/components/text/site-page.tsx'
import { pages } from '#app/i18n/pages.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { loadSitePage } from '#app/lib/site-page.server.ts'
import { readTypedCode } from '#app/lib/trace/typed-code.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('personal')

/** Whom to tell about what. `?ma=` brings the code from the scan page, so that nobody copies sixteen characters by hand. */
export async function loader(args: LoaderFunctionArgs) {
  const { head, page, name } = await loadSitePage(args, 'contact', '/lien-he')
  const asked = new URL(args.request.url).searchParams.get('ma')
  const read = asked === null ? null : readTypedCode(asked)
  return data({
    page,
    name,
    head: { ...head, index: asked === null && head.index },
    code: read?.kind === 'code' ? read.code : null,
  })
}

export default function ContactRoute() {
  const t = useT(pages)
  const { code, page, name } = useLoaderData<typeof loader>()
  return (
    <SitePageArticle path="/lien-he" page={page} name={name}>
      {code ? (
        <section className="card card-body grid max-w-[68ch] gap-3">
          <h2 className="text-lg">{t('contactCode')}</h2>
          <p className="tabular text-xl font-bold break-words">{formatUnitCode(code)}</p>
          <p>{t('contactCodeText')}</p>
          <p>
            <LinkButton look="quiet" to={`/q/${code}`}>
              {t('contactCodeAgain')}
            </LinkButton>
          </p>
        </section>
      ) : (
        <p className="flex flex-wrap gap-3">
          <LinkButton look="quiet" to="/nha-san-xuat">
            {t('producersLink')}
          </LinkButton>
          <LinkButton look="quiet" to="/kiem-tra-tem">
            {t('checkLink')}
          </LinkButton>
        </p>
      )}
    </SitePageArticle>
  )
}
