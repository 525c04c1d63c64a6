import { Button, Container, Heading, InlineTip, Text } from '@medusajs/ui'
import type { ReactNode } from 'react'
import type { PagedList as List } from '../use-paged-list'

/** A page with a list: heading, filters, then the entries or why there are none, and buttons to turn the page. */
export function PagedList<Page extends { count: number }>({
  title,
  lead,
  filters,
  list,
  none,
  children,
}: {
  title: string
  lead: string
  filters: ReactNode
  list: List<Page>
  none: string
  children(page: Page): ReactNode
}) {
  const { data, error, isTurning, page, pages } = list
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-3 px-4 py-4 sm:px-6">
        <Heading level="h1">{title}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {lead}
        </Text>
        {filters}
      </div>
      <div aria-busy={isTurning || (!data && !error)} className={isTurning ? 'opacity-60' : ''}>
        <div role="status" className="px-4 sm:px-6">
          {data || error ? null : <Text className="py-6">Đang tải…</Text>}
          {data ? (
            <Text size="small" className="text-ui-fg-subtle py-3">
              {data.count === 0 ? none : `${data.count.toLocaleString('vi-VN')} mục`}
            </Text>
          ) : null}
        </div>
        {error ? (
          <div role="alert" className="flex flex-col items-start gap-3 px-4 py-4 sm:px-6">
            <InlineTip variant="error" label="Chưa tải được">
              {error.message}
            </InlineTip>
            <Button size="small" variant="secondary" onClick={list.askAgain}>
              Tải lại
            </Button>
          </div>
        ) : null}
        {data && data.count > 0 ? <ul className="divide-y border-t">{children(data)}</ul> : null}
      </div>
      {pages > 1 ? (
        <nav aria-label="Trang" className="flex flex-wrap items-center gap-3 px-4 py-3 sm:px-6">
          <Button size="small" variant="secondary" disabled={page === 0} onClick={() => list.turnTo(page - 1)}>
            Trang trước
          </Button>
          <Text size="small">
            Trang {page + 1} / {pages}
          </Text>
          <Button size="small" variant="secondary" disabled={page + 1 >= pages} onClick={() => list.turnTo(page + 1)}>
            Trang sau
          </Button>
        </nav>
      ) : null}
    </Container>
  )
}
