import type { OrderPaper } from '@sao-lang/traceability/exports/order-papers-pdf'
import { readableDay, readableMoment } from '../calendar/vietnam-moment'
import type { SellerOrderView } from './read-orders'

export type PaperKind = 'packing' | 'delivery'

const METHODS = { vnpay: 'VNPay', bank_transfer: 'Chuyển khoản', cod: 'Thu hộ (COD)' } as const
const dong = (amount: number) => `${new Intl.NumberFormat('vi-VN').format(amount)} ₫`

/**
 * The paper of an order: the packing list names lots and codes for who packs, the delivery note what is handed over and what is to be
 * collected. Neither is an invoice, which it says. In: the seller's name as it stands on paper.
 */
export function orderPaper(
  kind: PaperKind,
  order: SellerOrderView,
  seller: { name: string; address: string | null },
): OrderPaper {
  const to = order.delivery
  const receiver = to ? `${to.name}, ${to.phone}\n${to.street}, ${to.commune.name}, ${to.province.name}` : ''
  const facts: [string, string][] = [
    ['Người bán', [seller.name, seller.address].filter(Boolean).join('\n')],
    ['Người nhận', receiver],
    ...(to?.note ? ([['Dặn thêm', to.note]] as [string, string][]) : []),
    ['Ngày đặt', readableMoment(order.placedAt)],
    ['Thanh toán', METHODS[order.method]],
  ]
  const common = { number: order.number, facts, sample: false }
  return kind === 'packing' ? { ...common, ...packingList(order) } : { ...common, ...deliveryNote(order) }
}

function packingList(
  order: SellerOrderView,
): Pick<OrderPaper, 'title' | 'columns' | 'rows' | 'closing' | 'signatures'> {
  const packed = order.parcels.flatMap((parcel) =>
    parcel.lines.flatMap((line) => {
      const lots = line.lots.map(
        (lot) => `${lot.quantity} × lô ${lot.lotCode}${lot.bestBefore ? `, HSD ${readableDay(lot.bestBefore)}` : ''}`,
      )
      return [
        [
          `Kiện ${parcel.no}`,
          line.title,
          String(line.quantity),
          lots.join('\n') || 'Không ghi lô',
          line.codes.join('\n'),
        ],
      ]
    }),
  )
  const open = order.lines
    .filter((line) => line.packed < line.quantity)
    .map((line) => [
      'Chưa gói',
      [line.title, line.variant].filter(Boolean).join(', '),
      String(line.quantity - line.packed),
      '',
      '',
    ])
  return {
    title: 'Phiếu đóng gói',
    columns: [
      { title: 'Kiện', share: 0.12 },
      { title: 'Hàng', share: 0.32 },
      { title: 'SL', share: 0.08, align: 'right' },
      { title: 'Lô', share: 0.26 },
      { title: 'Mã từng gói', share: 0.22 },
    ],
    rows: [...packed, ...open],
    closing: [],
    signatures: ['Người đóng gói'],
  }
}

function deliveryNote(
  order: SellerOrderView,
): Pick<OrderPaper, 'title' | 'columns' | 'rows' | 'closing' | 'signatures'> {
  const collect = order.method === 'cod' ? order.total : 0
  const inspected = order.parcels.some((parcel) => parcel.jointInspection)
  return {
    title: 'Phiếu giao hàng',
    columns: [
      { title: 'Hàng', share: 0.62 },
      { title: 'Quy cách', share: 0.26 },
      { title: 'SL', share: 0.12, align: 'right' },
    ],
    rows: order.lines.map((line) => [line.title, line.variant ?? '', String(line.quantity)]),
    closing: [
      `Tiền hàng ${dong(order.goods)}; giảm ${dong(order.discount)}; phí giao ${dong(order.shipping)}; cộng ${dong(order.total)}`,
      collect > 0 ? `Thu của người nhận: ${dong(collect)}` : 'Đã thanh toán, không thu tiền khi giao.',
      ...(inspected ? ['Người nhận được cùng kiểm hàng trước khi nhận.'] : []),
      'Phiếu này không thay cho hóa đơn.',
    ],
    signatures: ['Người giao', 'Người nhận'],
  }
}
