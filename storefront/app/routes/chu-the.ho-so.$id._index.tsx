import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { buttonClass } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { DossierMark } from '#app/components/dossier/dossier-mark.tsx'
import { HistoryList } from '#app/components/dossier/history-list.tsx'
import { MissingList } from '#app/components/dossier/missing-list.tsx'
import { OutlookList } from '#app/components/dossier/outlook-list.tsx'
import { ReturnNotes } from '#app/components/dossier/return-notes.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { dossier as words } from '#app/i18n/dossier.ts'
import { dossierDesk } from '#app/i18n/dossier-desk.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { dossierHead, readDossier } from '#app/lib/dossier/dossier-page.server.ts'
import { missingBySteps } from '#app/lib/dossier/missing-text.ts'
import { DOSSIERS_PATH, dossierPath } from '#app/lib/dossier/paths.ts'
import type { Dossier } from '#app/lib/dossier/types.ts'
import { formatDay, formatNumber } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?xong=` says what was just done. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const answer = await readDossier(producer, args.params.id)
  const done = new URL(args.request.url).searchParams.get('xong')
  return { head: dossierHead(args, () => answer.dossier.product.name), ...answer, done }
}

export default function DossierRoute() {
  const t = useT(words)
  const desk = useT(dossierDesk)
  const locale = useLocale()
  const { dossier, events, done } = useLoaderData<typeof loader>()
  const { state, receiptNumber, dueOn, set, fit } = dossier
  const editable = dossier.acts.includes('edit')
  return (
    <div className="wrap max-w-[48rem] pb-14">
      <BackLink to={DOSSIERS_PATH}>{desk('backToList')}</BackLink>
      <PageHeader
        title={dossier.product.name}
        eyebrow={`${t(`kind_${dossier.kind}`)} · ${t('set', { no: set.no, name: set.name })}`}
      >
        <p className="flex flex-wrap items-center gap-2">
          <DossierMark state={state} />
          {receiptNumber === null ? null : <span>{t('receipt', { number: receiptNumber })}</span>}
          {dueOn !== null && (state === 'submitted' || state === 'in_review') ? (
            <span className="text-muted">{t('due', { day: formatDay(dueOn, locale) })}</span>
          ) : null}
        </p>
      </PageHeader>
      <div className="grid gap-6">
        {done === 'luu' ? (
          <Notice kind="success" live>
            {desk('saved')}
          </Notice>
        ) : null}
        {done === 'rut' ? (
          <Notice kind="success" live>
            {desk('withdrawn')}
          </Notice>
        ) : null}
        {dossier.returns.length > 0 ? <ReturnNotes dossier={dossier} linked={editable} /> : null}
        {editable && (fit === 'late' || fit === 'transitional') ? <Notice kind="warning">{desk(fit)}</Notice> : null}
        <Steps dossier={dossier} editable={editable} />
        {editable ? <MissingList dossier={dossier} /> : null}
        <section className="card grid gap-2 p-4">
          <h2 className="text-lg">{t('outlookTitle')}</h2>
          <p>
            {t('selfPoints', { points: formatNumber(dossier.points.total, locale) })},{' '}
            {dossier.reached === null ? t('belowThree') : t('stars', { stars: dossier.reached })}
          </p>
          <OutlookList next={dossier.outlook.find(({ reached }) => !reached) ?? null} />
        </section>
        <section className="grid gap-2">
          <h2 className="text-lg">{desk('documents')}</h2>
          <p className="flex flex-wrap gap-3">
            <a className={buttonClass('quiet', false)} href={dossierPath(dossier.id, 'mau-01.pdf')}>
              {desk('pdf1')}
            </a>
            <a className={buttonClass('quiet', false)} href={dossierPath(dossier.id, 'mau-02.pdf')}>
              {desk('pdf2')}
            </a>
          </p>
        </section>
        <HistoryList events={events} />
      </div>
    </div>
  )
}

function Steps({ dossier, editable }: { dossier: Dossier; editable: boolean }) {
  const t = useT(dossierDesk)
  const left = missingBySteps(dossier.missing)
  const state = (count: number) => (count === 0 ? t('stepDone') : t('stepLeft', { count }))
  const step = (page: string, name: string, count: number) => (
    <li className="card label-line">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <a className="font-semibold underline-offset-4 hover:underline" href={dossierPath(dossier.id, page)}>
          {name}
        </a>
        <span className={count === 0 ? 'mark mark-done' : 'mark'}>{state(count)}</span>
      </p>
    </li>
  )
  return (
    <nav aria-label={t('steps')}>
      <ol className="label-list">
        {step('thong-tin', t('step_form'), left.form)}
        <li className="card label-line">
          <p className="flex flex-wrap items-center justify-between gap-2">
            <span className="font-semibold">{t('step_scores')}</span>
            <span className={left.scores === 0 ? 'mark mark-done' : 'mark'}>{state(left.scores)}</span>
          </p>
          <ul>
            {dossier.sections.map(({ code, title, answered, criteria }) => (
              <li key={code} className="flex flex-wrap items-center justify-between gap-x-3">
                <a
                  className="inline-flex min-h-11 items-center underline underline-offset-4"
                  href={dossierPath(dossier.id, `tu-cham/${code}`)}
                >
                  {t('sectionLine', { code, title })}
                </a>
                <span className="field-hint">{t('answered', { done: answered, all: criteria.length })}</span>
              </li>
            ))}
          </ul>
        </li>
        {step('giay-to', t('step_papers'), left.papers)}
        {step('cau-chuyen', t('step_story'), left.story)}
        {editable ? (
          <li>
            <a className={buttonClass('primary', true, 'w-full sm:w-auto')} href={dossierPath(dossier.id, 'nop')}>
              {t('step_submit')}
            </a>
          </li>
        ) : null}
      </ol>
    </nav>
  )
}
