import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button, buttonClass } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { AuditLines } from '#app/components/official/audit-lines.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { audit } from '#app/i18n/audit.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { auditPath, auditSearch, readAuditFilter, SUBJECT_TYPES } from '#app/lib/official/audit-query.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import type { AuditPage } from '#app/lib/official/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?ngay=` a day, `?loai=` a kind of subject, `?ma=` its id, `?truoc=` goes on. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await requireOfficial(args)
  const filter = readAuditFilter(new URL(args.request.url).searchParams)
  const page = await pageData(client.ask<AuditPage>('/official/audit', { search: auditSearch(filter) }))
  const context = requestContext(args)
  const t = serverT(context, audit)
  return { head: deskHead(context, '/can-bo/nhat-ky', t('title'), t('lead')), filter, ...page }
}

export default function AuditRoute() {
  const t = useT(audit)
  const { filter, entries, next } = useLoaderData<typeof loader>()
  const filtered = filter.day !== '' || filter.type !== '' || filter.id !== ''
  const older = filter.before !== ''
  const showAll = (
    <a className={buttonClass('quiet', false)} href="/can-bo/nhat-ky">
      {t('showAll')}
    </a>
  )
  return (
    <div className="wrap max-w-[60rem] pb-14">
      <PageHeader title={t('title')} lead={t('lead')} />
      <form method="get" action="/can-bo/nhat-ky" className="grid gap-4 pb-6 sm:grid-cols-3 sm:items-end">
        <TextField name="ngay" type="date" label={t('day')} defaultValue={filter.day} />
        <SelectField name="loai" label={t('subjectType')} defaultValue={filter.type}>
          <option value="">{t('anyType')}</option>
          {SUBJECT_TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`type_${type}` as 'type_official')}
            </option>
          ))}
        </SelectField>
        <TextField name="ma" label={t('subjectId')} defaultValue={filter.id} maxLength={200} spellCheck={false} />
        <div className="flex flex-wrap gap-3 sm:col-span-3">
          <Button>{t('filter')}</Button>
          {filtered ? showAll : null}
        </div>
      </form>
      {filter.dayValid ? null : (
        <div className="pb-4">
          <Notice kind="warning" live>
            {t('dayInvalid')}
          </Notice>
        </div>
      )}
      {entries.length === 0 ? (
        <EmptyState
          title={filtered || older ? t('nothingTitle') : t('emptyTitle')}
          actions={filtered || older ? showAll : null}
        >
          <p>{filtered || older ? t('nothingText') : t('emptyText')}</p>
        </EmptyState>
      ) : (
        <AuditLines entries={entries} />
      )}
      <p className="flex flex-wrap gap-3 pt-6 empty:hidden">
        {older ? (
          <LinkButton look="quiet" reloadDocument to={auditPath(filter)}>
            {t('newest')}
          </LinkButton>
        ) : null}
        {next === null ? null : (
          <LinkButton look="quiet" reloadDocument to={auditPath(filter, next)}>
            {t('older')}
          </LinkButton>
        )}
      </p>
    </div>
  )
}
