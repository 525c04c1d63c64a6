import { Button, StatusBadge, Text, toast } from '@medusajs/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { readableMoment } from '../../calendar/vietnam-moment'
import type { MessageHideReason } from '../../modules/order-message/sides'
import type { DeskConversationsBody } from '../../order-messages/bodies'
import type { DeskConversation } from '../../order-messages/desk-conversations'
import { askShop } from '../ask-shop'
import { ChoiceField } from './choice-field'

const REASONS: Record<MessageHideReason, string> = {
  insult: 'Xúc phạm',
  outside_payment: 'Đề nghị trả tiền ngoài sàn',
  personal_data: 'Lộ thông tin riêng của người khác',
  advertising: 'Quảng cáo',
  unlawful: 'Trái pháp luật',
}

/** What buyer and seller of an order said: shown on asking, which is put on record; a message that breaks the rules can be hidden. */
export function OrderConversations({ order, because, reference }: DeskConversationsBody) {
  const read = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      askShop<{ conversations: DeskConversation[] }>('/order-conversations', { order, because, reference }),
    onError: (error) => toast.error('Chưa đọc được', { description: error.message }),
  })
  const found = read.data?.conversations
  if (!found) {
    return (
      <div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          disabled={order.trim() === ''}
          isLoading={read.isPending}
          onClick={() => read.mutate()}
        >
          Đọc tin nhắn của đơn (có ghi nhật ký)
        </Button>
      </div>
    )
  }
  return (
    <div role="status" className="flex flex-col gap-4">
      {found.length === 0 ? (
        <Text size="small">Không có tin nhắn nào giữa người mua và người bán của đơn này.</Text>
      ) : null}
      {found.map((conversation) => (
        <section
          key={conversation.orderId}
          className="flex flex-col gap-3"
          aria-label={`Tin nhắn ${conversation.number}`}
        >
          <Text size="small" weight="plus">
            {conversation.number} · {conversation.producer}
          </Text>
          <ol className="flex flex-col gap-3">
            {conversation.messages.map((message) => (
              <Message key={message.id} message={message} changed={() => read.mutate()} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function Message({ message, changed }: { message: DeskConversation['messages'][number]; changed(): void }) {
  const { id, side, author, text, hideReason, seen } = message
  const [reason, setReason] = useState('')
  const decide = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      askShop(`/order-messages/${id}`, hideReason === null ? { state: 'hidden', reason } : { state: 'shown' }),
    onSuccess: () => {
      toast.success(hideReason === null ? 'Đã ẩn tin nhắn' : 'Đã cho hiện lại')
      changed()
    },
    onError: (error) => toast.error('Chưa lưu được', { description: error.message }),
  })
  return (
    <li className="flex flex-col gap-1 border-l-2 pl-3">
      <div className="flex flex-wrap items-center gap-2">
        <Text size="small" className="text-ui-fg-subtle">
          {side === 'buyer' ? 'Người mua' : `Người bán${author === null ? '' : ` (${author})`}`} ·{' '}
          {readableMoment(message.writtenAt)} · {seen ? 'bên kia đã xem' : 'bên kia chưa xem'}
        </Text>
        {hideReason === null ? null : <StatusBadge color="red">{`Đã ẩn: ${REASONS[hideReason]}`}</StatusBadge>}
      </div>
      <Text className="whitespace-pre-wrap break-words">{text ?? 'Nội dung đã được xóa.'}</Text>
      {hideReason === null ? (
        <details>
          <summary className="txt-small text-ui-fg-subtle cursor-pointer">Ẩn tin này</summary>
          <div className="flex flex-wrap items-end gap-2 pt-2">
            <div className="min-w-64">
              <ChoiceField
                id={`ground-${id}`}
                label="Lý do ẩn (than phiền không phải là lý do)"
                choices={Object.entries(REASONS)}
                value={reason}
                placeholder="Chọn lý do"
                onChange={setReason}
              />
            </div>
            <Button
              type="button"
              size="small"
              variant="secondary"
              disabled={reason === ''}
              isLoading={decide.isPending}
              onClick={() => decide.mutate()}
            >
              Ẩn
            </Button>
          </div>
        </details>
      ) : (
        <div>
          <Button
            type="button"
            size="small"
            variant="secondary"
            isLoading={decide.isPending}
            onClick={() => decide.mutate()}
          >
            Cho hiện lại
          </Button>
        </div>
      )}
    </li>
  )
}
