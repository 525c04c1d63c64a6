import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { AdviceForm } from '#app/components/evaluation/advice-form.tsx'
import { AdviceFacts, EvaluationFacts } from '#app/components/evaluation/evaluation-facts.tsx'
import { RefusedNotice } from '#app/components/evaluation/refused-notice.tsx'
import { ResultSentences } from '#app/components/evaluation/result-card.tsx'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { evaluationPage, evaluation as words } from '#app/i18n/evaluation.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { evaluationClient, field, refusalOf } from '#app/lib/evaluation/evaluation-client.server.ts'
import { picksIn } from '#app/lib/evaluation/picks.ts'
import type { EvaluationView } from '#app/lib/evaluation/types.ts'
import { formatDay, formatNumber } from '#app/lib/format.ts'
import type { OfficialClient } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

/** What may just have been done, and the sentence for it. */
const DONE = {
  luu: 'adviceSaved',
  nop: 'adviceHandedIn',
  anh: 'photoAdded',
  chot: 'settled',
  dung: 'closed',
} as const

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const read = (client: OfficialClient, id: string | undefined) =>
  client.ask<{ evaluation: EvaluationView }>(`/official/evaluations/${encodeURIComponent(id ?? '')}`)

/** One evaluation; `?xong=` names what was just done. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await evaluationClient(args)
  const { evaluation } = await pageData(read(client, args.params.id))
  const context = requestContext(args)
  const done = new URL(args.request.url).searchParams.get('xong') ?? ''
  const title = evaluation.product.name
  return {
    head: deskHead(context, `/can-bo/danh-gia/${evaluation.id}`, title, serverT(context, words)('listLead')),
    evaluation,
    done: Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null,
  }
}

/** `viec` says what: `luu`/`nop` advice, `anh` a photo, `chot` the result, `cap`/`khong-cap` after the ministry, `dung` the end. */
export async function action(args: ActionFunctionArgs) {
  const client = await evaluationClient(args)
  const form = await args.request.formData()
  const work = field(form, 'viec')
  const id = encodeURIComponent(args.params.id ?? '')
  const base = `/official/evaluations/${id}` as const
  const version = Number(field(form, 'version'))
  const post = (path: '/settle' | '/fall-back' | '/close', body: object) =>
    client.ask(`${base}${path}`, { method: 'POST', body: { version, ...body } })
  const act = async (): Promise<unknown> => {
    switch (work) {
      case 'luu':
      case 'nop': {
        const { evaluation } = await read(client, args.params.id)
        const body = adviceBody(form, evaluation, work === 'nop')
        return client.ask(`${base}/advice`, { method: 'POST', body: { version, ...body } })
      }
      case 'anh': {
        const upload = new FormData()
        const file = form.get('file')
        if (file instanceof File) upload.set('file', file)
        upload.set('title', field(form, 'title'))
        upload.set('public', 'false')
        return client.upload(`${base}/photos`, upload)
      }
      case 'chot':
        return post('/settle', {})
      case 'cap':
      case 'khong-cap':
        return post('/fall-back', { grant: work === 'cap' })
      default:
        return post('/close', { reason: field(form, 'reason') })
    }
  }
  const refused = await refusalOf(act(), form)
  const done = work === 'cap' || work === 'khong-cap' ? 'chot' : work
  return refused ?? redirect(`/can-bo/danh-gia/${id}?xong=${encodeURIComponent(done)}`, 303)
}

function adviceBody(form: FormData, evaluation: EvaluationView, handIn: boolean) {
  const sound = field(form, 'papersSound')
  const criteria = evaluation.form.sections.flatMap((section) => section.criteria)
  return {
    papersSound: sound === '' ? null : sound === 'yes',
    papersNote: field(form, 'papersNote'),
    visitedOn: field(form, 'visitedOn') || null,
    visitPlace: field(form, 'visitPlace'),
    visitNote: field(form, 'visitNote'),
    testPapers: form.getAll('testPapers').map(String),
    testNote: field(form, 'testNote'),
    picks: picksIn(form, criteria, {}),
    report: field(form, 'report'),
    handIn,
  }
}

