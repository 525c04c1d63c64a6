import type { ReportKind } from '../modules/scan-report/kinds'

/** What a report is about, in the words of the form that its sender filled in (`storefront/app/i18n/report.ts`). */
export const REPORT_KIND_WORDS: Record<ReportKind, string> = {
  different_goods: 'Hàng khác với thông tin trên trang',
  copied_label: 'Tem có thể đã bị sao chép hoặc bóc dán lại',
  quality: 'Chất lượng hoặc an toàn',
  wrong_facts: 'Thông tin trên trang chưa đúng',
  other: 'Chuyện khác',
}
