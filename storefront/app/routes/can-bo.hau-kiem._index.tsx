import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { TextField } from '#app/components/field.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { DoneNotice } from '#app/components/post-inspection/done-notice.tsx'
import { Section } from '#app/components/post-inspection/form-parts.tsx'
import { FollowUpItems, InspectionItems, ProposalItems } from '#app/components/post-inspection/inspection-items.tsx'
import { PlanFigures } from '#app/components/post-inspection/plan-figures.tsx'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import type { InspectionList } from '#app/lib/post-inspection/types.ts'
import { yearIn } from '#app/lib/post-inspection/year.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?nam=` the year, this one without it; `?tu=` how many lines to pass over. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const { searchParams } = new URL(args.request.url)
  const { today, verbs } = await pageData(official.desk())
  const year = yearIn(searchParams.get('nam'), today)
  const offset = Math.min(Math.max(Math.trunc(Number(searchParams.get('tu'))) || 0, 0), 100_000)
  const list = await pageData(official.ask<InspectionList>('/official/post-inspections', { search: { year, offset } }))
  const context = requestContext(args)
  const t = serverT(context, postInspection)
  return {
    head: deskHead(context, '/can-bo/hau-kiem', t('title'), t('lead')),
    ...{ year, offset, today, list },
    mayPropose: verbs.includes('post_inspection:record') && verbs.includes('post_inspection:plan'),
    mayOpen: verbs.includes('post_inspection:record'),
    done: searchParams.get('xong') ?? '',
  }
}

export default function InspectionsRoute() {
  const t = useT(postInspection)
  const { year, offset, today, list, mayOpen, mayPropose, done } = useLoaderData<typeof loader>()
  const { inspections, overdue, answered, proposals, summary, next } = list
  return (
    <div className="wrap grid max-w-[60rem] gap-8 pb-14">
      <div className="grid gap-4">
        <PageHeader title={t('title')} lead={t('lead')} />
        <DoneNotice done={done} />
        <p className="flex flex-wrap gap-3">
          {mayOpen ? (
            <LinkButton reloadDocument to="/can-bo/hau-kiem/moi">
              {t('open')}
            </LinkButton>
          ) : null}
          <LinkButton reloadDocument look="quiet" to={`/can-bo/hau-kiem/ke-hoach/${year}`}>
            {t('toPlan', { year: String(year) })}
          </LinkButton>
          <LinkButton reloadDocument look="quiet" to="/can-bo/su-dung-nhan-hieu">
            {t('toRegister')}
          </LinkButton>
          {mayPropose ? (
            <LinkButton reloadDocument look="quiet" to="/can-bo/hau-kiem/de-nghi">
              {t('otherLink')}
            </LinkButton>
          ) : null}
        </p>
      </div>
      {overdue.length > 0 ? (
        <Section id="qua-han" title={t('overdueTitle')}>
          <FollowUpItems work={overdue} />
        </Section>
      ) : null}
      {answered.length > 0 ? (
        <Section id="cho-xem" title={t('answeredTitle')}>
          <FollowUpItems work={answered} />
        </Section>
      ) : null}
      {proposals.length > 0 ? (
        <Section id="de-nghi" title={t('proposalsTitle')}>
          <ProposalItems proposals={proposals} today={today} />
        </Section>
      ) : null}
      <Section id="trong-nam" title={t('listTitle', { year: String(year) })}>
        <form method="get" action="/can-bo/hau-kiem" className="flex flex-wrap items-end gap-3">
          <TextField
            name="nam"
            type="number"
            inputMode="numeric"
            min={2018}
            max={2100}
            label={t('year')}
            defaultValue={year}
            className="w-32"
          />
          <Button look="quiet">{t('show')}</Button>
        </form>
        <PlanFigures summary={summary} year={year} />
        {inspections.length === 0 ? (
          <EmptyState title={t('emptyTitle')}>
            <p>{t('emptyText')}</p>
          </EmptyState>
        ) : (
          <InspectionItems inspections={inspections} />
        )}
        {next === null && offset === 0 ? null : (
          <p className="flex flex-wrap gap-3">
            {next === null ? null : (
              <LinkButton reloadDocument look="quiet" to={`/can-bo/hau-kiem?nam=${year}&tu=${next}`}>
                {t('older')}
              </LinkButton>
            )}
          </p>
        )}
      </Section>
    </div>
  )
}
