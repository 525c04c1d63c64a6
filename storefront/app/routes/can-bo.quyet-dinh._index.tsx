import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ChipLink } from '#app/components/chip-link.tsx'
import { Day } from '#app/components/day.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { decisions } from '#app/i18n/decisions.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { DraftState, DraftSummary } from '#app/lib/official/decision-types.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

const PATH = '/can-bo/quyet-dinh'
const STATES = ['draft', 'signed', 'dropped'] as const satisfies readonly DraftState[]

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?tinh-trang=`: drafts that are open, signed or dropped. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const asked = new URL(args.request.url).searchParams.get('tinh-trang')
  const state = STATES.find((each) => each === asked) ?? 'draft'
  const [desk, { drafts }] = await Promise.all([
    pageData(official.desk()),
    pageData(official.ask<{ drafts: DraftSummary[] }>('/official/decisions', { search: { state } })),
  ])
  const context = requestContext(args)
  const t = serverT(context, decisions)
  return {
    head: deskHead(context, PATH, t('title'), t('lead')),
    state,
    drafts,
    mayDraft: desk.verbs.includes('decision:draft'),
    mayImport: desk.verbs.includes('decision:import'),
  }
}

export default function DecisionsRoute() {
  const { state, drafts, mayDraft, mayImport } = useLoaderData<typeof loader>()
  const t = useT(decisions)
  return (
    <div className="wrap pb-14">
      <PageHeader title={t('title')} lead={t('lead')}>
        <p className="flex flex-wrap gap-3 pt-2">
          {mayDraft ? <LinkButton to={`${PATH}/moi`}>{t('newDraft')}</LinkButton> : null}
          {mayImport ? <LinkButton to={`${PATH}/nhap`}>{t('importOld')}</LinkButton> : null}
        </p>
      </PageHeader>
      <nav aria-label={t('states')} className="flex flex-wrap gap-2 pb-6">
        {STATES.map((each) => (
          <ChipLink key={each} to={each === 'draft' ? PATH : `${PATH}?tinh-trang=${each}`} current={each === state}>
            {t(each)}
          </ChipLink>
        ))}
      </nav>
      {drafts.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <ul className="grid gap-3">
          {drafts.map((draft) => (
            <li key={draft.id} className="card grid gap-1 p-4">
              <h2 className="text-lg">
                <Link className="link inline-flex min-h-11 items-center" to={`${PATH}/${draft.id}`}>
                  {t(draft.kind)}: {t('rowCount', { count: draft.rowCount })}
                </Link>
              </h2>
              <p className="break-words text-muted">{draft.authority}</p>
              <p className="flex flex-wrap gap-x-3 text-sm">
                <span>{t('draftedBy', { name: draft.draftedBy })}</span>
                <Day value={draft.updatedAt} moment />
                {draft.sample ? <SampleNote /> : null}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
