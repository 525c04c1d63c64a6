import { messages } from './messages.ts'

/** Words of the frame around officials' pages; other pages do not load it. */
export const officialFrame = messages({
  name: { vi: 'Trang cán bộ', en: 'Officials’ desk' },
  menu: { vi: 'Việc của cán bộ', en: 'Officials’ work' },
  menuShort: { vi: 'Mục', en: 'Menu' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  home: { vi: 'Việc cần làm', en: 'Work list' },
  calendar: { vi: 'Lịch', en: 'Calendar' },
  dossiers: { vi: 'Hồ sơ', en: 'Dossiers' },
  notices: { vi: 'Tin', en: 'Notices' },
  unread: {
    vi: { other: '{count} tin chưa đọc' },
    en: { one: '{count} unread notice', other: '{count} unread notices' },
  },
  reports: { vi: 'Báo cáo', en: 'Reports' },
  evaluations: { vi: 'Đánh giá', en: 'Evaluations' },
  sittings: { vi: 'Phiên họp', en: 'Sittings' },
  sheets: { vi: 'Phiếu chấm', en: 'Score sheets' },
  postInspection: { vi: 'Hậu kiểm', en: 'Post-inspection' },
  markUse: { vi: 'Nhãn hiệu', en: 'Mark use' },
  audit: { vi: 'Nhật ký', en: 'Journal' },
  decisions: { vi: 'Quyết định', en: 'Decisions' },
})
