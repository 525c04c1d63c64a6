import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { ApplicationForm } from '#app/components/seller/application-form.tsx'
import { partLabel, problemSentences } from '#app/components/seller/application-words.ts'
import { SellerPapers } from '#app/components/seller/seller-papers.tsx'
import { seller } from '#app/i18n/seller.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { listCommunes, listProvinces } from '#app/lib/medusa/places.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { addPaper, readApplication, type SellerLink, writeApplication } from '#app/lib/seller/applications.server.ts'
import { APPLICATION_TEXTS } from '#app/lib/seller/types.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const DONE = { luu: 'saved', nop: 'handedIn', giay: 'paperAdded', bo: 'paperRemoved' } as const

function linkOf({ request, params }: Pick<LoaderFunctionArgs, 'request' | 'params'>): SellerLink {
  return { id: params.id ?? '', token: new URL(request.url).searchParams.get('k') ?? '' }
}

/** An application by its link (`?k=`); `?xong=` says what was just done. A link that is none has a page of its own (404). */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, seller)
  const link = linkOf(args)
  const head = {
    title: t('formTitle'),
    description: t('startLead'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/ban-hang/dang-ky`,
    index: false,
  }
  const application = await pageData(
    readApplication(context, link).catch((error: unknown) => {
      if (error instanceof ShopError && error.kind === 'not_found') return null
      throw error
    }),
  )
  if (application === null) {
    return data({ head, application, provinces: [], communes: [], done: null }, { status: 404 })
  }
  const { provinceCode } = application.fields
  const [provinces, communes] = await pageData(
    Promise.all([listProvinces(context), provinceCode ? listCommunes(context, provinceCode) : []]),
  )
  const done = new URL(args.request.url).searchParams.get('xong') ?? ''
  return data({
    head,
    application,
    provinces: provinces.map(({ code, name }) => ({ code, name })),
    communes,
    done: Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null,
  })
}

interface Failure {
  typed: Record<string, string> | null
  /** Sentence by field; `form` for what belongs to none, `file` for a paper. */
  errors: Record<string, string>
}

/** Form member `viec`: `luu` saves, `nop` saves and hands in, `giay` adds a paper, `bo` removes one. */
export async function action(args: ActionFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, seller)
  const link = linkOf(args)
  const form = await args.request.formData()
  const deed = String(form.get('viec') ?? 'luu')
  const done = (word: keyof typeof DONE, hash = '') =>
    redirect(
      `/ban-hang/dang-ky/${encodeURIComponent(link.id)}?${new URLSearchParams({ k: link.token, xong: word })}${hash}`,
      303,
    )
  try {
    if (deed === 'giay') {
      const file = form.get('file')
      if (!(file instanceof File) || file.size === 0) {
        return data<Failure>({ typed: null, errors: { file: t('errorFile') } }, { status: 400 })
      }
      await addPaper(context, link, { kind: String(form.get('kind') ?? ''), file })
      return done('giay', '#field-papers')
    }
    if (deed === 'bo') {
      await writeApplication(context, link, `/papers/${encodeURIComponent(String(form.get('giay')))}/remove`, {})
      return done('bo', '#field-papers')
    }
    await writeApplication(context, link, '', bodyOf(form))
    if (deed !== 'nop') return done('luu')
    await writeApplication(context, link, '/submit', {})
    return done('nop')
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind === 'not_found') throw error
    return data<Failure>(failureOf(error, t, deed, form), { status: error.status })
  }
}

function bodyOf(form: FormData): Record<string, unknown> {
  const number = String(form.get('bankNumber') ?? '').trim()
  return {
    ...Object.fromEntries(APPLICATION_TEXTS.map((name) => [name, String(form.get(name) ?? '')])),
    ...(number === '' ? {} : { bankNumber: number }),
    terms: form.get('terms') === 'on',
    privacy: form.get('privacy') === 'on',
  }
}

function failureOf(error: ShopError, t: Parameters<typeof problemSentences>[0], deed: string, form: FormData): Failure {
  if (error.code === 'application_incomplete')
    return { typed: null, errors: problemSentences(t, problemsIn(error.body)) }
  const sentence = error.kind === 'unavailable' ? t('errorAway') : error.message
  if (deed === 'giay' || deed === 'bo') return { typed: null, errors: { file: sentence } }
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  // What the number was is never sent back.
  const { bankNumber: _, ...shown } = typed
  return { typed: shown, errors: { [error.field ?? 'form']: sentence } }
}

type Problems = Parameters<typeof problemSentences>[1]

function problemsIn(body: unknown): Problems {
  const outer = body as { problems?: Problems } | null
  return outer?.problems ?? []
}

export default function ApplicationRoute() {
  const t = useT(seller)
  const { application, provinces, communes, done } = useLoaderData<typeof loader>()
  const key = new URLSearchParams(useLocation().search).get('k') ?? ''
  const failed = useActionData<typeof action>()
  if (application === null) {
    return (
      <div className="wrap max-w-[40rem] pb-14">
        <PageHeader title={t('linkInvalidTitle')} lead={t('linkInvalid')} />
        <LinkButton to="/ban-hang">{t('whyTitle')}</LinkButton>
      </div>
    )
  }
  const { state, reasons } = application
  const editable = state === 'draft' || state === 'sent_back'
  const { file, ...errors } = failed?.errors ?? {}
  return (
    <div className="wrap max-w-[44rem] pb-14">
      <Breadcrumbs crumbs={[{ label: t('whyTitle'), to: '/ban-hang' }]} />
      <PageHeader
        eyebrow={t(`state_${state}`)}
        title={state === 'draft' ? t('formTitle') : application.fields.name}
        lead={`${t('number')}: ${application.number}`}
      />
      <div className="grid gap-8">
        <ErrorSummary title={(count) => t('summaryTitle', { count })} errors={errors} />
        {/* What stands is told by `Standing`. */}
        {done && done !== 'handedIn' && !failed ? (
          <Notice kind="success" live>
            {t(done)}
          </Notice>
        ) : null}
        <Standing {...application} />
        {state === 'sent_back' && reasons.length > 0 ? (
          <Notice kind="warning" title={t('sentBackTitle')}>
            <ul className="grid list-disc gap-1 ps-5">
              {reasons.map(({ field, reason }) => (
                <li key={`${field} ${reason}`}>
                  <a className="underline underline-offset-4" href={`#field-${field}`}>
                    {partLabel(t, field)}
                  </a>
                  : {reason}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {editable ? <Notice>{t('keepLink')}</Notice> : null}
        <SellerPapers papers={application.papers} editable={editable} error={file ?? null} />
        {editable ? (
          <ApplicationForm
            {...{ application, provinces, communes, errors }}
            action={`?${new URLSearchParams({ k: key })}`}
            typed={failed?.typed ?? null}
          />
        ) : null}
      </div>
    </div>
  )
}

/** What became of an application that is decided or waits. */
function Standing({
  state,
  refuseReason,
  invitation,
}: {
  state: string
  refuseReason: string | null
  invitation: { id: string; token: string } | null
}) {
  const t = useT(seller)
  if (state === 'submitted') return <Notice>{t('handedIn')}</Notice>
  if (state === 'refused') return <Notice kind="warning">{t('refusedText', { reason: refuseReason ?? '' })}</Notice>
  if (state !== 'approved') return null
  return (
    <Notice kind="success">
      <p className="pb-3">{t(invitation ? 'approvedText' : 'approvedUsed')}</p>
      {invitation ? (
        <LinkButton to={`/loi-moi/${invitation.id}?${new URLSearchParams({ k: invitation.token })}`}>
          {t('setPassword')}
        </LinkButton>
      ) : (
        <LinkButton to="/chu-the/dang-nhap">{t('signIn')}</LinkButton>
      )}
    </Notice>
  )
}
