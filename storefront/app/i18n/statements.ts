import { messages } from './messages.ts'

/** Words of producers' statements: what was sold, what was taken off and why, what comes and when. */
export const statements = messages({
  title: { vi: 'Đối soát', en: 'Statements' },
  lead: {
    vi: 'Bán được bao nhiêu, trừ những khoản nào, còn nhận bao nhiêu và khi nào.',
    en: 'What you sold, what was taken off, what you get and when.',
  },
  balance: { vi: 'Sàn đang giữ cho bạn', en: 'Held for you' },
  payable: { vi: 'Chi trả đợt tới', en: 'In the next payout' },
  waiting: { vi: 'Còn chờ', en: 'Still waiting' },
  owes: {
    vi: 'Bạn đang nợ sàn khoản này vì hoàn tiền hoặc cước lớn hơn tiền bán. Khoản nợ tự trừ vào các đơn sau.',
    en: 'You owe this because refunds or freight came to more than your sales. It is taken off later orders.',
  },
  rule: {
    vi: {
      other:
        'Tiền của mỗi đơn được chi trả sau khi giao {count} ngày, nếu khách không đòi trả hàng. Dưới {min} thì gộp sang đợt sau.',
    },
    en: {
      one: 'An order is paid out {count} day after delivery unless the buyer asks to return it. Less than {min} waits for the next payout.',
      other:
        'An order is paid out {count} days after delivery unless the buyer asks to return it. Less than {min} waits for the next payout.',
    },
  },
  holdSuspended: {
    vi: 'Việc bán hàng đang tạm ngừng nên chưa chi trả. Số tiền vẫn là của bạn.',
    en: 'Selling is suspended, so nothing is paid out for now. The money stays yours.',
  },
  holdAccount: {
    vi: 'Chưa có tài khoản nhận tiền đã xác minh nên chưa chi trả được. Hãy khai tài khoản, người vận hành sẽ đối chiếu với giấy tờ.',
    en: 'There is no verified bank account yet, so nothing can be paid out. Give your account; the operator compares it with your papers.',
  },
  months: { vi: 'Theo tháng', en: 'By month' },
  month: { vi: 'Tháng {month}/{year}', en: '{month}/{year}' },
  sold: { vi: 'Bán được', en: 'Sold' },
  takenOff: { vi: 'Trừ', en: 'Taken off' },
  paidOut: { vi: 'Đã chuyển', en: 'Paid out' },
  emptyTitle: { vi: 'Chưa có khoản nào', en: 'Nothing yet' },
  emptyText: {
    vi: 'Khi đơn đầu tiên giao xong, tiền bán và các khoản trừ sẽ hiện ở đây.',
    en: 'Once your first order is delivered, its money and what was taken off stand here.',
  },
  emptyMonth: { vi: 'Tháng này không có khoản nào.', en: 'Nothing moved in this month.' },
  opening: { vi: 'Số dư đầu tháng', en: 'Balance at the beginning' },
  closing: { vi: 'Số dư cuối tháng', en: 'Balance at the end' },
  summary: { vi: 'Cả tháng', en: 'The month' },
  byOrder: { vi: 'Từng đơn', en: 'Order by order' },
  noOrder: { vi: 'Không theo đơn', en: 'Not of an order' },
  net: { vi: 'Cộng', en: 'Sum' },
  getPdf: { vi: 'Tải bản PDF', en: 'Download PDF' },
  getXlsx: { vi: 'Tải bảng Excel', en: 'Download Excel' },
  part_goods: { vi: 'Tiền hàng khách trả', en: 'Goods, as paid' },
  part_shipping: { vi: 'Phí giao hàng khách trả', en: 'Delivery, as paid' },
  part_made_up: { vi: 'Sàn, trung tâm bù khuyến mại', en: 'Promotions made up for' },
  part_commission: { vi: 'Phí sàn', en: 'Platform’s fee' },
  part_centre_commission: { vi: 'Hoa hồng trung tâm bán hộ', en: 'Centre’s commission' },
  part_vat: { vi: 'Thuế GTGT nộp thay', en: 'VAT withheld' },
  part_pit: { vi: 'Thuế TNCN nộp thay', en: 'Income tax withheld' },
  part_refund: { vi: 'Hoàn tiền cho khách', en: 'Refunded to buyers' },
  part_freight: { vi: 'Cước vận chuyển', en: 'Freight' },
  part_payout: { vi: 'Đã chuyển vào tài khoản', en: 'Paid into your account' },
  part_payout_back: { vi: 'Chuyển khoản bị trả lại', en: 'Transfer came back' },
})
