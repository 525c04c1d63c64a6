import { messages } from './messages.ts'

/** Words of a producer's own stock. */
export const stock = messages({
  title: { vi: 'Kho hàng', en: 'Stock' },
  lead: {
    vi: 'Đếm hàng đang có rồi ghi số vào đây, kể cả hàng khách đã đặt mà bạn chưa gói. Người mua thấy ngay. Ghi 0 để tạm ngừng bán.',
    en: 'Count what you have and enter it, with what is ordered and not packed yet. Buyers see it at once. Enter 0 to stop selling for a while.',
  },
  none: { vi: 'Chưa có hàng nào để đếm', en: 'Nothing to count yet' },
  noneHint: {
    vi: 'Hàng hiện ở đây khi sản phẩm của bạn được bán trên chợ.',
    en: 'Goods appear here once your products are on sale.',
  },
  onHand: { vi: 'Đang có trong kho', en: 'On hand' },
  reserved: { vi: 'Khách đã đặt, chưa gói: {count}', en: 'Ordered, not packed: {count}' },
  left: { vi: 'Còn bán được: {count}', en: 'Left to sell: {count}' },
  low: { vi: 'sắp hết', en: 'running out' },
  out: { vi: 'hết hàng', en: 'sold out' },
  save: { vi: 'Ghi lại', en: 'Save' },
  saved: { vi: 'Đã ghi. Người mua thấy số mới ngay.', en: 'Saved. Buyers see it at once.' },
  wrongNumber: { vi: 'Hãy nhập một số nguyên, ví dụ 120.', en: 'Enter a whole number, such as 120.' },
  atShops: {
    vi: 'Hàng ký gửi ở điểm bán do trung tâm kiểm, không tính ở đây.',
    en: 'Goods at shops are counted by their centre and are not among these.',
  },
  toStock: { vi: 'Kho hàng', en: 'Stock' },
})
