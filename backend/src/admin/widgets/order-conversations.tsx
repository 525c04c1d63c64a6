import { defineWidgetConfig } from '@medusajs/admin-sdk'
import type { AdminOrder, DetailWidgetProps } from '@medusajs/framework/types'
import { Container, Heading } from '@medusajs/ui'
import { OrderConversations } from '../components/order-conversations'

export const config = defineWidgetConfig({ zone: 'order.details.after' })

/** On the page of an order: what its buyer and seller said to each other. */
export default function OrderConversationsWidget({ data }: DetailWidgetProps<AdminOrder>) {
  return (
    <Container className="flex flex-col gap-3">
      <Heading level="h2">Tin nhắn giữa người mua và người bán</Heading>
      <OrderConversations order={data.id} because="order" reference={data.id} />
    </Container>
  )
}
