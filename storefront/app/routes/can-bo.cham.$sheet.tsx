import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { CriterionField } from '#app/components/evaluation/criterion-field.tsx'
import { RefusedNotice } from '#app/components/evaluation/refused-notice.tsx'
import { SelectField, TextAreaField } from '#app/components/field.tsx'
import { Choice, Choices } from '#app/components/labels/choice.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { scoreSheet } from '#app/i18n/score-sheet.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { evaluationClient, field, type Refusal, refusalOf } from '#app/lib/evaluation/evaluation-client.server.ts'
import { answeredIn, picksIn, pointsOf } from '#app/lib/evaluation/picks.ts'
import type { FormSection, Picks, SheetPage } from '#app/lib/evaluation/types.ts'
import { formatDay, formatMoment, formatNumber } from '#app/lib/format.ts'
import type { OfficialClient } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** The step after the last section: opinion, confirmation, handing in. */
const FINISH = 'nop'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const read = (client: OfficialClient, id: string | undefined) =>
  client.ask<{ sheet: SheetPage }>(`/official/sheets/${encodeURIComponent(id ?? '')}`)
const stepOf = (section: FormSection) => `${section.part}${section.code}`

/** One section of the own sheet at a time: `?muc=A1`, or `?muc=nop` to hand it in; `?xong=1` says that the draft was just saved. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await evaluationClient(args)
  const { sheet } = await pageData(read(client, args.params.sheet))
  const { searchParams } = new URL(args.request.url)
  const asked = searchParams.get('muc')
  const steps = [...sheet.form.sections.map(stepOf), FINISH]
  const firstOpen = sheet.form.sections.find((section) => answeredIn(section, sheet.picks) < section.criteria.length)
  const context = requestContext(args)
  const t = serverT(context, scoreSheet)
  return {
    head: deskHead(context, `/can-bo/cham/${sheet.id}`, t('title', { product: sheet.product }), t('listLead')),
    sheet,
    step: steps.find((each) => each === asked) ?? (firstOpen ? stepOf(firstOpen) : FINISH),
    saved: searchParams.get('xong') === '1',
  }
}

/** `viec`: `tiep` and `luu` keep the draft, `nop` hands in, `xung-dot` declares a conflict of interest. */
export async function action(args: ActionFunctionArgs) {
  const client = await evaluationClient(args)
  const form = await args.request.formData()
  const work = field(form, 'viec')
  const id = encodeURIComponent(args.params.sheet ?? '')
  const path = `/official/sheets/${id}` as const
  const page = `/can-bo/cham/${id}`
  if (work === 'xung-dot') {
    const body = { ground: field(form, 'ground'), reason: field(form, 'reason') }
    const refused = await refusalOf(client.ask(`${path}/conflict`, { method: 'POST', body }), form)
    return refused ?? redirect(page, 303)
  }
  const submit = work === FINISH
  if (submit && field(form, 'confirm') !== 'on') {
    const error = serverT(requestContext(args), scoreSheet)('confirmMissing')
    return data<Refusal>({ error, field: 'confirm', values: texts(form) }, { status: 422 })
  }
  const { sheet } = await pageData(read(client, args.params.sheet))
  const { sections } = sheet.form
  const at = sections.findIndex((section) => stepOf(section) === field(form, 'muc'))
  const stance = field(form, 'stance')
  const body = {
    picks: picksIn(form, sections[at]?.criteria ?? [], sheet.picks),
    opinion: form.has('opinion') ? field(form, 'opinion') : sheet.opinion,
    stance: stance === 'agree' || stance === 'meet' ? stance : sheet.stance,
    submit,
  }
  const refused = await refusalOf(client.ask(path, { method: 'POST', body }), form)
  if (refused) return refused
  if (submit) return redirect(page, 303)
  const next = sections[at + 1]
  const step = work === 'tiep' && at >= 0 ? (next ? stepOf(next) : FINISH) : field(form, 'muc') || FINISH
  return redirect(`${page}?muc=${step}&xong=1`, 303)
}

function texts(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}

