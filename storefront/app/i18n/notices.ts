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
  evaluation_received: {
    vi: 'Hồ sơ “{product}” đã được hội đồng tiếp nhận, hạn có kết quả {dueOn}.',
    en: 'The council has received the dossier of “{product}”; a result is due by {dueOn}.',
  },
  evaluation_result: {
    vi: 'Kết quả đánh giá “{product}”: {points} điểm, {stars} sao.',
    en: 'The result for “{product}”: {points} points, {stars} stars.',
  },
  evaluation_closed: {
    vi: 'Việc đánh giá “{product}” đã dừng. Lý do: {reason}.',
    en: 'The evaluation of “{product}” has ended. Reason: {reason}.',
  },
  sitting_called: {
    vi: 'Bạn được mời dự phiên họp hội đồng ngày {day}, {place}: {products} hồ sơ.',
    en: 'You are called to a sitting of the council on {day}, {place}: {products} dossiers.',
  },
  sheets_revealed: {
    vi: 'Mọi thành viên đã nộp phiếu cho “{product}”; phiếu đã mở.',
    en: 'All sheets for “{product}” are in and have been opened.',
  },
  rescore_called: {
    vi: 'Hội đồng chấm lại “{product}”: {note}.',
    en: 'The council scores “{product}” again: {note}.',
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
