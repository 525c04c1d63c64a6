import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { FileDeeds } from '#app/components/seller/file-deeds.tsx'
import { listingFiles } from '#app/i18n/listing-files.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage, refusalOf } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import type { ListingFile } from '#app/lib/seller/listing-files.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const LIST = '/chu-the/san-pham/tep'
const pathOf = (id: string | undefined) => `/producer/listing-imports/${encodeURIComponent(id ?? '')}` as const

/** What a file would do, cell by cell what is wrong with it, or what it has done. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { import: file } = await pageData(producer.ask<{ import: ListingFile }>(pathOf(args.params.id)))
  return { head: deskHead(requestContext(args), `${LIST}/${file.id}`, file.fileName, file.fileName), file }
}

/** Does what the file was said to do. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const { locale } = requestContext(args)
  const refused = await refusalOf(
    producer.ask(`${pathOf(args.params.id)}/apply`, { method: 'POST', body: {}, headers: inLanguage(locale) }),
    'apply',
    {},
  )
  return refused ? data(refused, { status: refused.status }) : redirect(new URL(args.request.url).pathname, 303)
}

export default function ListingFileRoute() {
  const t = useT(listingFiles)
  const { file } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { rows, deeds, faults } = file.plan
  return (
    <div className="wrap max-w-[48rem] pb-14">
      <BackLink to={LIST}>{t('backToFiles')}</BackLink>
      <PageHeader title={<span className="break-all">{file.fileName}</span>} eyebrow={t(file.state)}>
        <p>{t('counts', { rows, deeds: deeds.length, faults: faults.length })}</p>
      </PageHeader>
      <div className="grid gap-6">
        {refused?.sentence ? (
          <Notice kind="warning" live>
            {refused.sentence}
          </Notice>
        ) : null}
        {file.state === 'applied' ? (
          <Notice kind="success" live>
            {t('appliedText')}
          </Notice>
        ) : null}
        {faults.length > 0 ? (
          <Notice kind="warning" title={t('faultsTitle')}>
            <p>{t('faultsText')}</p>
            <ul className="grid list-disc gap-1 ps-5">
              {faults.map((fault) => (
                <li key={`${fault.row} ${fault.column} ${fault.fault}`} className="break-words">
                  <strong>
                    {fault.column === null
                      ? t('at', { row: fault.row })
                      : t('atColumn', { row: fault.row, column: t(`column_${fault.column}`) })}
                  </strong>
                  {': '}
                  {t(`fault_${fault.fault}`, { value: fault.value })}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {faults.length === 0 && deeds.length === 0 ? <Notice>{t('nothing')}</Notice> : null}
        {deeds.length > 0 ? <FileDeeds deeds={deeds} done={file.state === 'applied'} /> : null}
        {file.state === 'checked' && deeds.length > 0 ? (
          <form method="post">
            <Button large>{t('apply')}</Button>
          </form>
        ) : null}
      </div>
    </div>
  )
}
