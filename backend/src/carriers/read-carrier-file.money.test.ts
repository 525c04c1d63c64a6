import { readCarrierFile } from './read-carrier-file'

const TODAY = '2026-11-23'
const HEADER = ['STT', 'Mã vận đơn', 'Trạng thái', 'Tiền thu hộ', 'Phí dịch vụ', 'Phí chuyển hoàn', 'Ngày giao']
const row = (...cells: string[]) => ['1', ...cells]

it('reads delivered, refused and under way, with the fees of both ways', () => {
  const read = readCarrierFile(
    [
      ['GIAO HÀNG NHANH'],
      HEADER,
      row('GHN001', 'Giao thành công', '320.000', '25.000', '', '22/11/2026'),
      row('ghn002', 'Đã hoàn', '150.000', '25.000', '12.500', '22/11/2026'),
      row('GHN003', 'Đang giao', '99.000', '', '', ''),
      ['', '', '', '470.000', '50.000', '', 'Tổng cộng'],
    ],
    TODAY,
  )
  expect(read?.faults).toEqual([])
  expect(read?.underWay).toBe(1)
  expect(read?.parcels).toMatchObject([
    { trackingNo: 'GHN001', report: 'delivered', cod: 320_000, fee: 25_000, day: '2026-11-22' },
    { trackingNo: 'GHN002', report: 'refused', cod: 0, fee: 37_500, day: '2026-11-22' },
  ])
})

it.each([
  [row('', 'Giao thành công', '1.000', '', '', ''), 'Mã vận đơn'],
  [row("=cmd|'/c calc'!A1", 'Giao thành công', '1.000', '', '', ''), 'Mã vận đơn'],
  [row('GHN9', 'Lên mặt trăng', '1.000', '', '', ''), 'Trạng thái'],
  [row('GHN9', 'Giao thành công', '', '', '', ''), 'Tiền thu hộ'],
  [row('GHN9', 'Giao thành công', '-1.000', '', '', ''), 'Tiền thu hộ'],
  [row('GHN9', 'Giao thành công', '12,5', '', '', ''), 'Tiền thu hộ'],
  [row('GHN9', 'Giao thành công', '1.000', 'x', '', ''), 'Phí dịch vụ'],
  [row('GHN9', 'Đã hoàn', '0', '', '1,5', ''), 'Phí chuyển hoàn'],
  [row('GHN9', 'Giao thành công', '1.000', '', '', '31/02/2026'), 'Ngày giao'],
  [row('GHN9', 'Giao thành công', '1.000', '', '', '24/11/2026'), 'Ngày giao'],
  [row('GHN001', 'Giao thành công', '1.000', '', '', ''), 'Mã vận đơn'],
])('names row and column of what it cannot read: %#', (bad, column) => {
  const good = row('GHN001', 'Giao thành công', '320.000', '', '', '')
  const read = readCarrierFile([HEADER, good, bad], TODAY)
  expect(read?.faults).toMatchObject([{ row: 3, column, sentence: expect.stringContaining('Dòng 3, cột') }])
  expect(read?.parcels).toHaveLength(1)
})

it('is no such file without headings for number, state and money', () => {
  expect(readCarrierFile([['Mã vận đơn', 'Trạng thái']], TODAY)).toBeNull()
})
