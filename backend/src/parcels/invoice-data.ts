import type { MedusaContainer } from '@medusajs/framework/types'
import { type AddressRow, fromAddress } from '../checkout/delivery'
import { graph } from '../container/graph'
import { toDong } from '../money/dong'
import { inTransaction } from '../money/in-transaction'
import { numberOf } from './move-orders'

/** Heads of the table an e-invoice program takes in: one line of goods a row, freight as a line of its own. */
export const INVOICE_HEAD = [
  'Số đơn',
  'Ngày giao',
  'Người mua',
  'Điện thoại',
  'Thư điện tử',
  'Địa chỉ',
  'Hình thức thanh toán',
  'Tên hàng hóa, dịch vụ',
  'Đơn vị tính',
  'Số lượng',
  'Thành tiền trước giảm',
  'Giảm giá',
  'Thành tiền',
  'Đã hoàn',
] as const

const METHODS = { vnpay: 'VNPay', bank_transfer: 'Chuyển khoản', cod: 'Thu hộ (COD)' } as const

interface TermsRow {
  line_id: string
  kind: 'goods' | 'freight'
  order_id: string
  quantity: number
  goods: string
  paid: string
  refunded: string
  display_no: string
  position: number
  method: keyof typeof METHODS
  delivered_at: Date
}

/**
 * What was sold and delivered in a period (days at +07, both included), for the producer's own e-invoice program: it decides what is
 * an invoice. Amounts by the frozen terms of each line, so that the sums are those of the ledger. Out: cells in the order of the head.
 */
export async function invoiceRows(
  container: MedusaContainer,
  producerId: string,
  { from, to }: { from: string; to: string },
): Promise<(string | number)[][]> {
  const rows = await inTransaction(container, (sql) =>
    sql.query<TermsRow>(
      `SELECT t.line_id, t.kind, t.order_id, t.quantity, t.goods::text, t.paid::text, g.display_no, o.position, g.method, o.delivered_at,
         coalesce((SELECT sum(s.amount) FROM refund_share s WHERE s.line_id = t.line_id AND s.taken_back_at IS NULL), 0)::text AS refunded
       FROM seller_order o JOIN order_group g ON g.id = o.group_id JOIN line_terms t ON t.order_id = o.order_id
       WHERE o.producer_id = ? AND o.delivered_at >= (?::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')
         AND o.delivered_at < ((?::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')
       ORDER BY o.delivered_at, o.order_id, t.kind DESC, t.line_id`,
      [producerId, from, to],
    ),
  )
  const orders = await graph<{
    id: string
    email: string | null
    shipping_address: AddressRow | null
    items: { id: string; product_title: string | null; title: string; variant_title: string | null }[] | null
  }>(container, {
    entity: 'order',
    fields: [
      'id',
      'email',
      'shipping_address.*',
      'items.id',
      'items.product_title',
      'items.title',
      'items.variant_title',
    ],
    filters: { id: [...new Set(rows.map((row) => row.order_id))] },
  })
  const byId = new Map(orders.map((order) => [order.id, order]))
  return rows.flatMap((row) => {
    const goods = toDong(row.goods)
    const paid = toDong(row.paid)
    if (goods === 0 && row.kind === 'freight') return []
    const order = byId.get(row.order_id)
    const address = fromAddress(order?.shipping_address, order?.email)
    const item = order?.items?.find((each) => each.id === row.line_id)
    const title = [item?.product_title ?? item?.title ?? '', item?.variant_title ?? ''].filter(Boolean).join(', ')
    return [
      [
        ...[
          numberOf(row.display_no, row.position),
          dayAt7(row.delivered_at),
          address?.name ?? '',
          address?.phone ?? '',
        ],
        ...[
          address?.email ?? '',
          address ? `${address.street}, ${address.commune.name}, ${address.province.name}` : '',
        ],
        METHODS[row.method],
        ...(row.kind === 'freight' ? ['Phí giao hàng', 'lần'] : [title, 'gói']),
        ...[row.quantity, goods, goods - paid, paid, toDong(row.refunded)],
      ],
    ]
  })
}

function dayAt7(moment: Date): string {
  const [year, month, day] = new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10).split('-')
  return `${day}/${month}/${year}`
}
