import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { PersonFields } from '#app/components/papers/person-fields.tsx'
import { PersonForm } from '#app/components/papers/person-form.tsx'
import { papers } from '#app/i18n/papers.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { PAPERS_PATH } from '#app/lib/dossier/paths.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { PERSON_FIELDS, type PersonField } from '#app/lib/papers/person.ts'
import type { MaskedField } from '#app/lib/papers/types.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { type ProducerClient, requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const PATH = '/chu-the/ho-so/nguoi-dai-dien'

/** What is on record, masked; `?xong=luu` and `?xong=xoa` say what was just done. Only owners get an answer of the backend. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { member } = await pageData(producer.desk())
  const owner = member.role === 'owner'
  const { fields } = owner
    ? await pageData(producer.ask<{ fields: MaskedField[] }>('/producer/representative'))
    : { fields: [] }
  const context = requestContext(args)
  const t = serverT(context, papers)
  const done = new URL(args.request.url).searchParams.get('xong')
  return {
    head: deskHead(context, PATH, t('personTitle'), t('personLead')),
    ...{ fields, owner },
    done: done === 'luu' ? ('personSaved' as const) : done === 'xoa' ? ('erased' as const) : null,
  }
}

interface Answer {
  /** One field in the clear; it is in this answer alone. */
  shown: { field: string; value: string } | null
  values: Record<string, string>
  errors: Record<string, string>
}

/** Form member `viec`: `hien-<field>` shows one field, `xoa-<field>` erases it, else the form is saved. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const { locale } = requestContext(args)
  const form = await args.request.formData()
  const [, what, field] = /^(hien|xoa)-([a-z_]+)$/.exec(String(form.get('viec') ?? '')) ?? []
  const asked = { method: 'POST' as const, body: {}, headers: { 'accept-language': locale } }
  if (what && isPersonField(field)) {
    if (what === 'xoa') {
      await pageData(producer.ask(`/producer/representative/${field}/erase`, asked))
      return redirect(`${PATH}?xong=xoa`, 303)
    }
    const shown = await pageData(
      producer.ask<{ field: string; value: string }>(`/producer/representative/${field}/show`, asked),
    )
    return data<Answer>({ shown, values: {}, errors: {} })
  }
  return await save(producer, form, asked.headers)
}

async function save(producer: ProducerClient, form: FormData, headers: Record<string, string>) {
  const given = Object.fromEntries(
    PERSON_FIELDS.flatMap((field) => {
      const value = String(form.get(field) ?? '').trim()
      return value === '' ? [] : [[field, value]]
    }),
  )
  if (Object.keys(given).length === 0) {
    return data<Answer>({ shown: null, values: {}, errors: { form: 'personEmpty' } }, { status: 400 })
  }
  try {
    await producer.ask('/producer/representative', { method: 'PUT', body: given, headers })
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind !== 'invalid') throw error
    const errors = { [isPersonField(error.field) ? error.field : 'form']: error.message }
    return data<Answer>({ shown: null, values: given, errors }, { status: error.status })
  }
  return redirect(`${PATH}?xong=luu`, 303)
}

function isPersonField(name: unknown): name is PersonField {
  return PERSON_FIELDS.some((field) => field === name)
}

export default function RepresentativeRoute() {
  const t = useT(papers)
  const { fields, owner, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { form, ...rest } = answer?.errors ?? {}
  const errors: Record<string, string> =
    form === 'personEmpty' ? { form: t('personEmpty') } : { ...rest, ...(form ? { form } : {}) }
  return (
    <div className="wrap max-w-[40rem] pb-6">
      <BackLink to={PAPERS_PATH}>{t('title')}</BackLink>
      <PageHeader title={t('personTitle')} lead={t('personLead')} />
      <div className="grid gap-5">
        {done && !answer ? (
          <Notice kind="success" live>
            {t(done)}
          </Notice>
        ) : null}
        <section className="notice grid gap-2">
          <h2 className="text-lg">{t('personWhyTitle')}</h2>
          <ul className="grid list-disc gap-1 ps-5">
            {(['personWhy1', 'personWhy2', 'personWhy3', 'personWhy4'] as const).map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </section>
        {owner ? (
          <>
            <PersonFields fields={fields} shown={answer?.shown ?? null} />
            <PersonForm values={answer?.values ?? {}} errors={errors} />
          </>
        ) : (
          <Notice>{t('personOwner')}</Notice>
        )}
      </div>
    </div>
  )
}
