import { messages } from './messages.ts'

/** Words of the cart page and its answers. */
export const cart = messages({
  title: { vi: 'Giỏ hàng', en: 'Cart' },
  emptyTitle: { vi: 'Giỏ hàng đang trống', en: 'Your cart is empty' },
  emptyBody: {
    vi: 'Mỗi sản phẩm trên Sao Làng đều có chủ thể đứng tên và quyết định công nhận sao để bạn đối chiếu.',
    en: 'Every product on Sao Làng names its producer and the decision behind its stars, so you can check both.',
  },
  browse: { vi: 'Xem sản phẩm', en: 'Browse products' },
  keepBrowsing: { vi: 'Xem thêm sản phẩm', en: 'Keep browsing' },
  groupNote: { vi: 'Gửi thành một kiện.', en: 'Sent as one parcel.' },
  subtotal: { vi: 'Cộng', en: 'Subtotal' },
  each: { vi: 'Đơn giá {price}', en: '{price} each' },
  quantity: { vi: 'Số lượng', en: 'Quantity' },
  update: { vi: 'Cập nhật', en: 'Update' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  removed: { vi: 'Đã bỏ {title} ra khỏi giỏ.', en: '{title} was removed from the cart.' },
  undo: { vi: 'Lấy lại', en: 'Undo' },
  added: { vi: 'Đã thêm {title} vào giỏ.', en: '{title} was added to the cart.' },
  undone: { vi: 'Đã lấy lại {title}.', en: '{title} is back in the cart.' },
  itemTotal: { vi: 'Tiền hàng', en: 'Items' },
  shippingTotal: { vi: 'Phí giao hàng', en: 'Delivery' },
  shippingLater: { vi: 'tính ở bước sau', en: 'worked out in the next step' },
  total: { vi: 'Tổng cộng', en: 'Total' },
  totalBeforeShipping: { vi: 'Tạm tính', en: 'Total before delivery' },
  summary: { vi: 'Tổng đơn', en: 'Summary' },
  checkout: { vi: 'Tới bước giao hàng', en: 'Continue to delivery' },
  fixFirst: {
    vi: { other: 'Có {count} dòng cần bạn xem lại trước khi đặt hàng.' },
    en: {
      one: '{count} line needs your attention before you can order.',
      other: '{count} lines need your attention before you can order.',
    },
  },
  payNote: {
    vi: 'Trả tiền khi nhận hàng. Chưa thu khoản nào ở bước này.',
    en: 'You pay on delivery. Nothing is charged now.',
  },
  problemPriceUp: {
    vi: 'Giá đã tăng từ {old} lên {new} kể từ lúc bạn chọn.',
    en: 'The price rose from {old} to {new} since you chose it.',
  },
  problemPriceDown: {
    vi: 'Giá đã giảm từ {old} còn {new} kể từ lúc bạn chọn.',
    en: 'The price fell from {old} to {new} since you chose it.',
  },
  acceptPrice: { vi: 'Đồng ý giá mới', en: 'Accept the new price' },
  problemOutOfStock: {
    vi: 'Sản phẩm vừa hết hàng. Hãy bỏ ra để đặt phần còn lại.',
    en: 'This has just sold out. Remove it to order the rest.',
  },
  problemTooMany: {
    vi: 'Chủ thể chỉ còn {available}. Hãy giảm số lượng.',
    en: 'The producer has only {available} left. Lower the quantity.',
  },
  takeAvailable: { vi: 'Lấy {available}', en: 'Take {available}' },
  problemWithdrawn: {
    vi: 'Chủ thể đã ngừng bán sản phẩm này. Hãy bỏ ra để đặt phần còn lại.',
    en: 'The producer no longer sells this. Remove it to order the rest.',
  },
  errorQuantity: { vi: 'Số lượng phải là số từ 0 đến 99.', en: 'The quantity must be a number from 0 to 99.' },
  errorQuantityTooMany: {
    vi: 'Mỗi sản phẩm đặt nhiều nhất 99. Cần nhiều hơn, hãy liên hệ chủ thể.',
    en: 'At most 99 of one product. For more, contact the producer.',
  },
  errorVariant: {
    vi: 'Không tìm thấy sản phẩm này nữa. Hãy chọn lại từ danh mục.',
    en: 'This product can no longer be found. Please choose again from the catalogue.',
  },
  errorLine: {
    vi: 'Dòng này không còn trong giỏ. Có thể bạn đã bỏ ra ở một trang khác.',
    en: 'This line is no longer in the cart. You may have removed it on another page.',
  },
  errorStock: {
    vi: 'Không đủ hàng cho số lượng bạn chọn. Hãy giảm số lượng rồi thử lại.',
    en: 'There is not enough stock for that quantity. Lower it and try again.',
  },
  errorAction: {
    vi: 'Không rõ bạn muốn làm gì với giỏ hàng. Hãy tải lại trang rồi thử lại.',
    en: 'It is unclear what you wanted to do. Reload the page and try again.',
  },
  unavailableTitle: { vi: 'Chưa mở được giỏ hàng', en: 'The cart cannot be opened right now' },
  unavailableBody: {
    vi: 'Cửa hàng đang không trả lời. Những gì bạn chọn vẫn còn; hãy thử lại sau ít phút.',
    en: 'The shop is not answering. What you chose is kept; please try again in a few minutes.',
  },
  retry: { vi: 'Thử lại', en: 'Try again' },
  unknownProducer: { vi: 'Chủ thể không còn trên Sao Làng', en: 'Producer no longer on Sao Làng' },
  updateRest: { vi: 'số lượng {title}', en: 'the quantity of {title}' },
  removeRest: { vi: '{title} ra khỏi giỏ', en: '{title} from the cart' },
})
