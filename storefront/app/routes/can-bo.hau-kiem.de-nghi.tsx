import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { ChosenProduct } from '#app/components/post-inspection/chosen-product.tsx'
import { FindProduct } from '#app/components/post-inspection/find-product.tsx'
import { RefusedSentence, useFormState } from '#app/components/post-inspection/form-parts.tsx'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage, type Refusal, refusalOf } from '#app/lib/post-inspection/ask.server.ts'
import type { InspectionDetail, MarkUse, MarkUsePage } from '#app/lib/post-inspection/types.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { parseForm } from '#app/schemas/form.ts'
import { otherProposalSchema } from '#app/schemas/post-inspection.ts'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const PATH = '/can-bo/hau-kiem/de-nghi'

interface Rule {
  grounds: InspectionDetail['rule']['grounds']
  today: string
}

/** `?cong-nhan=` the recognition to be taken back; until it is chosen, `?q=` finds it. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const { searchParams } = new URL(args.request.url)
  const chosen = searchParams.get('cong-nhan') ?? ''
  const q = (searchParams.get('q') ?? '').trim().slice(0, 200)
  const [{ grounds, today }, goods, found] = await pageData(
    Promise.all([
      official.ask<Rule>('/official/revocation-proposals'),
      chosen === '' ? null : official.ask<{ markUse: MarkUse }>(`/official/mark-uses/${encodeURIComponent(chosen)}`),
      chosen !== '' || q === '' ? null : official.ask<MarkUsePage>('/official/mark-uses', { search: { q } }),
    ]),
  )
  const context = requestContext(args)
  const t = serverT(context, postInspection)
  return {
    head: deskHead(context, PATH, t('otherTitle'), t('otherLead')),
    ...{ grounds, today, q },
    chosen: goods?.markUse ?? null,
    found: found?.markUses ?? null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const official = await requireOfficial(args)
  const { locale } = requestContext(args)
  const recognitionId = new URL(args.request.url).searchParams.get('cong-nhan') ?? ''
  const parsed = parseForm(otherProposalSchema, await args.request.formData())
  if (!parsed.ok) return data<Refusal>({ form: 'propose', ...parsed, sentence: null, status: 400 }, { status: 400 })
  const body = { recognitionId, ...parsed.value }
  const asked = official.ask('/official/revocation-proposals', { method: 'POST', body, headers: inLanguage(locale) })
  const refused = await refusalOf(asked, 'propose', parsed.value)
  return refused === null ? redirect('/can-bo/hau-kiem?xong=propose', 303) : data(refused, { status: refused.status })
}

export default function OtherProposalRoute() {
  const t = useT(postInspection)
  const locale = useLocale()
  const { grounds, today, q, chosen, found } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { values, error } = useFormState(refused, 'propose')
  const field = (name: string) => ({ name, defaultValue: values[name], error: error(name), required: true })
  return (
    <div className="wrap grid max-w-[44rem] gap-4 pb-14">
      <div>
        <BackLink to="/can-bo/hau-kiem">{t('title')}</BackLink>
        <PageHeader title={t('otherTitle')} lead={t('otherLead')} />
      </div>
      {chosen === null ? (
        <FindProduct action={PATH} q={q} found={found} linkTo={(id) => `${PATH}?cong-nhan=${encodeURIComponent(id)}`} />
      ) : (
        <>
          <ChosenProduct chosen={chosen} path={PATH} />
          <form method="post" className="grid gap-5" noValidate>
            <RefusedSentence refused={refused} form="propose" />
            <TextField {...field('authority')} label={t('authority')} maxLength={300} />
            <TextField {...field('authorityPaper')} label={t('authorityPaper')} maxLength={300} />
            <TextField {...field('concludedOn')} type="date" max={today} label={t('concludedOn')} />
            <SelectField
              {...field('ground')}
              label={t('ground')}
              hint={t('groundsSource')}
              defaultValue={values.ground ?? ''}
            >
              <option value="">–</option>
              {grounds.map((ground) => (
                <option key={ground.code} value={ground.code}>
                  {ground[locale]}
                </option>
              ))}
            </SelectField>
            <TextAreaField {...field('reason')} label={t('proposeReason')} maxLength={5000} />
            <TextAreaField {...field('evidence')} label={t('evidence')} maxLength={5000} rows={2} />
            <Button look="warn">{t('propose')}</Button>
          </form>
        </>
      )}
    </div>
  )
}
