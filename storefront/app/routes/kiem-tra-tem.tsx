import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { CodeForm } from '#app/components/scan/code-form.tsx'
import { LabelDrawing } from '#app/components/scan/label-drawing.tsx'
import { codeEntry } from '#app/i18n/code-entry.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { CODE_LENGTH, readTypedCode } from '#app/lib/trace/typed-code.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('personal')

/** `?ma=` is what was typed: a possible code moves on to its scan page, anything else is explained on the field. */
export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, codeEntry)
  const typed = new URL(args.request.url).searchParams.get('ma')
  const head = {
    title: t('title'),
    description: t('description'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/kiem-tra-tem`,
    index: typed === null,
  }
  if (typed === null) return data({ head, typed: '', error: null })
  const read = readTypedCode(typed)
  switch (read.kind) {
    case 'code':
      throw redirect(`/q/${read.code}`, 303)
    case 'empty':
      return data({ head, typed: '', error: t('empty') }, { status: 400 })
    case 'too_long':
      return data({ head, typed: '', error: t('errorTooLong') }, { status: 400 })
    case 'impossible':
      return data({ head, typed: read.shown, error: t('errorImpossible') }, { status: 400 })
    case 'incomplete': {
      const error =
        read.count === CODE_LENGTH
          ? t('errorLetters')
          : t('errorIncomplete', { length: CODE_LENGTH, count: read.count })
      return data({ head, typed: read.shown, error }, { status: 400 })
    }
  }
}

export default function CodeEntryRoute() {
  const t = useT(codeEntry)
  const { typed, error } = useLoaderData<typeof loader>()
  return (
    <div className="wrap">
      <Breadcrumbs crumbs={[{ label: t('title'), to: '/kiem-tra-tem' }]} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-10 pb-14 lg:grid-cols-[1.2fr_1fr]">
        <div className="grid content-start gap-8">
          <CodeForm typed={typed} error={error} />
          <section className="grid gap-3">
            <h2>{t('answersTitle')}</h2>
            <ol className="grid list-decimal gap-1.5 ps-5 marker:font-semibold marker:text-leaf">
              <li>{t('answerCode')}</li>
              <li>{t('answerStars')}</li>
              <li>{t('answerWho')}</li>
            </ol>
            <p className="text-sm text-muted">{t('privacy')}</p>
          </section>
        </div>
        <section className="card card-body grid content-start gap-5">
          <h2>{t('whereTitle')}</h2>
          <LabelDrawing title={t('labelPicture')} />
          <ul className="grid list-disc gap-2 ps-5 marker:text-leaf">
            <li>{t('whereBeside')}</li>
            <li>{t('whereBox')}</li>
            <li>{t('whereNot')}</li>
          </ul>
        </section>
      </div>
    </div>
  )
}
