import { MessageForm } from '#app/components/order/message-form.tsx'
import { MessageList } from '#app/components/order/message-list.tsx'
import { orderMessages } from '#app/i18n/order-messages.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { ConversationView, RefusedMessage } from '#app/lib/orders/message-types.ts'
import { Notice } from '../notice.tsx'

/** Messages with the buyer, on the seller's page of the order. */
export function OrderMessages({
  conversation,
  messageKey,
  earlier,
  sent,
  refused,
}: {
  conversation: ConversationView
  messageKey: string
  /** Some earlier page is shown. */
  earlier: boolean
  /** A message was just sent. */
  sent: boolean
  refused: RefusedMessage | null
}) {
  const t = useT(orderMessages)
  const path = `/chu-the/don-hang/${conversation.orderId}`
  return (
    <section id="tin-nhan" className="card card-body grid scroll-mt-4 gap-4" aria-labelledby="messages">
      <h2 id="messages" className="text-lg">
        {t('heading')}
      </h2>
      <MessageList
        conversation={conversation}
        other={t('buyer')}
        none={t(conversation.state === 'open' ? 'noneSeller' : 'none')}
        olderHref={conversation.older === null ? null : `${path}?truoc=${conversation.older}#tin-nhan`}
        latestHref={earlier ? `${path}#tin-nhan` : null}
      />
      <div id="viet" className="grid scroll-mt-4 gap-4">
        {sent && !refused ? (
          <Notice kind="success" live>
            {t('done')}
          </Notice>
        ) : null}
        <MessageForm
          conversation={conversation}
          messageKey={messageKey}
          hint={t('textHintSeller')}
          what="message"
          at="#viet"
          refused={refused}
        />
      </div>
    </section>
  )
}
