import { caseFilePdf } from '@sao-lang/traceability/exports/case-file-pdf'
import { plainXlsx } from '@sao-lang/traceability/exports/plain-xlsx'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { readableDay, readableMoment } from '../calendar/vietnam-moment'
import { STATEMENT_PARTS, type Statement, type StatementPart } from './statement'

/** What each part is called on paper. */
const WORDS: Readonly<Record<StatementPart, string>> = {
  goods: 'Tiền hàng khách trả',
  shipping: 'Phí giao hàng khách trả',
  made_up: 'Sàn, trung tâm bù khuyến mại',
  commission: 'Phí sàn',
  centre_commission: 'Hoa hồng trung tâm bán hộ',
  vat: 'Thuế GTGT khấu trừ',
  pit: 'Thuế TNCN khấu trừ',
  refund: 'Hoàn tiền cho khách',
  freight: 'Cước vận chuyển',
  payout: 'Đã chuyển vào tài khoản',
  payout_back: 'Chuyển khoản bị trả lại',
}

const dong = (amount: number) => `${amount.toLocaleString('vi-VN')} đ`
const monthWords = (month: string) => `tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`

/** A statement on paper, A4. */
export async function statementPdf(
  statement: Statement,
  producer: { name: string; sample: boolean },
  at: Date,
): Promise<Buffer> {
  const { month, opening, closing, totals, rows } = statement
  return await caseFilePdf({
    title: 'Bảng đối soát',
    number: month,
    subtitle: `${producer.name} · ${monthWords(month)}`,
    sample: producer.sample,
    photos: [],
    madeBy: 'Sao Làng',
    madeAt: readableMoment(at.toISOString()),
    sections: [
      {
        heading: 'Tổng hợp',
        facts: [
          ['Số dư đầu kỳ', dong(opening)],
          ...STATEMENT_PARTS.filter((part) => totals[part] !== 0).map((part): [string, string] => [
            WORDS[part],
            dong(totals[part]),
          ]),
          ['Số dư cuối kỳ', dong(closing)],
        ],
      },
      ...rows.map((row) => ({
        heading: `${row.orderNo ?? 'Không theo đơn'} · ${readableDay(vietnamDay(new Date(row.at)))}`,
        facts: [
          ...STATEMENT_PARTS.flatMap((part): [string, string][] => {
            const amount = row.parts[part]
            return amount === undefined || amount === 0 ? [] : [[WORDS[part], dong(amount)]]
          }),
          ['Cộng', dong(row.net)] as [string, string],
        ],
      })),
    ],
  })
}

/** A statement as a workbook: one row an order, one column a part; the first and last rows are the balances. */
export async function statementXlsx({ month, opening, closing, rows, totals }: Statement): Promise<Buffer> {
  const head = ['Ngày', 'Đơn', ...STATEMENT_PARTS.map((part) => WORDS[part]), 'Cộng']
  const blank = STATEMENT_PARTS.map(() => '')
  const net = rows.reduce((sum, row) => sum + row.net, 0)
  return await plainXlsx(
    `Đối soát ${month}`,
    head,
    [
      ['', 'Số dư đầu kỳ', ...blank, String(opening)],
      ...rows.map((row) => [
        readableDay(vietnamDay(new Date(row.at))),
        row.orderNo ?? 'Không theo đơn',
        ...STATEMENT_PARTS.map((part) => String(row.parts[part] ?? 0)),
        String(row.net),
      ]),
      ['', 'Cộng trong kỳ', ...STATEMENT_PARTS.map((part) => String(totals[part])), String(net)],
      ['', 'Số dư cuối kỳ', ...blank, String(closing)],
    ],
    [12, 22, ...STATEMENT_PARTS.map(() => 16), 16],
  )
}
