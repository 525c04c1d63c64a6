import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Day } from '#app/components/day.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { Price } from '#app/components/price.tsx'
import { StayDays, StayGuests } from '#app/components/stay/stay-days.tsx'
import { hostStays as words } from '#app/i18n/host-stays.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import { STAY_FILTERS, type StayCounts, type StayLine } from '#app/lib/stays/types.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const PATH = '/chu-the/dat-cho'
const PER_PAGE = 20

/** Questions of one list (`?xem=`), `?trang=` its page; without a list those that wait for an answer. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { searchParams } = new URL(args.request.url)
  const filter = STAY_FILTERS.find((each) => each === searchParams.get('xem')) ?? 'asked'
  const asked = Number(searchParams.get('trang') ?? '1')
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 5_000 ? asked : 1
  const found = await pageData(
    producer.ask<{ stays: StayLine[]; count: number; counts: StayCounts }>('/producer/stays', {
      search: { filter, limit: PER_PAGE, offset: (page - 1) * PER_PAGE },
    }),
  )
  const context = requestContext(args)
  const t = serverT(context, words)
  return { head: deskHead(context, PATH, t('title'), t('lead')), ...found, filter, page }
}

export default function StaysRoute() {
  const t = useT(words)
  const { stays, count, counts, filter, page } = useLoaderData<typeof loader>()
  const listPath = (no: number) => `${PATH}?xem=${filter}${no === 1 ? '' : `&trang=${no}`}`
  return (
    <div className="wrap grid max-w-[48rem] gap-5 pb-14">
      <PageHeader title={t('title')} lead={t('lead')} />
      <nav aria-label={t('filters')} className="chip-row">
        {STAY_FILTERS.map((each) => (
          <a
            key={each}
            className="chip"
            href={`${PATH}?xem=${each}`}
            aria-current={each === filter ? 'true' : undefined}
          >
            {t(`filter_${each}`)}
            {each !== 'past' && counts[each] > 0 ? <span className="tabular"> ({counts[each]})</span> : null}
          </a>
        ))}
      </nav>
      {stays.length === 0 ? (
        <EmptyState title={t(`none_${filter}`)}>
          <p>{t('noneHint')}</p>
        </EmptyState>
      ) : (
        <ul className="grid gap-3">
          {stays.map((stay) => (
            <StayItem key={stay.id} stay={stay} />
          ))}
        </ul>
      )}
      <Pagination page={page} pages={Math.ceil(count / PER_PAGE)} href={listPath} />
      <p>
        <LinkButton look="quiet" reloadDocument to={`${PATH}/lich`}>
          {t('calendar')}
        </LinkButton>
      </p>
    </div>
  )
}

function StayItem({ stay }: { stay: StayLine }) {
  const t = useT(words)
  return (
    <li className="card card-body grid gap-1">
      <p className="font-semibold">
        <a className="link inline-flex min-h-11 items-center" href={`${PATH}/${stay.id}`}>
          <span>
            {stay.product}, <StayDays days={stay} />
          </span>
        </a>
      </p>
      <p>
        {stay.name ? `${stay.name}, ` : null}
        <StayGuests stay={stay} />
        {stay.price === null ? null : (
          <>
            {' · '}
            <Price dong={stay.price} />
          </>
        )}
      </p>
      <p className="text-sm text-muted">
        {t(`state_${stay.state}`)} · <Day value={stay.askedAt} moment />
      </p>
    </li>
  )
}
