import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { buttonClass } from '#app/components/button.tsx'
import { Day } from '#app/components/day.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { LotNeighbours } from '#app/components/journal/lot-neighbours.tsx'
import { LotLeft, LotMarks } from '#app/components/journal/lot-state.tsx'
import { LotTimeline } from '#app/components/journal/lot-timeline.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoment, formatQuantity } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { readLot } from '#app/lib/producer/journal.server.ts'
import { entryPath, lotName, lotPath, shortStep, stepLabel } from '#app/lib/producer/lot-names.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const WARNINGS = ['unknown_balance', 'certificate_expired', 'clock_corrected'] as const

/** Less than this coming out of a step is worth a second look at the scale. */
const LOW_YIELD = 0.05

/** A lot: what to write next, what it was made of and became, all that was written. `?xong=` says what was just saved. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const ref = args.params.ref ?? ''
  const [page, { products, steps, people }] = await pageData(Promise.all([readLot(producer, ref), producer.desk()]))
  const context = requestContext(args)
  const name = lotName(page.lot, products)
  const done = new URL(args.request.url).searchParams.get('xong')
  const described = serverT(context, journal)('lead')
  return {
    head: deskHead(context, lotPath(ref), `${name}, ${page.lot.lotCode}`, described),
    page,
    name,
    steps,
    people,
    saved: done === null ? null : WARNINGS.filter((code) => done.split(',').includes(code)),
  }
}

export default function LotRoute() {
  const t = useT(journal)
  const locale = useLocale()
  const { page, name, steps, people, saved } = useLoaderData<typeof loader>()
  const { lot, entries, back, forward, labelBatches, parties } = page
  const usable = !lot.withdrawn && lot.left !== 0
  const nextWords = lot.recall ? ['destroying'] : lot.nextSteps
  const unweighed = back.some((edge) => edge.yield === null)
  const lossy = back.find((edge) => edge.yield !== null && edge.yield < LOW_YIELD)
  return (
    <div className="wrap pb-10">
      <BackLink to="/chu-the/lo">{t('title')}</BackLink>
      <PageHeader title={name} eyebrow={t(`kind_${lot.kind}`)}>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-muted">{t('lotCode')}</span>
          <strong className="tabular">{lot.lotCode}</strong>
          <LotMarks lot={lot} />
          {lot.sample ? <SampleNote /> : null}
        </p>
        <p className="text-xl font-semibold">
          <LotLeft lot={lot} />
        </p>
      </PageHeader>
      <div className="grid gap-8">
        {saved ? (
          <Notice kind="success" live title={t('saved')}>
            {saved.map((code) => (
              <p key={code}>{t(`warning_${code}`)}</p>
            ))}
          </Notice>
        ) : null}
        {lot.recall ? (
          <Notice kind="warning" title={t('recallState')}>
            <p>{t('recallSince', { when: formatMoment(lot.recall.at, locale), reason: lot.recall.reason })}</p>
            <p>{t('adviceLine', { advice: lot.recall.advice })}</p>
            <a className="link inline-flex min-h-11 items-center" href="/chu-the/thu-hoi">
              {t('recallsLink')}
            </a>
          </Notice>
        ) : null}
        {usable ? (
          <section className="print-hidden grid gap-3" aria-labelledby="ghi-tiep">
            <h2 id="ghi-tiep">{t('nextTitle')}</h2>
            <div className="step-buttons">
              {nextWords.map((word, index) => (
                <a
                  key={word}
                  className={buttonClass(index === 0 ? 'primary' : 'quiet', true)}
                  href={entryPath(word, lot.ref)}
                >
                  {shortStep(stepLabel(word, steps, locale))}
                </a>
              ))}
              <a className={buttonClass('quiet', true)} href={entryPath(null, lot.ref)}>
                {t('otherStep')}
              </a>
              {lot.productRef !== null && !lot.recall ? (
                <a className={buttonClass('quiet', true)} href={`/chu-the/tem/moi?lo=${encodeURIComponent(lot.ref)}`}>
                  {t('makeLabels')}
                </a>
              ) : null}
            </div>
          </section>
        ) : null}
        {unweighed ? (
          <Notice kind="warning" title={t('balanceTitle')}>
            <p>{t('balanceText')}</p>
          </Notice>
        ) : null}
        {lossy?.yield != null ? (
          <Notice kind="warning" title={t('highLossTitle')}>
            <p>
              {t('highLossText', {
                step: stepLabel(lossy.step, steps, locale),
                percent: Math.round(lossy.yield * 1000) / 10,
              })}
            </p>
          </Notice>
        ) : null}
        <div className="grid gap-6 md:grid-cols-2">
          <LotNeighbours title={t('back')} none={t('backNone')} edges={back} steps={steps} />
          <LotNeighbours title={t('forward')} none={t('forwardNone')} edges={forward} steps={steps} />
        </div>
        <LotTimeline lotRef={lot.ref} {...{ entries, steps, people, parties }} />
        <dl className="facts">
          {lot.packs !== null && lot.quantity ? (
            <>
              <dt>{t('packs')}</dt>
              <dd>{formatQuantity(lot.quantity, locale)}</dd>
            </>
          ) : null}
          {lot.packedOn ? (
            <>
              <dt>{t('packedOn')}</dt>
              <dd>
                <Day value={lot.packedOn} />
              </dd>
            </>
          ) : null}
          {lot.bestBefore ? (
            <>
              <dt>{t('bestBefore')}</dt>
              <dd>
                <Day value={lot.bestBefore} />
              </dd>
            </>
          ) : null}
          {lot.availableFrom ? (
            <>
              <dt>{t('since')}</dt>
              <dd>
                <Day value={lot.availableFrom} moment />
              </dd>
            </>
          ) : null}
        </dl>
        {labelBatches > 0 ? <p className="text-muted">{t('labelBatches', { count: labelBatches })}</p> : null}
        {lot.recall || lot.withdrawn ? null : (
          <p className="print-hidden">
            <a className={buttonClass('quiet', false, 'text-warn')} href={`${lotPath(lot.ref)}/thu-hoi`}>
              {t('recallLot')}
            </a>
          </p>
        )}
      </div>
    </div>
  )
}
