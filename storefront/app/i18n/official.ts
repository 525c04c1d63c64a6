import { messages } from './messages.ts'

/** Words of officials' signing in, their home page, and of what may go wrong. */
export const official = messages({
  signInTitle: { vi: 'Cán bộ đăng nhập', en: 'Officials’ sign-in' },
  signInLead: {
    vi: 'Dành cho cán bộ xã, tổ tư vấn, hội đồng, tỉnh và bộ làm việc với hồ sơ OCOP.',
    en: 'For officials of communes, advisory groups, councils, provinces and the ministry who work on OCOP dossiers.',
  },
  signInHelp: {
    vi: 'Tài khoản do ban vận hành Sao Làng cấp theo văn bản cử người. Quên mật khẩu cũng hỏi ban vận hành.',
    en: 'The operators of Sao Làng make accounts on a letter of appointment. Ask them too when a password is gone.',
  },

  homeTitle: { vi: 'Việc cần làm', en: 'Work list' },
  homeLead: {
    vi: 'Việc quá hạn đứng trước, rồi đến việc sắp tới hạn.',
    en: 'What is overdue comes first, then what is due soonest.',
  },
  notWhole: {
    vi: 'Chưa tải được một phần danh sách. Mở lại trang sau ít phút để xem đủ.',
    en: 'Part of the list could not be loaded. Open the page again in a few minutes to see all of it.',
  },
  noDutiesTitle: { vi: 'Không còn việc nào chờ', en: 'Nothing is waiting' },
  noDutiesText: {
    vi: 'Khi có hồ sơ, phiên họp hay văn bản cần bạn xử lý, việc sẽ hiện ở đây kèm hạn.',
    en: 'Dossiers, sittings and papers that need you will stand here with their deadlines.',
  },
  due: { vi: 'Hạn {day}', en: 'Due {day}' },
  dueToday: { vi: 'Hạn hôm nay', en: 'Due today' },
  overdueSince: { vi: 'Quá hạn từ {day}', en: 'Overdue since {day}' },
  noDue: { vi: 'Không có hạn', en: 'No deadline' },

  toCentre: { vi: 'Vào trung tâm xúc tiến', en: 'To the promotion centre' },
  postsTitle: { vi: 'Chức vụ của bạn', en: 'Your posts' },
  postsLead: {
    vi: 'Bạn chỉ thấy và xử lý được việc trong địa bàn của chức vụ.',
    en: 'You see and handle only what lies in the place of a post.',
  },
  everywhere: { vi: 'Cả nước', en: 'Everywhere' },
  postSince: { vi: 'từ {from}', en: 'since {from}' },
  postUntil: { vi: 'từ {from} đến hết {to}', en: '{from} to {to}' },
  postMay: { vi: 'Được làm', en: 'May do' },
  sample: { vi: 'Tài khoản minh hoạ', en: 'Demonstration account' },

  role_commune_officer: { vi: 'Cán bộ xã', en: 'Commune officer' },
  role_commune_leader: { vi: 'Lãnh đạo xã', en: 'Commune leader' },
  role_advisor: { vi: 'Thành viên tổ tư vấn', en: 'Advisory group member' },
  role_council_secretary: { vi: 'Thư ký hội đồng', en: 'Council secretary' },
  role_council_member: { vi: 'Ủy viên hội đồng', en: 'Council member' },
  role_council_chair: { vi: 'Chủ tịch hội đồng', en: 'Council chair' },
  role_province_officer: { vi: 'Cán bộ tỉnh', en: 'Province officer' },
  role_province_leader: { vi: 'Lãnh đạo tỉnh', en: 'Province leader' },
  role_centre_seller: { vi: 'Nhân viên bán hàng của trung tâm xúc tiến', en: 'Promotion centre seller' },
  role_centre_manager: { vi: 'Quản lý trung tâm xúc tiến', en: 'Promotion centre manager' },
  role_ministry_officer: { vi: 'Cán bộ bộ', en: 'Ministry officer' },
  role_ministry_leader: { vi: 'Lãnh đạo bộ', en: 'Ministry leader' },

  suspendedTitle: { vi: 'Tài khoản đang tạm khóa', en: 'This account is suspended' },
  suspendedText: {
    vi: 'Bạn chưa xem và xử lý việc được. Hãy liên hệ ban vận hành của Sao Làng.',
    en: 'You cannot see or handle anything for now. Ask the operators of Sao Làng.',
  },
  noPostTitle: { vi: 'Hôm nay bạn không giữ chức vụ nào', en: 'You hold no post today' },
  noPostText: {
    vi: 'Chức vụ đã hết hạn hoặc chưa bắt đầu. Khi có văn bản cử người, ban vận hành của Sao Làng sẽ giao lại.',
    en: 'Your post has ended or has not begun. The operators of Sao Làng give it on a letter of appointment.',
  },
  notPermittedTitle: { vi: 'Chức vụ của bạn không có việc này', en: 'Your post does not include this' },
  notPermittedText: {
    vi: 'Việc này thuộc một chức vụ khác. Nếu đây là việc của bạn, hãy đề nghị ban vận hành giao chức vụ phù hợp.',
    en: 'This belongs to another post. If it is yours to do, ask the operators for the post that includes it.',
  },
  missingTitle: { vi: 'Không có trang này', en: 'No such page' },
  missingText: {
    vi: 'Đường dẫn sai, hoặc nội dung nằm ngoài địa bàn của bạn.',
    en: 'The address is wrong, or what you look for is outside of your place.',
  },
  awayTitle: { vi: 'Trang đang tạm gián đoạn', en: 'The desk is away for a moment' },
  awayText: {
    vi: 'Máy chủ chưa trả lời. Những gì đã lưu vẫn còn; hãy mở lại sau ít phút.',
    en: 'The server does not answer. What was saved is safe; open the page again in a few minutes.',
  },
  failedTitle: { vi: 'Có trục trặc', en: 'Something went wrong' },
  failedText: { vi: 'Lỗi từ phía chúng tôi, không phải do bạn. Hãy thử lại.', en: 'The fault is ours. Try again.' },
  toHome: { vi: 'Về danh sách việc', en: 'To the work list' },
  toShop: { vi: 'Về chợ Sao Làng', en: 'Back to the shop' },
})
