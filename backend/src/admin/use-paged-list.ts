import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { askShop } from './ask-shop'

const PAGE_SIZE = 20

/** One page of a list of the shop's, and how to turn it. */
export interface PagedList<Page> {
  data: Page | undefined
  error: Error | null
  /** The page shown is still the one before. */
  isTurning: boolean
  page: number
  pages: number
  turnTo(page: number): void
  askAgain(): void
}

/**
 * Reads a list below `/admin` page by page. In: the path and its filters; a list with other filters begins at its first page.
 * A page that ran empty, because its last entry was settled, gives way to the one before.
 */
export function usePagedList<Page extends { count: number }>(
  path: string,
  filters: Readonly<Record<string, string>>,
): PagedList<Page> {
  const key = new URLSearchParams(filters).toString()
  const [place, setPlace] = useState({ key, page: 0 })
  const page = place.key === key ? place.page : 0
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: [path, key, page],
    queryFn: () => askShop<Page>(`${path}?${key}&limit=${PAGE_SIZE}&offset=${page * PAGE_SIZE}`),
    placeholderData: keepPreviousData,
    retry: false,
    // Without a network the request fails at once and says so, where it would otherwise wait without a word.
    networkMode: 'always',
  })
  const pages = Math.max(1, Math.ceil((data?.count ?? 0) / PAGE_SIZE))
  const ranEmpty = data !== undefined && !isPlaceholderData && page >= pages
  useEffect(() => {
    if (ranEmpty) setPlace({ key, page: pages - 1 })
  }, [ranEmpty, key, pages])
  return {
    data,
    error,
    isTurning: isPlaceholderData,
    page,
    pages,
    turnTo: (next) => setPlace({ key, page: next }),
    askAgain: () => void refetch(),
  }
}
