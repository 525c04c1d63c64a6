import { messages } from './messages.ts'

/** Words of what buyer and seller of an order say to each other. */
export const orderMessages = messages({
  // The buyer's page.
  title: { vi: 'Nhắn cho người bán', en: 'Write to the seller' },
  lead: {
    vi: 'Hỏi về hàng, giờ giao hay cách bảo quản của đơn này. Người bán trả lời ngay trên trang này; đơn có ghi thư điện tử thì bạn được báo khi có tin mới.',
    en: 'Ask about the goods, the delivery or how to keep them. The seller answers on this page; if the order names an e-mail address, you are told there of new messages.',
  },
  safety: {
    vi: 'Chỉ trả tiền trên trang đơn hàng. Đừng chuyển tiền theo lời nhắn, cũng đừng đưa mật khẩu hay mã OTP cho ai.',
    en: 'Pay on the order’s page only. Never send money because a message asks for it, and give nobody a password or an OTP.',
  },
  link: { vi: 'Nhắn cho người bán', en: 'Write to the seller' },
  linkFresh: {
    vi: { other: '{count} tin mới từ người bán' },
    en: { one: '{count} new message of the seller', other: '{count} new messages of the seller' },
  },
  reload: { vi: 'Xem có tin mới không', en: 'Look for new messages' },
  back: { vi: 'Về trang đơn hàng', en: 'Back to the order' },
  complain: { vi: 'Gửi khiếu nại cho sàn', en: 'Complain to the site' },
  // The list, for both sides.
  heading: { vi: 'Tin nhắn', en: 'Messages' },
  noneBuyer: {
    vi: 'Hai bên chưa nhắn gì. Bạn viết tin đầu tiên ở dưới.',
    en: 'Nothing was written yet. Write the first message below.',
  },
  noneSeller: {
    vi: 'Khách chưa nhắn gì về đơn này. Cần báo điều gì, bạn nhắn trước cũng được.',
    en: 'The buyer has not written. If there is something to tell, you may write first.',
  },
  none: { vi: 'Hai bên chưa nhắn gì về đơn này.', en: 'Nothing was written about this order.' },
  you: { vi: 'Bạn', en: 'You' },
  buyer: { vi: 'Khách', en: 'The buyer' },
  seen: { vi: 'Đã xem', en: 'Seen' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  new: { vi: 'Mới', en: 'New' },
  older: { vi: 'Xem tin trước đó', en: 'Earlier messages' },
  latest: { vi: 'Về tin mới nhất', en: 'To the latest messages' },
  hidden_insult: { vi: 'Tin này đã bị sàn ẩn vì có lời xúc phạm.', en: 'Hidden by the site: it insults.' },
  hidden_outside_payment: {
    vi: 'Tin này đã bị sàn ẩn vì đề nghị trả tiền ngoài sàn.',
    en: 'Hidden by the site: it asks for payment outside of it.',
  },
  hidden_personal_data: {
    vi: 'Tin này đã bị sàn ẩn vì có thông tin riêng của người khác.',
    en: 'Hidden by the site: it tells personal data of somebody.',
  },
  hidden_advertising: { vi: 'Tin này đã bị sàn ẩn vì là lời quảng cáo.', en: 'Hidden by the site: it is advertising.' },
  hidden_unlawful: { vi: 'Tin này đã bị sàn ẩn vì trái pháp luật.', en: 'Hidden by the site: it is unlawful.' },
  erased: {
    vi: 'Nội dung tin này đã được xóa để bảo vệ dữ liệu cá nhân.',
    en: 'The words of this message were erased to protect personal data.',
  },
  // The form, for both sides.
  text: { vi: 'Tin nhắn của bạn', en: 'Your message' },
  textHint: { vi: 'Nhiều nhất 2.000 ký tự.', en: 'At most 2,000 characters.' },
  textHintSeller: {
    vi: 'Khách đọc trên trang đơn hàng và được báo qua thư. Đừng mời khách trả tiền ngoài sàn: tin như vậy sẽ bị ẩn.',
    en: 'The buyer reads it on the order’s page and is told by e-mail. Never ask for payment outside the site: such messages are hidden.',
  },
  send: { vi: 'Gửi tin nhắn', en: 'Send' },
  done: { vi: 'Đã gửi tin nhắn.', en: 'Sent.' },
  away: {
    vi: 'Chưa gửi được vì máy chủ không trả lời. Tin bạn viết vẫn còn ở dưới, hãy bấm gửi lại.',
    en: 'It was not sent: the server did not answer. What you wrote is still below; send it again.',
  },
  until: { vi: 'Nhắn được đến', en: 'Open until' },
  unpaid: {
    vi: 'Người bán thấy đơn sau khi bạn thanh toán. Thanh toán xong, bạn nhắn được ngay.',
    en: 'The seller sees the order once it is paid. You can write as soon as you have paid.',
  },
  over: {
    vi: 'Đơn đã kết thúc quá 180 ngày nên không nhắn được nữa.',
    en: 'The order ended more than 180 days ago: messages are closed.',
  },
})
