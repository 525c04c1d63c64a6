import { messages } from './messages.ts'

/** What became of an order since it was packed, as its buyer reads it. */
export const orderProgress = messages({
  parcels: { vi: 'Kiện hàng', en: 'Parcels' },
  parcelNo: { vi: 'Kiện {no}', en: 'Parcel {no}' },
  parcel_packed: { vi: 'Đã đóng gói', en: 'Packed' },
  parcel_shipped: { vi: 'Đang trên đường đến bạn', en: 'On its way to you' },
  parcel_delivered: { vi: 'Đã giao', en: 'Delivered' },
  parcel_refused: { vi: 'Không giao được, hàng đang về lại chủ thể', en: 'Not delivered, going back to the producer' },
  tracking: { vi: 'Mã vận đơn', en: 'Tracking number' },
  reason: { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  received: { vi: 'Tôi đã nhận được hàng', en: 'I have received it' },
  receivedHint: {
    vi: 'Chỉ bấm khi hàng đã ở trong tay bạn. Thời hạn trả hàng tính từ lúc này.',
    en: 'Only once you hold the goods. The days for returns count from then.',
  },
  requests: { vi: 'Yêu cầu của bạn', en: 'Your requests' },
  request_return: { vi: 'Trả hàng', en: 'Return' },
  request_cancel: { vi: 'Xin hủy', en: 'Cancellation' },
  refunds: { vi: 'Tiền hoàn', en: 'Refunds' },
  otherRefunds: { vi: 'Tiền hoàn ngoài đơn', en: 'Refunds outside the order' },
  refund_asked: { vi: 'Đang chờ gửi sang VNPay', en: 'Waits to be sent to VNPay' },
  refund_sent: { vi: 'VNPay đang hoàn về nơi bạn đã trả', en: 'VNPay is paying it back where you paid from' },
  refund_done: { vi: 'Đã hoàn xong', en: 'Paid back' },
  refund_refused: {
    vi: 'VNPay chưa hoàn được, người vận hành đang xử lý',
    en: 'VNPay could not pay it back; the operator sees to it',
  },
  refund_manual: { vi: 'Chờ người vận hành chuyển khoản', en: 'Waits for the operator’s bank transfer' },
  seeRequests: { vi: 'Xem yêu cầu đã gửi', en: 'See what you asked' },
  receivedDone: {
    vi: 'Cảm ơn bạn. Đã ghi nhận bạn đã nhận hàng.',
    en: 'Thank you. We have noted that you received it.',
  },
})
