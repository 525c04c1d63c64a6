import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { ConcludeForm } from '#app/components/post-inspection/conclude-form.tsx'
import { DoneNotice } from '#app/components/post-inspection/done-notice.tsx'
import { EndForm } from '#app/components/post-inspection/end-form.tsx'
import { FollowUpsPart } from '#app/components/post-inspection/follow-ups-part.tsx'
import { Section } from '#app/components/post-inspection/form-parts.tsx'
import { monthText } from '#app/components/post-inspection/inspection-items.tsx'
import { PhotosPart } from '#app/components/post-inspection/photos-part.tsx'
import { RecordFacts } from '#app/components/post-inspection/record-facts.tsx'
import { RecordForm } from '#app/components/post-inspection/record-form.tsx'
import { RecordsPart } from '#app/components/post-inspection/records-part.tsx'
import { RevocationPart } from '#app/components/post-inspection/revocation-part.tsx'
import { StateMark } from '#app/components/post-inspection/state-mark.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { answerInspection } from '#app/lib/post-inspection/inspection-action.server.ts'
import type { InspectionDetail } from '#app/lib/post-inspection/types.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?xong=` says which form just went through. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const id = encodeURIComponent(args.params.id ?? '')
  const [detail, { verbs }] = await pageData(
    Promise.all([official.ask<InspectionDetail>(`/official/post-inspections/${id}`), official.desk()]),
  )
  const context = requestContext(args)
  const t = serverT(context, postInspection)
  const title = t('detailTitle', { name: detail.inspection.productName })
  return {
    head: deskHead(context, `/can-bo/hau-kiem/${id}`, title, t('lead')),
    title,
    detail,
    mayRecord: verbs.includes('post_inspection:record'),
    mayPropose: verbs.includes('post_inspection:record') && verbs.includes('post_inspection:plan'),
    mayDraft: verbs.includes('decision:draft'),
    done: new URL(args.request.url).searchParams.get('xong') ?? '',
  }
}

export async function action(args: ActionFunctionArgs) {
  const official = await requireOfficial(args)
  const { locale } = requestContext(args)
  return answerInspection({ official, locale, id: args.params.id ?? '' }, await args.request.formData())
}

export default function InspectionRoute() {
  const t = useT(postInspection)
  const locale = useLocale()
  const { title, detail, mayRecord, mayPropose, mayDraft, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { inspection, today } = detail
  const open = inspection.state === 'planned' || inspection.state === 'under_way'
  const concluded = inspection.state === 'concluded' || inspection.state === 'followed_up'
  return (
    <div className="wrap grid max-w-[48rem] gap-8 pb-14">
      <div className="grid gap-4">
        <div>
          <BackLink to="/can-bo/hau-kiem">{t('title')}</BackLink>
          <PageHeader title={title}>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <StateMark state={inspection.state} />
              <span>{[inspection.producerName, t('stars', { stars: inspection.stars })].join(' · ')}</span>
              {inspection.sample ? <SampleNote /> : null}
            </p>
          </PageHeader>
        </div>
        {refused ? null : <DoneNotice done={done} />}
        <p>
          <span className="font-semibold">{t('reason')}:</span>{' '}
          {inspection.trigger === null ? t('planned') : t(`trigger_${inspection.trigger}`)},{' '}
          {t('plannedFor', { month: monthText(inspection.plannedFor) })}
          {inspection.triggerNote === null ? null : (
            <span className="block whitespace-pre-line text-muted">{inspection.triggerNote}</span>
          )}
        </p>
        {inspection.endNote === null ? null : <p>{t('ended', { note: inspection.endNote })}</p>}
        <p className="flex flex-wrap gap-3">
          <LinkButton
            reloadDocument
            look="quiet"
            to={`/can-bo/hau-kiem/${encodeURIComponent(inspection.id)}/bien-ban.pdf`}
          >
            {t('minutes')}
          </LinkButton>
          <LinkButton reloadDocument look="quiet" to={`/nhan-hieu/${encodeURIComponent(inspection.recognitionId)}`}>
            {t('markUse')}
          </LinkButton>
        </p>
      </div>
      <Section id="bien-ban" title={t('recordTitle')}>
        {open && mayRecord ? (
          <RecordForm inspection={inspection} today={today} refused={refused} />
        ) : (
          <RecordFacts inspection={inspection} />
        )}
      </Section>
      <PhotosPart detail={detail} open={open && mayRecord} refused={refused} />
      <RecordsPart detail={detail} open={(open || concluded) && mayRecord} refused={refused} />
      {inspection.state === 'under_way' && mayRecord ? (
        <Section id="ket-luan" title={t('concludeTitle')}>
          <ConcludeForm today={today} refused={refused} />
        </Section>
      ) : null}
      {inspection.concludedOn === null ? null : (
        <Section id="ket-luan" title={t('concludeTitle')}>
          <p className="text-sm text-muted">{formatDay(inspection.concludedOn, locale)}</p>
          <p className="whitespace-pre-line">{inspection.conclusion}</p>
        </Section>
      )}
      <FollowUpsPart detail={detail} mayRecord={mayRecord} refused={refused} />
      <RevocationPart detail={detail} mayPropose={mayPropose} mayDraft={mayDraft} refused={refused} />
      {mayRecord && concluded ? <EndForm deed="close" refused={refused} /> : null}
      {mayRecord && open ? <EndForm deed="cancel" refused={refused} /> : null}
    </div>
  )
}
