import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LocaleContext } from '#app/i18n/use-locale.ts'
import { returnPath, reviewPath } from '#app/lib/group-path.ts'
import type { BuyerParcel, BuyerRefund, GroupOrder } from '#app/lib/medusa/cart-types.ts'
import { OrderProgress } from './order-progress.tsx'

const SHIPPED: BuyerParcel = {
  ...{ id: 'parcel_1', no: 1, state: 'shipped', packedAt: '2026-11-20T01:00:00Z', shippedAt: '2026-11-21T01:00:00Z' },
  ...{ deliveredAt: null, closedAt: null, closeReason: null, carrier: 'ghn', trackingNo: 'GHN123456' },
  ...{ lines: [{ lineId: 'l1', title: 'Trà Shan', quantity: 2 }], canReceive: true },
}
const REFUND: BuyerRefund = {
  ...{ id: 'pref_1', orderId: 'order_1', amount: 120_000, state: 'manual' },
  ...{ askedAt: '2026-11-22T01:00:00Z', doneAt: null },
}
const ORDER: GroupOrder = {
  ...{
    id: 'order_1',
    no: 'SL-1/1',
    producer: { handle: 'a', name: 'A' },
    state: 'shipped',
    deliveryMethod: 'flat',
  },
  ...{ shop: null, lines: [], goods: 0, discount: 0, shipping: 0, total: 0, refunded: 0 },
  moments: { confirmed: null, packed: null, shipped: null, delivered: null, closed: null },
  ...{ closeReason: null, canCancel: false, parcels: [], returns: [], refunds: [], canAsk: null, unreadMessages: 0 },
}
const html = (order: Partial<GroupOrder>) =>
  renderToStaticMarkup(
    <LocaleContext.Provider value="vi">
      <OrderProgress
        order={{ ...ORDER, ...order }}
        returnHref={returnPath('ogrp_1', 'tok.en', 'order_1')}
        reviewHref={reviewPath('ogrp_1', 'tok.en', 'order_1')}
      />
    </LocaleContext.Provider>,
  )

test('a parcel under way names its carrier, number and day, and its buyer may say that it has come', () => {
  const page = html({ parcels: [SHIPPED] })
  for (const word of ['Đang trên đường đến bạn', 'Giao Hàng Nhanh', 'GHN123456', '21/11/2026']) {
    expect(page).toContain(word)
  }
  expect(page).toContain('name="parcelId" value="parcel_1"')
  expect(page).toContain('Tôi đã nhận được hàng')
})

test('a parcel that has come or was refused asks nothing of its buyer', () => {
  const arrived = { ...SHIPPED, state: 'delivered', deliveredAt: '2026-11-23T01:00:00Z', canReceive: false } as const
  const refused = {
    ...SHIPPED,
    id: 'parcel_2',
    no: 2,
    state: 'refused',
    closeReason: 'Vắng nhà',
    canReceive: false,
  } as const
  const page = html({ parcels: [arrived, refused] })
  expect(page).not.toContain('<form')
  expect(page).toContain('Lý do: Vắng nhà')
  expect(page).toContain('23/11/2026')
})

test.each([
  ['asked', 'Đang chờ gửi sang VNPay'],
  ['sent', 'VNPay đang hoàn'],
  ['done', 'Đã hoàn xong'],
  ['refused', 'người vận hành đang xử lý'],
  ['manual', 'Chờ người vận hành chuyển khoản'],
] as const)('a refund that is %s says so with its amount', (state, words) => {
  const page = html({ refunds: [{ ...REFUND, state }] })
  expect(page).toContain(words)
  expect(page).toContain('120.000')
})

test('returns are offered only while they may be asked', () => {
  expect(html({ canAsk: 'return' })).toContain('/don-hang/ogrp_1/tra-hang?t=tok.en&amp;don=order_1')
  expect(html({})).toBe('')
})
