import { messages } from './messages.ts'

/** Words of a centre's statements and of where it is paid, where they differ from a producer's. */
export const centreStatements = messages({
  title: { vi: 'Đối soát', en: 'Statements' },
  lead: {
    vi: 'Hoa hồng bán hộ của trung tâm, những khoản trừ, và tiền sàn chuyển.',
    en: 'What the centre earned by selling for producers, what was taken off, and what was paid out.',
  },
  balance: { vi: 'Sàn đang giữ cho trung tâm', en: 'Held for the centre' },
  earned: { vi: 'Hoa hồng', en: 'Commission' },
  rule: {
    vi: {
      other:
        'Hoa hồng của mỗi đơn được chi trả sau khi giao {count} ngày, trừ tiền mặt quầy chưa nộp. Dưới {min} thì gộp sang đợt sau.',
    },
    en: {
      one: 'Commission is paid out {count} day after delivery, less cash in the tills. Less than {min} waits for the next payout.',
      other:
        'Commission is paid out {count} days after delivery, less cash in the tills. Less than {min} waits for the next payout.',
    },
  },
  owes: {
    vi: 'Trung tâm đang nợ sàn khoản này. Khoản nợ tự trừ vào hoa hồng sau.',
    en: 'The centre owes this. It is taken off later commission.',
  },
  holdSuspended: {
    vi: 'Trung tâm đang tạm ngừng nên chưa chi trả.',
    en: 'The centre is suspended, so nothing is paid out for now.',
  },
  holdAccount: {
    vi: 'Chưa có tài khoản nhận tiền đã xác minh nên chưa chi trả được. Hãy khai tài khoản ở dưới; người vận hành sẽ đối chiếu với giấy tờ.',
    en: 'There is no verified bank account yet, so nothing can be paid out. Give it below; the operator compares it with papers.',
  },
  emptyText: {
    vi: 'Khi bán được hàng ký gửi đầu tiên, hoa hồng sẽ hiện ở đây.',
    en: 'Once the first consigned goods are sold, the commission stands here.',
  },
  accountTitle: { vi: 'Tài khoản nhận tiền', en: 'Bank account' },
  accountEnding: { vi: '{bank}, số cuối {last}, {holder}', en: '{bank}, ending in {last}, {holder}' },
  accountVerified: { vi: 'Đã xác minh.', en: 'Verified.' },
  accountUnverified: {
    vi: 'Chờ người vận hành xác minh; chưa chi trả đến khi xong.',
    en: 'Waits for the operator’s verification; nothing is paid out until then.',
  },
  change: { vi: 'Khai hoặc đổi tài khoản', en: 'Give or change the account' },
  changeHint: {
    vi: 'Tài khoản đứng tên trung tâm. Số tài khoản được mã hóa. Cần mật khẩu đăng nhập của bạn.',
    en: 'An account in the centre’s name. The number is encrypted. Your password is needed.',
  },
  bank: { vi: 'Ngân hàng', en: 'Bank' },
  choose: { vi: 'Chọn ngân hàng', en: 'Choose a bank' },
  number: { vi: 'Số tài khoản', en: 'Account number' },
  holder: { vi: 'Tên chủ tài khoản', en: 'Account holder' },
  password: { vi: 'Mật khẩu của bạn', en: 'Your password' },
  send: { vi: 'Lưu tài khoản', en: 'Save the account' },
  saved: { vi: 'Đã lưu tài khoản, chờ xác minh.', en: 'Saved; it waits for verification.' },
  part_commission: { vi: 'Hoa hồng bán hộ', en: 'Commission' },
  part_discount: { vi: 'Khuyến mại trung tâm chịu', en: 'Promotions borne' },
  part_refund: { vi: 'Hoa hồng của hàng bị trả', en: 'Commission of returned goods' },
  part_till: { vi: 'Chênh lệch quỹ quầy', en: 'Till differences' },
  part_payout: { vi: 'Đã chuyển vào tài khoản', en: 'Paid into the account' },
  part_payout_back: { vi: 'Chuyển khoản bị trả lại', en: 'Transfer came back' },
})
