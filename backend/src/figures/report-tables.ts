import type { RegisterTable } from '@sao-lang/traceability/exports/register-xlsx'
import { readableDay } from '../calendar/vietnam-moment'
import type { Sector } from '../modules/listing/sectors'
import type { PlanMeasure } from '../modules/programme/plan-measures'
import { SECTOR_LABELS } from '../search/sector-labels'
import type { HolderForm } from './facts'
import type { ByStars } from './programme-figures'
import type { ProgrammeReport } from './report'

/** A table of a report: the same for the workbook and the paper. Reports go to authorities, so they are in Vietnamese alone. */
export interface ReportTable {
  /** At most 31 characters: also the name of a sheet. */
  name: string
  header: string[]
  widths: number[]
  rows: (string | number)[][]
}

const STARS = ['5 sao', '4 sao', '3 sao', 'Cộng']
const UNKNOWN = 'Chưa rõ'

export const FORM_WORDS: Readonly<Record<HolderForm, string>> = {
  cooperative: 'Hợp tác xã',
  cooperative_group: 'Tổ hợp tác',
  enterprise: 'Doanh nghiệp',
  household: 'Hộ kinh doanh',
  facility: 'Cơ sở sản xuất',
  other: 'Loại hình khác',
}
const MEASURE_WORDS: Readonly<Record<PlanMeasure, string>> = {
  recognised: 'Sản phẩm được công nhận',
  new: 'Sản phẩm công nhận lần đầu',
  upgraded: 'Sản phẩm nâng hạng',
  five_stars: 'Sản phẩm đạt 5 sao',
  holders: 'Chủ thể có sản phẩm được công nhận',
}

/** What a report is called: `Báo cáo tháng 11/2026`. */
export function reportTitle({ period }: Pick<ProgrammeReport, 'period'>): string {
  const [year, month] = period.key.split('-')
  return month === undefined ? `Báo cáo năm ${year}` : `Báo cáo tháng ${month}/${year}`
}

/** The tables of a report. In: the names of provinces by code, for the table of the country. */
export function reportTables(
  { figures, asOf }: ProgrammeReport,
  provinceNames: ReadonlyMap<string, string>,
): ReportTable[] {
  const { inForce, movement, awarded } = figures
  return [
    {
      name: 'Hạng sao còn hiệu lực',
      header: ['Nội dung', 'Sản phẩm'],
      widths: [44, 12],
      rows: [
        [`Có hạng sao vào cuối ngày ${readableDay(asOf)}`, inForce.all],
        ['Trong đó: 5 sao', inForce.five],
        ['Trong đó: 4 sao', inForce.four],
        ['Trong đó: 3 sao', inForce.three],
        ['Trong đó: đang gia hạn chuyển tiếp', figures.transitional],
        ['Đang tạm đình chỉ (không tính vào trên)', figures.suspended],
      ],
    },
    {
      name: 'Biến động trong kỳ',
      header: ['Nội dung', 'Sản phẩm'],
      widths: [44, 12],
      rows: [
        ['Có hạng sao trước kỳ', movement.start],
        ['Thêm trong kỳ', movement.gained],
        ['Mất hạng sao trong kỳ', movement.lost],
        ['Có hạng sao cuối kỳ', inForce.all],
        ['Lên hạng trong kỳ', movement.raised],
        ['Xuống hạng trong kỳ', movement.lowered],
        ['Công nhận bị thu hồi trong kỳ', figures.revoked],
      ],
    },
    {
      name: 'Công nhận trong kỳ',
      header: ['Loại', ...STARS],
      widths: [30, 10, 10, 10, 10],
      rows: [
        ['Lần đầu', ...stars(awarded.first)],
        ['Nâng hạng', ...stars(awarded.upgrade)],
        ['Đánh giá lại', ...stars(awarded.again)],
        ['Cộng', ...stars(awarded.all)],
      ],
    },
    {
      name: 'Nhóm ngành',
      header: ['Nhóm sản phẩm', ...STARS],
      widths: [34, 10, 10, 10, 10],
      rows: figures.bySector.map((row) => [sectorWord(row.sector), ...stars(row.stars)]),
    },
    {
      name: 'Địa bàn',
      header: ['Tỉnh, thành phố', ...STARS, 'Chủ thể'],
      widths: [34, 10, 10, 10, 10, 10],
      rows: figures.byProvince.map((row) => [
        row.provinceCode === null ? UNKNOWN : (provinceNames.get(row.provinceCode) ?? row.provinceCode),
        ...stars(row.stars),
        row.holders,
      ]),
    },
    {
      name: 'Chủ thể theo loại hình',
      header: ['Loại hình', 'Chủ thể'],
      widths: [34, 12],
      rows: [
        ...figures.holders.byForm.map(({ form, count }) => [form === null ? UNKNOWN : FORM_WORDS[form], count]),
        ['Cộng', figures.holders.all],
      ],
    },
    {
      name: 'Kế hoạch và kết quả',
      header: ['Chỉ tiêu', 'Nơi', 'Kế hoạch', 'Tính từ sổ', 'Văn bản ghi', 'Tỷ lệ %', 'Nguồn'],
      widths: [34, 26, 10, 10, 12, 10, 40],
      rows: figures.plan.map((line) => [
        MEASURE_WORDS[line.measure],
        line.place ||
          (line.provinceCode === null ? 'Cả nước' : (provinceNames.get(line.provinceCode) ?? line.provinceCode)),
        line.target,
        line.result ?? '',
        line.statedResult ?? '',
        line.percent ?? '',
        line.source,
      ]),
    },
    {
      name: 'Đợt đánh giá',
      header: ['Nửa năm', 'Hồ sơ nộp', 'Chủ thể', 'Xã chuyển lên', 'Đã có kết quả', 'Đạt từ 3 sao'],
      widths: [16, 12, 12, 14, 14, 14],
      rows: figures.rounds.map((line) => [
        halfWord(line.half),
        ...[line.registered, line.holders, line.passedOn, line.judged, line.awarded],
      ]),
    },
  ]
}

/** Tables as sheets of a workbook. */
export function toSheets(report: ProgrammeReport, tables: readonly ReportTable[]): RegisterTable[] {
  const subtitle = `${report.placeName} · tính đến hết ngày ${readableDay(report.asOf)}${report.sample ? ' · có dữ liệu minh hoạ' : ''}`
  return tables.map(({ name, header, widths, rows }) => ({
    ...{ title: `${reportTitle(report)}: ${name.toLocaleLowerCase('vi')}`, subtitle, sheet: name },
    ...{ header, widths, rows },
  }))
}

function stars({ five, four, three, all }: ByStars): number[] {
  return [five, four, three, all]
}

function sectorWord(sector: string | null): string {
  return sector === null ? UNKNOWN : (SECTOR_LABELS[sector as Sector]?.vi ?? sector)
}

function halfWord(half: string): string {
  const [year, no] = half.split('-')
  return no === '1' ? `6 tháng đầu ${year}` : `6 tháng cuối ${year}`
}
