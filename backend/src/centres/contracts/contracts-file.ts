import { registerXlsx } from '@sao-lang/traceability/exports/register-xlsx'
import { readableDay } from '../../calendar/vietnam-moment'
import type { ContractStanding } from './contract-rules'
import type { ContractView } from './read-contracts'

const STANDINGS: Readonly<Record<ContractStanding, string>> = {
  draft: 'Bản thảo',
  coming: 'Chưa đến ngày bắt đầu',
  active: 'Đang thực hiện',
  soon: 'Sắp hết hạn',
  over: 'Quá ngày cuối',
  ended: 'Đã thanh lý',
  terminated: 'Chấm dứt trước hạn',
}

const HEADER = [
  'Số hợp đồng',
  'Ngày ký',
  'Bên mua',
  'Mã số thuế',
  'Bên bán',
  'Từ ngày',
  'Đến ngày',
  'Tình trạng',
  'Sản phẩm',
  'Chủ thể',
  'Số lượng',
  'Đơn vị',
  'Tính theo',
  'Giá (đ)',
  'Đã giao',
  'Còn lại',
]

/** A row a line of goods; a contract without any has one of its own. */
export function contractRows(contracts: readonly ContractView[]): (string | number)[][] {
  const day = (value: string | null) => (value === null ? '' : readableDay(value))
  return contracts.flatMap((contract) => {
    const head = [
      ...[contract.number ?? '', day(contract.signedOn), contract.retailerName, contract.retailerTaxCode],
      ...[contract.seller?.name ?? contract.centreName, day(contract.fromDay), day(contract.toDay)],
      STANDINGS[contract.standing],
    ]
    if (contract.lines.length === 0) return [[...head, '', '', '', '', '', '', '', '']]
    return contract.lines.map((line) => [
      ...[
        ...head,
        line.title,
        line.producerName,
        line.quantity,
        line.unit,
        line.per === 'month' ? 'tháng' : 'cả hợp đồng',
      ],
      ...[line.price, line.delivered, line.left],
    ])
  })
}

/** Contracts as a workbook. In: the day on which they stand so, yyyy-mm-dd. */
export function contractsXlsx(contracts: readonly ContractView[], today: string): Promise<Buffer> {
  return registerXlsx([
    {
      title: 'HỢP ĐỒNG CUNG ỨNG VỚI NHÀ BÁN LẺ',
      subtitle: `Tính đến ${readableDay(today)}; cột Còn lại của dòng tính theo tháng là của tháng đó. Tiền hàng do bên mua trả thẳng cho bên bán.`,
      sheet: 'Hợp đồng',
      header: HEADER,
      rows: contractRows(contracts),
      widths: [18, 12, 32, 16, 30, 12, 12, 20, 36, 30, 12, 10, 14, 14, 12, 12],
    },
  ])
}
