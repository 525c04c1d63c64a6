import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button, buttonClass } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { ConfirmForm } from '#app/components/dossier/confirm-form.tsx'
import { DossierMark } from '#app/components/dossier/dossier-mark.tsx'
import { DossierReading } from '#app/components/dossier/dossier-reading.tsx'
import { HistoryList } from '#app/components/dossier/history-list.tsx'
import { MissingList } from '#app/components/dossier/missing-list.tsx'
import { ReturnNotes } from '#app/components/dossier/return-notes.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { dossier as words } from '#app/i18n/dossier.ts'
import { dossierIntake } from '#app/i18n/dossier-intake.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { readConfirmForm } from '#app/lib/dossier/confirm-form.ts'
import { dossierRefusal, inLanguage } from '#app/lib/dossier/dossier-page.server.ts'
import { officialDossierApi, officialDossierHead, readOfficialDossier } from '#app/lib/dossier/official-page.server.ts'
import { officialDossierPath } from '#app/lib/dossier/paths.ts'
import { formatDay } from '#app/lib/format.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const DONE = ['open', 'confirm', 'return', 'pass_on'] as const

/** `?xong=` says what was just done. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const [answer, { posts }] = await Promise.all([readOfficialDossier(official, args.params.id), official.desk()])
  const asked = new URL(args.request.url).searchParams.get('xong')
  return {
    head: officialDossierHead(args, answer.dossier.product.name),
    ...answer,
    done: DONE.find((each) => each === asked) ?? null,
    // The commune's acts are the commune's: others read.
    acts: posts.some(({ level, verbs }) => level === 'commune' && verbs.includes('dossier:pass_on')),
  }
}

/** Takes the dossier up, keeps what the commune confirms, or passes it on (`intent`). */
export async function action(args: ActionFunctionArgs) {
  const official = await requireOfficial(args)
  const context = requestContext(args)
  const { locale } = context
  const form = await args.request.formData()
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const version = Number(typed.version)
  const failed = (errors: Record<string, string>, status: number) => data({ typed, errors }, { status })
  const { dossier } = await readOfficialDossier(official, args.params.id)
  const intent = typed.intent === 'open' || typed.intent === 'pass_on' ? typed.intent : 'confirm'
  const { items, faults } = readConfirmForm(form, dossier.confirms)
  if (intent === 'confirm' && Object.keys(faults).length > 0) {
    const t = serverT(context, dossierIntake)
    return failed(Object.fromEntries(Object.entries(faults).map(([field, key]) => [field, t(key)])), 400)
  }
  try {
    await official.ask(officialDossierApi(args.params.id, intent === 'pass_on' ? 'pass-on' : intent), {
      method: 'POST',
      body: intent === 'confirm' ? { version, items } : { version },
      headers: inLanguage(locale),
    })
    return redirect(`${officialDossierPath(dossier.id)}?xong=${intent}`, 303)
  } catch (error) {
    const { sentence, status } = dossierRefusal(error, locale)
    return failed({ form: sentence }, status)
  }
}

export default function OfficialDossierRoute() {
  const t = useT(dossierIntake)
  const word = useT(words)
  const locale = useLocale()
  const { dossier, holder, events, today, done, acts } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { state, receiptNumber, dueOn, set } = dossier
  const can = (act: (typeof dossier.acts)[number]) => acts && dossier.acts.includes(act)
  const waits = state === 'submitted' || state === 'in_review'
  const confirming = failed !== undefined && failed.typed.intent === 'confirm'
  const path = officialDossierPath(dossier.id)
  return (
    <div className="wrap max-w-[60rem] pb-14">
      <BackLink to="/can-bo/ho-so">{t('back')}</BackLink>
      <PageHeader
        title={dossier.product.name}
        eyebrow={`${word(`kind_${dossier.kind}`)} · ${word('set', { no: set.no, name: set.name })}`}
      >
        <p className="flex flex-wrap items-center gap-2">
          <DossierMark state={state} />
          {receiptNumber === null ? null : <span>{word('receipt', { number: receiptNumber })}</span>}
          {waits && dueOn !== null ? <span>{word('due', { day: formatDay(dueOn, locale) })}</span> : null}
          {waits && dueOn !== null && dueOn < today ? <span className="mark mark-warn">{t('late')}</span> : null}
          {dossier.sample ? <span className="mark">{word('sampleNote')}</span> : null}
        </p>
        {holder === null ? null : (
          <p className="text-muted">
            {t('holder')}: {[holder.name, holder.address, holder.phone].filter(Boolean).join(' · ')}
          </p>
        )}
      </PageHeader>
      <div className="grid gap-8">
        {done === null || failed ? null : (
          <Notice kind="success" live>
            {t(`done_${done}`)}
          </Notice>
        )}
        {failed && !confirming ? <ErrorSummary title={() => t('errorSummary')} errors={failed.errors} /> : null}
        {can('open') ? (
          <form method="post">
            <input type="hidden" name="version" value={dossier.version} />
            <Button large name="intent" value="open">
              {t('openAct')}
            </Button>
          </form>
        ) : null}
        {waits || state === 'returned' ? <MissingList dossier={dossier} linked={false} /> : null}
        <ReturnNotes dossier={dossier} linked={false} />
        <DossierReading dossier={dossier} />
        {can('confirm') ? (
          <ConfirmForm
            dossier={dossier}
            typed={confirming ? failed.typed : {}}
            errors={confirming ? failed.errors : {}}
          />
        ) : (
          <Confirmed confirms={dossier.confirms} />
        )}
        <div className="flex flex-wrap gap-3">
          {can('return') ? (
            <a className={buttonClass('quiet', true)} href={`${path}/tra-lai`}>
              {t('returnAct')}
            </a>
          ) : null}
        </div>
        {can('pass_on') ? <PassOn dossier={dossier} /> : null}
        <p className="flex flex-wrap gap-3">
          {(['mau-01', 'mau-02', 'mau-03'] as const).map((file, at) => (
            <a key={file} className={buttonClass('quiet', false)} href={`${path}/${file}.pdf`}>
              {t((['pdf1', 'pdf2', 'pdf3'] as const)[at] ?? 'pdf1')}
            </a>
          ))}
        </p>
        <HistoryList events={events} />
      </div>
    </div>
  )
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['dossier']

function PassOn({ dossier }: { dossier: Pick<Shown, 'version' | 'missing' | 'confirms'> }) {
  const t = useT(dossierIntake)
  const open = dossier.confirms.filter(({ found }) => !found?.confirmed).length
  if (dossier.missing.length > 0) return <p>{t('passOnMissing', { count: dossier.missing.length })}</p>
  if (open > 0) return <p>{t('passOnConfirm', { count: open })}</p>
  return (
    <form method="post" className="grid gap-3">
      <input type="hidden" name="version" value={dossier.version} />
      <p>{t('passOnReady')}</p>
      <div>
        <Button large name="intent" value="pass_on">
          {t('passOn')}
        </Button>
      </div>
    </form>
  )
}

function Confirmed({ confirms }: Pick<Shown, 'confirms'>) {
  const t = useT(dossierIntake)
  const locale = useLocale()
  const found = confirms.filter((confirm) => confirm.found !== null)
  if (found.length === 0) return null
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">{t('confirmTitle')}</h2>
      <dl className="grid gap-2">
        {found.map((confirm) => (
          <div key={confirm.item}>
            <dt className="field-hint">{confirm[locale]}</dt>
            <dd>
              {confirm.found?.confirmed ? t('confirmYes') : t('confirmNo')} · {confirm.found?.figure}
              <span className="block whitespace-pre-line text-muted">{confirm.found?.note}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
