import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { CouncilLinks } from '#app/components/evaluation/council-links.tsx'
import { RefusedNotice } from '#app/components/evaluation/refused-notice.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { evaluation } from '#app/i18n/evaluation.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { evaluationClient, field, refusalOf } from '#app/lib/evaluation/evaluation-client.server.ts'
import type { CouncilLevel, DueRound, RoundView } from '#app/lib/evaluation/types.ts'
import { formatDay } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

const PATH = '/can-bo/dot'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

interface RoundsAnswer {
  rounds: RoundView[]
  due: DueRound[]
  year: number
  today: string
}

/** Rounds of this year and the next, and those of the law that are not open yet; `?xong=1` says that one was just opened. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await evaluationClient(args)
  const [answer, desk] = await pageData(Promise.all([client.ask<RoundsAnswer>('/official/rounds'), client.desk()]))
  const context = requestContext(args)
  const t = serverT(context, evaluation)
  const preparing = desk.posts.find(({ level, verbs }) => level !== 'commune' && verbs.includes('sitting:prepare'))
  return {
    head: deskHead(context, PATH, t('roundsTitle'), t('roundsLead')),
    ...answer,
    seat: preparing ? { level: preparing.level as CouncilLevel, provinceCode: preparing.provinceCode } : null,
    opened: new URL(args.request.url).searchParams.get('xong') === '1',
  }
}

/** Opens a round: of the law without days, an extra one with its own. */
export async function action(args: ActionFunctionArgs) {
  const client = await evaluationClient(args)
  const form = await args.request.formData()
  const body = {
    level: field(form, 'level'),
    provinceCode: field(form, 'provinceCode') || null,
    year: Number(field(form, 'year')),
    no: Number(field(form, 'no')),
    sendsUntil: field(form, 'sendsUntil') || null,
    meetsBy: field(form, 'meetsBy') || null,
  }
  const refused = await refusalOf(client.ask('/official/rounds', { method: 'POST', body }), form)
  return refused ?? redirect(`${PATH}?xong=1`, 303)
}

export default function RoundsRoute() {
  const t = useT(evaluation)
  const locale = useLocale()
  const { rounds, due, year, today, seat, opened } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const nextNo =
    Math.max(0, ...rounds.filter((each) => each.year === year).map(({ no }) => no), ...due.map(({ no }) => no)) + 1
  return (
    <div className="wrap max-w-[60rem] pb-14">
      <PageHeader title={t('roundsTitle')} lead={t('roundsLead')} />
      <CouncilLinks current={PATH} />
      <div className="grid gap-6">
        {opened ? (
          <Notice kind="success" live>
            {t('roundOpened')}
          </Notice>
        ) : null}
        <RefusedNotice error={refused?.error} />
        {rounds.length === 0 ? (
          <EmptyState title={t('roundsEmptyTitle')}>{t('roundsEmptyText')}</EmptyState>
        ) : (
          <ul className="grid gap-3 md:grid-cols-2">
            {rounds.map((round) => (
              <li key={round.id} className="card card-body grid gap-1">
                <h2 className="text-lg">{t('roundName', { no: round.no, year: String(round.year) })}</h2>
                <p className="text-sm text-muted">{t(`level_${round.level}`)}</p>
                <p>
                  {t('sendsUntil', { day: formatDay(round.sendsUntil, locale) })}
                  {round.sendsUntil < today ? <span className="mark ms-2">{t('sendingOver')}</span> : null}
                </p>
                <p>{t('meetsBy', { day: formatDay(round.meetsBy, locale) })}</p>
                <p>
                  <a
                    className="link inline-flex min-h-11 items-center"
                    href={`/can-bo/danh-gia?trang-thai=all&dot=${round.id}`}
                  >
                    {t('seeRound')}
                  </a>
                  {round.sample ? <span className="ms-3 text-sm text-muted">{t('sampleData')}</span> : null}
                </p>
              </li>
            ))}
          </ul>
        )}
        {due.length > 0 ? (
          <section className="grid gap-3">
            <h2 className="text-lg">{t('roundsDue')}</h2>
            <ul className="grid gap-3">
              {due.map((round) => (
                <li key={`${round.level}${round.provinceCode}${round.no}`} className="work-line">
                  <p>
                    {t('sendsUntil', { day: formatDay(round.sendsUntil, locale) })}.{' '}
                    {t('meetsBy', { day: formatDay(round.meetsBy, locale) })}.
                  </p>
                  <form method="post">
                    {(['level', 'year', 'no'] as const).map((name) => (
                      <input key={name} type="hidden" name={name} value={round[name]} />
                    ))}
                    <input type="hidden" name="provinceCode" value={round.provinceCode ?? ''} />
                    <Button look="quiet">{t('openRound', { no: round.no, year: String(round.year) })}</Button>
                  </form>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {seat === null ? null : (
          <details className="fold" open={refused?.values.meetsBy !== undefined}>
            <summary>{t('extraRound')}</summary>
            <form method="post" className="grid gap-4 pt-2 sm:grid-cols-2">
              <input type="hidden" name="level" value={seat.level} />
              <input type="hidden" name="provinceCode" value={seat.provinceCode ?? ''} />
              <TextField
                name="year"
                label={t('year')}
                inputMode="numeric"
                defaultValue={refused?.values.year ?? String(year)}
                required
              />
              <TextField
                name="no"
                label={t('roundNo')}
                inputMode="numeric"
                defaultValue={refused?.values.no ?? String(nextNo)}
                required
              />
              <TextField
                name="sendsUntil"
                type="date"
                label={t('lastSend')}
                defaultValue={refused?.values.sendsUntil}
                required
              />
              <TextField
                name="meetsBy"
                type="date"
                label={t('lastMeet')}
                defaultValue={refused?.values.meetsBy}
                required
              />
              <p className="sm:col-span-2">
                <Button look="quiet">{t('extraRound')}</Button>
              </p>
            </form>
          </details>
        )}
      </div>
    </div>
  )
}
