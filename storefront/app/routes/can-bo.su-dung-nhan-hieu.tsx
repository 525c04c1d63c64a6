import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { TextField } from '#app/components/field.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { MarkUseItems } from '#app/components/post-inspection/mark-use-items.tsx'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import type { MarkUsePage } from '#app/lib/post-inspection/types.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const PATH = '/can-bo/su-dung-nhan-hieu'

/** `?q=` finds products, holders, codes and decisions; `?tu=` goes on. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const { searchParams } = new URL(args.request.url)
  const q = (searchParams.get('q') ?? '').trim().slice(0, 200)
  const offset = Math.min(Math.max(Math.trunc(Number(searchParams.get('tu'))) || 0, 0), 100_000)
  const search = { offset, ...(q === '' ? {} : { q }) }
  const [page, { verbs }] = await pageData(
    Promise.all([official.ask<MarkUsePage>('/official/mark-uses', { search }), official.desk()]),
  )
  const context = requestContext(args)
  const t = serverT(context, postInspection)
  return {
    head: deskHead(context, PATH, t('registerTitle'), t('registerLead')),
    q,
    page,
    mayOpen: verbs.includes('post_inspection:record'),
  }
}

export default function MarkUsesRoute() {
  const t = useT(postInspection)
  const { q, page, mayOpen } = useLoaderData<typeof loader>()
  const address = (path: string, more: Record<string, string>) => {
    const search = new URLSearchParams({ ...(q === '' ? {} : { q }), ...more })
    return search.size === 0 ? path : `${path}?${search}`
  }
  return (
    <div className="wrap grid max-w-[60rem] gap-6 pb-14">
      <PageHeader title={t('registerTitle')} lead={t('registerLead')} />
      <form method="get" action={PATH} className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-end">
        <TextField
          name="q"
          type="search"
          label={t('findProduct')}
          hint={t('findHint')}
          defaultValue={q}
          maxLength={200}
        />
        <Button look="quiet">{t('find')}</Button>
      </form>
      <p className="flex flex-wrap items-center gap-3">
        <span>{t('registerCount', { count: page.total })}</span>
        <a className="link inline-flex min-h-11 items-center" href={address(`${PATH}/tai`, { loai: 'csv' })}>
          {t('downloadCsv')}
        </a>
        <a className="link inline-flex min-h-11 items-center" href={address(`${PATH}/tai`, { loai: 'xlsx' })}>
          {t('downloadXlsx')}
        </a>
      </p>
      {page.markUses.length === 0 ? (
        <EmptyState title={t('registerEmpty')}>
          <p>{t('nothingFound')}</p>
        </EmptyState>
      ) : (
        <MarkUseItems markUses={page.markUses} mayInspect={mayOpen} />
      )}
      {page.next === null ? null : (
        <p>
          <LinkButton reloadDocument look="quiet" to={address(PATH, { tu: String(page.next) })}>
            {t('older')}
          </LinkButton>
        </p>
      )}
    </div>
  )
}
