import { messages } from './messages.ts'

/** Words of the home page. */
export const home = messages({
  title: {
    vi: 'Đặc sản có sao, có quyết định, có đường về tận ruộng',
    en: 'Village food with stars, a decision, and a road back to the field',
  },
  lead: {
    vi: 'Mỗi gói hàng một mã. Quét để thấy ai làm ra, nguyên liệu từ đâu và hội đồng nào đã chấm sao.',
    en: 'Every package has its code. Scan it to see who made it, where it grew and which council awarded its stars.',
  },
  description: {
    vi: 'Chợ đặc sản OCOP: mua sản phẩm có sao, xem quyết định công nhận, quét mã để truy xuất tận vùng nguyên liệu.',
    en: 'A market for OCOP products: buy starred village food, read the council decision, scan the code back to the field.',
  },
  byStars: { vi: 'Chọn theo hạng sao', en: 'Choose by stars' },
  allProducts: { vi: 'Tất cả', en: 'All' },
  starsChip: { vi: '{stars} sao', en: '{stars} stars' },
  starredTitle: { vi: 'Đang có sao hôm nay', en: 'With stars today' },
  seeAll: { vi: 'Xem tất cả sản phẩm', en: 'See all products' },
  scanTitle: { vi: 'Quét một mã, thấy cả con đường', en: 'Scan one code, see the whole road' },
  scanLead: {
    vi: 'Mã trên tem trả lời theo đúng thứ tự bạn cần hỏi khi cầm gói hàng trên tay.',
    en: 'The code on the label answers in the order you would ask, package in hand.',
  },
  scanCode: { vi: 'Mã thật không?', en: 'Is the code real?' },
  scanCodeText: {
    vi: 'Mã do chủ thể phát hành, và đã được kiểm tra mấy lần.',
    en: 'Whether the producer issued it, and how often it was checked.',
  },
  scanStar: { vi: 'Sao còn hiệu lực không?', en: 'Are the stars valid?' },
  scanStarText: {
    vi: 'Hôm nay và vào ngày đóng gói, kèm số quyết định và nơi ban hành.',
    en: 'Today and on the packing day, with decision number and authority.',
  },
  scanWho: { vi: 'Ai làm, ở đâu?', en: 'Who made it, and where?' },
  scanWhoText: {
    vi: 'Chủ thể, vùng nguyên liệu, và ai xác nhận từng điều đó.',
    en: 'The producer, the source areas, and who confirms each claim.',
  },
  scanLot: { vi: 'Lô nào, đi qua những đâu?', en: 'Which lot, by which way?' },
  scanLotText: {
    vi: 'Từ ruộng, qua lò sấy, đến gói hàng; có thu hồi thì báo ngay.',
    en: 'From the field through the drying room to the package; recalls come first.',
  },
  scanAction: { vi: 'Kiểm tra một mã', en: 'Check a code' },
  regionsTitle: { vi: 'Đi theo vùng đất', en: 'Travel by region' },
  regionsAll: { vi: 'Xem cả 34 tỉnh, thành phố', en: 'See all 34 provinces and cities' },
  figuresTitle: { vi: 'Con số nào cũng có nguồn', en: 'Every figure has its source' },
  figuresText: {
    vi: 'Số liệu của chương trình được lấy từ báo cáo và kế hoạch của các tỉnh. Chỗ nào tài liệu tự mâu thuẫn, chúng tôi ghi rõ.',
    en: 'The programme’s figures come from reports and plans of the provinces. Where a document contradicts itself, we say so.',
  },
  figuresAction: { vi: 'Mở trang số liệu', en: 'Open the figures' },
  figureProducts: {
    vi: { other: 'sản phẩm trên Sao Làng' },
    en: { one: 'product on Sao Làng', other: 'products on Sao Làng' },
  },
  figureStarred: { vi: { other: 'đang có sao hôm nay' }, en: { one: 'with stars today', other: 'with stars today' } },
  figureProvinces: {
    vi: { other: 'tỉnh, thành phố góp hàng' },
    en: { one: 'province taking part', other: 'provinces taking part' },
  },
})
