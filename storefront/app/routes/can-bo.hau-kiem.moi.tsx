import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { SelectField, TextAreaField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { ChosenProduct } from '#app/components/post-inspection/chosen-product.tsx'
import { FindProduct } from '#app/components/post-inspection/find-product.tsx'
import { RefusedSentence, useFormState } from '#app/components/post-inspection/form-parts.tsx'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage, type Refusal, refusalOf } from '#app/lib/post-inspection/ask.server.ts'
import { type InspectionDetail, type MarkUse, type MarkUsePage, TRIGGERS } from '#app/lib/post-inspection/types.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import { parseForm } from '#app/schemas/form.ts'
import { openingSchema } from '#app/schemas/post-inspection.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const PATH = '/can-bo/hau-kiem/moi'

/** `?cong-nhan=` the recognition to inspect; until it is chosen, `?q=` finds it. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const { searchParams } = new URL(args.request.url)
  const chosen = searchParams.get('cong-nhan') ?? ''
  const q = (searchParams.get('q') ?? '').trim().slice(0, 200)
  const [goods, found] = await Promise.all([
    chosen === ''
      ? null
      : pageData(official.ask<{ markUse: MarkUse }>(`/official/mark-uses/${encodeURIComponent(chosen)}`)),
    chosen !== '' || q === '' ? null : pageData(official.ask<MarkUsePage>('/official/mark-uses', { search: { q } })),
  ])
  const context = requestContext(args)
  const t = serverT(context, postInspection)
  return {
    head: deskHead(context, PATH, t('newTitle'), t('newLead')),
    chosen: goods?.markUse ?? null,
    q,
    found: found?.markUses ?? null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const official = await requireOfficial(args)
  const { locale } = requestContext(args)
  const recognitionId = new URL(args.request.url).searchParams.get('cong-nhan') ?? ''
  const parsed = parseForm(openingSchema, await args.request.formData())
  if (!parsed.ok) return data<Refusal>({ form: 'open', ...parsed, sentence: null, status: 400 }, { status: 400 })
  let made = ''
  const work = official
    .ask<InspectionDetail>('/official/post-inspections', {
      method: 'POST',
      body: { recognitionId, ...parsed.value },
      headers: inLanguage(locale),
    })
    .then(({ inspection }) => {
      made = inspection.id
    })
  const refused = await refusalOf(work, 'open', parsed.value)
  if (refused !== null) return data(refused, { status: refused.status })
  return redirect(`/can-bo/hau-kiem/${encodeURIComponent(made)}?xong=open`, 303)
}

export default function NewInspectionRoute() {
  const t = useT(postInspection)
  const { chosen, q, found } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { values, error } = useFormState(refused, 'open')
  return (
    <div className="wrap grid max-w-[44rem] gap-4 pb-14">
      <div>
        <BackLink to="/can-bo/hau-kiem">{t('title')}</BackLink>
        <PageHeader title={t('newTitle')} lead={t('newLead')} />
      </div>
      {chosen === null ? (
        <FindProduct action={PATH} q={q} found={found} linkTo={(id) => `${PATH}?cong-nhan=${encodeURIComponent(id)}`} />
      ) : (
        <>
          <ChosenProduct chosen={chosen} path={PATH} />
          <form method="post" className="grid gap-5" noValidate>
            <RefusedSentence refused={refused} form="open" />
            <SelectField
              name="trigger"
              label={t('trigger')}
              defaultValue={values.trigger}
              error={error('trigger')}
              required
            >
              {TRIGGERS.map((trigger) => (
                <option key={trigger} value={trigger}>
                  {t(`trigger_${trigger}`)}
                </option>
              ))}
            </SelectField>
            <TextAreaField
              name="triggerNote"
              label={t('triggerNote')}
              defaultValue={values.triggerNote}
              error={error('triggerNote')}
              maxLength={2000}
              required
            />
            <Button large>{t('submitOpen')}</Button>
          </form>
        </>
      )}
    </div>
  )
}
