import { Button, Heading, StatusBadge, toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { readableMoment } from '../../calendar/vietnam-moment'
import type { StuckMessage } from '../../operations/operations-view'
import { askShop } from '../ask-shop'
import { Fact, Facts } from './facts'

const TOPICS: Record<string, string> = {
  passport: 'Hộ chiếu sản phẩm gửi sang truy xuất nguồn gốc',
  catalogue: 'Cập nhật chỉ mục tìm kiếm',
  producer: 'Cập nhật mọi sản phẩm của chủ thể',
  recall: 'Thu hồi hàng',
}

/** A message that did not get through, with its reason and a button to try it again. */
export function StuckMessageEntry({ message }: { message: StuckMessage }) {
  const queries = useQueryClient()
  const retry = useMutation({
    networkMode: 'always',
    mutationFn: () => askShop(`/operations/messages/${encodeURIComponent(message.id)}/retry`, {}),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['/operations'] })
      toast.success('Đã xếp tin vào lượt gửi ngay')
    },
    onError: (error) => toast.error('Chưa gửi lại được', { description: error.message }),
  })
  return (
    <li className="flex flex-col items-start gap-3 px-4 py-4 sm:px-6" aria-labelledby={message.id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h3" id={message.id}>
          {TOPICS[message.topic] ?? message.topic}
        </Heading>
        <StatusBadge color={message.givenUpAt === null ? 'orange' : 'red'}>
          {message.givenUpAt === null ? 'Đang thử lại' : 'Đã ngừng thử'}
        </StatusBadge>
      </div>
      <Facts>
        <Fact name="Về">{message.key}</Fact>
        <Fact name="Tạo lúc">{readableMoment(message.createdAt)}</Fact>
        <Fact name="Số lần thử">{message.attempts.toLocaleString('vi-VN')}</Fact>
        <Fact name="Lỗi gần nhất">{message.lastError}</Fact>
      </Facts>
      <Button size="small" variant="secondary" isLoading={retry.isPending} onClick={() => retry.mutate()}>
        Gửi lại ngay
      </Button>
    </li>
  )
}
