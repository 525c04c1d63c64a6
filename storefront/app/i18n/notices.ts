import { messages } from './messages.ts'

/** What producers and officials are told: one sentence a kind of the backend's `NoticeKinds`, filled in with its params. */
export const notices = messages({
  star_given: {
    vi: '{product} được công nhận OCOP {stars} sao, có hiệu lực đến hết ngày {to}.',
    en: '{product} is recognised with {stars} OCOP stars, valid to {to}.',
  },
  star_extended: {
    vi: 'Công nhận của {product} được gia hạn chuyển tiếp đến hết ngày {to}, trong lúc chờ kết quả đánh giá lại.',
    en: 'The recognition of {product} is extended to {to}, while the result of the re-evaluation is awaited.',
  },
  star_suspended: {
    vi: 'Công nhận của {product} bị tạm đình chỉ từ ngày {from}: không in, không dán thêm tem và không ghi sao cho đến khi được dỡ bỏ. Gói đã đóng khi còn hạn vẫn lưu hành hợp lệ.',
    en: 'The recognition of {product} is suspended since {from}: print and stick on no more labels and show no stars until it is lifted. Packages packed before stay lawful.',
  },
  star_restored: {
    vi: 'Việc tạm đình chỉ công nhận của {product} đã dỡ bỏ: từ ngày {from} lại được mang {stars} sao và làm tem.',
    en: 'The suspension of {product} is lifted: from {from} it carries its {stars} stars again, and labels can be made.',
  },
  star_expired: {
    vi: 'Công nhận của {product} hết hiệu lực từ ngày {from}: không in, không dán thêm tem. Gói đã đóng khi còn hạn vẫn lưu hành hợp lệ. Hãy nộp hồ sơ đánh giá lại.',
    en: 'The recognition of {product} lapsed on {from}: print and stick on no more labels. Packages packed before stay lawful. File for re-evaluation.',
  },
  star_revoked: {
    vi: 'Công nhận của {product} bị thu hồi từ ngày {from}: không in, không dán thêm tem và không ghi sao. Gói đã đóng khi còn hạn vẫn lưu hành hợp lệ.',
    en: 'The recognition of {product} was revoked on {from}: print and stick on no more labels and show no stars. Packages packed before stay lawful.',
  },
  post_given: {
    vi: 'Bạn được giao chức vụ {role} tại {unit}, từ {from}.',
    en: 'You were given a post: {role}, {unit}, from {from}.',
  },
  post_ended: {
    vi: 'Chức vụ {role} tại {unit} của bạn hết vào cuối ngày {to}.',
    en: 'Your post ends at the close of {to}: {role}, {unit}.',
  },
})

/** Words around notices. */
export const noticeList = messages({
  title: { vi: 'Tin', en: 'Notices' },
  lead: {
    vi: 'Những gì bạn cần biết về hồ sơ, công nhận và công việc của mình.',
    en: 'News of your dossiers, recognitions and work.',
  },
  latest: { vi: 'Tin mới', en: 'Latest notices' },
  all: { vi: 'Xem tất cả tin', en: 'All notices' },
  unread: { vi: 'Chưa đọc', en: 'Unread' },
  markAll: { vi: 'Đánh dấu đã đọc hết', en: 'Mark all as read' },
  open: { vi: 'Mở', en: 'Open' },
  emptyTitle: { vi: 'Chưa có tin nào', en: 'No notices yet' },
  emptyText: { vi: 'Khi có việc liên quan đến bạn, tin sẽ hiện ở đây.', en: 'News that concerns you will stand here.' },
  older: { vi: 'Tin cũ hơn', en: 'Older notices' },
  newest: { vi: 'Về tin mới nhất', en: 'Back to the newest' },
  away: {
    vi: 'Chưa tải được tin. Hãy mở lại trang sau ít phút.',
    en: 'Notices could not be loaded. Open the page again in a few minutes.',
  },
  unknown: { vi: 'Có tin mới. Hãy tải lại trang để xem.', en: 'There is news. Load the page again to read it.' },
})
