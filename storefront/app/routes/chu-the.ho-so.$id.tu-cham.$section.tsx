import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { CriterionFields } from '#app/components/dossier/criterion-fields.tsx'
import { LiveOutlook, LivePoints } from '#app/components/dossier/live-points.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { dossierDesk } from '#app/i18n/dossier-desk.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { answersOf, picksOfAnswers } from '#app/lib/dossier/answers.ts'
import {
  dossierApi,
  dossierHead,
  dossierRefusal,
  inLanguage,
  readDossier,
  readStore,
} from '#app/lib/dossier/dossier-page.server.ts'
import { liveScore } from '#app/lib/dossier/live-score.ts'
import { dossierPath } from '#app/lib/dossier/paths.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const [{ dossier }, store] = await Promise.all([readDossier(producer, args.params.id), readStore(producer)])
  const at = dossier.sections.findIndex(({ code }) => code === args.params.section)
  const section = dossier.sections[at]
  if (!section) throw data(null, { status: 404 })
  const saved = new URL(args.request.url).searchParams.get('xong') === 'luu'
  return {
    head: dossierHead(args, () => section.title),
    ...{ dossier, section, store, saved, next: dossier.sections[at + 1]?.code ?? null },
  }
}

/** Keeps a section and goes on to the next; what cannot be kept stays on the page. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const { locale } = requestContext(args)
  const form = await args.request.formData()
  const { dossier } = await readDossier(producer, args.params.id)
  const section = dossier.sections.find(({ code }) => code === args.params.section)
  if (!section) throw data(null, { status: 404 })
  const answers = answersOf(form, section)
  try {
    await producer.ask(dossierApi(args.params.id, 'scores'), {
      method: 'PUT',
      body: { version: Number(form.get('version')), answers },
      headers: inLanguage(locale),
    })
    const then = form.get('then')
    const page = typeof then === 'string' && then !== '' ? `tu-cham/${encodeURIComponent(then)}` : ''
    return redirect(`${dossierPath(dossier.id, page)}?xong=luu`, 303)
  } catch (error) {
    const { sentence, status } = dossierRefusal(error, locale)
    return data({ answers, sentence }, { status })
  }
}

export default function SectionRoute() {
  const t = useT(dossierDesk)
  const { dossier, section, store, saved, next } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const [changed, setChanged] = useState<Record<string, string | null>>({})
  const editable = dossier.acts.includes('edit')
  const form = useRef<HTMLFormElement>(null)
  const reckon = useCallback(() => {
    if (form.current) setChanged(picksOfAnswers(answersOf(new FormData(form.current), section)))
  }, [section])
  // What was chosen before the script came counts too.
  useEffect(reckon, [reckon])
  const live = liveScore(dossier, changed, section.code)
  return (
    <div className="wrap max-w-[44rem] pb-14" key={section.code}>
      <BackLink to={dossierPath(dossier.id)}>{t('backToDossier')}</BackLink>
      <PageHeader
        title={t('sectionLine', { code: section.code, title: section.title })}
        eyebrow={`${dossier.product.name} · ${section.partTitle}`}
      />
      <div className="grid gap-5">
        {editable ? null : <Notice>{t('locked')}</Notice>}
        {saved && !failed ? (
          <Notice kind="success" live>
            {t('saved')}
          </Notice>
        ) : null}
        <form ref={form} method="post" className="grid gap-8" noValidate onChange={reckon}>
          <ErrorSummary title={() => t('errorSummary')} errors={failed ? { form: failed.sentence } : {}} />
          <input type="hidden" name="version" value={dossier.version} />
          <fieldset disabled={!editable} className="grid gap-8 border-0 p-0">
            {section.criteria.map((criterion) => (
              <CriterionFields
                key={criterion.id}
                criterion={criterion}
                store={store}
                typed={failed?.answers.find(({ criterionId }) => criterionId === criterion.id) ?? null}
              />
            ))}
          </fieldset>
          <LiveOutlook live={live} />
          {editable ? (
            <div className="save-bar">
              <LivePoints live={live} sectionMax={section.max} />
              <Button large name="then" value={next ?? ''}>
                {next === null ? t('save') : t('saveNext')}
              </Button>
              {next === null ? null : (
                <Button large look="quiet" name="then" value="">
                  {t('save')}
                </Button>
              )}
            </div>
          ) : null}
        </form>
      </div>
    </div>
  )
}
