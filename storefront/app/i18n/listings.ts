import { messages } from './messages.ts'

/** Words of a producer's own listings. */
export const listings = messages({
  title: { vi: 'Sản phẩm đang bán', en: 'Your listings' },
  lead: {
    vi: 'Sửa tên, mô tả, nhãn, giá và khối lượng. Người mua thấy sau khi sàn duyệt.',
    en: 'Change name, description, label, price and weight. Buyers see it once it is approved.',
  },
  emptyTitle: { vi: 'Chưa có sản phẩm nào', en: 'No listings yet' },
  emptyText: {
    vi: 'Bấm “Thêm sản phẩm mới” để viết sản phẩm đầu tiên rồi gửi sàn duyệt.',
    en: 'Press “Add a product”, describe the first one and hand it in for review.',
  },
  back: { vi: 'Tất cả sản phẩm', en: 'All listings' },
  state_shown: { vi: 'Đang bán', en: 'On sale' },
  state_paused: { vi: 'Tạm ngừng bán', en: 'Off sale for now' },
  state_hidden: { vi: 'Đang ẩn', en: 'Hidden' },
  state_submitted: { vi: 'Chờ duyệt', en: 'Under review' },
  state_returned: { vi: 'Bị trả lại', en: 'Sent back' },
  reason: { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  returnedTitle: { vi: 'Thay đổi bị trả lại', en: 'The change was sent back' },
  returnedHint: {
    vi: 'Nội dung bạn đã gửi còn ở dưới. Hãy sửa theo lý do trên rồi gửi lại.',
    en: 'What you sent is still below. Correct it and submit again.',
  },
  waitingTitle: { vi: 'Đang chờ sàn duyệt', en: 'Under review' },
  waitingText: {
    vi: 'Gửi ngày {day}. Người mua vẫn thấy nội dung cũ. Muốn sửa tiếp, hãy rút lại trước.',
    en: 'Sent on {day}. Buyers still see the old content. To change more, withdraw it first.',
  },
  withdraw: { vi: 'Rút lại', en: 'Withdraw' },
  submit: { vi: 'Gửi duyệt', en: 'Submit for review' },
  sent: { vi: 'Đã gửi. Sàn sẽ xem và trả lời tại trang này.', en: 'Sent. The answer will be on this page.' },
  withdrawn: { vi: 'Đã rút lại. Nội dung bạn viết vẫn còn ở dưới.', en: 'Withdrawn. What you wrote is still below.' },
  name: { vi: 'Tên sản phẩm', en: 'Product name' },
  nameHint: {
    vi: 'Như trên nhãn và quyết định công nhận.',
    en: 'As on the label and in the recognition decision.',
  },
  description: { vi: 'Mô tả', en: 'Description' },
  descriptionHint: {
    vi: 'Không ghi công dụng chữa bệnh. Câu chuyện sản phẩm sửa ở trang Hồ sơ.',
    en: 'No claims of healing. The story of the product is edited with its dossier.',
  },
  price: { vi: 'Giá (đồng)', en: 'Price (đồng)' },
  weight: { vi: 'Khối lượng cả bao bì (gam)', en: 'Weight with packaging (grams)' },
  sku: { vi: 'Mã hàng {sku}', en: 'SKU {sku}' },
  moreTitle: { vi: 'Việc khác', en: 'More' },
  addPacks: { vi: 'Thêm quy cách hoặc bộ quà', en: 'Add a pack size or gift set' },
  pause: { vi: 'Tạm ngừng bán', en: 'Take off sale' },
  pauseHint: {
    vi: 'Hết mùa, hết hàng lâu ngày: ngừng bán ngay, không cần duyệt. Đơn đã đặt vẫn giao như thường.',
    en: 'Out of season or out of stock for long: off sale at once, no review. Orders placed go on.',
  },
  resume: { vi: 'Bán lại', en: 'Put back on sale' },
  resumeHint: {
    vi: 'Người mua không thấy sản phẩm này. Bán lại thì hiện ngay như trước.',
    en: 'Buyers do not see this product. Put back, it shows at once as before.',
  },
  pausedDone: { vi: 'Đã ngừng bán.', en: 'Off sale.' },
  resumedDone: { vi: 'Đã bán lại.', en: 'On sale again.' },
  problems: { vi: 'Chưa gửi được', en: 'Not sent' },
  badPrice: {
    vi: '{pack}: giá là số đồng nguyên từ 1.000 đến 1 tỷ.',
    en: '{pack}: a price is whole đồng from 1,000 to 1 billion.',
  },
  badWeight: {
    vi: '{pack}: khối lượng từ 1 đến 100.000 gam, hoặc để trống.',
    en: '{pack}: a weight is 1 to 100,000 grams, or empty.',
  },
})
