import { csvLine, csvStart } from '@sao-lang/traceability/exports/csv'
import { registerXlsx } from '@sao-lang/traceability/exports/register-xlsx'
import { readableDay } from '../calendar/vietnam-moment'
import type { ProducerSales } from './read-sales'

const HEADER = [
  'Chủ thể',
  'Số lần bán',
  'Số lượng',
  'Tiền hàng (đ)',
  'Phần của trung tâm (đ)',
  'Thuế khấu trừ (đ)',
  'Trả chủ thể (đ)',
] as const

function reportRows(sales: readonly ProducerSales[]): (string | number)[][] {
  return sales.map((row) => [row.producerName, row.sales, row.pieces, row.goods, row.centreShare, row.tax, row.due])
}

/** Sales by producer as a CSV file (RFC 4180). */
export function salesReportCsv(sales: readonly ProducerSales[]): string {
  return csvStart(HEADER) + reportRows(sales).map(csvLine).join('')
}

/** The same as a workbook. */
export function salesReportXlsx(sales: readonly ProducerSales[], from: string, to: string): Promise<Buffer> {
  return registerXlsx([
    {
      title: 'DOANH SỐ THEO CHỦ THỂ TẠI ĐIỂM BÁN',
      subtitle: `Từ ${readableDay(from)} đến hết ${readableDay(to)}`,
      sheet: 'Doanh số',
      header: [...HEADER],
      rows: reportRows(sales),
      widths: [40, 12, 12, 18, 22, 18, 18],
    },
  ])
}
