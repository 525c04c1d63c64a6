import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { LabelFields } from '#app/components/seller/label-fields.tsx'
import { HiddenDo } from '#app/components/seller-order/hidden-do.tsx'
import { listings as words } from '#app/i18n/listings.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage, refusalOf } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { labelOf } from '#app/lib/seller/label.ts'
import { listingState, type OwnListing, wholeNumber } from '#app/lib/seller/listings.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const DONE = { withdraw: 'rut', pause: 'ngung', resume: 'ban' } as const

/** The form of one listing; `?xong=` says what was just done. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const id = encodeURIComponent(args.params.id ?? '')
  const { listing } = await pageData(producer.ask<{ listing: OwnListing }>(`/producer/listings/${id}`))
  const context = requestContext(args)
  return {
    head: deskHead(context, `/chu-the/san-pham/${id}`, listing.title, serverT(context, words)('lead')),
    listing,
    done: new URL(args.request.url).searchParams.get('xong'),
  }
}

/**
 * Submits the form for review, withdraws what waits (`do=withdraw`), takes the listing off sale or puts it back (`pause`, `resume`), or
 * begins more pack sizes (`packs`). What was written stays in the form when it is refused.
 */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const context = requestContext(args)
  const form = await args.request.formData()
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const path = `/producer/listings/${encodeURIComponent(args.params.id ?? '')}` as const
  const page = new URL(args.request.url).pathname
  const post = (body: Record<string, unknown>) =>
    ({ method: 'POST', body, headers: inLanguage(context.locale) }) as const
  if (values.do === 'withdraw' || values.do === 'pause' || values.do === 'resume') {
    const refused = await refusalOf(producer.ask(`${path}/${values.do}`, post({})), values.do, {})
    return refused ? data(refused, { status: refused.status }) : redirect(`${page}?xong=${DONE[values.do]}`, 303)
  }
  if (values.do === 'packs') {
    const body = { draft: {}, forProductId: args.params.id ?? '' }
    const { proposal } = await pageData(
      producer.ask<{ proposal: { id: string } }>('/producer/listing-proposals', post(body)),
    )
    return redirect(`/chu-the/san-pham/moi/${proposal.id}`, 303)
  }
  const t = serverT(context, words)
  const { packs, errors } = packsOf(form, (key, pack) => t(key, { pack }))
  if (Object.keys(errors).length > 0) {
    return data({ form: 'submit', values, errors, sentence: null, status: 422 }, { status: 422 })
  }
  const body = {
    ...{ version: values.version ?? '', title: values.title ?? '', label: labelOf(form), packs },
    // Browsers send line ends as CRLF, which would differ from what was stored.
    description: (values.description ?? '').replace(/\r\n/g, '\n'),
  }
  const refused = await refusalOf(producer.ask(`${path}/changes`, post(body)), 'submit', values)
  return refused ? data(refused, { status: refused.status }) : redirect(`${page}?xong=gui`, 303)
}

/** The pack sizes of a form, and a sentence for each field that holds no such number. */
function packsOf(form: FormData, sentence: (key: 'badPrice' | 'badWeight', pack: string) => string) {
  const errors: Record<string, string> = {}
  const packs = form.getAll('pack').map((entry) => {
    const id = String(entry)
    const read = (name: string) => String(form.get(`${name}-${id}`) ?? '')
    const price = wholeNumber(read('price'))
    const weightGrams = wholeNumber(read('weight'))
    if (!(price !== null && price >= 1_000 && price <= 1_000_000_000)) {
      errors[`price-${id}`] = sentence('badPrice', read('name'))
    }
    if (!(weightGrams === null || (weightGrams >= 1 && weightGrams <= 100_000))) {
      errors[`weight-${id}`] = sentence('badWeight', read('name'))
    }
    return { id, price, weightGrams }
  })
  return { packs, errors }
}

