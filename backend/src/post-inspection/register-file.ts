import { csvLine, csvStart } from '@sao-lang/traceability/exports/csv'
import { registerXlsx } from '@sao-lang/traceability/exports/register-xlsx'
import { readableDay } from '../calendar/vietnam-moment'
import type { MarkUse } from './mark-use-view'
import { RIGHT_WORDS, VIOLATION_WORDS } from './words'

const HEADER = [
  'Mã sản phẩm',
  'Sản phẩm',
  'Chủ thể',
  'Mã tỉnh',
  'Số sao',
  'Quyền sử dụng hôm nay',
  'Từ ngày',
  'Đến hết ngày',
  'Số quyết định',
  'Ngày quyết định',
  'Cơ quan',
  'Mẫu bao bì, nhãn đã đăng ký',
  'Vi phạm',
  'Dữ liệu minh hoạ',
] as const

/** The register of mark use as a table. */
function markUseRows(uses: readonly MarkUse[]): (string | number)[][] {
  return uses.map((use) => [
    use.productCode ?? '',
    use.productName,
    use.producerName,
    use.provinceCode ?? '',
    use.stars,
    RIGHT_WORDS[use.right.state],
    readableDay(use.right.since),
    readableDay(use.right.until),
    use.decision.number,
    readableDay(use.decision.date),
    use.decision.authority,
    use.artwork.map(({ title }) => title).join('; '),
    [...new Set(use.violations.map(({ kind }) => VIOLATION_WORDS[kind]))].join('; '),
    use.sample ? 'có' : '',
  ])
}

/** The header of the register as a CSV file (RFC 4180). */
export function markUsesCsvHead(): string {
  return csvStart(HEADER)
}

/** Rows of the same, to be written after the header. */
export function markUsesCsvRows(uses: readonly MarkUse[]): string {
  return markUseRows(uses).map(csvLine).join('')
}

/** The register as a workbook. In: the day it shows, yyyy-mm-dd at +07. */
export function markUsesXlsx(uses: readonly MarkUse[], day: string): Promise<Buffer> {
  return registerXlsx([
    {
      title: 'SỔ THEO DÕI SỬ DỤNG NHÃN HIỆU CHỨNG NHẬN OCOP',
      subtitle: `Tính đến hết ngày ${readableDay(day)}`,
      sheet: 'Sử dụng nhãn hiệu',
      header: [...HEADER],
      widths: [22, 34, 34, 8, 8, 26, 12, 12, 18, 12, 28, 34, 40, 10],
      rows: markUseRows(uses),
    },
  ])
}
