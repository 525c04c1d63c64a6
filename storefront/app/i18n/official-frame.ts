import { messages } from './messages.ts'

/** Words of the frame around officials' pages; other pages do not load it. */
export const officialFrame = messages({
  name: { vi: 'Trang cán bộ', en: 'Officials’ desk' },
  menu: { vi: 'Việc của cán bộ', en: 'Officials’ work' },
  menuShort: { vi: 'Mục', en: 'Menu' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  home: { vi: 'Việc cần làm', en: 'Work list' },
  decisions: { vi: 'Quyết định', en: 'Decisions' },
  notices: { vi: 'Tin', en: 'Notices' },
  unread: {
    vi: { other: '{count} tin chưa đọc' },
    en: { one: '{count} unread notice', other: '{count} unread notices' },
  },
  audit: { vi: 'Nhật ký', en: 'Journal' },
})
