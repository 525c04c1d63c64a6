import { Link } from '@remix-run/react'
import { catalogue } from '#app/i18n/catalogue.ts'
import { useT } from '#app/i18n/use-locale.ts'

interface PaginationProps {
  page: number
  pages: number
  /** The address of a page. */
  href: (page: number) => string
}

/** Real links to the first, last and neighbouring pages. Nothing when there is one page. */
export function Pagination({ page, pages, href }: PaginationProps) {
  const t = useT(catalogue)
  if (pages <= 1) return null
  return (
    <nav aria-label={t('pages')} className="print-hidden mt-8 flex flex-wrap items-center justify-center gap-2">
      {page > 1 ? (
        <Link className="chip" to={href(page - 1)} rel="prev">
          ← {t('previous')}
        </Link>
      ) : null}
      {pageNumbers(page, pages).map((number, index) =>
        number === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no identity but its place
          <span key={`gap-${index}`} aria-hidden="true">
            …
          </span>
        ) : (
          <Link
            key={number}
            className="chip tabular justify-center"
            to={href(number)}
            aria-label={t('page', { page: number })}
            aria-current={number === page ? 'page' : undefined}
          >
            {number}
          </Link>
        ),
      )}
      {page < pages ? (
        <Link className="chip" to={href(page + 1)} rel="next">
          {t('next')} →
        </Link>
      ) : null}
    </nav>
  )
}

/** Page numbers to show: first, last, current and its neighbours; null is a gap. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((number) => number >= 1 && number <= pages)
    .sort((a, b) => a - b)
  return shown.flatMap((number, index) => {
    const before = shown[index - 1]
    return before !== undefined && number - before > 1 ? [null, number] : [number]
  })
}
