import { messages } from './messages.ts'

/** Words of the page behind an order link. */
export const order = messages({
  metaTitle: { vi: 'Đơn hàng {number} · Sao Làng', en: 'Order {number} · Sao Làng' },
  metaClosed: { vi: 'Đơn hàng · Sao Làng', en: 'Order · Sao Làng' },
  thanks: { vi: 'Đã nhận đơn hàng của bạn', en: 'Your order is in' },
  number: { vi: 'Đơn số {number}', en: 'Order {number}' },
  placedAt: { vi: 'Đặt lúc', en: 'Placed' },
  keepLink: {
    vi: 'Trang này chỉ mở được bằng đường dẫn riêng của đơn. Hãy lưu lại; ai có đường dẫn đều xem được.',
    en: 'This page opens only with the order’s own link. Keep it; anyone who has it can look.',
  },
  timeline: { vi: 'Đơn đang ở đâu', en: 'Where it is' },
  placed: { vi: 'Đã đặt', en: 'Placed' },
  confirmed: { vi: 'Chủ thể xác nhận', en: 'Confirmed by the producer' },
  packed: { vi: 'Đóng gói, gắn tem', en: 'Packed and labelled' },
  shipped: { vi: 'Đang giao', en: 'On its way' },
  delivered: { vi: 'Đã giao', en: 'Delivered' },
  canceled: { vi: 'Đã hủy', en: 'Cancelled' },
  notYet: { vi: 'chưa tới', en: 'not yet' },
  lines: { vi: 'Hàng đặt', en: 'Items' },
  product: { vi: 'Sản phẩm', en: 'Product' },
  quantity: { vi: 'Số lượng', en: 'Quantity' },
  unitPrice: { vi: 'Đơn giá', en: 'Unit price' },
  lineTotal: { vi: 'Thành tiền', en: 'Amount' },
  by: { vi: 'của {producer}', en: 'by {producer}' },
  itemTotal: { vi: 'Tiền hàng', en: 'Items' },
  shippingTotal: { vi: 'Phí giao hàng', en: 'Delivery' },
  total: { vi: 'Trả khi nhận hàng', en: 'To pay on delivery' },
  payment: {
    vi: 'Trả tiền mặt khi nhận hàng (COD). Sao Làng không giữ tiền của bạn.',
    en: 'Cash on delivery (COD). Sao Làng does not hold your money.',
  },
  deliverTo: { vi: 'Giao tới', en: 'Deliver to' },
  note: { vi: 'Lời dặn', en: 'Note' },
  scanTip: {
    vi: 'Khi nhận hàng, quét mã trên từng gói để xem chủ thể, nguyên liệu và quyết định công nhận sao.',
    en: 'When it arrives, scan the code on each package to see its producer, raw material and star decision.',
  },
  checkCode: { vi: 'Kiểm tra tem', en: 'Check a label' },
  printHint: {
    vi: 'Muốn giữ bản giấy: dùng lệnh In của trình duyệt, trang đã được dàn sẵn cho khổ A4.',
    en: 'For a paper copy use your browser’s Print command; the page is laid out for A4.',
  },
  missingTitle: { vi: 'Trang đơn hàng cần đường dẫn riêng', en: 'An order page needs its own link' },
  missingBody: {
    vi: 'Địa chỉ này thiếu phần cuối của đường dẫn. Hãy mở lại đúng đường dẫn bạn nhận được khi đặt hàng.',
    en: 'The end of the link is missing. Open the exact link you were given when ordering.',
  },
  refusedTitle: { vi: 'Đường dẫn này không mở được đơn hàng', en: 'This link does not open the order' },
  refusedBody: {
    vi: 'Đường dẫn sai hoặc đã quá 180 ngày. Hãy sao chép lại trọn vẹn đường dẫn, hoặc liên hệ chúng tôi.',
    en: 'The link is wrong or older than 180 days. Copy the whole link again, or contact us.',
  },
  unavailableTitle: { vi: 'Chưa mở được đơn hàng', en: 'The order cannot be opened right now' },
  unavailableBody: {
    vi: 'Cửa hàng đang không trả lời. Đơn của bạn vẫn còn; hãy thử lại sau ít phút.',
    en: 'The shop is not answering. Your order is safe; please try again in a few minutes.',
  },
  contact: { vi: 'Liên hệ', en: 'Contact us' },
  shop: { vi: 'Về cửa hàng', en: 'Back to the shop' },
})
