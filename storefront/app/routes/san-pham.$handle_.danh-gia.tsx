import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageHeader } from '#app/components/page-header.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { ReviewList } from '#app/components/review/product-reviews.tsx'
import { RatingSummary } from '#app/components/review/rating-summary.tsx'
import { reviews as words } from '#app/i18n/reviews.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { readProduct } from '#app/lib/medusa/catalogue.server.ts'
import { readProductReviews } from '#app/lib/orders/reviews.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

const PER_PAGE = 20

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

/** All reviews of a product, `?trang=` the page. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, words)
  const handle = args.params.handle ?? ''
  const asked = Number(new URL(args.request.url).searchParams.get('trang') ?? '1')
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 5_000 ? asked : 1
  const [product, answer] = await pageData(
    Promise.all([
      readProduct(context, handle),
      readProductReviews(context, handle, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE }),
    ]),
  )
  const title = t('allTitle', { product: product.title })
  const url = `${env().STOREFRONT_URL}/san-pham/${product.handle}/danh-gia`
  const head = { title, description: t('lead'), locale: context.locale, url, index: page === 1 }
  return { head, title, handle: product.handle, page, ...answer }
}

export default function ReviewsRoute() {
  const t = useT(words)
  const { title, handle, page, rating, reviews, count } = useLoaderData<typeof loader>()
  const path = `/san-pham/${handle}/danh-gia`
  return (
    <div className="wrap grid max-w-[48rem] gap-6 pb-14">
      <PageHeader title={title} lead={t('lead')} />
      <RatingSummary rating={rating} />
      <ReviewList reviews={reviews} />
      <Pagination
        page={page}
        pages={Math.ceil(count / PER_PAGE)}
        href={(no) => (no === 1 ? path : `${path}?trang=${no}`)}
      />
      <p>
        <a className="link inline-flex min-h-11 items-center" href={`/san-pham/${handle}`}>
          {t('backToProduct')}
        </a>
      </p>
    </div>
  )
}
