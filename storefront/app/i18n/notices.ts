import { messages } from './messages.ts'

/** What producers and officials are told: one sentence a kind of the backend's `NoticeKinds`, filled in with its params. */
export const notices = messages({
  post_given: {
    vi: 'Bạn được giao chức vụ {role} tại {unit}, từ {from}.',
    en: 'You were given a post: {role}, {unit}, from {from}.',
  },
  post_ended: {
    vi: 'Chức vụ {role} tại {unit} của bạn hết vào cuối ngày {to}.',
    en: 'Your post ends at the close of {to}: {role}, {unit}.',
  },
  post_inspection_concluded: {
    vi: 'Cuộc hậu kiểm {product} đã có kết luận ngày {on}, {count} yêu cầu khắc phục.',
    en: 'The inspection of {product} was concluded on {on}; to be mended: {count}.',
  },
  follow_up_answered: {
    vi: 'Chủ thể đã báo cáo khắc phục về {product}. Hãy xem và cho ý kiến.',
    en: 'The producer answered about {product}. Look at it and say whether it will do.',
  },
  follow_up_accepted: {
    vi: 'Báo cáo khắc phục về {product} đã được chấp nhận.',
    en: 'Your answer about {product} was accepted.',
  },
  follow_up_refused: {
    vi: 'Báo cáo khắc phục về {product} chưa đạt. Hãy làm lại trước hết ngày {on}.',
    en: 'Your answer about {product} will not do yet. Mend it by {on}.',
  },
  revocation_proposed: {
    vi: 'Có đề nghị thu hồi công nhận {product}, phải quyết định trước hết ngày {on}.',
    en: 'A revocation is proposed for {product}; it has to be decided by {on}.',
  },
  revocation_decided: {
    vi: 'Công nhận của {product} đã bị thu hồi theo quyết định {number} ngày {on}.',
    en: 'The recognition of {product} was revoked by decision {number} of {on}.',
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
