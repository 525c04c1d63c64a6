import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { HostAnswer } from '#app/components/stay/host-answer.tsx'
import { HostQuestion } from '#app/components/stay/host-question.tsx'
import { StayDays } from '#app/components/stay/stay-days.tsx'
import { StayOfferFacts } from '#app/components/stay/stay-offer-facts.tsx'
import { hostStays as words } from '#app/i18n/host-stays.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { textsOf, tryWrite, wholeNumber } from '#app/lib/centre/centre-page.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { HostStayView } from '#app/lib/stays/types.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const DONE = { bao: 'done_bao', tuchoi: 'done_tuchoi', ghi: 'done_ghi' } as const

/** One question, with whom to answer; `?xong=` says what was just done. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const id = args.params.id ?? ''
  const { stay } = await pageData(producer.ask<{ stay: HostStayView }>(`/producer/stays/${encodeURIComponent(id)}`))
  const context = requestContext(args)
  const done = new URL(args.request.url).searchParams.get('xong') ?? ''
  return {
    head: deskHead(context, `/chu-the/dat-cho/${id}`, stay.product.title, serverT(context, words)('lead')),
    stay,
    done: Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null,
  }
}

/** Form member `viec`: `bao` makes an offer, `tuchoi` declines, `done` and `no_show` say how it ended. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const context = requestContext(args)
  const values = await textsOf(args.request)
  const path = `/producer/stays/${encodeURIComponent(args.params.id ?? '')}` as const
  const send = (deed: 'offer' | 'decline' | 'close', body: unknown) =>
    producer.ask(`${path}/${deed}`, { method: 'POST', body, headers: inLanguage(context.locale) })
  const { viec = '' } = values
  if (viec === 'bao') {
    const price = wholeNumber(values.price)
    if (Number.isNaN(price)) {
      return data({ sentence: serverT(context, words)('wrongPrice'), values }, { status: 422 })
    }
    const { included = '', words: said = '', until = '' } = values
    const refused = await tryWrite(send('offer', { price, included, words: said, until }), values)
    if (refused) return refused
  } else {
    const work = viec === 'tuchoi' ? send('decline', { reason: values.reason ?? '' }) : send('close', { outcome: viec })
    const refused = await tryWrite(work, values)
    if (refused) return refused
  }
  const url = new URL(args.request.url)
  return redirect(`${url.pathname}?xong=${viec === 'bao' || viec === 'tuchoi' ? viec : 'ghi'}`, 303)
}

export default function HostStayRoute() {
  const t = useT(words)
  const { stay, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { deeds, offer, state } = stay
  return (
    <div className="wrap grid max-w-[48rem] gap-6 pb-14">
      <div>
        <BackLink to="/chu-the/dat-cho">{t('back')}</BackLink>
        <PageHeader title={stay.product.title}>
          <p className="text-lg">
            <StayDays days={stay} />
          </p>
          <p className="font-semibold">{t(`state_${state}`)}</p>
        </PageHeader>
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
      <HostQuestion stay={stay} />
      {offer ? (
        <section className="card card-body grid gap-3">
          <h2 className="text-lg">{t('yourOffer')}</h2>
          <StayOfferFacts offer={offer} />
        </section>
      ) : null}
      {state === 'declined' && stay.declineReason ? (
        <section className="card card-body grid gap-2">
          <h2 className="text-lg">{t('declineReason')}</h2>
          <p className="break-words whitespace-pre-line">{stay.declineReason}</p>
        </section>
      ) : null}
      {state === 'accepted' ? (
        <section className="grid gap-3">
          <h2 className="text-lg">{t('closeTitle')}</h2>
          {deeds.includes('no_show') ? (
            <form method="post" className="flex flex-wrap gap-3">
              {deeds.includes('done') ? (
                <Button name="viec" value="done">
                  {t('closeDone')}
                </Button>
              ) : null}
              <Button look="quiet" name="viec" value="no_show">
                {t('closeNoShow')}
              </Button>
            </form>
          ) : (
            <p className="text-muted">{t('closeLater')}</p>
          )}
        </section>
      ) : null}
      <HostAnswer stay={stay} typed={refused?.values ?? null} />
    </div>
  )
}
