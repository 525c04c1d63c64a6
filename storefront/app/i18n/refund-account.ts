import { messages } from './messages.ts'

/** Asks a buyer where money shall go back to that a person pays. */
export const refundAccount = messages({
  title: { vi: 'Nhận tiền hoàn {amount}', en: 'Your refund of {amount}' },
  lead: {
    vi: 'Đơn này được hoàn bằng chuyển khoản. Hãy cho biết tài khoản ngân hàng nhận tiền, đứng tên bạn hoặc người nhà.',
    en: 'This order is refunded by bank transfer. Tell us the account, your own or one of your family.',
  },
  given: { vi: 'Tiền sẽ chuyển đến {account}.', en: 'The money goes to {account}.' },
  givenHint: {
    vi: 'Bạn sẽ nhận tin báo khi tiền đã chuyển. Từ nay đến lúc đó bạn có thể đổi tài khoản.',
    en: 'You will be told when the money has left. Until then you can change the account.',
  },
  change: { vi: 'Đổi tài khoản', en: 'Change the account' },
  bank: { vi: 'Ngân hàng', en: 'Bank' },
  choose: { vi: 'Chọn ngân hàng', en: 'Choose a bank' },
  number: { vi: 'Số tài khoản', en: 'Account number' },
  numberHint: { vi: 'Không phải số thẻ.', en: 'Not the number of a card.' },
  holder: { vi: 'Tên chủ tài khoản', en: 'Account holder' },
  privacy: {
    vi: 'Số tài khoản được mã hóa, chỉ dùng cho lần hoàn này và xóa sau 30 ngày kể từ khi chuyển. Chúng tôi không bao giờ hỏi mật khẩu hay mã OTP.',
    en: 'The number is encrypted, used for this refund alone and erased 30 days after the transfer. We never ask for a password or an OTP.',
  },
  send: { vi: 'Gửi tài khoản nhận tiền', en: 'Send the account' },
  done: { vi: 'Đã ghi tài khoản nhận tiền hoàn.', en: 'The account for your refund is noted.' },
  wrong: {
    vi: { other: 'Có {count} chỗ cần sửa' },
    en: { one: '{count} thing to correct', other: '{count} things to correct' },
  },
  away: {
    vi: 'Chưa gửi được vì máy chủ đang bận. Hãy bấm gửi lần nữa sau ít phút.',
    en: 'Not sent: the server is busy. Send it again in a few minutes.',
  },
})
