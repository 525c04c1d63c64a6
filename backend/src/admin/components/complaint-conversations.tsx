import { Input, Label } from '@medusajs/ui'
import { useState } from 'react'
import { OrderConversations } from './order-conversations'

/** The number of an order as people write it somewhere in a line. */
const NUMBER = /SL-\d{4}-[0-9A-Z]+(?:\/\d+)?/i

/** The way from a complaint to what was said of its order: complaints name an order in words of their own. */
export function ComplaintConversations({ id, about }: { id: string; about: string | null }) {
  const [order, setOrder] = useState(NUMBER.exec(about ?? '')?.[0] ?? '')
  return (
    <details>
      <summary className="txt-small text-ui-fg-subtle cursor-pointer">Tin nhắn của đơn hàng bị khiếu nại</summary>
      <div className="flex flex-col gap-2 pt-2">
        <Label htmlFor={`order-${id}`} size="small">
          Số đơn hàng
        </Label>
        <Input
          id={`order-${id}`}
          value={order}
          maxLength={64}
          placeholder="SL-2611-0001AB"
          onChange={(event) => setOrder(event.target.value)}
        />
        <OrderConversations key={order} order={order} because="complaint" reference={id} />
      </div>
    </details>
  )
}
