import fc from 'fast-check'
import { readStatement } from './read-statement'
import { readDong, readMoment } from './table-cells'

const TODAY = '2026-11-23'

it.each([
  ['1.250.000', 1_250_000],
  ['1,250,000', 1_250_000],
  ['+1 250 000 VND', 1_250_000],
  ['1.250.000,00', 1_250_000],
  ['1,250,000.00', 1_250_000],
  ['1250000', 1_250_000],
  ['1250000.0', 1_250_000],
  ['320.000 đ', 320_000],
  ['-320.000', -320_000],
  ['1.250', 1_250],
  ['', null],
  ['-', null],
  ['12,50', 'not_an_amount'],
  ['12.5', 'not_an_amount'],
  ['1.250.00', 'not_an_amount'],
  ['1.250,000', 'not_an_amount'],
  ['1.250.000.00', 'not_an_amount'],
  ['1e9', 'not_an_amount'],
  ['=1+1', 'not_an_amount'],
  ['1.25x', 'not_an_amount'],
  ['9'.repeat(20), 'not_an_amount'],
])('reads %o as %o', (cell, amount) => {
  expect(readDong(cell)).toBe(amount)
})

it('reads back every amount in every way it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000_000 }), (amount) => {
      const grouped = String(amount).replace(/\B(?=(\d{3})+$)/g, '.')
      for (const cell of [String(amount), grouped, grouped.replaceAll('.', ','), `${grouped} VND`, `${grouped},00`]) {
        expect(readDong(cell)).toBe(amount)
      }
    }),
  )
})

it.each([
  ['23/11/2026', '2026-11-22T17:00:00.000Z'],
  ['23/11/2026 08:05', '2026-11-23T01:05:00.000Z'],
  ['23-11-2026 08:05:09', '2026-11-23T01:05:09.000Z'],
  ['2026-11-23', '2026-11-22T17:00:00.000Z'],
  ['3/1/2026', '2026-01-02T17:00:00.000Z'],
])('reads the moment %s at +07', (cell, at) => {
  expect(readMoment(cell)?.at.toISOString()).toBe(at)
})
it.each(['31/02/2026', '11/23/2026', '23/11/26', 'hôm qua', '', '23/11/2026 25:00', '45000'])(
  '%o is no day',
  (cell) => {
    expect(readMoment(cell)).toBeNull()
  },
)

const LAYOUTS: Record<string, string[][]> = {
  'Vietcombank, two columns of money below an address': [
    ['NGÂN HÀNG TMCP NGOẠI THƯƠNG VIỆT NAM'],
    ['Số tài khoản:', '0000686868'],
    [],
    ['STT', 'Ngày giao dịch', 'Số tham chiếu', 'Số tiền ghi nợ', 'Số tiền ghi có', 'Mô tả'],
    ['1', '22/11/2026', 'REF01', '', '320.000', 'SL7K2M9QT thanh toan'],
    ['2', '22/11/2026', 'REF02', '11.000', '', 'Phi dich vu'],
    ['', '', '', '11.000', '320.000', 'Tổng cộng'],
  ],
  'headings in two languages': [
    [
      'Ngày GD\nTransaction date',
      'Diễn giải/ Description',
      'Phát sinh nợ/ Debit',
      'Phát sinh có/ Credit',
      'Số dư/ Balance',
    ],
    ['22/11/2026 10:11:12', 'SL7K2M9QT', '0', '320,000.00', '5,000,000'],
    ['22/11/2026 10:11:13', 'tra luong', '1,000', '0', '4,999,000'],
  ],
  'one column of money with a sign': [
    ['Thời gian', 'Số tiền', 'Nội dung', 'Mã giao dịch'],
    ['2026-11-22', '320000', 'SL7K2M9QT', 'FT1'],
    ['2026-11-22', '-500', 'phi', 'FT2'],
  ],
}

it.each(Object.entries(LAYOUTS))('understands %s', (_name, rows) => {
  const read = readStatement(rows, TODAY)
  expect(read?.faults).toEqual([])
  expect(read?.lines.map(({ amount }) => amount)).toEqual([320_000])
  expect(read?.outgoing).toBe(1)
})

const HEADER = ['Ngày giao dịch', 'Số tiền ghi nợ', 'Số tiền ghi có', 'Nội dung', 'Số tham chiếu']
const GOOD = ['22/11/2026', '', '320.000', 'SL7K2M9QT', 'R1']

it.each([
  [['31/02/2026', '', '320.000', 'x', ''], 'Ngày giao dịch', 'dd/mm/yyyy'],
  [['', '', '320.000', 'x', ''], 'Ngày giao dịch', 'dd/mm/yyyy'],
  [['24/11/2026', '', '320.000', 'x', ''], 'Ngày giao dịch', 'chưa tới'],
  [['22/11/2026', '', '12,5x', 'x', ''], 'Số tiền ghi có', '“12,5x” không phải số tiền'],
  [['22/11/2026', 'abc', '', 'x', ''], 'Số tiền ghi nợ', 'không phải số tiền'],
  [['22/11/2026', '5.000', '5.000', 'x', ''], 'Số tiền ghi có', 'vừa có tiền vào vừa có tiền ra'],
  [['22/11/2026', '', '', 'x', ''], 'Số tiền ghi có', 'trống'],
  [['22/11/2026', '', '320.000', 'x'.repeat(2_000), ''], 'Nội dung', 'dài quá'],
  [['22/11/2026'], 'Số tiền ghi có', 'trống'],
])('names row and column of what it cannot read: %#', (row, column, part) => {
  const read = readStatement([HEADER, GOOD, row], TODAY)
  expect(read?.faults).toMatchObject([{ row: 3, column }])
  expect(read?.faults[0]?.sentence).toContain('Dòng 3, cột')
  expect(read?.faults[0]?.sentence).toContain(part)
})

it.each([
  [[]],
  [[['Tên', 'Tuổi']]],
  [[['Ngày giao dịch', 'Nội dung']]],
  [
    [
      ['Số tiền ghi có', 'Nội dung'],
      ['1', 'x'],
    ],
  ],
])('is no statement without headings for a day, an amount and a content: %#', (rows) => {
  expect(readStatement(rows, TODAY)).toBeNull()
})

it('a line has the same key wherever it stands and however it is printed, and equal lines have two', () => {
  const keys = (rows: string[][]) => readStatement(rows, TODAY)?.lines.map(({ key }) => key) ?? []
  const [first, second] = keys([HEADER, GOOD, GOOD])
  expect(first).not.toBe(second)
  expect(keys([HEADER, ['22/11/2026 09:00', '0', '320,000', 'sl7k2m9qt ', 'r1']])).toEqual([first])
  expect(keys([HEADER, ['21/11/2026', '', '1', 'y', ''], GOOD])).toContain(first)
})

it('whatever a file holds, each of its rows is a line, money that went out, a fault or empty of money', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('22/11/2026', '320.000', '-1', '0', '', '=cmd()', 'Tổng cộng'),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 20 }), (rows) => {
      const read = readStatement([HEADER, ...rows], TODAY)
      expect(read).not.toBeNull()
      for (const line of read?.lines ?? []) {
        expect(Number.isSafeInteger(line.amount) && line.amount > 0).toBe(true)
      }
      expect((read?.lines.length ?? 0) + (read?.outgoing ?? 0) + (read?.faults.length ?? 0)).toBeLessThanOrEqual(
        rows.length,
      )
    }),
    { numRuns: 1_000 },
  )
})
