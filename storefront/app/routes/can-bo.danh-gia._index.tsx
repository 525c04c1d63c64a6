import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { ChipLink } from '#app/components/chip-link.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { CouncilLinks } from '#app/components/evaluation/council-links.tsx'
import { EvaluationItem } from '#app/components/evaluation/evaluation-item.tsx'
import { RefusedNotice } from '#app/components/evaluation/refused-notice.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { evaluation } from '#app/i18n/evaluation.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { evaluationClient, field, refusalOf } from '#app/lib/evaluation/evaluation-client.server.ts'
import type { Arrival, EvaluationList, EvaluationState, RoundView } from '#app/lib/evaluation/types.ts'
import { formatDay } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

const PATH = '/can-bo/danh-gia'
const STATES: readonly EvaluationState[] = [
  'received',
  'advising',
  'ready',
  'sitting',
  'scored',
  'result',
  'forwarded_to_ministry',
  'closed',
]

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?trang-thai=` a state, `all`, or open ones; `?dot=` a round; `?tu=` goes on; `?xong=1` says that one was received. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await evaluationClient(args)
  const { searchParams } = new URL(args.request.url)
  const asked = searchParams.get('trang-thai') ?? 'open'
  const state = asked === 'all' || STATES.some((each) => each === asked) ? asked : 'open'
  const round = /^eround_\w{1,40}$/.exec(searchParams.get('dot') ?? '')?.[0]
  const offset = Number(/^\d{1,5}$/.exec(searchParams.get('tu') ?? '')?.[0] ?? 0)
  const list = await pageData(client.ask<EvaluationList>('/official/evaluations', { search: { state, round, offset } }))
  const context = requestContext(args)
  const t = serverT(context, evaluation)
  return {
    head: deskHead(context, PATH, t('listTitle'), t('listLead')),
    ...list,
    ...{ state, round: round ?? null, received: searchParams.get('xong') === '1' },
  }
}

/** Takes what was sent into a round. */
export async function action(args: ActionFunctionArgs) {
  const client = await evaluationClient(args)
  const form = await args.request.formData()
  const [dossierId, evaluationId] = [field(form, 'dossierId'), field(form, 'evaluationId')]
  const body = { ...(dossierId ? { dossierId } : { evaluationId }), roundId: field(form, 'roundId') }
  const refused = await refusalOf(client.ask('/official/evaluations', { method: 'POST', body }), form)
  return refused ?? redirect(`${PATH}?xong=1`, 303)
}

export default function EvaluationsRoute() {
  const t = useT(evaluation)
  const { evaluations, arrivals, rounds, counts, state, round, next, received } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const search = (change: Record<string, string>) =>
    `${PATH}?${new URLSearchParams({ 'trang-thai': state, ...(round === null ? {} : { dot: round }), ...change })}`
  return (
    <div className="wrap max-w-[60rem] pb-14">
      <PageHeader title={t('listTitle')} lead={t('listLead')} />
      <CouncilLinks current={PATH} />
      <div className="grid gap-6">
        {received ? (
          <Notice kind="success" live>
            {t('received')}
          </Notice>
        ) : null}
        <RefusedNotice error={refused?.error} />
        {arrivals.length > 0 ? (
          <section className="grid gap-3">
            <h2 className="text-lg">{t('arrivalsTitle')}</h2>
            <ul className="grid gap-3">
              {arrivals.map((arrival) => (
                <ArrivalCard key={arrival.dossierId ?? arrival.evaluationId} arrival={arrival} rounds={rounds} />
              ))}
            </ul>
          </section>
        ) : null}
        <div className="grid gap-3">
          <div className="chip-row">
            <ChipLink to={search({ 'trang-thai': 'open' })} reloadDocument current={state === 'open'}>
              {t('stateOpen')}
            </ChipLink>
            {STATES.filter((each) => counts[each] > 0 || each === state).map((each) => (
              <ChipLink key={each} to={search({ 'trang-thai': each })} reloadDocument current={state === each}>
                {t(`state_${each}`)} ({counts[each]})
              </ChipLink>
            ))}
            <ChipLink to={search({ 'trang-thai': 'all' })} reloadDocument current={state === 'all'}>
              {t('stateAll')}
            </ChipLink>
          </div>
          {evaluations.length === 0 ? (
            <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
          ) : (
            <ul className="work-list">
              {evaluations.map((line) => (
                <EvaluationItem key={line.id} line={line} />
              ))}
            </ul>
          )}
          {next === null ? null : (
            <p>
              <LinkButton look="quiet" reloadDocument to={search({ tu: String(next) })}>
                {t('more')}
              </LinkButton>
            </p>
          )}
        </div>
      </div>
    </div>
  )
}

function ArrivalCard({ arrival, rounds }: { arrival: Arrival; rounds: readonly RoundView[] }) {
  const t = useT(evaluation)
  const locale = useLocale()
  const fitting = rounds.filter(
    ({ level, provinceCode }) =>
      level === arrival.level && (level === 'ministry' || provinceCode === arrival.provinceCode),
  )
  const id = `dot-${arrival.dossierId ?? arrival.evaluationId}`
  return (
    <li className="card card-body grid gap-2">
      <p className="font-semibold">{arrival.product}</p>
      <p className="flex flex-wrap gap-3 text-sm text-muted">
        <span>{t(`kind_${arrival.kind}`)}</span>
        {arrival.sentOn === null ? null : <span>{t('sentOn', { day: formatDay(arrival.sentOn, locale) })}</span>}
      </p>
      {fitting.length === 0 ? (
        <p>
          {t('noRound')}{' '}
          <a className="link" href="/can-bo/dot">
            {t('toRounds')}
          </a>
        </p>
      ) : (
        <form method="post" className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-end">
          <input type="hidden" name="dossierId" value={arrival.dossierId ?? ''} />
          <input type="hidden" name="evaluationId" value={arrival.evaluationId ?? ''} />
          <div className="field">
            <label className="field-label" htmlFor={id}>
              {t('receiveInto', { product: arrival.product })}
            </label>
            <select id={id} name="roundId" className="input">
              {fitting.map((round) => (
                <option key={round.id} value={round.id}>
                  {t('roundName', { no: round.no, year: String(round.year) })},{' '}
                  {t('meetsBy', { day: formatDay(round.meetsBy, locale) })}
                </option>
              ))}
            </select>
          </div>
          <Button>{t('receive')}</Button>
        </form>
      )}
    </li>
  )
}
