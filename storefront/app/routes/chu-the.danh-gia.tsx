import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { TextAreaField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { RatingSummary } from '#app/components/review/rating-summary.tsx'
import { ReviewText } from '#app/components/review/review-text.tsx'
import { reviews as words } from '#app/i18n/reviews.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { textsOf, tryWrite } from '#app/lib/centre/centre-page.server.ts'
import type { Rating, ReviewView } from '#app/lib/orders/review-types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const PATH = '/chu-the/danh-gia'
const PER_PAGE = 20
const DONE = { traloi: 'answered', bao: 'reportSent' } as const

/** Shown reviews of the producer's products, those without an answer first; `?trang=` the page, `?xong=` what was just done. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const context = requestContext(args)
  const t = serverT(context, words)
  const { searchParams } = new URL(args.request.url)
  const asked = Number(searchParams.get('trang') ?? '1')
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 5_000 ? asked : 1
  const found = await pageData(
    producer.ask<{ reviews: ReviewView[]; count: number; rating: Rating }>(
      `/producer/reviews?limit=${PER_PAGE}&offset=${(page - 1) * PER_PAGE}`,
    ),
  )
  const done = searchParams.get('xong') ?? ''
  return {
    head: deskHead(context, PATH, t('deskTitle'), t('deskLead')),
    ...found,
    page,
    done: Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null,
  }
}

/** Form member `viec`: `traloi` answers, `bao` reports to the operator. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const { locale } = requestContext(args)
  const values = await textsOf(args.request)
  const path = `/producer/reviews/${encodeURIComponent(values.id ?? '')}` as const
  const report = values.viec === 'bao'
  const work = producer.ask(report ? `${path}/report` : `${path}/reply`, {
    method: 'POST',
    body: report ? { report: values.report ?? '' } : { reply: values.reply ?? '' },
    headers: inLanguage(locale),
  })
  return (await tryWrite(work, values)) ?? redirect(`${PATH}?xong=${report ? 'bao' : 'traloi'}`, 303)
}

export default function ProducerReviewsRoute() {
  const t = useT(words)
  const { reviews, count, rating, page, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const typed = (id: string, deed: string) =>
    refused?.values.id === id && refused.values.viec === deed ? refused.values : null
  return (
    <div className="wrap grid max-w-[48rem] gap-6 pb-14">
      <PageHeader title={t('deskTitle')} lead={t('deskLead')} />
      {refused ? (
        <Notice kind="warning" live>
          {refused.sentence}
        </Notice>
      ) : null}
      {done && !refused ? (
        <Notice kind="success" live>
          {t(done)}
        </Notice>
      ) : null}
      <RatingSummary rating={rating} />
      {reviews.length === 0 ? (
        <EmptyState title={t('deskNone')}>
          <p>{t('deskNoneHint')}</p>
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {reviews.map((review) => (
            <li key={review.id} className="card card-body grid gap-2">
              <p>
                <a className="link font-semibold" href={`/san-pham/${review.productHandle}`}>
                  {review.product}
                </a>
              </p>
              <ReviewText review={review} />
              <details open={review.reply === null || typed(review.id, 'traloi') !== null}>
                <summary className="link inline-flex min-h-11 cursor-pointer items-center">
                  {t(review.reply === null ? 'answer' : 'changeAnswer')}
                </summary>
                <form method="post" className="grid gap-3 pt-1">
                  <input type="hidden" name="id" value={review.id} />
                  <TextAreaField
                    name="reply"
                    label={t('answerLabel')}
                    required
                    minLength={2}
                    maxLength={1000}
                    rows={3}
                    defaultValue={typed(review.id, 'traloi')?.reply ?? review.reply ?? ''}
                  />
                  <div>
                    <Button name="viec" value="traloi">
                      {t('answer')}
                      <span className="sr-only">: {review.product}</span>
                    </Button>
                  </div>
                </form>
              </details>
              {review.reportedAt ? (
                <p className="text-sm text-muted">{t('reported')}</p>
              ) : (
                <details open={typed(review.id, 'bao') !== null}>
                  <summary className="link inline-flex min-h-11 cursor-pointer items-center text-sm">
                    {t('report')}
                  </summary>
                  <form method="post" className="grid gap-3 pt-1">
                    <input type="hidden" name="id" value={review.id} />
                    <TextAreaField
                      name="report"
                      label={t('reportLabel')}
                      required
                      minLength={10}
                      maxLength={1000}
                      rows={3}
                      defaultValue={typed(review.id, 'bao')?.report ?? ''}
                    />
                    <div>
                      <Button look="quiet" name="viec" value="bao">
                        {t('report')}
                      </Button>
                    </div>
                  </form>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pages={Math.ceil(count / PER_PAGE)}
        href={(no) => (no === 1 ? PATH : `${PATH}?trang=${no}`)}
      />
    </div>
  )
}
