import {
  findHeader,
  LONGEST_CELL,
  quoted,
  readDong,
  readMoment,
  type TableColumn,
  type TableFault,
  tidy,
} from '../bank-transfer/table-cells'
import type { CarrierReport } from '../modules/remittance/states'
import { foldText } from '../text/fold-text'

type CarrierKey = 'tracking' | 'status' | 'cod' | 'fee' | 'returnFee' | 'day'

const COLUMNS: readonly TableColumn<CarrierKey>[] = [
  {
    key: 'tracking',
    headings: [
      'ma van don',
      'so van don',
      'ma kien',
      'ma buu gui',
      'so hieu buu gui',
      'tracking no',
      'tracking number',
      'tracking',
      'ma don',
    ],
    required: true,
  },
  {
    key: 'status',
    headings: ['trang thai', 'trang thai don', 'tinh trang', 'trang thai van don', 'trang thai giao hang', 'status'],
    required: true,
  },
  {
    key: 'cod',
    headings: ['tien thu ho', 'so tien thu ho', 'tien cod', 'cod', 'thu ho', 'tong tien thu ho', 'cod amount'],
    required: true,
  },
  {
    key: 'fee',
    headings: [
      'tong phi',
      'tong cuoc',
      'phi dich vu',
      'phi van chuyen',
      'phi giao hang',
      'cuoc phi',
      'cuoc',
      'phi',
      'fee',
    ],
    required: false,
  },
  {
    key: 'returnFee',
    headings: ['phi chuyen hoan', 'phi hoan hang', 'phi hoan', 'cuoc chuyen hoan', 'cuoc hoan', 'return fee'],
    required: false,
  },
  {
    key: 'day',
    headings: [
      'ngay giao',
      'ngay phat',
      'ngay hoan thanh',
      'ngay giao thanh cong',
      'ngay cap nhat',
      'ngay',
      'delivered on',
      'date',
    ],
    required: false,
  },
]

const DELIVERED = [
  'giao thanh cong',
  'da giao hang',
  'da giao',
  'phat thanh cong',
  'da phat',
  'delivered',
  'da doi soat',
  'giao hang thanh cong',
]
const REFUSED = [
  'da hoan',
  'chuyen hoan',
  'hoan hang',
  'da tra hang',
  'tra hang',
  'da chuyen hoan',
  'hoan thanh cong',
  'tu choi nhan',
  'khong nhan',
  'returned',
  'refused',
]
const UNDER_WAY = [
  'dang giao',
  'dang van chuyen',
  'luan chuyen',
  'cho lay hang',
  'da lay hang',
  'dang luu kho',
  'cho giao lai',
  'in transit',
]

/** Rows below a table that sum it up begin with one of these. */
const SUMMARY = /^(tong|cong|total)\b/

/** What a file says of one parcel. Whole đồng; a null fee was not named. */
export interface ReportedParcel {
  rowNo: number
  trackingNo: string
  report: CarrierReport
  cod: number
  fee: number | null
  day: string
}

export interface ReadCarrierFile {
  headings: string[]
  parcels: ReportedParcel[]
  /** Parcels still on their way: nothing to settle yet. */
  underWay: number
  faults: TableFault[]
}

/**
 * Reads a carrier's list by its headings. In: the table as texts and today at +07 (yyyy-mm-dd), which also stands for a day that the file
 * does not name. Out: null without headings for tracking number, state and COD. A row that cannot be read for sure is a fault.
 */
export function readCarrierFile(rows: readonly (readonly string[])[], today: string): ReadCarrierFile | null {
  const header = findHeader(rows, COLUMNS)
  if (!header) return null
  const { places } = header
  const read: ReadCarrierFile = {
    headings: [...places.values()].map(({ heading }) => heading),
    parcels: [],
    underWay: 0,
    faults: [],
  }
  const seen = new Map<string, number>()
  for (const [index, row] of rows.slice(header.at + 1).entries()) {
    const rowNo = header.at + 2 + index
    if (row.every((cell) => tidy(cell) === '')) continue
    const cell = (key: CarrierKey) => row[places.get(key)?.column ?? -1] ?? ''
    const fault = (key: CarrierKey, sentence: string) => {
      const column = places.get(key)?.heading ?? key
      read.faults.push({ row: rowNo, column, sentence: `Dòng ${rowNo}, cột “${column}”: ${sentence}` })
    }
    const trackingNo = tidy(cell('tracking')).toUpperCase()
    if (trackingNo === '' && tidy(cell('status')) === '' && row.some((each) => SUMMARY.test(foldText(each)))) continue
    const long = COLUMNS.find(({ key }) => places.has(key) && cell(key).length > LONGEST_CELL)
    if (long) {
      fault(long.key, `ô này dài quá ${LONGEST_CELL} ký tự.`)
      continue
    }
    if (!/^[0-9A-Z][0-9A-Z._-]{3,49}$/.test(trackingNo)) {
      fault('tracking', `${quoted(cell('tracking'))} không phải mã vận đơn.`)
      continue
    }
    const status = foldText(cell('status'))
      .replace(/[^a-z0-9 ]/g, ' ')
      .replace(/ +/g, ' ')
      .trim()
    if (UNDER_WAY.includes(status)) {
      read.underWay += 1
      continue
    }
    const report = REFUSED.includes(status) ? 'refused' : DELIVERED.includes(status) ? 'delivered' : null
    if (report === null) {
      fault('status', `chưa hiểu trạng thái ${quoted(cell('status'))}.`)
      continue
    }
    const amounts = { cod: readDong(cell('cod')), fee: readDong(cell('fee')), returnFee: readDong(cell('returnFee')) }
    const wrong = (['cod', 'fee', 'returnFee'] as const).find((key) => {
      const amount = amounts[key]
      return amount === 'not_an_amount' || (amount !== null && amount < 0)
    })
    if (wrong) {
      fault(wrong, `${quoted(cell(wrong))} không phải số tiền đồng từ 0 trở lên.`)
      continue
    }
    const { cod, fee, returnFee } = amounts as Record<'cod' | 'fee' | 'returnFee', number | null>
    if (report === 'delivered' && cod === null) {
      fault('cod', 'ô này trống nên không biết đã thu bao nhiêu.')
      continue
    }
    const moment = tidy(cell('day')) === '' ? null : readMoment(cell('day'))
    if (tidy(cell('day')) !== '' && (moment === null || moment.day > today)) {
      fault('day', `${quoted(cell('day'))} không phải ngày đã qua dạng dd/mm/yyyy.`)
      continue
    }
    const same = seen.get(trackingNo)
    if (same !== undefined) {
      fault('tracking', `mã ${quoted(trackingNo)} đã có ở dòng ${same}.`)
      continue
    }
    seen.set(trackingNo, rowNo)
    read.parcels.push({
      rowNo,
      trackingNo,
      report,
      cod: report === 'refused' ? 0 : (cod ?? 0),
      fee: fee === null && returnFee === null ? null : (fee ?? 0) + (returnFee ?? 0),
      day: moment?.day ?? today,
    })
  }
  return read
}
