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
    vi: 'Bạn trả cho người giao hàng, mỗi kiện một lần. Được mở xem trước khi trả.',
    en: 'You pay the courier, once a parcel. You may look inside before paying.',
  },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  emailHint: {
    vi: 'Để nhận xác nhận đơn và đường dẫn xem đơn.',
    en: 'For the confirmation and the link to your order.',
  },
  legacySummary: {
    vi: 'Chỉ nhớ địa chỉ cũ có quận, huyện?',
    en: 'Do you only know the old address with a district?',
  },
  legacyPlace: { vi: 'Xã, huyện theo địa chỉ cũ', en: 'Commune and district of the old address' },
  legacyHint: {
    vi: 'Ví dụ “xã Hồng Thái, huyện Na Hang”. Chọn tỉnh ở trên rồi để trống ô xã, phường; chúng tôi tìm xã mới cho bạn.',
    en: 'e.g. “xã Hồng Thái, huyện Na Hang”. Choose the province above and leave the commune empty; we find today’s commune.',
  },
  errorLegacyPlace: {
    vi: 'Địa danh cũ dài quá 160 ký tự. Chỉ cần tên xã và tên huyện.',
    en: 'The old place is longer than 160 characters. Commune and district are enough.',
  },
  errorEmail: {
    vi: 'Địa chỉ thư điện tử chưa đúng. Hãy sửa lại hoặc để trống.',
    en: 'The e-mail address is not right. Correct it or leave it empty.',
  },
  errorPlaceSplit: {
    vi: 'Nơi này đã được chia vào nhiều xã, phường mới. Hãy chọn một trong các xã, phường trong danh sách.',
    en: 'This place is now part of several communes. Choose one of those in the list.',
  },
  errorPlaceUnknown: {
    vi: 'Không tìm thấy địa danh cũ này. Hãy chọn xã, phường trong danh sách.',
    en: 'This old place was not found. Choose the commune from the list.',
  },
  savedAddresses: { vi: 'Sổ địa chỉ của bạn', en: 'Your address book' },
  useAddress: { vi: 'Giao tới đây', en: 'Deliver here' },
  signInForAddresses: {
    vi: 'Có tài khoản? Đăng nhập để dùng sổ địa chỉ và theo dõi đơn.',
    en: 'Have an account? Sign in to use your addresses and follow the order.',
  },
  vnpay: { vi: 'VNPay: thẻ ngân hàng, tài khoản, quét QR', en: 'VNPay: bank card, account, QR' },
  vnpayNote: {
    vi: 'Bạn trả tiền trên trang của VNPay ngay sau khi đặt, trong 30 phút.',
    en: 'You pay on VNPay’s page right after ordering, within 30 minutes.',
  },
  bank_transfer: { vi: 'Chuyển khoản ngân hàng (VietQR)', en: 'Bank transfer (VietQR)' },
  bank_transferNote: {
    vi: 'Quét mã bằng ứng dụng ngân hàng, trong 24 giờ. Hàng được giữ cho bạn đến lúc đó.',
    en: 'Scan the code with your bank’s app, within 24 hours. The goods are kept for you until then.',
  },
  reason_above_limit: { vi: 'Chỉ cho đơn đến {limit}.', en: 'Only for orders up to {limit}.' },
  reason_pre_order: {
    vi: 'Không dùng được khi có hàng đặt trước theo mùa.',
    en: 'Not with goods ordered ahead of harvest.',
  },
  reason_not_set_up: { vi: 'Đang tạm ngừng.', en: 'Not available at the moment.' },
  errorMethod: { vi: 'Hãy chọn một cách trả tiền.', en: 'Choose how to pay.' },
  errorConsent: {
    vi: 'Hãy đọc và đánh dấu ô đồng ý dùng thông tin để giao đơn này; chưa có đồng ý thì chưa đặt được.',
    en: 'Read and tick the consent to use your details for this order; it cannot be placed without it.',
  },
  methodGone: {
    vi: 'Cách trả tiền này vừa không còn dùng được cho đơn. Hãy chọn cách khác.',
    en: 'This way to pay is no longer offered for the order. Choose another.',
  },
  consentTitle: { vi: 'Đồng ý của bạn', en: 'Your consent' },
  consentLead: {
    vi: 'Không ô nào được đánh dấu sẵn. Ô có dấu * là bắt buộc để đặt hàng.',
    en: 'No box is ticked beforehand. The one marked * is needed to order.',
  },
  consentMore: { vi: 'Đọc về quyền riêng tư', en: 'Read about privacy' },
  termsMore: { vi: 'Điều khoản mua bán', en: 'Terms of sale' },
  discountTotal: { vi: 'Giảm giá', en: 'Discounts' },
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
