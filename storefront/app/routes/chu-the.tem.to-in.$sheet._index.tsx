import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { useSay } from '#app/components/labels/label-words.ts'
import { PartDownloads } from '#app/components/labels/part-downloads.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { labels } from '#app/i18n/labels.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatList, formatMoment, formatNumber } from '#app/lib/format.ts'
import { labelsHead } from '#app/lib/labels/labels-head.server.ts'
import { sheetPath } from '#app/lib/labels/sheet-path.server.ts'
import type { SheetManifest } from '#app/lib/labels/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const sheet = await pageData(producer.ask<SheetManifest>(sheetPath(args.params.sheet)))
  return { head: labelsHead(args, (t) => t('downloadTitle')), sheet }
}

export default function SheetRoute() {
  const t = useT(labels)
  const say = useSay()
  const locale = useLocale()
  const { sheet } = useLoaderData<typeof loader>()
  const leftOut = sheet.leftOut.map((name) => say(`left_${name.replace(/\..*$/, '')}`))
  return (
    <div className="wrap max-w-[48rem] pb-14">
      <BackLink to={`/chu-the/tem/${sheet.batchNo}`}>{t('batch', { no: String(sheet.batchNo) })}</BackLink>
      <PageHeader title={t('downloadTitle')} lead={t('downloadLead')} />
      <div className="grid gap-8">
        <div className="grid gap-1">
          <p className="font-semibold">
            {t('sheetLine', { from: sheet.from + 1, to: sheet.to, format: say(`format_${sheet.format}`) })}
          </p>
          <p>
            {t(sheet.kind === 'signed' ? 'kindSigned' : 'kindPlain')} ·{' '}
            {t('widthMm', { mm: formatNumber(Math.round(sheet.symbol.widthMm * 10) / 10, locale) })}
          </p>
          <p className="text-sm text-muted">{t('sheetMade', { at: formatMoment(sheet.madeAt, locale) })}</p>
        </div>
        {leftOut.length === 0 ? null : (
          <Notice kind="warning">
            <p>{t('leftOut', { what: formatList([...new Set(leftOut)], locale) })}</p>
          </Notice>
        )}
        {sheet.format === 'pdf' ? (
          <Notice>
            <p>{t('printTip')}</p>
          </Notice>
        ) : null}
        <PartDownloads sheet={sheet} />
        <p>
          <LinkButton look="quiet" reloadDocument to={`/chu-the/tem/${sheet.batchNo}`}>
            {t('backToBatch')}
          </LinkButton>
        </p>
      </div>
    </div>
  )
}
