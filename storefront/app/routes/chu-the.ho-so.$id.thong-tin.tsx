import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { dossier as words } from '#app/i18n/dossier.ts'
import { dossierDesk } from '#app/i18n/dossier-desk.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import {
  dossierApi,
  dossierHead,
  dossierRefusal,
  inLanguage,
  readDossier,
} from '#app/lib/dossier/dossier-page.server.ts'
import { dossierPath } from '#app/lib/dossier/paths.ts'
import { DOSSIER_FIELDS, type DossierField } from '#app/lib/dossier/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const LONG: ReadonlySet<DossierField> = new Set(['description', 'capacity'])
const MOST: Record<DossierField, number> = {
  ...{ representative: 120, position: 120, phone: 20, address: 300, businessNumber: 60 },
  ...{ description: 2_000, capacity: 300 },
}

export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { dossier } = await readDossier(producer, args.params.id)
  return { head: dossierHead(args, (t) => t('step_form')), dossier }
}

/** Keeps what was typed; what cannot be kept stays on the page, beside what somebody else saved meanwhile. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const { locale } = requestContext(args)
  const form = await args.request.formData()
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const statements = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => {
      const code = /^statement\.(.+)$/.exec(name)?.[1]
      return code === undefined ? [] : [[code, value]]
    }),
  )
  const fields = Object.fromEntries(DOSSIER_FIELDS.map((field) => [field, typed[field] ?? '']))
  try {
    await producer.ask(dossierApi(args.params.id, 'form'), {
      method: 'PUT',
      body: {
        version: Number(typed.version),
        form: { ...fields, statements },
        ...(typed.variant === undefined ? {} : { variant: typed.variant || null }),
      },
      headers: inLanguage(locale),
    })
    return redirect(`${dossierPath(args.params.id ?? '')}?xong=luu`, 303)
  } catch (error) {
    const { sentence, status } = dossierRefusal(error, locale)
    return data({ typed, sentence }, { status })
  }
}

export default function DossierFormRoute() {
  const t = useT(words)
  const desk = useT(dossierDesk)
  const locale = useLocale()
  const { dossier } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const editable = dossier.acts.includes('edit')
  const saved = (name: string) => {
    const code = /^statement\.(.+)$/.exec(name)?.[1]
    if (code !== undefined) return dossier.form.statements[code] ?? ''
    if (name === 'variant') return dossier.set.variant ?? ''
    return dossier.form[name as DossierField] ?? ''
  }
  /** What was typed, and the other's words where they differ from it. */
  const wiring = (name: string) => {
    const typed = failed?.typed[name]
    const differs = typed !== undefined && typed.trim() !== saved(name)
    return {
      name,
      defaultValue: typed ?? saved(name),
      error: differs ? desk('theirs', { value: saved(name) || t('noFact') }) : null,
    }
  }
  return (
    <div className="wrap max-w-[40rem] pb-14">
      <BackLink to={dossierPath(dossier.id)}>{desk('backToDossier')}</BackLink>
      <PageHeader title={desk('step_form')} lead={desk('formLead')} eyebrow={dossier.product.name} />
      {editable ? null : <Notice>{desk('locked')}</Notice>}
      <form method="post" className="grid gap-5" noValidate>
        <ErrorSummary title={() => desk('errorSummary')} errors={failed ? { form: failed.sentence } : {}} />
        <input type="hidden" name="version" value={dossier.version} />
        <fieldset disabled={!editable} className="choices">
          {dossier.set.variants.length === 0 ? null : (
            <SelectField label={desk('variant')} {...wiring('variant')}>
              <option value="">{t('noFact')}</option>
              {dossier.set.variants.map((variant) => (
                <option key={variant} value={variant}>
                  {variant === 'community' || variant === 'destination' ? t(`variant_${variant}`) : variant}
                </option>
              ))}
            </SelectField>
          )}
          {DOSSIER_FIELDS.map((field) =>
            LONG.has(field) ? (
              <TextAreaField key={field} label={t(`field_${field}`)} maxLength={MOST[field]} {...wiring(field)} />
            ) : (
              <TextField
                key={field}
                label={t(`field_${field}`)}
                maxLength={MOST[field]}
                inputMode={field === 'phone' ? 'tel' : undefined}
                {...wiring(field)}
              />
            ),
          )}
          {dossier.statements.length === 0 ? null : <h2 className="pt-2 text-lg">{desk('statementsTitle')}</h2>}
          {dossier.statements.map((statement) => (
            <TextAreaField
              key={statement.code}
              label={statement[locale]}
              maxLength={4_000}
              {...wiring(`statement.${statement.code}`)}
            />
          ))}
        </fieldset>
        {editable ? (
          <div className="save-bar">
            <Button large>{desk('save')}</Button>
          </div>
        ) : null}
      </form>
    </div>
  )
}
