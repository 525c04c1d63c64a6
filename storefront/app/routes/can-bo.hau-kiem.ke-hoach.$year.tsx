import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { BeginPlan } from '#app/components/post-inspection/begin-plan.tsx'
import { DoneNotice } from '#app/components/post-inspection/done-notice.tsx'
import { FindProduct } from '#app/components/post-inspection/find-product.tsx'
import { Section } from '#app/components/post-inspection/form-parts.tsx'
import { AddToPlan, ApprovePlan, PlanItems } from '#app/components/post-inspection/plan-parts.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { answerPlan } from '#app/lib/post-inspection/plan-action.server.ts'
import type { MarkUse, MarkUsePage, Plan } from '#app/lib/post-inspection/types.ts'
import { yearIn } from '#app/lib/post-inspection/year.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** Plans of a year. In a draft, `?q=` finds products and `?them=` is the one to be added. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const { searchParams } = new URL(args.request.url)
  const { today, posts, verbs } = await pageData(official.desk())
  const year = yearIn(args.params.year ?? null, today)
  if (String(year) !== args.params.year) throw data(null, { status: 404 })
  const q = (searchParams.get('q') ?? '').trim().slice(0, 200)
  const adding = searchParams.get('them') ?? ''
  const [{ plans }, found, chosen] = await pageData(
    Promise.all([
      official.ask<{ plans: Plan[] }>('/official/inspection-plans', { search: { year } }),
      q === '' ? null : official.ask<MarkUsePage>('/official/mark-uses', { search: { q } }),
      adding === '' ? null : official.ask<{ markUse: MarkUse }>(`/official/mark-uses/${encodeURIComponent(adding)}`),
    ]),
  )
  const planning = posts.filter((post) => post.verbs.includes('post_inspection:plan'))
  const context = requestContext(args)
  const t = serverT(context, postInspection)
  return {
    head: deskHead(context, `/can-bo/hau-kiem/ke-hoach/${year}`, t('planTitle', { year: String(year) }), t('planLead')),
    ...{ year, today, plans, q },
    found: found?.markUses ?? null,
    chosen: chosen?.markUse ?? null,
    // Who plans in several places begins the plan of the first that has none.
    missing: planning
      .map(({ provinceCode, provinceName }) => ({ provinceCode, provinceName }))
      .filter(({ provinceCode }, at, all) => all.findIndex((each) => each.provinceCode === provinceCode) === at)
      .filter(({ provinceCode }) => !plans.some((plan) => plan.provinceCode === provinceCode)),
    mayPlan: verbs.includes('post_inspection:plan'),
    done: searchParams.get('xong') ?? '',
  }
}

export async function action(args: ActionFunctionArgs) {
  const official = await requireOfficial(args)
  const { locale } = requestContext(args)
  return answerPlan({ official, locale, year: Number(args.params.year) }, await args.request.formData())
}

export default function PlanRoute() {
  const t = useT(postInspection)
  const locale = useLocale()
  const { year, today, plans, q, found, chosen, missing, mayPlan, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const path = `/can-bo/hau-kiem/ke-hoach/${year}`
  const draft = plans.find(({ state }) => state === 'draft')
  return (
    <div className="wrap grid max-w-[52rem] gap-8 pb-14">
      <div className="grid gap-4">
        <div>
          <BackLink to={`/can-bo/hau-kiem?nam=${year}`}>{t('title')}</BackLink>
          <PageHeader title={t('planTitle', { year: String(year) })} lead={t('planLead')} />
        </div>
        {refused ? null : <DoneNotice done={done} />}
      </div>
      {missing.map((place) => (
        <BeginPlan key={place.provinceCode ?? 'bo'} place={place} year={year} refused={refused} />
      ))}
      {plans.map((plan) => (
        <Section key={plan.id} id={`ke-hoach-${plan.provinceCode ?? 'bo'}`} title={plan.title}>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {plan.decisionNumber === null || plan.decisionDate === null ? (
              <span className="mark mark-warn">{t('planDraft')}</span>
            ) : (
              <span>
                {t('planApproved', { number: plan.decisionNumber, day: formatDay(plan.decisionDate, locale) })}
              </span>
            )}
            {plan.state === 'approved' ? (
              <span className="text-muted">{t('planProgress', { done: plan.done, all: plan.items.length })}</span>
            ) : null}
            {plan.sample ? <SampleNote /> : null}
          </p>
          <PlanItems plan={plan} mayChange={mayPlan && plan.state === 'draft'} refused={refused} />
        </Section>
      ))}
      {draft && mayPlan ? (
        <>
          <Section id="them" title={t('planAdd')}>
            {chosen === null ? (
              <FindProduct
                action={path}
                q={q}
                found={found}
                linkTo={(id) => `${path}?them=${encodeURIComponent(id)}#them`}
              />
            ) : (
              <AddToPlan plan={draft} use={chosen} path={path} refused={refused} />
            )}
          </Section>
          {draft.items.length > 0 ? (
            <Section id="phe-duyet" title={t('approveTitle')}>
              <ApprovePlan plan={draft} today={today} refused={refused} />
            </Section>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
