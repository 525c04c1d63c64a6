import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EmptyState } from '#app/components/empty-state.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { evaluation } from '#app/i18n/evaluation.ts'
import { scoreSheet } from '#app/i18n/score-sheet.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { evaluationClient } from '#app/lib/evaluation/evaluation-client.server.ts'
import type { SittingLine } from '#app/lib/evaluation/types.ts'
import { formatDay } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** The sheets that wait for who is signed in. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await evaluationClient(args)
  const { sittings } = await pageData(client.ask<{ sittings: SittingLine[] }>('/official/sheets'))
  const context = requestContext(args)
  const t = serverT(context, scoreSheet)
  return { head: deskHead(context, '/can-bo/cham', t('listTitle'), t('listLead')), sittings }
}

export default function SheetsRoute() {
  const t = useT(scoreSheet)
  const list = useT(evaluation)
  const locale = useLocale()
  const { sittings } = useLoaderData<typeof loader>()
  return (
    <div className="wrap max-w-[60rem] pb-14">
      <PageHeader title={t('listTitle')} lead={t('listLead')} />
      {sittings.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      ) : (
        <div className="grid gap-6">
          {sittings.map((sitting) => (
            <section key={sitting.id} className="grid gap-2">
              <h2 className="text-lg">{list('sittingOn', { day: formatDay(sitting.day, locale) })}</h2>
              <p className="text-muted">{sitting.place}</p>
              <ul className="work-list">
                {sitting.toScore.map((sheet) => (
                  <li key={sheet.id} className="work-line">
                    <a className="link font-semibold" href={`/can-bo/cham/${sheet.id}`}>
                      {t('title', { product: sheet.product })}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </div>
  )
}
