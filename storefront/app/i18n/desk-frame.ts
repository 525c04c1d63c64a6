import { messages } from './messages.ts'

/** Words of the frame around pages of work. Every page of the site loads the frames, so they are few. */
export const deskFrame = messages({
  name: { vi: 'Trang chủ thể', en: 'Producer’s desk' },
  inspectors: { vi: 'Kiểm tra', en: 'Inspection' },
  menu: { vi: 'Việc của chủ thể', en: 'Producer’s work' },
  today: { vi: 'Hôm nay', en: 'Today' },
  orders: { vi: 'Đơn hàng', en: 'Orders' },
  ordersShort: { vi: 'Đơn', en: 'Orders' },
  lots: { vi: 'Sổ lô', en: 'Lot book' },
  labels: { vi: 'Tem', en: 'Labels' },
  dossiers: { vi: 'Hồ sơ & giấy tờ', en: 'Dossiers & papers' },
  dossiersShort: { vi: 'Hồ sơ', en: 'Dossiers' },
  areas: { vi: 'Vùng nguyên liệu', en: 'Source areas' },
  areasShort: { vi: 'Vùng', en: 'Areas' },
  notices: { vi: 'Tin', en: 'Notices' },
  unread: {
    vi: { other: '{count} tin chưa đọc' },
    en: { one: '{count} unread notice', other: '{count} unread notices' },
  },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  toShop: { vi: 'Về chợ Sao Làng', en: 'Back to the shop' },
})
