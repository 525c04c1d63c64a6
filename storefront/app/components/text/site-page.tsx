import type { ReactNode } from 'react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Day } from '#app/components/day.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { sitePages } from '#app/i18n/site-pages.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { RankingFacts } from '#app/lib/medusa/site-pages.server.ts'
import type { ShownPage } from '#app/lib/site-page.server.ts'
import { RetentionTable } from './retention-table.tsx'

interface SitePageProps {
  path: string
  /** Null before anything was published. */
  page: ShownPage | null
  /** The page's name, for then. */
  name: string
  children?: ReactNode
}

/** A page about the site: the operator's words, the lists made from the code, and since when it holds. */
export function SitePageArticle({ path, page, name, children }: SitePageProps) {
  const t = useT(sitePages)
  if (page === null) {
    return (
      <article className="wrap pb-14">
        <Breadcrumbs crumbs={[{ label: name, to: path }]} />
        <PageHeader title={name} lead={t('notYet')} />
        {children}
        <p>{t('notYetText')}</p>
      </article>
    )
  }
  const { facts } = page
  return (
    <article className="wrap pb-14">
      <Breadcrumbs crumbs={[{ label: page.title, to: path }]} />
      <PageHeader title={page.title} lead={page.lead} />
      <div className="grid gap-8">
        {page.sample ? <p className="notice notice-info max-w-[68ch]">{t('sample')}</p> : null}
        {children}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: micromark's output, made on the server; it lets no HTML of the text through */}
        <div className="prose" dangerouslySetInnerHTML={{ __html: page.html }} />
        {facts.ranking ? <Ranking ranking={facts.ranking} /> : null}
        {facts.retention ? (
          <section className="grid max-w-[68ch] gap-3" aria-labelledby="luu-giu">
            <h2 id="luu-giu">{t('retention')}</h2>
            <RetentionTable lines={facts.retention} words={{ what: t('what'), long: t('long'), why: t('why') }} />
          </section>
        ) : null}
        {facts.answerDays ? <p className="font-semibold">{t('answerDays', { days: facts.answerDays })}</p> : null}
        <p className="text-sm text-muted">
          {t('inForce', { no: page.no })} <Day value={page.publishedFrom} moment />
        </p>
      </div>
    </article>
  )
}

function Ranking({ ranking }: { ranking: RankingFacts }) {
  const t = useT(sitePages)
  return (
    <div className="prose">
      <h2>{t('orders')}</h2>
      <ul>
        {ranking.orders.map((order) => (
          <li key={order.name}>{order.words}</li>
        ))}
      </ul>
      <h2>{t('weights')}</h2>
      <ul>
        {ranking.weights.map((weight) => (
          <li key={weight.words}>
            {weight.words}: {t('weightOf', { weight: weight.weight })}
          </li>
        ))}
      </ul>
      <h2>{t('never')}</h2>
      <ul>
        {ranking.never.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className="text-muted">{t('fromCode')}</p>
    </div>
  )
}
