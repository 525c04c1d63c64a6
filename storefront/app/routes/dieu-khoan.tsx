import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { TextPage } from '#app/components/text/text-page.tsx'
import { pages } from '#app/i18n/pages.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { textPageHead } from '#app/lib/text-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

export function loader(args: LoaderFunctionArgs) {
  return textPageHead(args, 'terms', '/dieu-khoan')
}

export default function TermsRoute() {
  const t = useT(pages)
  return (
    <TextPage
      path="/dieu-khoan"
      title={t('termsTitle')}
      lead={t('termsLead')}
      sections={[
        [t('termsSeller'), t('termsSellerText')],
        [t('termsPrice'), t('termsPriceText')],
        [t('termsStars'), t('termsStarsText')],
        [t('termsDemo'), t('termsDemoText')],
      ]}
    />
  )
}
