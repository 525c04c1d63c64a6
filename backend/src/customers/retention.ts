import {
  COMPLAINT_KEPT_DAYS,
  LISTING_KEPT_DAYS,
  ORDER_KEPT_DAYS,
  REFUND_ACCOUNT_KEPT_DAYS,
  STAY_KEPT_DAYS,
} from './kept-days'

interface RetentionRule {
  key: string
  /** Days after which it is erased by the job; null for what goes with the account. */
  days: number | null
  vi: { what: string; long: string; why: string }
  en: { what: string; long: string; why: string }
}

/** How long what is kept, and why. The privacy page and the page that deletes an account show this list; the job erases by it. */
export const RETENTION: readonly RetentionRule[] = [
  {
    key: 'orders',
    days: ORDER_KEPT_DAYS,
    vi: {
      what: 'Đơn hàng: người nhận, điện thoại, địa chỉ, hàng và tiền',
      long: '3 năm kể từ ngày đặt; sau đó xóa phần cá nhân, giữ số liệu',
      why: 'Luật Thương mại điện tử 122/2025/QH15 và luật kế toán buộc giữ dữ liệu hợp đồng',
    },
    en: {
      what: 'Orders: recipient, phone, address, goods and money',
      long: '3 years from the day of ordering; then the personal part is erased, figures stay',
      why: 'The E-commerce Law 122/2025/QH15 and accounting law require contract data to be kept',
    },
  },
  {
    key: 'order_messages',
    days: ORDER_KEPT_DAYS,
    vi: {
      what: 'Tin nhắn giữa bạn và người bán về đơn hàng',
      long: '3 năm kể từ ngày gửi; xóa tài khoản thì nội dung tin của bạn được xóa ngay, trừ đơn có khiếu nại trả hàng',
      why: 'Làm bằng chứng khi hai bên có tranh chấp',
    },
    en: {
      what: 'Messages between you and the seller about an order',
      long: '3 years from the day of sending; with your account the words of your messages go at once, save for orders in dispute',
      why: 'Evidence should the two sides disagree',
    },
  },
  {
    key: 'refund_accounts',
    days: REFUND_ACCOUNT_KEPT_DAYS,
    vi: {
      what: 'Tài khoản ngân hàng bạn ghi để nhận tiền hoàn',
      long: '30 ngày kể từ khi tiền đã chuyển',
      why: 'Để chuyển lại nếu ngân hàng trả tiền về; được mã hóa trong suốt thời gian đó',
    },
    en: {
      what: 'The bank account you named for a refund',
      long: '30 days from the day the money left',
      why: 'To pay again should the bank send it back; encrypted all the time',
    },
  },
  {
    key: 'listings',
    days: LISTING_KEPT_DAYS,
    vi: {
      what: 'Tin bày bán của chủ thể và các lần sửa',
      long: 'ít nhất 1 năm kể từ khi gỡ',
      why: 'Luật Thương mại điện tử 122/2025/QH15',
    },
    en: {
      what: 'Producers’ listings and their changes',
      long: 'at least 1 year after they were taken down',
      why: 'E-commerce Law 122/2025/QH15',
    },
  },
  {
    key: 'complaints',
    days: COMPLAINT_KEPT_DAYS,
    vi: {
      what: 'Khiếu nại: họ tên, cách liên hệ, nội dung',
      long: '3 năm kể từ ngày nhận; sau đó xóa phần cá nhân',
      why: 'Chứng minh đã giải quyết; cùng thời hạn với đơn hàng',
    },
    en: {
      what: 'Complaints: name, contact, words',
      long: '3 years from the day of receipt; then the personal part is erased',
      why: 'To show that they were settled; as long as orders',
    },
  },
  {
    key: 'stays',
    days: STAY_KEPT_DAYS,
    vi: {
      what: 'Hỏi đặt chỗ nghỉ, tham quan: tên, điện thoại, thư điện tử, lời nhắn',
      long: '180 ngày kể từ ngày cuối của chuyến đi; sau đó xóa phần cá nhân, giữ ngày, số khách và giá',
      why: 'Để chủ nhà trả lời, đón bạn và giải quyết việc còn lại sau chuyến đi',
    },
    en: {
      what: 'Enquiries for stays and tours: name, phone, e-mail, note',
      long: '180 days from the last day of the stay; then the personal part is erased, days, guests and price stay',
      why: 'So that the host can answer, receive you and settle what is left',
    },
  },
  {
    key: 'scan_reports',
    days: 365,
    vi: { what: 'Phản ánh sau khi quét tem', long: '12 tháng', why: 'Để xử lý hàng giả, hàng lỗi' },
    en: { what: 'Reports after a scan', long: '12 months', why: 'To deal with fake or faulty goods' },
  },
  {
    key: 'carts',
    days: 30,
    vi: {
      what: 'Giỏ hàng chưa đặt, cùng địa chỉ đã gõ',
      long: '30 ngày không đụng đến',
      why: 'Để bạn quay lại mua tiếp',
    },
    en: {
      what: 'Carts not ordered, with the address typed',
      long: '30 days untouched',
      why: 'So that you can come back',
    },
  },
  {
    key: 'account',
    days: null,
    vi: {
      what: 'Tài khoản: họ tên, thư điện tử, sổ địa chỉ, theo dõi, tin nhận được',
      long: 'đến khi bạn xóa tài khoản',
      why: 'Bạn đã đồng ý khi mở tài khoản',
    },
    en: {
      what: 'Account: name, e-mail, address book, follows, notices',
      long: 'until you delete the account',
      why: 'You agreed when you opened it',
    },
  },
  {
    key: 'consents',
    days: ORDER_KEPT_DAYS,
    vi: {
      what: 'Đồng ý và rút lại: mục đích, thời điểm, phiên bản câu chữ (không có họ tên)',
      long: '3 năm',
      why: 'Chứng minh chúng tôi đã hỏi bạn',
    },
    en: {
      what: 'Consents and withdrawals: purpose, time, wording (without your name)',
      long: '3 years',
      why: 'To show that we asked you',
    },
  },
]

export interface RetentionLine {
  what: string
  long: string
  why: string
}

/** The list as pages show it. */
export function publishedRetention(locale: 'vi' | 'en'): RetentionLine[] {
  return RETENTION.map((rule) => ({ ...rule[locale] }))
}
