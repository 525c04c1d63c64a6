import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { Band } from '@sao-lang/traceability/verify/rating'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { RubricRemarks } from '#app/components/rules/rubric-remarks.tsx'
import { RuleConfidenceChip, Validity } from '#app/components/rules/rule-list.tsx'
import { rules } from '#app/i18n/rules.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { formatNumber } from '#app/lib/format.ts'
import { readRubricVersion } from '#app/lib/medusa/rules.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

/** Text and links only. */
export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, rules)
  const { rule, data } = await pageData(readRubricVersion(context, args.params.version ?? ''))
  const head: PageHead = {
    title: t('rubricTitle', { version: rule.key }),
    description: t('rubricDescription', { version: rule.key }),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/quy-dinh/bo-tieu-chi/${rule.slug}`,
    index: true,
  }
  return {
    ...{ head, rule, detail: data.detail, mends: data.mends, questions: data.openQuestions },
    bands: [...data.bands].sort((a, b) => b.stars - a.stars),
    sets: data.sets.map(({ no, name, group, reliable, note, parts }) => ({
      ...{ no, name, group, note: reliable ? null : note, readable: parts.length > 0 },
    })),
  }
}

export default function RubricRoute() {
  const t = useT(rules)
  const { rule, detail, bands, sets, mends, questions } = useLoaderData<typeof loader>()
  const path = `/quy-dinh/bo-tieu-chi/${rule.slug}`
  const title = t('rubricTitle', { version: rule.key })
  return (
    <div className="wrap pb-14">
      <Breadcrumbs
        crumbs={[
          { label: t('title'), to: '/quy-dinh' },
          { label: title, to: path },
        ]}
      />
      <PageHeader title={title} lead={<span lang="vi">{rule.title}</span>}>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <Validity row={rule} />
          <RuleConfidenceChip confidence={rule.confidence} />
        </p>
        <p className="max-w-[72ch] text-sm text-muted">
          {t('source')}: <span lang="vi">{rule.source}</span>
        </p>
      </PageHeader>
      <div className="grid gap-12">
        {detail === 'full' ? null : (
          <p className="notice max-w-[72ch]">{detail === 'parts-only' ? t('onlyParts') : t('onlyMaximums')}</p>
        )}
        <BandTable bands={bands} />
        <section className="grid gap-4" aria-labelledby="cac-bo">
          <h2 id="cac-bo">{t('sets')}</h2>
          <ol className="grid gap-x-10 md:grid-cols-2" lang="vi">
            {sets.map((set) => (
              <li key={set.no} className="border-t border-line py-1">
                {set.readable ? (
                  <Link className="link inline-flex min-h-11 items-center" to={`${path}/${set.no}`}>
                    {set.no}. {set.name}
                  </Link>
                ) : (
                  <span className="inline-flex min-h-11 items-center">
                    {set.no}. {set.name}
                  </span>
                )}
                {set.note ? <span className="block pb-2 text-sm text-muted">{set.note}.</span> : null}
              </li>
            ))}
          </ol>
        </section>
        <RubricRemarks mends={mends} questions={questions} />
      </div>
    </div>
  )
}

function BandTable({ bands }: { bands: readonly Band[] }) {
  const t = useT(rules)
  const locale = useLocale()
  const number = (value: number) => formatNumber(value, locale)
  return (
    <table className="w-full max-w-[36rem] border-collapse text-sm">
      <caption className="pb-2 text-start text-lg font-semibold">{t('bands')}</caption>
      <thead>
        <tr className="border-b border-line-strong text-muted">
          <th scope="col" className="py-1.5 pe-3 text-start font-normal">
            {t('bandClass')}
          </th>
          <th scope="col" className="py-1.5 pe-3 text-start font-normal">
            {t('bandPoints')}
          </th>
          <th scope="col" className="py-1.5 text-end font-normal">
            {t('bandPaper')}
          </th>
        </tr>
      </thead>
      <tbody>
        {bands.map((band) => (
          <tr key={band.stars} className="border-b border-line align-baseline">
            <th scope="row" className="tabular whitespace-nowrap py-2 pe-3 text-start font-semibold">
              {t('stars', { count: band.stars })}
            </th>
            <td className="tabular py-2 pe-3">
              {band.below === null
                ? t('bandTop', { min: number(band.min) })
                : t('bandFrom', { min: number(band.min), below: number(band.below) })}
            </td>
            <td className="py-2 text-end">{band.certified ? t('yes') : t('no')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