export default function ListingRoute() {
  const t = useT(words)
  const locale = useLocale()
  const { listing, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { change } = listing
  const waiting = change?.state === 'submitted'
  return (
    <div className="wrap max-w-[48rem] pb-8">
      <BackLink to="/chu-the/san-pham">{t('back')}</BackLink>
      <PageHeader title={listing.title} eyebrow={t(`state_${listingState(listing)}`)} />
      <div className="grid gap-6">
        <ErrorSummary title={() => t('problems')} errors={refused?.errors ?? {}} />
        {refused?.sentence ? (
          <Notice kind="warning" title={t('problems')} live>
            {refused.sentence}
          </Notice>
        ) : null}
        {!refused && done === 'gui' && waiting ? (
          <Notice kind="success" live>
            {t('sent')}
          </Notice>
        ) : null}
        {!refused && done === 'rut' && change?.state === 'withdrawn' ? (
          <Notice kind="success" live>
            {t('withdrawn')}
          </Notice>
        ) : null}
        {change?.state === 'returned' ? (
          <Notice kind="warning" title={t('returnedTitle')}>
            <p>{t('reason', { reason: change.reason ?? '' })}</p>
            <p>{t('returnedHint')}</p>
          </Notice>
        ) : null}
        {change && waiting ? (
          <section className="card card-body grid gap-3" aria-labelledby="waiting">
            <h2 id="waiting" className="text-lg">
              {t('waitingTitle')}
            </h2>
            <p>{t('waitingText', { day: formatDay(change.submittedAt, locale) })}</p>
            <form method="post">
              <HiddenDo what="withdraw" />
              <Button look="quiet">{t('withdraw')}</Button>
            </form>
          </section>
        ) : null}
        {!refused && done === 'ngung' && listing.paused ? (
          <Notice kind="success" live>
            {t('pausedDone')}
          </Notice>
        ) : null}
        {!refused && done === 'ban' && !listing.paused ? (
          <Notice kind="success" live>
            {t('resumedDone')}
          </Notice>
        ) : null}
        <ListingForm listing={listing} values={refused?.values ?? null} errors={refused?.errors ?? {}} />
        <section className="card card-body grid gap-3" aria-labelledby="more">
          <h2 id="more" className="text-lg">
            {t('moreTitle')}
          </h2>
          <form method="post">
            <HiddenDo what="packs" />
            <Button look="quiet">{t('addPacks')}</Button>
          </form>
          {listing.paused || listing.published ? (
            <form method="post" className="grid gap-2">
              <HiddenDo what={listing.paused ? 'resume' : 'pause'} />
              <p className="text-muted">{t(listing.paused ? 'resumeHint' : 'pauseHint')}</p>
              <div>
                <Button look="quiet">{t(listing.paused ? 'resume' : 'pause')}</Button>
              </div>
            </form>
          ) : null}
        </section>
      </div>
    </div>
  )
}

interface FormProps {
  listing: OwnListing
  /** What was just typed and refused. */
  values: Record<string, string> | null
  errors: Record<string, string>
}

/** The form, filled with what was just written, else with what was last asked for and not approved, else with what is shown. */
function ListingForm({ listing, values, errors }: FormProps) {
  const t = useT(words)
  const waiting = listing.change?.state === 'submitted'
  const asked = listing.change && listing.change.state !== 'approved' ? listing.change.proposed : listing
  const locked = { readOnly: waiting }
  return (
    <form method="post" className="grid gap-4">
      <HiddenDo what="submit" />
      <input type="hidden" name="version" value={listing.version} />
      <TextField
        {...{ name: 'title', label: t('name'), hint: t('nameHint'), required: true, minLength: 3, maxLength: 150 }}
        defaultValue={values?.title ?? asked.title}
        {...locked}
      />
      <TextAreaField
        {...{ name: 'description', label: t('description'), hint: t('descriptionHint'), rows: 6, maxLength: 5_000 }}
        defaultValue={values?.description ?? asked.description}
        {...locked}
      />
      <LabelFields label={asked.label} {...{ editable: !waiting, errors, values }} />
      {listing.packs.map((pack) => {
        const wanted = asked.packs.find(({ id }) => id === pack.id) ?? pack
        const [price, weight] = [`price-${pack.id}`, `weight-${pack.id}`]
        return (
          <fieldset key={pack.id} className="card card-body grid gap-3">
            <legend className="font-semibold">{pack.title}</legend>
            {pack.sku ? <p className="text-muted break-words">{t('sku', { sku: pack.sku })}</p> : null}
            <input type="hidden" name="pack" value={pack.id} />
            <input type="hidden" name={`name-${pack.id}`} value={pack.title} />
            <TextField
              {...{ name: price, label: t('price'), error: errors[price], inputMode: 'numeric', required: true }}
              defaultValue={values?.[price] ?? wanted.price}
              {...locked}
            />
            <TextField
              {...{ name: weight, label: t('weight'), error: errors[weight], inputMode: 'numeric', optional: true }}
              defaultValue={values?.[weight] ?? wanted.weightGrams ?? ''}
              {...locked}
            />
          </fieldset>
        )
      })}
      {waiting ? null : (
        <div>
          <Button large>{t('submit')}</Button>
        </div>
      )}
    </form>
  )
}
