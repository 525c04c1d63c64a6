import { messages } from './messages.ts'

/** Words of the checkout steps; the `error…` keys are the messages of `schemas/delivery.ts` and `schemas/place-order.ts`. */
export const checkout = messages({
  steps: { vi: 'Các bước đặt hàng', en: 'Checkout steps' },
  stepCart: { vi: 'Giỏ hàng', en: 'Cart' },
  stepDelivery: { vi: 'Giao hàng', en: 'Delivery' },
  stepConfirm: { vi: 'Xác nhận', en: 'Confirm' },
  deliveryTitle: { vi: 'Giao hàng tới đâu?', en: 'Where should it go?' },
  deliveryIntro: { vi: 'Chỉ hỏi những gì người giao hàng cần.', en: 'Only what the courier needs.' },
  name: { vi: 'Họ và tên người nhận', en: 'Recipient’s full name' },
  phone: { vi: 'Số điện thoại', en: 'Phone number' },
  phoneHint: {
    vi: '10 chữ số, bắt đầu bằng 0. Ví dụ 0912 345 678',
    en: 'Ten digits starting with 0, e.g. 0912 345 678',
  },
  province: { vi: 'Tỉnh, thành phố', en: 'Province or city' },
  chooseProvince: { vi: 'Chọn tỉnh, thành phố', en: 'Choose a province or city' },
  commune: { vi: 'Xã, phường, đặc khu', en: 'Commune, ward or special zone' },
  chooseCommune: { vi: 'Chọn xã, phường, đặc khu', en: 'Choose a commune, ward or special zone' },
  communeFirst: { vi: 'Chọn tỉnh, thành phố trước', en: 'Choose the province first' },
  communeLoading: { vi: 'Đang lấy danh sách…', en: 'Loading the list…' },
  loadCommunes: { vi: 'Xem các xã, phường của tỉnh này', en: 'List the communes of this province' },
  addressHint: {
    vi: 'Theo địa chỉ hai cấp từ 1/7/2025, không còn quận, huyện.',
    en: 'Two tiers since 1 July 2025; districts no longer exist.',
  },
  street: { vi: 'Số nhà, đường; hoặc thôn, ấp, bản, tổ', en: 'House number and street, or hamlet' },
  note: { vi: 'Dặn người giao', en: 'Note for the courier' },
  paymentTitle: { vi: 'Cách trả tiền', en: 'Payment' },
  cod: { vi: 'Trả tiền mặt khi nhận hàng (COD)', en: 'Cash on delivery (COD)' },
  codNote: {
    vi: 'Bạn trả cho người giao hàng. Sao Làng không thu trước khoản nào.',
    en: 'You pay the courier. Sao Làng charges nothing in advance.',
  },
  toConfirm: { vi: 'Tới bước xác nhận', en: 'Continue to confirmation' },
  backToCart: { vi: 'Về giỏ hàng', en: 'Back to the cart' },
  confirmTitle: { vi: 'Xem lại lần cuối', en: 'One last look' },
  deliverTo: { vi: 'Giao tới', en: 'Deliver to' },
  change: { vi: 'Sửa', en: 'Change' },
  changeDelivery: { vi: 'Sửa địa chỉ giao hàng', en: 'Change the delivery address' },
  changeCart: { vi: 'Sửa giỏ hàng', en: 'Change the cart' },
  goods: { vi: 'Hàng đặt', en: 'Items' },
  placeOrder: { vi: 'Đặt hàng, trả {total} khi nhận', en: 'Place the order, pay {total} on delivery' },
  placing: { vi: 'Đang đặt hàng…', en: 'Placing the order…' },
  placeNote: {
    vi: 'Bấm một lần là đủ. Bấm lại cũng không tạo thêm đơn.',
    en: 'One press is enough. Pressing again does not make a second order.',
  },
  changedTitle: {
    vi: 'Giỏ hàng vừa thay đổi, đơn chưa được đặt',
    en: 'The cart has just changed; nothing was ordered',
  },
  changedBody: {
    vi: 'Hãy xem các dòng được đánh dấu và tổng mới, rồi đặt lại.',
    en: 'Look at the marked lines and the new total, then order again.',
  },
  changedTotal: { vi: 'Tổng trước đó {old}, tổng mới {new}.', en: 'The total was {old}, it is now {new}.' },
  unknownTitle: { vi: 'Chưa biết đơn đã đặt xong chưa', en: 'It is not known yet whether the order went through' },
  unknownBody: {
    vi: 'Kết nối đứt giữa chừng. Hãy bấm đặt hàng lần nữa: nếu đơn đã có, bạn sẽ được đưa tới đúng đơn đó.',
    en: 'The connection broke halfway. Press the button again: if the order exists, you will be taken to it.',
  },
  goneTitle: { vi: 'Giỏ hàng này đã khép lại', en: 'This cart is closed' },
  goneBody: {
    vi: 'Có thể bạn vừa đặt xong đơn ở một trang khác. Đơn đã đặt có đường dẫn riêng của nó.',
    en: 'You may have ordered from another page. A placed order has its own link.',
  },
  summaryTitle: {
    vi: { other: 'Có {count} chỗ cần sửa' },
    en: { one: '{count} field to correct', other: '{count} fields to correct' },
  },
  errorName: { vi: 'Hãy ghi họ và tên người nhận.', en: 'Enter the recipient’s full name.' },
  errorNameTooLong: {
    vi: 'Họ và tên dài quá 80 ký tự. Hãy viết gọn lại.',
    en: 'The name is longer than 80 characters. Please shorten it.',
  },
  errorPhoneMissing: {
    vi: 'Hãy ghi số điện thoại để người giao gọi trước khi tới.',
    en: 'Enter a phone number so the courier can call ahead.',
  },
  errorPhone: {
    vi: 'Số điện thoại cần đủ 10 chữ số và bắt đầu bằng 0 (hoặc +84). Hãy xem lại.',
    en: 'A phone number has ten digits starting with 0 (or +84). Please check it.',
  },
  errorProvince: { vi: 'Hãy chọn tỉnh, thành phố.', en: 'Choose a province or city.' },
  errorCommune: { vi: 'Hãy chọn xã, phường hoặc đặc khu.', en: 'Choose a commune, ward or special zone.' },
  errorCommuneOutside: {
    vi: 'Xã, phường này không thuộc tỉnh đã chọn. Hãy chọn lại.',
    en: 'This commune is not in the chosen province. Please choose again.',
  },
  errorStreet: {
    vi: 'Hãy ghi số nhà, đường; hoặc thôn, ấp, bản, tổ.',
    en: 'Enter the house number and street, or the hamlet.',
  },
  errorStreetTooLong: {
    vi: 'Địa chỉ dài quá 160 ký tự. Hãy viết gọn, phần còn lại ghi ở ô dặn người giao.',
    en: 'The address is longer than 160 characters. Shorten it and put the rest into the note.',
  },
  errorNoteTooLong: {
    vi: 'Lời dặn dài quá 300 ký tự. Hãy viết gọn lại.',
    en: 'The note is longer than 300 characters. Please shorten it.',
  },
  errorStalePage: {
    vi: 'Trang này đã cũ. Hãy xem lại đơn bên dưới rồi đặt lại.',
    en: 'This page was out of date. Check the order below and place it again.',
  },
  errorRejected: {
    vi: 'Cửa hàng chưa nhận thông tin này. Hãy xem lại các ô rồi gửi lại.',
    en: 'The shop did not accept this. Check the fields and send them again.',
  },
  shopAwayTitle: { vi: 'Cửa hàng đang không trả lời', en: 'The shop is not answering' },
  shopAwayBody: {
    vi: 'Giỏ hàng của bạn vẫn còn và chưa đặt đơn nào. Hãy thử lại sau ít phút.',
    en: 'Your cart is kept and nothing was ordered. Please try again in a few minutes.',
  },
  retry: { vi: 'Thử lại', en: 'Try again' },
  browse: { vi: 'Xem sản phẩm', en: 'Browse products' },
  errorAway: {
    vi: 'Cửa hàng tạm thời chưa trả lời. Bạn cứ ghi địa chỉ rồi gửi; nếu chưa được, những gì đã ghi vẫn còn đây.',
    en: 'The shop does not answer at the moment. Enter the address and send it; what you enter stays here until it is saved.',
  },
  errorUnavailable: {
    vi: 'Cửa hàng chưa trả lời nên chưa lưu được địa chỉ. Những gì bạn ghi vẫn còn đây; hãy bấm gửi lại.',
    en: 'The shop did not answer, so the address was not saved. What you entered is still here; please send it again.',
  },
})
