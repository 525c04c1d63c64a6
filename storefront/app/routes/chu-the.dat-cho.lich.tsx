import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { CalendarForms } from '#app/components/stay/calendar-forms.tsx'
import { StayMonthTable } from '#app/components/stay/stay-month-table.tsx'
import { hostStays as words } from '#app/i18n/host-stays.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { textsOf, tryWrite, wholeNumber } from '#app/lib/centre/centre-page.server.ts'
import { monthPlus, readMonth } from '#app/lib/official/month-weeks.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { StayMonth, StayPlace } from '#app/lib/stays/types.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const PATH = '/chu-the/dat-cho/lich'
const DONE = { khach: 'savedUsual', ngay: 'savedDays' } as const

/** A month (`?thang=`) of a place (`?noi=`), the first one unless another is named; `?xong=` says what was just done. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { searchParams } = new URL(args.request.url)
  const { places } = await pageData(producer.ask<{ places: StayPlace[] }>('/producer/stay-calendars'))
  const place = places.find(({ id }) => id === searchParams.get('noi')) ?? places[0]
  const month = readMonth(searchParams.get('thang'))
  const found = place
    ? await pageData(
        producer.ask<{ calendar: StayMonth }>(`/producer/stay-calendars/${encodeURIComponent(place.id)}`, {
          search: month ? { month } : {},
        }),
      )
    : null
  const context = requestContext(args)
  const t = serverT(context, words)
  const done = searchParams.get('xong') ?? ''
  return {
    head: deskHead(context, PATH, t('calendarTitle'), t('calendarLead')),
    places,
    calendar: found?.calendar ?? null,
    done: Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null,
  }
}

/** Form members `noi`, the place, and `viec`: `khach` says how many guests it usually takes, `ngay` closes days or changes their number. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const context = requestContext(args)
  const values = await textsOf(args.request)
  const { noi: place = '', viec = '', deed = '' } = values
  const path = `/producer/stay-calendars/${encodeURIComponent(place)}` as const
  const days = viec === 'ngay'
  const typed = days ? (deed === 'own' ? values.guests : '') : values.usual
  const guests = days && deed === 'close' ? 0 : typed ? wholeNumber(typed) : null
  if (Number.isNaN(guests) || (deed === 'own' && guests === null)) {
    return data({ sentence: serverT(context, words)('wrongGuests'), values }, { status: 422 })
  }
  const work = producer.ask(days ? `${path}/days` : path, {
    method: 'POST',
    body: days ? { fromDay: values.fromDay, toDay: values.toDay, guests } : { guestsPerDay: guests },
    headers: inLanguage(context.locale),
  })
  const month = days ? `&thang=${(values.fromDay ?? '').slice(0, 7)}` : ''
  return (
    (await tryWrite(work, values)) ?? redirect(`${PATH}?noi=${encodeURIComponent(place)}${month}&xong=${viec}`, 303)
  )
}

export default function StayCalendarRoute() {
  const t = useT(words)
  const { places, calendar, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap grid max-w-[48rem] gap-6 pb-14">
      <div>
        <BackLink to="/chu-the/dat-cho">{t('back')}</BackLink>
        <PageHeader title={t('calendarTitle')} lead={t('calendarLead')} />
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
      </div>
      {calendar === null ? (
        <EmptyState title={t('noPlaces')}>
          <p>{t('noPlacesHint')}</p>
        </EmptyState>
      ) : (
        <>
          {places.length > 1 ? <Places places={places} current={calendar.product.id} /> : null}
          <Month calendar={calendar} />
          <CalendarForms calendar={calendar} typed={refused?.values ?? null} />
        </>
      )}
    </div>
  )
}

function Places({ places, current }: { places: StayPlace[]; current: string }) {
  const t = useT(words)
  return (
    <nav aria-label={t('choosePlace')} className="chip-row">
      {places.map(({ id, title }) => (
        <a key={id} className="chip" href={`${PATH}?noi=${id}`} aria-current={id === current ? 'true' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  )
}

function Month({ calendar }: { calendar: StayMonth }) {
  const t = useT(words)
  const { month, today, lastDay, product } = calendar
  const [year = '', of = ''] = month.split('-')
  const title = t('month', { month: of, year })
  const to = (named: string) => `${PATH}?noi=${product.id}&thang=${named}`
  return (
    <section className="grid gap-3" aria-labelledby="thang">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="thang" className="text-lg">
          {product.title}: {title}
        </h2>
        <nav aria-label={t('calendar')} className="flex flex-wrap gap-2">
          {month > today.slice(0, 7) ? (
            <LinkButton look="quiet" reloadDocument to={to(monthPlus(month, -1))}>
              {t('previous')}
            </LinkButton>
          ) : null}
          {today.startsWith(month) ? null : (
            <LinkButton look="quiet" reloadDocument to={`${PATH}?noi=${product.id}`}>
              {t('thisMonth')}
            </LinkButton>
          )}
          {month < lastDay.slice(0, 7) ? (
            <LinkButton look="quiet" reloadDocument to={to(monthPlus(month, 1))}>
              {t('next')}
            </LinkButton>
          ) : null}
        </nav>
      </div>
      <StayMonthTable calendar={calendar} caption={title} />
      <p className="text-sm text-muted">{t('legend')}</p>
    </section>
  )
}
