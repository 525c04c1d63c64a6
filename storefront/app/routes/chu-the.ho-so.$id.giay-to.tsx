import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { PaperChoice } from '#app/components/dossier/paper-choice.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { dossierDesk } from '#app/i18n/dossier-desk.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { papersName } from '#app/lib/dossier/answers.ts'
import {
  dossierApi,
  dossierHead,
  dossierRefusal,
  inLanguage,
  readDossier,
  readStore,
} from '#app/lib/dossier/dossier-page.server.ts'
import { dossierPath } from '#app/lib/dossier/paths.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const [{ dossier }, store] = await Promise.all([readDossier(producer, args.params.id), readStore(producer)])
  return { head: dossierHead(args, (t) => t('step_papers')), dossier, store }
}

export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const { locale } = requestContext(args)
  const form = await args.request.formData()
  const { dossier } = await readDossier(producer, args.params.id)
  const papers = dossier.required.map(({ paper }) => ({ paper, paperIds: form.getAll(papersName(paper)).map(String) }))
  try {
    await producer.ask(dossierApi(args.params.id, 'papers'), {
      method: 'PUT',
      body: { version: Number(form.get('version')), papers },
      headers: inLanguage(locale),
    })
    return redirect(`${dossierPath(dossier.id)}?xong=luu`, 303)
  } catch (error) {
    const { sentence, status } = dossierRefusal(error, locale)
    return data({ papers, sentence }, { status })
  }
}

export default function DossierPapersRoute() {
  const t = useT(dossierDesk)
  const locale = useLocale()
  const { dossier, store } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const editable = dossier.acts.includes('edit')
  const kindName = (code: string) => store?.kinds.find((kind) => kind.code === code)?.[locale] ?? code
  return (
    <div className="wrap max-w-[44rem] pb-14">
      <BackLink to={dossierPath(dossier.id)}>{t('backToDossier')}</BackLink>
      <PageHeader title={t('step_papers')} lead={t('papersLead')} eyebrow={dossier.product.name} />
      {editable ? null : <Notice>{t('locked')}</Notice>}
      {dossier.required.length === 0 ? <p>{t('noneRequired')}</p> : null}
      <form method="post" className="grid gap-8" noValidate>
        <ErrorSummary title={() => t('errorSummary')} errors={failed ? { form: failed.sentence } : {}} />
        <input type="hidden" name="version" value={dossier.version} />
        <fieldset disabled={!editable} className="grid gap-8 border-0 p-0">
          {dossier.required.map((required) => (
            <fieldset key={required.paper} id={`giay-${required.paper}`} className="choices scroll-mt-4">
              <legend className="field-label mb-2">{kindName(required.paper)}</legend>
              <p className="field-hint">{required[locale]}</p>
              <PaperChoice
                name={papersName(required.paper)}
                kinds={[required.paper]}
                store={store}
                attached={required.papers}
                chosen={
                  failed?.papers.find(({ paper }) => paper === required.paper)?.paperIds ??
                  required.papers.map(({ id }) => id)
                }
              />
            </fieldset>
          ))}
        </fieldset>
        {editable && dossier.required.length > 0 ? (
          <div className="save-bar">
            <Button large>{t('save')}</Button>
          </div>
        ) : null}
      </form>
    </div>
  )
}
