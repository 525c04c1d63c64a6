import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button, buttonClass } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { RefusedNotice } from '#app/components/evaluation/refused-notice.tsx'
import { SittingItem } from '#app/components/evaluation/sitting-item.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { sittingPage, evaluation as words } from '#app/i18n/evaluation.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { evaluationClient, field, refusalOf } from '#app/lib/evaluation/evaluation-client.server.ts'
import type { SittingPage } from '#app/lib/evaluation/types.ts'
import { formatDay } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** One sitting; `?xong=goi` says that it was just called, `?xong=thao` that results went into a draft, `?xong=1` that another act was done. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await evaluationClient(args)
  const page = await pageData(client.ask<SittingPage>(`/official/sittings/${encodeURIComponent(args.params.id ?? '')}`))
  const context = requestContext(args)
  const title = serverT(context, sittingPage)('title', { day: formatDay(page.sitting.day, context.locale) })
  const done = new URL(args.request.url).searchParams.get('xong')
  return { head: deskHead(context, `/can-bo/phien/${page.sitting.id}`, title, page.sitting.place), ...page, done }
}

/** `viec` says what: `mo` open, `ket-thuc` end, `thao` draft; `cham-lai`, `khong-cham`, `cho-cham`, `hoan` on an item; `chot` a result. */
export async function action(args: ActionFunctionArgs) {
  const client = await evaluationClient(args)
  const form = await args.request.formData()
  const work = field(form, 'viec')
  const id = encodeURIComponent(args.params.id ?? '')
  const item = encodeURIComponent(field(form, 'item'))
  const version = Number(field(form, 'version'))
  const sitting = (path: string, body: object) =>
    client.ask(`/official/sittings/${id}/${path}`, { method: 'POST', body })
  const act = (): Promise<unknown> => {
    switch (work) {
      case 'mo':
        return sitting('open', { version })
      case 'ket-thuc':
        return sitting('close', { version })
      case 'thao':
        return sitting('draft', {})
      case 'cham-lai':
        return sitting(`items/${item}/rescore`, { note: field(form, 'note') })
      case 'khong-cham': {
        const [memberId, ground, reason] = [
          field(form, 'memberId'),
          field(form, 'ground') || null,
          field(form, 'reason'),
        ]
        return sitting(`items/${item}/exclude`, { memberId, ground, reason })
      }
      case 'cho-cham':
        return sitting(`items/${item}/readmit`, { memberId: field(form, 'memberId') })
      case 'chot': {
        const evaluation = encodeURIComponent(field(form, 'evaluation'))
        return client.ask(`/official/evaluations/${evaluation}/settle`, { method: 'POST', body: { version } })
      }
      default:
        return sitting(`items/${item}/adjourn`, {})
    }
  }
  const refused = await refusalOf(act(), form)
  return refused ?? redirect(`/can-bo/phien/${id}?xong=${work === 'thao' ? 'thao' : '1'}`, 303)
}

export default function SittingRoute() {
  const t = useT(sittingPage)
  const list = useT(words)
  const locale = useLocale()
  const { sitting, council, conflictGrounds, spreadLimit, rights, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const draftable = sitting.items.filter(
    ({ evaluation }) => evaluation.state === 'result' && (evaluation.stars ?? 0) >= 3 && evaluation.draftedIn === null,
  )
  const calledOff = sitting.items.every(({ state }) => state === 'adjourned')
  const message = done === 'goi' ? list('called') : done === 'thao' ? t('drafted') : done === '1' ? t('done') : null
  return (
    <div className="wrap max-w-[60rem] pb-14">
      <BackLink to="/can-bo/phien">{t('back')}</BackLink>
      <PageHeader title={t('title', { day: formatDay(sitting.day, locale) })} lead={sitting.place}>
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
          <span className="mark">{list(`phase_${sitting.phase}`)}</span>
          <span>{list(`level_${sitting.level}`)}</span>
          <span>{list(`mode_${sitting.mode}`)}</span>
          {sitting.sample ? <span>{list('sampleData')}</span> : null}
        </p>
      </PageHeader>
      <div className="grid gap-6">
        {message === null ? null : (
          <Notice kind="success" live>
            {message}
          </Notice>
        )}
        <RefusedNotice error={refused?.error} />
        {rights.prepare && sitting.phase === 'prepared' && !calledOff ? (
          <ActForm work="mo" version={sitting.version} label={t('openSitting')} />
        ) : null}
        <section className="grid gap-4">
          <h2 className="text-lg">{t('agenda')}</h2>
          <ul className="grid gap-4">
            {sitting.items.map((item) => (
              <SittingItem
                key={item.id}
                item={item}
                mode={sitting.mode}
                page={{ conflictGrounds, spreadLimit, rights }}
              />
            ))}
          </ul>
        </section>
        <section className="grid gap-2">
          <h2 className="text-lg">
            {list('councilName', { number: council.number, day: formatDay(council.date, locale) })}
          </h2>
          <ul className="grid gap-1">
            {council.members.map((member) => (
              <li key={member.id}>
                <span className="mark me-2">{list(`role_${member.role}`)}</span>
                {member.name}, {member.body}
              </li>
            ))}
          </ul>
        </section>
        {rights.draft && draftable.length > 0 ? (
          <ActForm work="thao" version={sitting.version} label={t('draft')} hint={t('draftHint')} />
        ) : null}
        <p>
          <a className={buttonClass('quiet', false)} href={`/can-bo/phien/${sitting.id}/bien-ban.pdf`}>
            {t('minutes')}
          </a>
        </p>
        {rights.prepare && sitting.phase !== 'closed' && (sitting.phase !== 'prepared' || calledOff) ? (
          <ActForm work="ket-thuc" version={sitting.version} label={t('closeSitting')} hint={t('closeHint')} quiet />
        ) : null}
      </div>
    </div>
  )
}

function ActForm({
  work,
  version,
  label,
  hint,
  quiet = false,
}: {
  work: string
  version: number
  label: string
  hint?: string
  quiet?: boolean
}) {
  return (
    <form method="post" className="grid gap-2">
      <input type="hidden" name="version" value={version} />
      {hint ? <p className="field-hint">{hint}</p> : null}
      <p>
        <Button large look={quiet ? 'quiet' : 'primary'} name="viec" value={work}>
          {label}
        </Button>
      </p>
    </form>
  )
}
