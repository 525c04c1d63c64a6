import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node'
import { type BookedGoods, type BookLine, HEADINGS, type LotBookContent, vietnameseDay } from './lot-book-content.ts'

const HEAD = { fontWeight: 'bold', backgroundColor: '#e6efe6', wrap: true, alignVertical: 'center' } as const
const CROSSED = { textDecoration: { strikethrough: true }, textColor: '#777777' } as const
const AMOUNT = '#,##0.###'
/** Excel counts days from here; cells carry a real date so that bookkeepers can filter by month. */
const DAY_FORMAT = 'dd/mm/yyyy'

/**
 * The lot book as a workbook (ISO/IEC 29500): a sheet of entries with one row for each lot that went in or came out, and a
 * sheet of stock by lot. Numbers are numbers, days are dates; corrected entries are struck through and say why.
 */
export async function lotBookXlsx(book: LotBookContent): Promise<Buffer> {
  const journal: Sheet<never> = {
    sheet: 'Nhật ký',
    orientation: 'landscape',
    stickyRowsCount: 4,
    columns: [12, 8, 20, 12, 18, 30, 12, 10, 10, 40, 20, 34].map((width) => ({ width })),
    data: [
      ...title(book, 'SỔ THEO DÕI LÔ SẢN XUẤT'),
      head(
        'Ngày',
        'Giờ',
        HEADINGS.work,
        'Vào / ra',
        'Lô',
        'Tên hàng',
        'Số lượng',
        'Đơn vị',
        HEADINGS.loss,
        HEADINGS.note,
        HEADINGS.recordedBy,
        'Lý do sửa',
      ),
      ...book.lines.flatMap(rowsOf),
    ],
  }
  const totals: Sheet<never> = {
    sheet: 'Tổng theo lô',
    stickyRowsCount: 4,
    columns: [20, 34, 10, 14, 14, 14, 14].map((width) => ({ width })),
    data: [
      ...title(book, 'NHẬP, XUẤT, TỒN THEO LÔ'),
      head('Lô', 'Tên hàng', 'Đơn vị', 'Tồn đầu kỳ', 'Nhập trong kỳ', 'Xuất trong kỳ', 'Tồn cuối kỳ'),
      ...book.totals.map(
        (total): Row => [
          { value: total.lotCode },
          { value: total.name },
          { value: total.unit },
          ...[total.opening, total.made, total.used, total.closing].map((value) => ({
            type: Number,
            value,
            format: AMOUNT,
          })),
        ],
      ),
    ],
  }
  return await writeXlsxFile([journal, totals], { fontFamily: 'Times New Roman', fontSize: 11 }).toBuffer()
}

function title({ producer, from, to }: LotBookContent, words: string): Row[] {
  return [
    [{ value: words, fontWeight: 'bold', fontSize: 14 }],
    [{ value: `${producer} · từ ${vietnameseDay(from)} đến ${vietnameseDay(to)}` }],
    [],
  ]
}

function head(...words: string[]): Row {
  return words.map((value) => ({ value, ...HEAD }))
}

/** The entry's own words stand in its first row alone, so that sums and filters by lot count nothing twice. */
function rowsOf(line: BookLine): Row[] {
  const goods: [string, BookedGoods][] = [
    ...line.inputs.map((each): [string, BookedGoods] => ['Vào', each]),
    ...line.additions.map((each): [string, BookedGoods] => ['Thêm vào', each]),
    ...line.outputs.map((each): [string, BookedGoods] => ['Ra', each]),
    ...line.about.map((lotCode): [string, BookedGoods] => ['Theo dõi', { lotCode, name: '', quantity: null }]),
  ]
  const style = line.crossedOut === null ? {} : CROSSED
  const text = (value: string | null) => (value === null || value === '' ? null : { value, ...style })
  const number = (value: number | null, format: string) =>
    value === null ? null : { type: Number, value, format, ...style }
  return goods.map(([direction, each], at): Row => {
    const first = at === 0
    return [
      { type: Date, value: new Date(`${line.day}T00:00:00Z`), format: DAY_FORMAT, ...style },
      text(line.time),
      text(line.work),
      text(direction),
      text(each.lotCode),
      text(each.name),
      number(each.quantity?.value ?? null, AMOUNT),
      text(each.quantity?.unit ?? null),
      first ? number(line.loss, '0.0%') : null,
      first ? text(line.note) : null,
      first ? text(line.recordedBy) : null,
      first && line.crossedOut !== null ? { value: line.crossedOut, fontStyle: 'italic' } : null,
    ]
  })
}
