import { defineRouteConfig } from '@medusajs/admin-sdk'
import { DocumentText } from '@medusajs/icons'
import { Button, Container, Heading, InlineTip, StatusBadge, Text } from '@medusajs/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readableMoment } from '../../../calendar/vietnam-moment'
import type { SitePageKey } from '../../../modules/site-page/keys'
import { askShop } from '../../ask-shop'
import { SitePageEditor } from '../../components/site-page-editor'
import { SITE_PAGE_NAMES } from '../../components/site-page-names'

interface PageLine {
  key: SitePageKey
  title: string | null
  no: number | null
  publishedFrom: string | null
  sample: boolean
  comingFrom: string | null
  versions: number
}

export const config = defineRouteConfig({ label: 'Trang thông tin', icon: DocumentText, rank: 8 })

/** The pages the law asks for: which wording is in force, and a new one. Earlier wordings stay on record. */
export default function SitePagesPage() {
  const [open, setOpen] = useState<SitePageKey | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['/site-pages'],
    queryFn: () => askShop<{ pages: PageLine[] }>('/site-pages'),
  })
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-2 px-4 py-4 sm:px-6">
        <Heading level="h1">Trang thông tin</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          Thông tin đơn vị vận hành, điều khoản và chính sách. Mỗi lần sửa là một bản mới; bản cũ được giữ lại.
        </Text>
      </div>
      {error ? (
        <div role="alert" className="flex flex-col items-start gap-3 px-4 py-4 sm:px-6">
          <InlineTip variant="error" label="Chưa tải được">
            {error.message}
          </InlineTip>
          <Button size="small" variant="secondary" onClick={() => refetch()}>
            Tải lại
          </Button>
        </div>
      ) : null}
      {data || error ? null : (
        <Text role="status" className="px-4 py-6 sm:px-6">
          Đang tải…
        </Text>
      )}
      <ul className="divide-y">
        {data?.pages.map((page) => (
          <li key={page.key} className="flex flex-col gap-3 px-4 py-4 sm:px-6">
            <div className="flex flex-wrap items-center gap-2">
              <Heading level="h2">{SITE_PAGE_NAMES[page.key]}</Heading>
              {page.no === null ? <StatusBadge color="red">Chưa công bố</StatusBadge> : null}
              {page.sample ? <StatusBadge color="orange">Dữ liệu minh hoạ</StatusBadge> : null}
              {page.comingFrom ? (
                <StatusBadge color="blue">Bản mới từ {readableMoment(page.comingFrom)}</StatusBadge>
              ) : null}
            </div>
            <Text size="small" className="text-ui-fg-subtle">
              {page.no === null || page.publishedFrom === null
                ? 'Người mua chưa thấy trang này.'
                : `Bản số ${page.no}, áp dụng từ ${readableMoment(page.publishedFrom)}. Đã có ${page.versions} bản.`}
            </Text>
            <Button
              size="small"
              variant="secondary"
              className="self-start"
              aria-expanded={open === page.key}
              onClick={() => setOpen(open === page.key ? null : page.key)}
            >
              {open === page.key ? 'Đóng' : 'Sửa và xem các bản'}
            </Button>
            {open === page.key ? <SitePageEditor pageKey={page.key} /> : null}
          </li>
        ))}
      </ul>
    </Container>
  )
}
