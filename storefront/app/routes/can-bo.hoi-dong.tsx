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
import type { Candidate, CouncilList, CouncilView } from '#app/lib/evaluation/types.ts'
import { formatDay } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

const PATH = '/can-bo/hoi-dong'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** Councils of the place; `?xong=1` says that one was just saved. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await evaluationClient(args)
  const list = await pageData(client.ask<CouncilList>('/official/councils'))
  const context = requestContext(args)
  const t = serverT(context, evaluation)
  return {
    head: deskHead(context, PATH, t('councilsTitle'), t('councilsLead')),
    ...list,
    saved: new URL(args.request.url).searchParams.get('xong') === '1',
  }
}

/** Founds a council of those who were ticked (`seat` is `officialId|role`). */
export async function action(args: ActionFunctionArgs) {
  const client = await evaluationClient(args)
  const form = await args.request.formData()
  const members = form.getAll('seat').map((seat) => {
    const [officialId = '', role = ''] = String(seat).split('|')
    return { officialId, role, body: field(form, `body-${officialId}`) }
  })
  const body = {
    level: field(form, 'level'),
    provinceCode: field(form, 'provinceCode') || null,
    number: field(form, 'number'),
    date: field(form, 'date'),
    foundedBy: field(form, 'foundedBy'),
    members,
  }
  const refused = await refusalOf(client.ask('/official/councils', { method: 'POST', body }), form)
  return refused ?? redirect(`${PATH}?xong=1`, 303)
}

export default function CouncilsRoute() {
  const t = useT(evaluation)
  const { councils, found, today, saved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap max-w-[60rem] pb-14">
      <PageHeader title={t('councilsTitle')} lead={t('councilsLead')} />
      <CouncilLinks current={PATH} />
      <div className="grid gap-6">
        {saved ? (
          <Notice kind="success" live>
            {t('councilSaved')}
          </Notice>
        ) : null}
        <RefusedNotice error={refused?.error} />
        {councils.length === 0 ? (
          <EmptyState title={t('councilsEmptyTitle')}>{t('councilsEmptyText')}</EmptyState>
        ) : (
          <ul className="grid gap-4">
            {councils.map((council) => (
              <CouncilCard key={council.id} council={council} />
            ))}
          </ul>
        )}
        {found === null ? null : (
          <details className="fold" open={refused !== undefined || councils.length === 0}>
            <summary>{t('newCouncil')}</summary>
            {found.candidates.length === 0 ? (
              <p className="pt-2">{t('noCandidates')}</p>
            ) : (
              <form method="post" className="grid gap-4 pt-2">
                <input type="hidden" name="level" value={found.level} />
                <input type="hidden" name="provinceCode" value={found.provinceCode ?? ''} />
                <TextField
                  name="number"
                  label={t('councilNumber')}
                  defaultValue={refused?.values.number}
                  maxLength={60}
                  required
                />
                <TextField
                  name="date"
                  type="date"
                  label={t('councilDate')}
                  defaultValue={refused?.values.date ?? today}
                  required
                />
                <TextField
                  name="foundedBy"
                  label={t('foundedBy')}
                  defaultValue={refused?.values.foundedBy}
                  maxLength={200}
                  required
                />
                <fieldset className="choices">
                  <legend className="field-label mb-2">{t('pickMembers')}</legend>
                  <p className="field-hint">{t('pickMembersHint')}</p>
                  {found.candidates.map((candidate) => (
                    <CandidateRow key={`${candidate.officialId}${candidate.role}`} candidate={candidate} />
                  ))}
                </fieldset>
                <p>
                  <Button large>{t('saveCouncil')}</Button>
                </p>
              </form>
            )}
          </details>
        )}
      </div>
    </div>
  )
}

function CandidateRow({ candidate }: { candidate: Candidate }) {
  const t = useT(evaluation)
  const { officialId, name, role, unit } = candidate
  return (
    <div className="grid gap-2 sm:grid-cols-2 sm:items-end">
      <label className="choice-row">
        <input type="checkbox" name="seat" value={`${officialId}|${role}`} />
        <span>
          <span className="font-semibold">{name}</span>
          <span className="field-hint block">{t(`role_${role}`)}</span>
        </span>
      </label>
      <TextField name={`body-${officialId}`} label={t('bodyOf', { name })} defaultValue={unit} maxLength={200} />
    </div>
  )
}

function CouncilCard({ council }: { council: CouncilView }) {
  const t = useT(evaluation)
  const locale = useLocale()
  return (
    <li className="card card-body grid gap-2">
      <h2 className="text-lg">{t('councilName', { number: council.number, day: formatDay(council.date, locale) })}</h2>
      <p className="text-sm text-muted">
        {council.foundedBy}, {t(`level_${council.level}`)}
        {council.sample ? `, ${t('sampleData')}` : ''}
      </p>
      <h3 className="font-semibold">{t('members')}</h3>
      <ul className="grid gap-1">
        {council.members.map((member) => (
          <li key={member.id}>
            <span className="mark me-2">{t(`role_${member.role}`)}</span>
            {member.name}, {member.body}
          </li>
        ))}
      </ul>
    </li>
  )
}
