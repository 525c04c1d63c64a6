import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { dossierIntake } from '#app/i18n/dossier-intake.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { dossierRefusal, inLanguage } from '#app/lib/dossier/dossier-page.server.ts'
import { officialDossierApi, officialDossierHead, readOfficialDossier } from '#app/lib/dossier/official-page.server.ts'
import { officialDossierPath } from '#app/lib/dossier/paths.ts'
import { proposedReasons, reasonName, returnableItems, returnItemName } from '#app/lib/dossier/return-items.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const LEAST_LETTERS = 3
const REASON_MOST = 2_000

export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const { dossier } = await readOfficialDossier(official, args.params.id)
  const t = serverT(requestContext(args), dossierIntake)
  return { head: officialDossierHead(args, t('returnAct')), dossier }
}

/** Sends the dossier back with every reason that was written. */
export async function action(args: ActionFunctionArgs) {
  const official = await requireOfficial(args)
  const context = requestContext(args)
  const { locale } = context
  const t = serverT(context, dossierIntake)
  const form = await args.request.formData()
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const { dossier } = await readOfficialDossier(official, args.params.id)
  const items = returnableItems(dossier).flatMap((item) => {
    const reason = (typed[reasonName(item)] ?? '').trim()
    return reason.length < LEAST_LETTERS ? [] : [{ ...item, reason }]
  })
  const errors: Record<string, string> = {}
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed.deadline ?? '')) errors.deadline = t('errorDeadline')
  if (items.length === 0) errors.form = t('errorReasons')
  if (Object.keys(errors).length > 0) return data({ typed, errors }, { status: 400 })
  try {
    await official.ask(officialDossierApi(args.params.id, 'return'), {
      method: 'POST',
      body: { version: Number(typed.version), deadline: typed.deadline, items },
      headers: inLanguage(locale),
    })
    return redirect(`${officialDossierPath(dossier.id)}?xong=return`, 303)
  } catch (error) {
    const { sentence, code, status } = dossierRefusal(error, locale)
    const failed: Record<string, string> = { [code === 'dossier_deadline' ? 'deadline' : 'form']: sentence }
    return data({ typed, errors: failed }, { status })
  }
}

export default function ReturnRoute() {
  const t = useT(dossierIntake)
  const locale = useLocale()
  const { dossier } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const errors = failed?.errors ?? {}
  const proposed = proposedReasons(dossier, locale)
  const all = returnableItems(dossier).map((item) => ({ item, name: reasonName(item) }))
  const field = ({ item, name }: (typeof all)[number]) => (
    <TextAreaField
      key={name}
      name={name}
      label={t('reasonFor', { what: returnItemName(item, dossier, locale) })}
      defaultValue={failed?.typed[name] ?? proposed.get(name)}
      maxLength={REASON_MOST}
      rows={2}
      optional
    />
  )
  const first = all.filter(({ name }) => proposed.has(name))
  return (
    <div className="wrap max-w-[44rem] pb-14">
      <BackLink to={officialDossierPath(dossier.id)}>{dossier.product.name}</BackLink>
      <PageHeader title={t('returnAct')} lead={t('returnLead')} />
      <form method="post" className="grid gap-6" noValidate>
        <ErrorSummary title={() => t('errorSummary')} errors={errors} />
        <input type="hidden" name="version" value={dossier.version} />
        <TextField
          name="deadline"
          type="date"
          label={t('deadline')}
          error={errors.deadline}
          defaultValue={failed?.typed.deadline}
          required
        />
        {first.map(field)}
        <details className="fold" open={first.length === 0 || failed !== undefined}>
          <summary>{t('moreItems')}</summary>
          <div className="grid gap-4 pt-2">{all.filter(({ name }) => !proposed.has(name)).map(field)}</div>
        </details>
        <div className="save-bar">
          <Button large>{t('returnSend')}</Button>
        </div>
      </form>
    </div>
  )
}
