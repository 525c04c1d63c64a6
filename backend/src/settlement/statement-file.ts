import { caseFilePdf } from '@sao-lang/traceability/exports/case-file-pdf'
import { plainXlsx } from '@sao-lang/traceability/exports/plain-xlsx'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { readableDay, readableMoment } from '../calendar/vietnam-moment'
import type { CentrePart } from './centre-statement'
import type { StatementOf, StatementPart } from './statement'

/** What each part is called on paper. */
export const PRODUCER_WORDS: Readonly<Record<StatementPart, string>> = {
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

/** The same for a centre. */
export const CENTRE_WORDS: Readonly<Record<CentrePart, string>> = {
  commission: 'Hoa hồng bán hộ',
  discount: 'Khuyến mại trung tâm chịu',
  refund: 'Hoa hồng của hàng bị trả',
  till: 'Chênh lệch quỹ quầy',
  payout: 'Đã chuyển vào tài khoản',
  payout_back: 'Chuyển khoản bị trả lại',
}

const partsOf = <Part extends string>(words: Readonly<Record<Part, string>>) => Object.keys(words) as Part[]
const dong = (amount: number) => `${amount.toLocaleString('vi-VN')} đ`
const monthWords = (month: string) => `tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`

/** A statement on paper, A4. */
export async function statementPdf<Part extends string>(
  statement: StatementOf<Part>,
  words: Readonly<Record<Part, string>>,
  payee: { name: string; sample: boolean },
  at: Date,
): Promise<Buffer> {
  const { month, opening, closing, totals, rows } = statement
  const named = partsOf(words)
  return await caseFilePdf({
    title: 'Bảng đối soát',
    number: month,
    subtitle: `${payee.name} · ${monthWords(month)}`,
    sample: payee.sample,
    photos: [],
    madeBy: 'Sao Làng',
    madeAt: readableMoment(at.toISOString()),
    sections: [
      {
        heading: 'Tổng hợp',
        facts: [
          ['Số dư đầu kỳ', dong(opening)],
          ...named
            .filter((part) => totals[part] !== 0)
            .map((part): [string, string] => [words[part], dong(totals[part])]),
          ['Số dư cuối kỳ', dong(closing)],
        ],
      },
      ...rows.map((row) => ({
        heading: `${row.orderNo ?? 'Không theo đơn'} · ${readableDay(vietnamDay(new Date(row.at)))}`,
        facts: [
          ...named.flatMap((part): [string, string][] => {
            const amount = row.parts[part]
            return amount === undefined || amount === 0 ? [] : [[words[part], dong(amount)]]
          }),
          ['Cộng', dong(row.net)] as [string, string],
        ],
      })),
    ],
  })
}

/** A statement as a workbook: one row an order, one column a part; the first and last rows are the balances. */
export async function statementXlsx<Part extends string>(
  { month, opening, closing, rows, totals }: StatementOf<Part>,
  words: Readonly<Record<Part, string>>,
): Promise<Buffer> {
  const named = partsOf(words)
  const head = ['Ngày', 'Đơn', ...named.map((part) => words[part]), 'Cộng']
  const blank = named.map(() => '')
  const net = rows.reduce((sum, row) => sum + row.net, 0)
  return await plainXlsx(
    `Đối soát ${month}`,
    head,
    [
      ['', 'Số dư đầu kỳ', ...blank, String(opening)],
      ...rows.map((row) => [
        readableDay(vietnamDay(new Date(row.at))),
        row.orderNo ?? 'Không theo đơn',
        ...named.map((part) => String(row.parts[part] ?? 0)),
        String(row.net),
      ]),
      ['', 'Cộng trong kỳ', ...named.map((part) => String(totals[part])), String(net)],
      ['', 'Số dư cuối kỳ', ...blank, String(closing)],
    ],
    [12, 22, ...named.map(() => 16), 16],
  )
}
