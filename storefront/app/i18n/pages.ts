import { messages } from './messages.ts'

/** Words of the pages about the site itself; short, and honest about what a demonstration can promise. */
export const pages = messages({
  aboutTitle: { vi: 'Giới thiệu', en: 'About' },
  aboutLead: {
    vi: 'Sao Làng là chợ đặc sản OCOP, nơi mỗi gói hàng tự kể được ai làm ra nó, từ vùng nguyên liệu nào và hội đồng nào đã chấm sao.',
    en: 'Sao Làng is a market for OCOP products where each package tells who made it, from which source area, and which council judged its stars.',
  },
  aboutDoes: { vi: 'Sao Làng làm gì', en: 'What Sao Làng does' },
  aboutDoesText: {
    vi: 'Bày bán sản phẩm của hợp tác xã, công ty, tổ hợp tác và hộ gia đình đã có công nhận sao. Phát mã cho từng gói hàng, ghi sổ lô từ lúc thu hoạch đến lúc đóng gói, và cho ai cũng tra được bằng một lần quét.',
    en: 'It sells products of cooperatives, companies, cooperative groups and households that hold a star recognition. It issues a code for each package, keeps the lot book from harvest to packing, and lets anyone look it up with one scan.',
  },
  aboutDoesNot: { vi: 'Sao Làng không làm gì', en: 'What it does not do' },
  aboutDoesNotText: {
    vi: 'Không cấp sao, không chứng nhận, không in nhãn hiệu chứng nhận OCOP và không giữ tiền của người mua. Hạng sao ở đây được tính từ quyết định công nhận đã ghi sổ: quyết định hết hiệu lực thì sao tắt.',
    en: 'It awards no stars, certifies nothing, prints no official OCOP mark and holds no buyer’s money. Stars here are worked out from the decision on record: when the decision lapses, the stars go out.',
  },
  aboutSample: { vi: 'Dữ liệu trên trang', en: 'The data on this site' },
  aboutSampleText: {
    vi: 'Đây là bản trình diễn. Tên sản phẩm, chủ thể, điểm bán và số liệu lấy từ bốn văn bản của chương trình và luôn ghi nguồn. Giá, hạng sao, số quyết định, tồn kho, lô hàng và câu chuyện là dữ liệu minh hoạ và luôn được ghi như vậy. Đơn đặt ở đây không được giao thật.',
    en: 'This is a demonstration. Names of products, producers and shops, and the figures, come from four documents of the programme and always carry their source. Prices, stars, decision numbers, stock, lots and stories are sample data and always say so. Orders placed here are not delivered.',
  },
  termsTitle: { vi: 'Điều khoản', en: 'Terms' },
  termsLead: {
    vi: 'Vài điều ngắn gọn giữa người mua, chủ thể và Sao Làng.',
    en: 'The short version between buyers, producers and Sao Làng.',
  },
  termsSeller: { vi: 'Ai bán cho bạn', en: 'Who sells to you' },
  termsSellerText: {
    vi: 'Bên bán là chủ thể ghi trên từng sản phẩm. Sao Làng bày hàng, chuyển đơn và giữ sổ tem. Một giỏ có hàng của nhiều chủ thể thì mỗi chủ thể gửi một kiện.',
    en: 'The seller is the producer named on each product. Sao Làng shows the goods, passes the order on and keeps the label register. When a cart holds goods of several producers, each sends its own parcel.',
  },
  termsPrice: { vi: 'Giá và đơn hàng', en: 'Prices and orders' },
  termsPriceText: {
    vi: 'Giá tính bằng đồng. Nếu giá hoặc lượng hàng đổi trong lúc bạn đặt, trang sẽ nói trước khi bạn xác nhận; đơn chỉ hình thành với tổng tiền bạn đã đồng ý.',
    en: 'Prices are in đồng. If price or stock moves while you order, the site says so before you confirm; an order comes about only for the total you agreed to.',
  },
  termsStars: { vi: 'Hạng sao', en: 'Stars' },
  termsStarsText: {
    vi: 'Hạng sao hiển thị cùng số quyết định, ngày, nơi ban hành và thời hạn. Muốn chắc chắn, hãy đối chiếu với quyết định gốc.',
    en: 'Stars are shown with the decision’s number, date, authority and validity. To be certain, compare with the decision itself.',
  },
  termsDemo: { vi: 'Bản trình diễn', en: 'Demonstration' },
  termsDemoText: {
    vi: 'Trang này chạy để trình diễn. Không có giao dịch thật, không thu tiền và không giao hàng.',
    en: 'This site runs as a demonstration. There are no real transactions, charges or deliveries.',
  },
  privacyTitle: { vi: 'Quyền riêng tư', en: 'Privacy' },
  privacyLead: {
    vi: 'Chúng tôi chỉ giữ những gì cần để giao hàng và để mã trên tem có ích.',
    en: 'We keep only what is needed to deliver, and to make label codes useful.',
  },
  privacyOrder: { vi: 'Khi bạn đặt hàng', en: 'When you order' },
  privacyOrderText: {
    vi: 'Họ tên, số điện thoại, địa chỉ và lời dặn của bạn, để chủ thể và người giao hàng dùng. Trang đơn hàng chỉ mở được bằng đường dẫn riêng, có hạn 180 ngày.',
    en: 'Your name, phone, address and note, for the producer and the courier. The order’s page opens only with its own link, for 180 days.',
  },
  privacyScan: { vi: 'Khi bạn quét tem', en: 'When you scan a label' },
  privacyScanText: {
    vi: 'Chúng tôi ghi thời điểm quét và một dấu thiết bị đã băm, mỗi ngày một khác, để đếm mã đã được kiểm tra từ bao nhiêu thiết bị. Không ghi tên, không ghi vị trí, không lưu địa chỉ mạng.',
    en: 'We record the time of the scan and a hashed mark of the device that changes each day, to count from how many devices a code was checked. No name, no position, no stored network address.',
  },
  privacyCookies: { vi: 'Cookie', en: 'Cookies' },
  privacyCookiesText: {
    vi: 'Giỏ hàng (30 ngày), thiết bị quét tem (90 ngày), ngôn ngữ và nền trang (1 năm). Tất cả do chính trang này đặt; không có quảng cáo, không có theo dõi của bên khác.',
    en: 'Cart (30 days), scanning device (90 days), language and theme (1 year). All are set by this site itself; there is no advertising and no tracking by others.',
  },
  privacyRights: { vi: 'Quyền của bạn', en: 'Your rights' },
  privacyRightsText: {
    vi: 'Bạn có thể hỏi chúng tôi đang giữ gì về bạn, yêu cầu sửa hoặc xóa. Xóa cookie trong trình duyệt là xóa giỏ hàng và dấu thiết bị ngay.',
    en: 'You may ask what we hold about you and have it corrected or deleted. Clearing the browser’s cookies deletes the cart and the device mark at once.',
  },
  returnsTitle: { vi: 'Giao hàng và đổi trả', en: 'Delivery and returns' },
  returnsLead: {
    vi: 'Trả tiền khi nhận, mở ra xem, có gì không đúng thì báo lại.',
    en: 'Pay on delivery, look inside, and tell us if something is not right.',
  },
  returnsDelivery: { vi: 'Giao hàng', en: 'Delivery' },
  returnsDeliveryText: {
    vi: 'Phí giao hàng một mức cho mỗi đơn, hiện rõ trước khi đặt. Mỗi chủ thể gửi một kiện, nên hàng của một đơn có thể tới vào những ngày khác nhau.',
    en: 'One flat delivery fee an order, shown before you order. Each producer sends its own parcel, so one order may arrive on different days.',
  },
  returnsCheck: { vi: 'Khi nhận hàng', en: 'On arrival' },
  returnsCheckText: {
    vi: 'Đối chiếu tên, số lượng và hạn dùng. Quét mã trên gói để xem lô, hạng sao và cảnh báo thu hồi nếu có.',
    en: 'Compare name, number and best-before date. Scan the code on the package for its lot, stars and any recall.',
  },
  returnsWrong: { vi: 'Hàng hỏng, sai hoặc thiếu', en: 'Damaged, wrong or missing goods' },
  returnsWrongText: {
    vi: 'Giữ nguyên gói hàng, chụp hình tem và chỗ hỏng, rồi báo cho chủ thể càng sớm càng tốt. Chủ thể đổi hàng hoặc hoàn tiền cho hàng hỏng, sai, thiếu hay quá hạn.',
    en: 'Keep the package, photograph the label and the damage, and tell the producer as soon as you can. The producer exchanges or refunds damaged, wrong, missing or expired goods.',
  },
  returnsRecall: { vi: 'Lô bị thu hồi', en: 'Recalled lots' },
  returnsRecallText: {
    vi: 'Ngừng dùng ngay. Trang quét tem ghi lý do và cách đổi hàng hoặc nhận lại tiền.',
    en: 'Stop using it at once. The scan page gives the reason and how to exchange or be refunded.',
  },
  contactTitle: { vi: 'Liên hệ', en: 'Contact' },
  contactLead: {
    vi: 'Báo vấn đề về một gói hàng, một đơn hàng hay chính trang này.',
    en: 'Report a problem with a package, an order or this site.',
  },
  contactCode: { vi: 'Mã bạn vừa kiểm tra', en: 'The code you have just checked' },
  contactCodeText: {
    vi: 'Khi liên hệ, hãy đọc hoặc gửi kèm mã này. Nó chỉ đúng gói hàng, lô và chủ thể.',
    en: 'Give this code when you get in touch. It names the very package, its lot and its producer.',
  },
  contactCodeAgain: { vi: 'Xem lại kết quả tra mã', en: 'See the answer again' },
  contactProducer: { vi: 'Chủ thể', en: 'The producer' },
  contactProducerText: {
    vi: 'Hỏi về chất lượng, lô hàng, đổi trả: gọi số điện thoại ghi ở phần “Ai làm, ở đâu” của trang quét tem, hoặc trên trang của chủ thể.',
    en: 'For quality, lots and returns: call the number under “Who made it, and where” on the scan page, or on the producer’s page.',
  },
  contactSeller: { vi: 'Nơi bán', en: 'The seller' },
  contactSellerText: {
    vi: 'Tem đã hủy, hoặc mã không có trong sổ: hỏi nơi bán xem gói hàng từ đâu và giữ lại hóa đơn.',
    en: 'For a voided label or an unknown code: ask the seller where the package came from and keep the receipt.',
  },
  contactAuthority: { vi: 'Cơ quan quản lý', en: 'The authorities' },
  contactAuthorityText: {
    vi: 'Nghi ngờ nhãn sao bị dùng sai: báo ủy ban nhân dân xã, phường nơi bán hoặc nơi làm ra sản phẩm, kèm hình chụp tem.',
    en: 'If you suspect that a star mark is misused: tell the people’s committee of the commune where it is sold or made, with a photograph of the label.',
  },
  contactSite: { vi: 'Sao Làng', en: 'Sao Làng' },
  contactSiteText: {
    vi: 'Đây là bản trình diễn nên chưa có tổng đài hay hòm thư tiếp nhận. Nếu trang báo lỗi, hãy ghi lại “mã yêu cầu” ở cuối trang; người vận hành dùng mã đó để tìm nguyên nhân.',
    en: 'This is a demonstration without a call centre or mailbox. If a page fails, note the “request id” at its foot; the operator uses it to find the cause.',
  },
  producersLink: { vi: 'Tìm trang của chủ thể', en: 'Find the producer’s page' },
  checkLink: { vi: 'Kiểm tra một mã', en: 'Check a code' },
})