export default function EvaluationRoute() {
  const t = useT(evaluationPage)
  const list = useT(words)
  const locale = useLocale()
  const { evaluation, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { rights } = evaluation
  const day = formatDay(evaluation.dueOn, locale)
  return (
    <div className="wrap max-w-[60rem] pb-14">
      <BackLink to="/can-bo/danh-gia">{t('back')}</BackLink>
      <PageHeader title={evaluation.product.name}>
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
          <span className="mark">{list(`state_${evaluation.state}`)}</span>
          <span>{list(`level_${evaluation.level}`)}</span>
          <span>{list(`kind_${evaluation.kind}`)}</span>
          <span className={evaluation.overdue ? 'mark mark-warn' : undefined}>
            {evaluation.overdue ? list('overdueSince', { day }) : list('dueOn', { day })}
          </span>
          {evaluation.sample ? <span>{list('sampleData')}</span> : null}
        </p>
      </PageHeader>
      <div className="grid gap-6">
        {done ? (
          <Notice kind="success" live>
            {t(done)}
          </Notice>
        ) : null}
        <RefusedNotice error={refused?.error} />
        <ResultSection evaluation={evaluation} />
        {evaluation.state === 'forwarded_to_ministry' ? <FallBackSection evaluation={evaluation} /> : null}
        <EvaluationFacts evaluation={evaluation} />
        <section className="card card-body grid gap-4">
          <h2 className="text-lg">{t('advice')}</h2>
          {rights.advise ? (
            <>
              <AdviceForm evaluation={evaluation} advice={evaluation.advice} values={refused?.values} />
              <PhotoForm />
            </>
          ) : null}
          {rights.advise && evaluation.advice === null ? null : <AdviceFacts evaluation={evaluation} />}
        </section>
        {rights.close ? (
          <details className="fold">
            <summary>{t('closeTitle')}</summary>
            <form method="post" className="grid gap-4 pt-2">
              <input type="hidden" name="version" value={evaluation.version} />
              <p>{t('closeHint')}</p>
              <TextAreaField name="reason" label={t('closeReason')} maxLength={1000} required />
              <p>
                <Button look="warn" name="viec" value="dung">
                  {t('close')}
                </Button>
              </p>
            </form>
          </details>
        ) : null}
      </div>
    </div>
  )
}

function ResultSection({ evaluation }: { evaluation: EvaluationView }) {
  const t = useT(evaluationPage)
  const list = useT(words)
  const locale = useLocale()
  const { result, outcome, rights } = evaluation
  const outcomeKey = `outcome_${outcome}`
  return (
    <section className="card card-body grid gap-3">
      <h2 className="text-lg">{t('result')}</h2>
      {evaluation.stars !== null && evaluation.points !== null ? (
        <p className="text-lg font-semibold">
          {list('starsOf', { stars: evaluation.stars, points: formatNumber(evaluation.points, locale) })}
        </p>
      ) : null}
      {outcome !== null && Object.hasOwn(evaluationPage, outcomeKey) ? (
        <p>{t(outcomeKey as 'outcome_certified')}</p>
      ) : null}
      {evaluation.closeReason === null ? null : <p>{t('closedWhy', { reason: evaluation.closeReason })}</p>}
      {evaluation.draftedIn === null ? null : <p>{t('drafted')}</p>}
      {result === null ? <p>{t('resultSealed')}</p> : <ResultSentences sentences={result.sentences} />}
      {evaluation.sittingId === null ? null : (
        <p>
          <a className="link inline-flex min-h-11 items-center" href={`/can-bo/phien/${evaluation.sittingId}`}>
            {t('toSitting')}
          </a>
        </p>
      )}
      {rights.settle && result !== null && !result.rescore ? (
        <form method="post" className="grid gap-2">
          <input type="hidden" name="version" value={evaluation.version} />
          <p className="field-hint">{t('settleHint')}</p>
          <p>
            <Button name="viec" value="chot">
              {t('settle')}
            </Button>
          </p>
        </form>
      ) : null}
    </section>
  )
}

function FallBackSection({ evaluation }: { evaluation: EvaluationView }) {
  const t = useT(evaluationPage)
  const locale = useLocale()
  const { above, fallBack, rights } = evaluation
  const said = above !== null && above.state === 'closed'
  return (
    <section className="card card-body grid gap-3">
      <h2 className="text-lg">{t('fallBackTitle')}</h2>
      {said ? null : <p>{t('fallBackWaits')}</p>}
      {said && fallBack === null ? <p>{t('fallBackNone')}</p> : null}
      {fallBack === null ? null : (
        <p>{t('fallBackText', { points: formatNumber(fallBack.points, locale), stars: fallBack.stars })}</p>
      )}
      {rights.fallBack && said ? (
        <form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="version" value={evaluation.version} />
          {fallBack === null ? null : (
            <Button name="viec" value="cap">
              {t('grant', { stars: fallBack.stars })}
            </Button>
          )}
          <Button look="quiet" name="viec" value="khong-cap">
            {t('decline')}
          </Button>
        </form>
      ) : null}
    </section>
  )
}

function PhotoForm() {
  const t = useT(evaluationPage)
  return (
    <details className="fold">
      <summary>{t('photos')}</summary>
      <form method="post" encType="multipart/form-data" className="grid gap-4 pt-2">
        <TextField name="title" label={t('photoTitle')} maxLength={200} required />
        <div className="field">
          <label className="field-label" htmlFor="anh-kiem-tra">
            {t('photoFile')}
          </label>
          <input
            id="anh-kiem-tra"
            type="file"
            name="file"
            accept="image/jpeg,image/png,image/webp"
            className="input file-input"
            required
          />
        </div>
        <p>
          <Button look="quiet" name="viec" value="anh">
            {t('addPhoto')}
          </Button>
        </p>
      </form>
    </details>
  )
}