export default function SheetRoute() {
  const t = useT(scoreSheet)
  const locale = useLocale()
  const { sheet, step, saved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const note = sheet.rescoreNotes.at(-1)
  return (
    <div className="wrap max-w-[64rem] pb-14">
      <BackLink to="/can-bo/cham">{t('back')}</BackLink>
      <PageHeader
        title={t('title', { product: sheet.product })}
        lead={t('lead', { producer: sheet.producer, day: formatDay(sheet.day, locale) })}
      />
      <div className="grid gap-6">
        {sheet.scoringRound > 1 && note ? <Notice>{t('roundNote', { round: sheet.scoringRound, note })}</Notice> : null}
        {saved && refused === undefined ? (
          <Notice kind="success" live>
            {t('saved')}
          </Notice>
        ) : null}
        <RefusedNotice error={refused?.error} />
        {sheet.writable ? (
          <WritableSheet key={`${sheet.id}${step}`} sheet={sheet} step={step} values={refused?.values} />
        ) : (
          <EndedSheet sheet={sheet} />
        )}
      </div>
    </div>
  )
}

function EndedSheet({ sheet }: { sheet: SheetPage }) {
  const t = useT(scoreSheet)
  const locale = useLocale()
  switch (sheet.state) {
    case 'submitted':
      return (
        <Notice kind="success">
          {t('submitted', { when: sheet.submittedAt === null ? '' : formatMoment(sheet.submittedAt, locale) })}
        </Notice>
      )
    case 'conflict':
      return <Notice>{t('state_conflict')}</Notice>
    case 'absent':
      return <Notice kind="warning">{t('state_absent')}</Notice>
    case 'draft':
      return <Notice kind="warning">{t('notOpen')}</Notice>
  }
}

interface SheetProps {
  sheet: SheetPage
  step: string
  values: Record<string, string> | undefined
}

function WritableSheet({ sheet, step, values }: SheetProps) {
  const t = useT(scoreSheet)
  const locale = useLocale()
  const { sections } = sheet.form
  const section = sections.find((each) => stepOf(each) === step)
  // Without scripts the points are those of the saved draft; with them they follow every choice.
  const [picks, setPicks] = useState<Picks>(sheet.picks)
  const all = sections.reduce((sum, { criteria }) => sum + criteria.length, 0)
  const answered = sections.reduce((sum, each) => sum + answeredIn(each, picks), 0)
  const running = t('running', { points: formatNumber(pointsOf(sections, picks), locale), answered, all })
  return (
    <>
      <nav aria-label={t('sections')} className="chip-row">
        {sections.map((each) => (
          <StepLink key={stepOf(each)} sheet={sheet} to={stepOf(each)} current={stepOf(each) === step}>
            {`${each.part}.${each.code} (${t('sectionDone', { answered: answeredIn(each, picks), all: each.criteria.length })})`}
          </StepLink>
        ))}
        <StepLink sheet={sheet} to={FINISH} current={step === FINISH}>
          {t('finish')}
        </StepLink>
      </nav>
      <p className="tabular text-lg font-semibold" role="status">
        {running}
      </p>
      {section ? (
        <form
          method="post"
          className="grid gap-5"
          onChange={(event) => setPicks(picksIn(new FormData(event.currentTarget), section.criteria, sheet.picks))}
        >
          <input type="hidden" name="muc" value={step} />
          <h2 className="text-lg">{t('sectionName', { code: section.code, title: section.title })}</h2>
          {section.criteria.map((criterion) => (
            <CriterionField key={criterion.id} criterion={criterion} picked={sheet.picks[criterion.id]} />
          ))}
          <div className="save-bar">
            <Button large name="viec" value="tiep">
              {t('saveNext')}
            </Button>
            <Button large look="quiet" name="viec" value="luu">
              {t('save')}
            </Button>
          </div>
        </form>
      ) : (
        <FinishForm sheet={sheet} step={step} values={values} />
      )}
      <AdviceNote sheet={sheet} />
      <ConflictForm sheet={sheet} values={values} />
    </>
  )
}

function StepLink({
  sheet,
  to,
  current,
  children,
}: {
  sheet: SheetPage
  to: string
  current: boolean
  children: string
}) {
  return (
    <a className="chip" href={`/can-bo/cham/${sheet.id}?muc=${to}`} aria-current={current ? 'step' : undefined}>
      {children}
    </a>
  )
}

function FinishForm({ sheet, values }: SheetProps) {
  const t = useT(scoreSheet)
  const missing = sheet.points.unanswered.length
  const stance = values?.stance ?? sheet.stance ?? ''
  return (
    <form method="post" className="grid gap-5">
      <input type="hidden" name="muc" value={FINISH} />
      <h2 className="text-lg">{t('finish')}</h2>
      {missing > 0 ? <Notice kind="warning">{t('unanswered', { count: missing })}</Notice> : null}
      <TextAreaField
        name="opinion"
        label={t('opinion')}
        defaultValue={values?.opinion ?? sheet.opinion}
        maxLength={4000}
        rows={5}
        optional
      />
      {sheet.mode === 'written_opinion' ? (
        <Choices legend={t('stance')}>
          <Choice type="radio" name="stance" value="agree" checked={stance === 'agree'}>
            {t('stanceAgree')}
          </Choice>
          <Choice type="radio" name="stance" value="meet" checked={stance === 'meet'}>
            {t('stanceMeet')}
          </Choice>
        </Choices>
      ) : null}
      <Choice type="checkbox" name="confirm" value="on" checked={false}>
        {t('confirm')}
      </Choice>
      <div className="flex flex-wrap gap-3">
        <Button large name="viec" value={FINISH}>
          {t('submit')}
        </Button>
        <Button large look="quiet" name="viec" value="luu">
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

function AdviceNote({ sheet: { advice } }: { sheet: SheetPage }) {
  const t = useT(scoreSheet)
  if (advice === null) return null
  const texts = [advice.report, advice.papersNote, advice.visitNote, advice.testNote].filter((text) => text !== '')
  return (
    <details className="fold">
      <summary>{t('advice')}</summary>
      <div className="grid gap-2 pt-2">
        {texts.map((text) => (
          <p key={text} className="whitespace-pre-line">
            {text}
          </p>
        ))}
      </div>
    </details>
  )
}

function ConflictForm({ sheet, values }: Pick<SheetProps, 'sheet' | 'values'>) {
  const t = useT(scoreSheet)
  const locale = useLocale()
  return (
    <details className="fold" open={values?.ground !== undefined}>
      <summary>{t('conflictTitle')}</summary>
      <form method="post" className="grid gap-4 pt-2">
        <p>{t('conflictHint')}</p>
        <SelectField name="ground" label={t('ground')} defaultValue={values?.ground}>
          {sheet.conflictGrounds.map((ground) => (
            <option key={ground.code} value={ground.code}>
              {ground[locale]}
            </option>
          ))}
        </SelectField>
        <TextAreaField
          name="reason"
          label={t('conflictReason')}
          defaultValue={values?.reason}
          maxLength={1000}
          required
        />
        <p>
          <Button look="warn" name="viec" value="xung-dot">
            {t('declare')}
          </Button>
        </p>
      </form>
    </details>
  )
}
