import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { buttonClass } from '#app/components/button.tsx'
import { ConfidenceChip } from '#app/components/confidence-chip.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { PlaceName } from '#app/components/scan/place-name.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay, formatNumber } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { vietnamMinute } from '#app/lib/producer/entry-draft.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { listAreas } from '#app/lib/producer/source-areas.server.ts'
import type { OwnSourceArea } from '#app/lib/producer/types.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** The producer's source areas; `?xong=1` says that one was just saved. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const areas = await pageData(listAreas(producer))
  const context = requestContext(args)
  const t = serverT(context, journal)
  return {
    head: deskHead(context, '/chu-the/vung', t('areasTitle'), t('areasLead')),
    areas,
    today: vietnamMinute(new Date()).slice(0, 10),
    saved: new URL(args.request.url).searchParams.get('xong') === '1',
  }
}

export default function AreasRoute() {
  const t = useT(journal)
  const { areas, today, saved } = useLoaderData<typeof loader>()
  const add = (
    <a className={buttonClass('primary', true)} href="/chu-the/vung/moi">
      {t('newArea')}
    </a>
  )
  return (
    <div className="wrap pb-6">
      <PageHeader title={t('areasTitle')} lead={t('areasLead')}>
        {areas.length > 0 ? <p className="pt-2">{add}</p> : null}
      </PageHeader>
      <div className="grid gap-4">
        {saved ? (
          <Notice kind="success" live>
            {t('areaSaved')}
          </Notice>
        ) : null}
        {areas.length === 0 ? (
          <EmptyState title={t('areasEmptyTitle')} actions={add}>
            {t('areasEmptyText')}
          </EmptyState>
        ) : (
          <ul className="grid gap-4 md:grid-cols-2">
            {areas.map((area) => (
              <AreaCard key={area.ref} area={area} today={today} />
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

function AreaCard({ area, today }: { area: OwnSourceArea; today: string }) {
  const t = useT(journal)
  const locale = useLocale()
  const path = `/chu-the/vung/${encodeURIComponent(area.ref)}`
  return (
    <li className="card card-body grid content-start gap-2">
      <h2 className="text-lg">{area.name}</h2>
      <p>
        <PlaceName place={area.place} />
      </p>
      <p className="flex flex-wrap items-center gap-x-3 text-muted">
        {area.areaHectares === null ? null : (
          <span>{t('areaFacts', { hectares: formatNumber(area.areaHectares, locale) })}</span>
        )}
        {area.growers === null ? null : <span>{t('growersCount', { count: area.growers })}</span>}
        <ConfidenceChip confidence={area.confidence} />
      </p>
      {area.certificates.length > 0 ? (
        <ul aria-label={t('certificates')} className="text-sm">
          {area.certificates.map((each) => (
            <li key={`${each.name} ${each.number}`} className="flex flex-wrap items-center gap-x-2">
              {[each.name, each.number].filter(Boolean).join(' ')}
              {each.validTo ? (
                <span className={each.validTo < today ? 'mark mark-warn' : 'text-muted'}>
                  {each.validTo < today
                    ? t('certificateExpired', { day: formatDay(each.validTo, locale) })
                    : t('certificateValid', { day: formatDay(each.validTo, locale) })}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {area.recall ? (
        <Notice kind="warning" title={t('areaRecalled')}>
          <p>{area.recall.reason}</p>
        </Notice>
      ) : (
        <p className="flex flex-wrap gap-3 pt-2">
          <a
            className={buttonClass('quiet', false)}
            href={`/chu-the/ghi?${new URLSearchParams({ buoc: 'harvesting', vung: area.ref })}`}
          >
            {t('harvestHere')}
          </a>
          <a className={buttonClass('quiet', false)} href={path}>
            {t('edit')}
          </a>
          <a className="link inline-flex min-h-11 items-center text-warn" href={`${path}/thu-hoi`}>
            {t('recallArea')}
          </a>
        </p>
      )}
    </li>
  )
}
