import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { Day } from '#app/components/day.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Fact } from '#app/components/scan/fact.tsx'
import { StayDays, StayGuests } from '#app/components/stay/stay-days.tsx'
import { StayOfferFacts } from '#app/components/stay/stay-offer-facts.tsx'
import { stays as words } from '#app/i18n/stays.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { textsOf } from '#app/lib/centre/centre-page.server.ts'
import { env } from '#app/lib/env.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { decideStay, readStay, stayLink } from '#app/lib/stays/stays.server.ts'
import type { StayView } from '#app/lib/stays/types.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const DONE = { gui: 'sent', nhan: 'accepted', rut: 'withdrawn' } as const

/** A question behind its signed link, `?t=`; 404 for every other, so that ids cannot be probed. `xong=` says what was just done. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, words)
  const { searchParams } = new URL(args.request.url)
  const link = stayLink(args.params.id ?? '', searchParams.get('t'))
  const done = searchParams.get('xong') ?? ''
  const head = (title: string) => ({
    ...{ title, description: t('keepLink'), locale: context.locale, index: false },
    url: `${env().STOREFRONT_URL}/hoi-dat`,
  })
  const closed = () => data({ head: head(t('closedLinkTitle')), stay: null, done: null }, { status: 404 })
  if (link === null) return closed()
  try {
    const stay = await readStay(context, link)
    return data({
      head: head(stay.product.title),
      stay,
      done: Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null,
    })
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    if (error.kind === 'unavailable') throw data(null, { status: 503, headers: { 'Retry-After': '30' } })
    return closed()
  }
}

/** Form member `viec`: `nhan` accepts the offer numbered `bao`, `rut` takes the question back. */
export async function action(args: ActionFunctionArgs) {
  const context = requestContext(args)
  const url = new URL(args.request.url)
  const link = stayLink(args.params.id ?? '', url.searchParams.get('t'))
  if (link === null) throw data(null, { status: 404 })
  const values = await textsOf(args.request)
  const back = values.viec === 'rut'
  try {
    await decideStay(context, link, back ? null : Number(values.bao))
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind === 'not_found' || error.status >= 500) throw error
    return data({ sentence: error.message }, { status: error.status })
  }
  url.searchParams.set('xong', back ? 'rut' : 'nhan')
  return redirect(`${url.pathname}${url.search}`, 303)
}

export default function StayRoute() {
  const t = useT(words)
  const { stay, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (!stay) {
    return (
      <div className="wrap pb-14">
        <PageHeader title={t('closedLinkTitle')} lead={t('closedLinkText')} />
      </div>
    )
  }
  return (
    <div className="wrap grid max-w-[46rem] gap-6 pb-14">
      <PageHeader title={stay.product.title} eyebrow={stay.producer.name}>
        <p className="text-lg font-semibold">{t(`state_${stay.state}`)}</p>
        <p className="max-w-[60ch] text-muted">{t(`next_${stay.state}`)}</p>
      </PageHeader>
      {refused ? (
        <Notice kind="warning" live>
          {refused.sentence}
        </Notice>
      ) : null}
      {done && !refused ? (
        <Notice kind="success" live>
          <p>{t(done)}</p>
          {done === 'sent' ? <p>{t('keepLink')}</p> : null}
        </Notice>
      ) : null}
      <Answer stay={stay} />
      <Question stay={stay} />
      <Ways stay={stay} />
    </div>
  )
}

/** What the host has said. */
function Answer({ stay: { offer, state, declineReason, deeds } }: { stay: StayView }) {
  const t = useT(words)
  if (state === 'declined') {
    return declineReason ? (
      <section className="card card-body grid gap-2">
        <h2 className="text-lg">{t('declineReason')}</h2>
        <p className="break-words whitespace-pre-line">{declineReason}</p>
      </section>
    ) : null
  }
  if (offer === null) return null
  return (
    <section className="card card-body grid gap-4">
      <h2 className="text-lg">{t('offerTitle')}</h2>
      <StayOfferFacts offer={offer} />
      <p className="text-sm text-muted">{t('payHere')}</p>
      {deeds.includes('accept') ? (
        <form method="post">
          <input type="hidden" name="bao" value={offer.no} />
          <Button large name="viec" value="nhan">
            {t('accept')}
          </Button>
        </form>
      ) : null}
    </section>
  )
}

function Question({ stay }: { stay: StayView }) {
  const t = useT(words)
  const { phone, name, handle } = stay.producer
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{t('askedTitle')}</h2>
      <dl className="facts">
        <Fact label={t('days')}>
          <StayDays days={stay} /> ({stay.nights > 0 ? t('nights', { count: stay.nights }) : t('oneDay')})
        </Fact>
        <Fact label={t('guests')}>
          <StayGuests stay={stay} />
        </Fact>
        <Fact label={t('name')}>{stay.name}</Fact>
        <Fact label={t('note')}>
          {stay.note ? <span className="break-words whitespace-pre-line">{stay.note}</span> : null}
        </Fact>
        <Fact label={t('askedAt')}>
          <Day value={stay.askedAt} moment />
        </Fact>
        <Fact label={t('host')}>
          <a className="link" href={`/nha-san-xuat/${handle}`}>
            {name}
          </a>
          {phone ? (
            <>
              {', '}
              <a className="link" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
                {phone}
              </a>
            </>
          ) : null}
        </Fact>
      </dl>
      {stay.erased ? <p className="text-sm text-muted">{t('erased')}</p> : null}
    </section>
  )
}

/** What the buyer can still do. */
function Ways({ stay }: { stay: StayView }) {
  const t = useT(words)
  const over = ['declined', 'withdrawn', 'expired', 'done', 'no_show'].includes(stay.state)
  return (
    <div className="grid gap-4">
      {stay.deeds.includes('withdraw') ? (
        <details className="card card-body">
          <summary className="min-h-11 cursor-pointer content-center font-semibold">
            {t(stay.state === 'accepted' ? 'withdrawAccepted' : 'withdraw')}
          </summary>
          <form method="post" className="grid justify-items-start gap-3 pt-2">
            <p className="text-muted">{t('withdrawText')}</p>
            <Button look="quiet" name="viec" value="rut">
              {t('withdrawDo')}
            </Button>
          </form>
        </details>
      ) : null}
      <p className="flex flex-wrap gap-x-6">
        {over ? (
          <a className="link inline-flex min-h-11 items-center" href={`/san-pham/${stay.product.handle}/hoi-dat`}>
            {t('askAgain')}
          </a>
        ) : null}
        <a
          className="link inline-flex min-h-11 items-center"
          href={`/khieu-nai/gui?ve=${encodeURIComponent(`${stay.product.title}, ${stay.producer.name}`)}`}
        >
          {t('complain')}
        </a>
      </p>
    </div>
  )
}
