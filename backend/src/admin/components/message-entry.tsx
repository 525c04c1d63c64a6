import { Button, Heading, InlineTip, StatusBadge } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { readableMoment } from '../../calendar/vietnam-moment'
import type { MessageView } from '../../dispatch/message-view'
import { askShop } from '../ask-shop'
import { Fact, Facts } from './facts'

const STATE_WORDS = {
  waiting: ['Chờ gửi', 'blue'],
  sent: ['Đã gửi', 'green'],
  failed: ['Gửi không được', 'red'],
  unsendable: ['Không có nơi gửi', 'orange'],
} as const

const REASON_WORDS: Readonly<Record<string, string>> = {
  no_address: 'Người nhận không để lại địa chỉ nào.',
  address_invalid: 'Địa chỉ không đúng dạng nên không gửi.',
  no_phone_provider: 'Người nhận chỉ có số điện thoại, mà chưa nối dịch vụ SMS hay Zalo nào.',
}

/** One message: about what, to whom (as a hint), how far it got, and a button to send it again. */
export function MessageEntry({ message }: { message: MessageView }) {
  const queries = useQueryClient()
  const retry = useMutation({
    mutationFn: () => askShop(`/messages/${message.id}/retry`, {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/messages'] }),
    networkMode: 'always',
  })
  const [word, color] = STATE_WORDS[message.state]
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={message.id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={message.id}>
          {message.subject}
        </Heading>
        <StatusBadge color={color}>{word}</StatusBadge>
      </div>
      <Facts>
        <Fact name="Người nhận">{message.hint}</Fact>
        <Fact name="Viết lúc">{readableMoment(message.writtenAt)}</Fact>
        <Fact name="Gửi lúc">{message.sentAt === null ? null : readableMoment(message.sentAt)}</Fact>
        <Fact name="Lần gửi tới">{message.nextAttemptAt === null ? null : readableMoment(message.nextAttemptAt)}</Fact>
        <Fact name="Số lần đã gửi">{message.attempts === 0 ? null : message.attempts.toLocaleString('vi-VN')}</Fact>
        <Fact name="Lý do">{message.reason === null ? null : (REASON_WORDS[message.reason] ?? message.reason)}</Fact>
        <Fact name="Máy chủ thư báo">{message.lastError}</Fact>
      </Facts>
      {retry.error ? (
        <div role="alert">
          <InlineTip variant="error" label="Chưa gửi lại được">
            {retry.error.message}
          </InlineTip>
        </div>
      ) : null}
      {message.retriable ? (
        <div>
          <Button size="small" variant="secondary" isLoading={retry.isPending} onClick={() => retry.mutate()}>
            Gửi lại
          </Button>
        </div>
      ) : null}
    </li>
  )
}
