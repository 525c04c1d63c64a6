import { data as answer, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { CriteriaTable } from '#app/components/rules/criteria-table.tsx'
import { RubricRemarks } from '#app/components/rules/rubric-remarks.tsx'
import { Fact } from '#app/components/scan/fact.tsx'
import { rules } from '#app/i18n/rules.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { formatList, formatNumber } from '#app/lib/format.ts'
import { questionsOfSet } from '#app/lib/medusa/rubric-questions.ts'
import { readRubricVersion } from '#app/lib/medusa/rules.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

/** Tables and links only. */
export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

/** One set of one version. Throws a 404 response for an unknown version or set. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, rules)
  const { rule, data } = await pageData(readRubricVersion(context, args.params.version ?? ''))
  const set = data.sets.find((each) => String(each.no) === args.params.set)
  if (!set) throw answer(null, { status: 404 })
  const head: PageHead = {
    title: t('setTitle', { no: set.no, name: set.name }),
    description: t('setDescription', { no: set.no, name: set.name, version: rule.key }),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/quy-dinh/bo-tieu-chi/${rule.slug}/${set.no}`,
    index: true,
  }
  return {
    ...{ head, rule, detail: data.detail, set },
    disqualifiers: data.disqualifiers.filter(({ code }) => set.disqualify.includes(code)),
    mends: data.mends.filter((mend) => mend.setNo === set.no),
    questions: questionsOfSet(data.openQuestions, set.no),
  }
}

export default function RubricSetRoute() {
  const t = useT(rules)
  const locale = useLocale()
  const { rule, detail, set, disqualifiers, mends, questions } = useLoaderData<typeof loader>()
  const path = `/quy-dinh/bo-tieu-chi/${rule.slug}`
  return (
    <div className="wrap pb-14">
      <Breadcrumbs
        crumbs={[
          { label: t('title'), to: '/quy-dinh' },
          { label: t('rubricTitle', { version: rule.key }), to: path },
          { label: t('setTitle', { no: set.no, name: set.name }), to: `${path}/${set.no}` },
        ]}
      />
      <PageHeader
        eyebrow={t('rubricTitle', { version: rule.key })}
        title={t('setTitle', { no: set.no, name: set.name })}
        lead={detail === 'full' ? t('minimumsLead') : t('onlyMaximums')}
      />
      <dl className="facts card card-body max-w-[48rem]">
        <Fact label={t('group')}>{set.group === null ? null : <span lang="vi">{set.group}</span>}</Fact>
        <Fact label={t('ministries')}>
          {set.leadMinistries.length > 0 ? <span lang="vi">{formatList(set.leadMinistries, 'vi')}</span> : null}
        </Fact>
        <Fact label={t('samples')}>{set.samples === null ? null : formatNumber(set.samples, locale)}</Fact>
        <Fact label={t('thrownOut')}>
          {disqualifiers.length > 0 ? (
            <span lang="vi">{disqualifiers.map(({ label }) => label).join('; ')}</span>
          ) : null}
        </Fact>
        <Fact label={t('setNote')}>{set.reliable || set.note === null ? null : <span lang="vi">{set.note}</span>}</Fact>
      </dl>
      {set.parts.length === 0 ? <p className="notice mt-8 max-w-[72ch]">{t('setUnknown')}</p> : null}
      <div className="grid gap-12 pt-8">
        {set.parts.map((part) => (
          <section key={part.code} className="grid gap-6" aria-labelledby={`phan-${part.code}`}>
            <h2 id={`phan-${part.code}`}>
              <span lang="vi">{t('partTitle', { code: part.code, name: part.title })}</span>{' '}
              <span className="tabular text-base font-normal text-muted">{t('points', { count: part.max })}</span>
            </h2>
            <div className="gap-10 lg:columns-2">
              {part.sections.map((section) => (
                <div key={section.code} className="break-inside-avoid pb-8">
                  <CriteriaTable section={section} />
                </div>
              ))}
            </div>
          </section>
        ))}
        <RubricRemarks mends={mends} questions={questions} />
        <p>
          <Link className="link inline-flex min-h-11 items-center" to={path}>
            {t('otherSets')}
          </Link>
        </p>
      </div>
    </div>
  )
}
