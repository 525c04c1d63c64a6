import { defineRouteConfig } from '@medusajs/admin-sdk'
import { ServerStack } from '@medusajs/icons'
import { Button, Container, Heading, InlineTip, Text } from '@medusajs/ui'
import { useQuery } from '@tanstack/react-query'
import { readableMoment } from '../../../calendar/vietnam-moment'
import type { OperationsView } from '../../../operations/operations-view'
import { askShop } from '../../ask-shop'
import { ProgramState } from '../../components/program-state'
import { StuckMessageEntry } from '../../components/stuck-message-entry'

/** A fault should show while somebody looks at the page. */
const EVERY_MS = 15_000

export const config = defineRouteConfig({ label: 'Sức khỏe hệ thống', icon: ServerStack, rank: 9 })

/** How the programs and what they stand on are, and which messages between them are stuck. */
export default function OperationsPage() {
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['/operations'],
    queryFn: () => askShop<OperationsView>('/operations'),
    refetchInterval: EVERY_MS,
    retry: false,
    networkMode: 'always',
  })
  return (
    <div className="flex flex-col gap-3">
      <Container className="flex flex-col gap-4">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div>
            <Heading level="h1">Sức khỏe hệ thống</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {data
                ? `Hỏi lúc ${readableMoment(data.askedAt)}, tự hỏi lại sau mỗi 15 giây.`
                : 'Đang hỏi các chương trình…'}
            </Text>
          </div>
          <Button size="small" variant="secondary" isLoading={isFetching} onClick={() => void refetch()}>
            Hỏi lại
          </Button>
        </div>
        {error ? (
          <div role="alert">
            <InlineTip variant="error" label="Chưa hỏi được">
              {error.message}
            </InlineTip>
          </div>
        ) : null}
        {data ? (
          <div className="grid gap-6 sm:grid-cols-2">
            <ProgramState name="Cửa hàng" health={data.shop} />
            <ProgramState name="Truy xuất nguồn gốc" health={data.traceability} />
          </div>
        ) : null}
        <Text size="small">
          Chỉ mục tìm kiếm được xem và lập lại tại <a href="/app/settings/search-indexes">Cài đặt, Chỉ mục tìm kiếm</a>.
        </Text>
      </Container>
      {data ? (
        <Container className="divide-y p-0">
          <div className="px-4 py-4 sm:px-6">
            <Heading level="h2">Tin nội bộ chưa gửi được</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {data.stuckCount === 0
                ? 'Không có tin nào bị kẹt: mọi thay đổi đều đã tới nơi.'
                : `${data.stuckCount.toLocaleString('vi-VN')} tin. Sửa nguyên nhân rồi bấm gửi lại; gửi hai lần cũng không sai.`}
            </Text>
          </div>
          {data.messages.length > 0 ? (
            <ul className="divide-y">
              {data.messages.map((message) => (
                <StuckMessageEntry key={message.id} message={message} />
              ))}
            </ul>
          ) : null}
        </Container>
      ) : null}
    </div>
  )
}
