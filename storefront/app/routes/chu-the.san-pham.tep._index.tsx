import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { Day } from '#app/components/day.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { listingFiles } from '#app/i18n/listing-files.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import type { ListingFile } from '#app/lib/seller/listing-files.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const PATH = '/chu-the/san-pham/tep'

/** The sheet to fetch, the form to send it back, and the files that were sent. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { imports } = await pageData(producer.ask<{ imports: ListingFile[] }>('/producer/listing-imports'))
  const context = requestContext(args)
  const t = serverT(context, listingFiles)
  return { head: deskHead(context, PATH, t('title'), t('lead')), imports }
}

/** Hands the file on to be checked; nothing of it is done. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const { locale } = requestContext(args)
  try {
    const made = await producer.forward<{ import: ListingFile }>(
      '/producer/listing-imports',
      args.request,
      inLanguage(locale),
    )
    return redirect(`${PATH}/${made.import.id}`, 303)
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind === 'not_found') throw error
    return data({ sentence: error.message }, { status: error.status })
  }
}

export default function ListingFilesRoute() {
  const t = useT(listingFiles)
  const { imports } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap max-w-[48rem] pb-14">
      <BackLink to="/chu-the/san-pham">{t('back')}</BackLink>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-8">
        {refused ? (
          <Notice kind="warning" title={t('refused')} live>
            {refused.sentence}
          </Notice>
        ) : null}
        <p className="flex flex-wrap gap-x-6">
          {(['xlsx', 'csv'] as const).map((format) => (
            <a
              key={format}
              className="link inline-flex min-h-11 items-center"
              href={`/chu-the/san-pham/tai?loai=${format}`}
              download
            >
              {t(format === 'xlsx' ? 'getXlsx' : 'getCsv')}
            </a>
          ))}
        </p>
        <section className="grid gap-2">
          <h2 className="text-lg">{t('rulesTitle')}</h2>
          <ul className="grid list-disc gap-2 ps-5">
            <li>{t('ruleKnown')}</li>
            <li>{t('ruleNew')}</li>
            <li>{t('ruleReview')}</li>
            <li>{t('ruleSector')}</li>
          </ul>
        </section>
        <form method="post" encType="multipart/form-data" className="card card-body grid gap-4">
          <TextField label={t('file')} name="file" type="file" required accept=".xlsx,.csv" />
          <div>
            <Button large>{t('check')}</Button>
          </div>
        </form>
        <section className="grid gap-3">
          <h2 className="text-lg">{t('sent')}</h2>
          {imports.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
          <ul className="grid gap-3">
            {imports.map((each) => (
              <li key={each.id} className="card card-body grid gap-1">
                <a className="link inline-flex min-h-11 items-center break-all" href={`${PATH}/${each.id}`}>
                  {each.fileName}
                </a>
                <p className="flex flex-wrap gap-x-3 text-sm">
                  <strong>{t(each.state)}</strong>
                  <Day value={each.createdAt} moment />
                </p>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}
