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
  seller_suspended: {
    vi: 'Việc bán hàng của cơ sở tạm ngừng: {reason}. Sản phẩm không còn hiện trên cửa hàng và tiền chưa được chi trả; đơn đang giao vẫn làm tiếp.',
    en: 'Selling is suspended: {reason}. Products have left the shop and payouts wait; orders under way are to be finished.',
  },
  seller_lifted: {
    vi: 'Việc tạm ngừng bán đã dỡ bỏ. Sản phẩm hiện lại trên cửa hàng.',
    en: 'The suspension is lifted. Products are in the shop again.',
  },
  post_given: {
    vi: 'Bạn được giao chức vụ {role} tại {unit}, từ {from}.',
    en: 'You were given a post: {role}, {unit}, from {from}.',
  },
  post_ended: {
    vi: 'Chức vụ {role} tại {unit} của bạn hết vào cuối ngày {to}.',
    en: 'Your post ends at the close of {to}: {role}, {unit}.',
  },
  dossier_received: {
    vi: 'Xã đã nhận hồ sơ {product}, sẽ trả lời chậm nhất {dueOn}.',
    en: 'The commune has received the dossier of {product} and answers by {dueOn}.',
  },
  dossier_waiting: {
    vi: 'Có hồ sơ mới chờ xem xét: {product}, hạn {dueOn}.',
    en: 'A new dossier waits for you: {product}, due {dueOn}.',
  },
  dossier_withdrawn: {
    vi: 'Chủ thể đã rút hồ sơ {product}.',
    en: 'The producer has withdrawn the dossier of {product}.',
  },
  dossier_returned: {
    vi: 'Hồ sơ {product} cần sửa: {count} mục, nộp lại chậm nhất {deadline}.',
    en: 'The dossier of {product} needs correction. Items: {count}; send it again by {deadline}.',
  },
  dossier_passed_on: {
    vi: 'Xã đã chuyển hồ sơ {product} lên cấp đánh giá.',
    en: 'The commune has passed on the dossier of {product} for evaluation.',
  },
  dossier_arrived: {
    vi: 'Có hồ sơ xã vừa chuyển đến: {product}.',
    en: 'A commune has passed on a dossier: {product}.',
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
  agreement_proposed: {
    vi: '{centre} đề nghị bán hộ hàng của bạn, giữ lại {percent}% tiền hàng. Hãy xem và trả lời.',
    en: '{centre} offers to sell your goods for {percent}% of the price. Look at it and answer.',
  },
  agreement_withdrawn: {
    vi: '{centre} đã rút đề nghị bán hộ.',
    en: '{centre} has withdrawn its offer to sell for you.',
  },
  agreement_accepted: {
    vi: '{producer} đã đồng ý thoả thuận bán hộ, bắt đầu từ ngày {from}.',
    en: '{producer} accepted the agreement, which begins on {from}.',
  },
  agreement_declined: {
    vi: '{producer} không đồng ý thoả thuận bán hộ. Lý do: {reason}.',
    en: '{producer} declined the agreement. Reason: {reason}.',
  },
  agreement_ended: {
    vi: '{party} kết thúc thoả thuận bán hộ; ngày cuối cùng là {on}.',
    en: '{party} ends the agreement; its last day is {on}.',
  },
  paper_expires: {
    vi: '“{title}” có giá trị đến hết {on}. Hãy xin cấp lại rồi thay bản mới.',
    en: '“{title}” is good until the end of {on}. Renew it, then replace it in the store.',
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
