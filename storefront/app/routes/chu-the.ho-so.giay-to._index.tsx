import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { buttonClass } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { PaperList } from '#app/components/papers/paper-list.tsx'
import { papers as words } from '#app/i18n/papers.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { DOSSIERS_PATH, PAPERS_PATH } from '#app/lib/dossier/paths.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import type { PaperStanding, PapersPage } from '#app/lib/papers/types.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const AT_ONCE = 100
/** Standings as they stand in addresses. */
const STANDINGS: Record<string, PaperStanding> = {
  'con-han': 'valid',
  'sap-het-han': 'expiring',
  'het-han': 'expired',
  'da-thay': 'replaced',
  'da-rut': 'withdrawn',
}

/** The store of papers; `?tinh-trang=` chooses a standing, `?tu=` how many of the newest to pass over. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { searchParams } = new URL(args.request.url)
  const chosen = searchParams.get('tinh-trang') ?? ''
  const standing = Object.hasOwn(STANDINGS, chosen) ? STANDINGS[chosen] : undefined
  const from = /^\d{1,5}$/.test(searchParams.get('tu') ?? '') ? Number(searchParams.get('tu')) : 0
  const search = { standing, take: AT_ONCE, skip: from }
  const [page, { member }] = await pageData(
    Promise.all([producer.ask<PapersPage>('/producer/papers', { search }), producer.desk()]),
  )
  const context = requestContext(args)
  const t = serverT(context, words)
  return {
    head: deskHead(context, PAPERS_PATH, t('title'), t('lead')),
    ...page,
    chosen: standing === undefined ? '' : chosen,
    next: from + page.papers.length < page.total ? from + AT_ONCE : null,
    owner: member.role === 'owner',
  }
}

export default function PapersRoute() {
  const t = useT(words)
  const { papers, kinds, counts, kindsHeld, chosen, next, owner } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const empty = kindsHeld.length === 0 && chosen === '' && papers.length === 0
  const missing = kinds.filter(({ code }) => !kindsHeld.includes(code))
  const add = owner ? (
    <a className={buttonClass('primary', true)} href={`${PAPERS_PATH}/them`}>
      {t('add')}
    </a>
  ) : null
  return (
    <div className="wrap max-w-[60rem] pb-6">
      <BackLink to={DOSSIERS_PATH}>{t('deskTitle')}</BackLink>
      <PageHeader title={t('title')} lead={t('lead')}>
        <div className="flex flex-wrap gap-3 pt-2">
          {empty ? null : add}
          <a className={buttonClass('quiet', true)} href="/chu-the/ho-so/nguoi-dai-dien">
            {t('representativeLink')}
          </a>
        </div>
      </PageHeader>
      <div className="grid gap-5">
        {owner ? null : <p className="text-muted">{t('staffNote')}</p>}
        <DueNotices counts={counts} chosen={chosen} />
        {empty ? null : <Standings chosen={chosen} />}
        {empty ? (
          <EmptyState title={t('emptyTitle')} actions={add}>
            <p>{t('emptyText')}</p>
          </EmptyState>
        ) : papers.length === 0 ? (
          <EmptyState
            title={t('nothingTitle')}
            actions={
              <a className={buttonClass('quiet', false)} href={PAPERS_PATH}>
                {t('showAll')}
              </a>
            }
          >
            <p>{t('nothingText')}</p>
          </EmptyState>
        ) : (
          <PaperList papers={papers} kinds={kinds} />
        )}
        {next === null ? null : (
          <p>
            <a className={buttonClass('quiet', false)} href={`${PAPERS_PATH}?${query(chosen, next)}`}>
              {t('older')}
            </a>
          </p>
        )}
        {missing.length > 0 ? (
          <details className="fold">
            <summary>{t('missingKinds')}</summary>
            <p className="pb-2 text-muted">{t('missingKindsText')}</p>
            <ul className="chip-row">
              {missing.map((kind) => (
                <li key={kind.code} className="mark">
                  {kind[locale]}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </div>
  )
}

function DueNotices({ counts, chosen }: { counts: PapersPage['counts']; chosen: string }) {
  const t = useT(words)
  return (
    <>
      {(['expired', 'expiring'] as const).map((standing) => {
        const slug = Object.keys(STANDINGS).find((each) => STANDINGS[each] === standing) ?? ''
        if (counts[standing] === 0 || chosen === slug) return null
        return (
          <Notice key={standing} kind="warning">
            <p>{t(`${standing}Notice`, { count: counts[standing] })}</p>
            <a className="link inline-flex min-h-11 items-center" href={`${PAPERS_PATH}?tinh-trang=${slug}`}>
              {t('see')}
            </a>
          </Notice>
        )
      })}
    </>
  )
}

function Standings({ chosen }: { chosen: string }) {
  const t = useT(words)
  return (
    <nav aria-label={t('states')}>
      <ul className="chip-row">
        {['', ...Object.keys(STANDINGS)].map((slug) => (
          <li key={slug}>
            <a
              className="chip"
              href={slug === '' ? PAPERS_PATH : `${PAPERS_PATH}?tinh-trang=${slug}`}
              aria-current={slug === chosen ? 'true' : undefined}
            >
              {t(`state_${STANDINGS[slug] ?? 'all'}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function query(chosen: string, from: number): string {
  return new URLSearchParams({ ...(chosen === '' ? {} : { 'tinh-trang': chosen }), tu: String(from) }).toString()
}
