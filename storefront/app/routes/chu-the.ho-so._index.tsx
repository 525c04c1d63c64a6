import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { buttonClass } from '#app/components/button.tsx'
import { DossierMark } from '#app/components/dossier/dossier-mark.tsx'
import { OutlookList } from '#app/components/dossier/outlook-list.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { dossier as words } from '#app/i18n/dossier.ts'
import { dossierDesk } from '#app/i18n/dossier-desk.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { dossierHead } from '#app/lib/dossier/dossier-page.server.ts'
import { DOSSIERS_PATH, dossierPath, PAPERS_PATH } from '#app/lib/dossier/paths.ts'
import type { DossierSummary, ProducerDossiers } from '#app/lib/dossier/types.ts'
import { formatDay, formatNumber } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { dossiers } = await pageData(producer.ask<ProducerDossiers>('/producer/dossiers'))
  return { head: dossierHead(args, (t) => t('title')), dossiers }
}

export default function DossiersRoute() {
  const t = useT(dossierDesk)
  const { dossiers } = useLoaderData<typeof loader>()
  const begin = (
    <a className={buttonClass('primary', true)} href={`${DOSSIERS_PATH}/moi`}>
      {t('newDossier')}
    </a>
  )
  const papers = (
    <a className={buttonClass('quiet', true)} href={PAPERS_PATH}>
      {t('papers')}
    </a>
  )
  const after = (
    <p className="flex flex-wrap gap-x-6 gap-y-1">
      <a className="link inline-flex min-h-11 items-center" href="/chu-the/nhan-hieu">
        {t('markUse')}
      </a>
      <a className="link inline-flex min-h-11 items-center" href="/chu-the/hau-kiem">
        {t('postInspection')}
      </a>
    </p>
  )
  if (dossiers.length === 0) {
    return (
      <div className="wrap max-w-[48rem] pb-14">
        <PageHeader title={t('title')} lead={t('lead')} />
        <EmptyState
          title={t('emptyTitle')}
          actions={
            <>
              {begin}
              {papers}
            </>
          }
        >
          <p>{t('emptyText')}</p>
        </EmptyState>
        {after}
      </div>
    )
  }
  return (
    <div className="wrap max-w-[48rem] pb-14">
      <PageHeader title={t('title')} lead={t('lead')}>
        <p className="flex flex-wrap gap-3 pt-2">
          {begin}
          {papers}
        </p>
      </PageHeader>
      <ul className="label-list">
        {dossiers.map((dossier) => (
          <DossierLine key={dossier.id} dossier={dossier} />
        ))}
      </ul>
      {after}
    </div>
  )
}

function DossierLine({ dossier }: { dossier: DossierSummary }) {
  const t = useT(words)
  const desk = useT(dossierDesk)
  const locale = useLocale()
  const { id, state, product, kind, set, points, reached, receiptNumber, next } = dossier
  const step = nextStep(dossier, desk, locale)
  return (
    <li className="card label-line">
      <p className="flex flex-wrap items-center gap-2">
        <a className="text-lg font-semibold underline-offset-4 hover:underline" href={dossierPath(id)}>
          {product.name}
        </a>
        <DossierMark state={state} />
        {dossier.sample ? <span className="mark">{t('sampleNote')}</span> : null}
      </p>
      <p className="field-hint">
        {t(`kind_${kind}`)} · {t('set', { no: set.no, name: set.name })}
        {receiptNumber === null ? null : ` · ${t('receipt', { number: receiptNumber })}`}
      </p>
      <p>
        {t('selfPoints', { points: formatNumber(points, locale) })},{' '}
        {reached === null ? t('belowThree') : t('stars', { stars: reached })}
        {step === null ? null : <span className="block font-semibold">{step}</span>}
      </p>
      {state === 'draft' || state === 'returned' ? (
        <details className="fold">
          <summary>{t('outlookTitle')}</summary>
          <OutlookList next={next} />
        </details>
      ) : null}
    </li>
  )
}

type Desk = ReturnType<typeof useT<typeof dossierDesk>>

/** What is to be done next, or waited for; null when nothing is. */
function nextStep({ state, missing, dueOn, answerBy }: DossierSummary, desk: Desk, locale: 'vi' | 'en'): string | null {
  if (state === 'draft') return missing === 0 ? desk('next_ready') : desk('next_draft', { count: missing })
  if (state === 'returned' && answerBy !== null) return desk('next_returned', { day: formatDay(answerBy, locale) })
  if ((state === 'submitted' || state === 'in_review') && dueOn !== null) {
    return desk('next_submitted', { day: formatDay(dueOn, locale) })
  }
  return state === 'passed_on' ? desk('next_passed_on') : null
}
