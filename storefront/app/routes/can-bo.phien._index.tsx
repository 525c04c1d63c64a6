import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { CouncilLinks } from '#app/components/evaluation/council-links.tsx'
import { RefusedNotice } from '#app/components/evaluation/refused-notice.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Choice, Choices } from '#app/components/labels/choice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { evaluation } from '#app/i18n/evaluation.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { evaluationClient, field, refusalOf } from '#app/lib/evaluation/evaluation-client.server.ts'
import type { SittingLine, SittingList, SittingPage } from '#app/lib/evaluation/types.ts'
import { formatDay } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

const PATH = '/can-bo/phien'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** Sittings of the place, and for the secretary what a new one can be made of. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await evaluationClient(args)
  const list = await pageData(client.ask<SittingList>('/official/sittings'))
  const context = requestContext(args)
  const t = serverT(context, evaluation)
  return { head: deskHead(context, PATH, t('sittingsTitle'), t('sittingsLead')), ...list }
}

/** Calls a sitting (`item` is `evaluationId|version`). */
export async function action(args: ActionFunctionArgs) {
  const client = await evaluationClient(args)
  const form = await args.request.formData()
  const agenda = form.getAll('item').map((item) => {
    const [evaluationId = '', version = ''] = String(item).split('|')
    return { evaluationId, version: Number(version) }
  })
  const body = {
    councilId: field(form, 'councilId'),
    roundId: field(form, 'roundId'),
    day: field(form, 'day'),
    place: field(form, 'place'),
    mode: field(form, 'mode'),
    agenda,
  }
  let made = ''
  const calling = client.ask<SittingPage>('/official/sittings', { method: 'POST', body }).then(({ sitting }) => {
    made = sitting.id
  })
  return (await refusalOf(calling, form)) ?? redirect(`${PATH}/${made}?xong=goi`, 303)
}

export default function SittingsRoute() {
  const t = useT(evaluation)
  const locale = useLocale()
  const { sittings, call, today } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap max-w-[60rem] pb-14">
      <PageHeader title={t('sittingsTitle')} lead={t('sittingsLead')} />
      <CouncilLinks current={PATH} />
      <div className="grid gap-6">
        <RefusedNotice error={refused?.error} />
        {sittings.length === 0 ? (
          <EmptyState title={t('sittingsEmptyTitle')}>{t('sittingsEmptyText')}</EmptyState>
        ) : (
          <ul className="work-list">
            {sittings.map((sitting) => (
              <SittingRow key={sitting.id} sitting={sitting} />
            ))}
          </ul>
        )}
        {call === null ? null : call.councils.length === 0 || call.rounds.length === 0 ? (
          <p>{t('needCouncil')}</p>
        ) : (
          <section className="grid gap-4">
            <h2 className="text-lg">{t('callTitle')}</h2>
            <form method="post" className="grid gap-4">
              <SelectField name="councilId" label={t('council')} defaultValue={refused?.values.councilId}>
                {call.councils.map((council) => (
                  <option key={council.id} value={council.id}>
                    {t('councilName', { number: council.number, day: formatDay(council.date, locale) })}
                  </option>
                ))}
              </SelectField>
              <SelectField name="roundId" label={t('round')} defaultValue={refused?.values.roundId}>
                {call.rounds.map((round) => (
                  <option key={round.id} value={round.id}>
                    {t('roundName', { no: round.no, year: String(round.year) })}, {t(`level_${round.level}`)}
                  </option>
                ))}
              </SelectField>
              <TextField name="day" type="date" label={t('day')} defaultValue={refused?.values.day ?? today} required />
              <TextField
                name="place"
                label={t('place')}
                defaultValue={refused?.values.place}
                maxLength={300}
                required
              />
              <Choices legend={t('mode')}>
                <Choice type="radio" name="mode" value="meeting" checked={refused?.values.mode !== 'written_opinion'}>
                  {t('mode_meeting')}
                </Choice>
                <Choice
                  type="radio"
                  name="mode"
                  value="written_opinion"
                  checked={refused?.values.mode === 'written_opinion'}
                  hint={t('modeWrittenHint')}
                >
                  {t('mode_written_opinion')}
                </Choice>
              </Choices>
              {call.ready.length === 0 ? (
                <p>{t('nothingReady')}</p>
              ) : (
                <>
                  <Choices legend={t('agenda')}>
                    {call.ready.map((line) => (
                      <Choice
                        key={line.id}
                        type="checkbox"
                        name="item"
                        value={`${line.id}|${line.version}`}
                        checked={false}
                        hint={`${line.producer.name}. ${t(`kind_${line.kind}`)}. ${t('dueOn', { day: formatDay(line.dueOn, locale) })}`}
                      >
                        {line.product.name}
                      </Choice>
                    ))}
                  </Choices>
                  <p>
                    <Button large>{t('call')}</Button>
                  </p>
                </>
              )}
            </form>
          </section>
        )}
      </div>
    </div>
  )
}

function SittingRow({ sitting }: { sitting: SittingLine }) {
  const t = useT(evaluation)
  const locale = useLocale()
  return (
    <li className="work-line">
      <a className="link font-semibold" href={`${PATH}/${sitting.id}`}>
        {t('sittingOn', { day: formatDay(sitting.day, locale) })}
      </a>
      <p>{sitting.place}</p>
      <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
        <span className="mark">{t(`phase_${sitting.state}`)}</span>
        <span>{t(`level_${sitting.level}`)}</span>
        <span>{t(`mode_${sitting.mode}`)}</span>
        <span>{t('itemsCount', { count: sitting.items })}</span>
        {sitting.toScore.length > 0 ? (
          <a className="link" href="/can-bo/cham">
            {t('yourSheets', { count: sitting.toScore.length })}
          </a>
        ) : null}
      </p>
    </li>
  )
}
