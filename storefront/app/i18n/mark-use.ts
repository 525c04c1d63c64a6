import { messages } from './messages.ts'

/** Words of the right to use the certification mark, for everybody who meets it. */
export const markUse = messages({
  right_valid: { vi: 'Được dùng nhãn hiệu', en: 'May use the mark' },
  right_not_yet_valid: { vi: 'Chưa đến ngày hiệu lực', en: 'Not in force yet' },
  right_expired: { vi: 'Hết quyền: công nhận đã hết hạn', en: 'No right: the recognition has expired' },
  right_revoked: { vi: 'Hết quyền: công nhận đã bị thu hồi', en: 'No right: the recognition was revoked' },
  right_suspended: { vi: 'Tạm ngừng: công nhận đang bị đình chỉ', en: 'On hold: the recognition is suspended' },
  right_replaced: { vi: 'Đã có công nhận mới thay thế', en: 'Replaced by a newer recognition' },
  period: { vi: 'Từ {from} đến hết {to}', en: '{from} to {to}, last day included' },
  decision: {
    vi: 'Theo quyết định {number} ngày {date}, {authority}',
    en: 'By decision {number} of {date}, {authority}',
  },

  violation_lapsed: {
    vi: 'Dùng nhãn hiệu khi công nhận đã hết hạn hoặc bị thu hồi',
    en: 'Mark used after the recognition lapsed or was taken back',
  },
  violation_wrong_stars: { vi: 'Ghi sai số sao', en: 'Wrong number of stars' },
  violation_other_product: { vi: 'Gắn nhãn hiệu lên sản phẩm khác', en: 'Mark on another product' },
  violation_unrecognised_seller: {
    vi: 'Người bán không có sản phẩm được công nhận',
    en: 'Seller without a recognised product',
  },
  violation_altered_mark: { vi: 'Sửa đổi biểu trưng', en: 'Altered logo' },
  violation_star_on_sign: { vi: 'Gắn sao lên biển hiệu cửa hàng', en: 'Star on a shop sign' },
  violation_misleading_advertising: { vi: 'Quảng cáo gây hiểu nhầm', en: 'Misleading advertising' },

  publicTitle: { vi: 'Quyền sử dụng nhãn hiệu: {name}', en: 'Right to use the mark: {name}' },
  publicEyebrow: { vi: 'Nhãn hiệu chứng nhận OCOP', en: 'OCOP certification mark' },
  publicLead: {
    vi: 'Sản phẩm được công nhận từ 3 sao, còn hiệu lực thì được gắn nhãn hiệu OCOP đúng số sao, không cần giấy phép riêng.',
    en: 'A product recognised with 3 stars or more may carry the OCOP mark with its stars while that is in force; no separate permit is written.',
  },
  publicOnly: {
    vi: 'Quyền này chỉ dành cho đúng sản phẩm nêu trên, không cho sản phẩm khác của cùng chủ thể hay cho cửa hàng.',
    en: 'The right is for this very product, not for others of the same producer and not for a shop.',
  },
  publicAsOf: { vi: 'Tính đến ngày {date}', en: 'As of {date}' },
  product: { vi: 'Sản phẩm', en: 'Product' },
  productCode: { vi: 'Mã sản phẩm', en: 'Product code' },
  holder: { vi: 'Chủ thể', en: 'Producer' },
  toProduct: { vi: 'Xem sản phẩm', en: 'See the product' },
  report: { vi: 'Báo nơi dùng sai nhãn hiệu', en: 'Report misuse of the mark' },
})
