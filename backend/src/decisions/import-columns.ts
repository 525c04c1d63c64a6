import { foldText } from '../text/fold-text'

/** Columns of a file of past decisions. `title` heads the template; a file may also use one of `others`. */
export const IMPORT_COLUMNS = [
  { key: 'number', title: 'Số quyết định', others: ['so qd', 'decision number'], needed: true, most: 60 },
  { key: 'date', title: 'Ngày quyết định', others: ['ngay qd', 'ngay ky', 'decision date'], needed: true, most: 30 },
  { key: 'authority', title: 'Cơ quan ban hành', others: ['co quan', 'authority'], needed: true, most: 200 },
  { key: 'level', title: 'Cấp', others: ['cap quyet dinh', 'level'], needed: true, most: 30 },
  { key: 'legal_basis', title: 'Căn cứ', others: ['can cu phap ly', 'legal basis'], needed: false, most: 300 },
  { key: 'product_code', title: 'Mã sản phẩm', others: ['ma so', 'product code'], needed: false, most: 40 },
  { key: 'product_name', title: 'Tên sản phẩm', others: ['san pham', 'product'], needed: true, most: 200 },
  { key: 'producer_name', title: 'Chủ thể', others: ['ten chu the', 'producer'], needed: true, most: 200 },
  { key: 'province', title: 'Tỉnh', others: ['tinh, thanh pho', 'tinh/thanh pho', 'province'], needed: true, most: 60 },
  { key: 'sector', title: 'Nhóm sản phẩm', others: ['nganh', 'nganh hang', 'sector'], needed: false, most: 60 },
  { key: 'set_no', title: 'Bộ sản phẩm', others: ['bo so', 'criteria set'], needed: false, most: 10 },
  { key: 'rubric_version', title: 'Bộ tiêu chí', others: ['rubric'], needed: false, most: 30 },
  { key: 'points', title: 'Điểm', others: ['so diem', 'points'], needed: false, most: 10 },
  { key: 'stars', title: 'Hạng sao', others: ['so sao', 'hang', 'stars'], needed: true, most: 20 },
  { key: 'valid_from', title: 'Hiệu lực từ', others: ['tu ngay', 'valid from'], needed: false, most: 30 },
  { key: 'valid_to', title: 'Hiệu lực đến', others: ['den ngay', 'het han', 'valid to'], needed: true, most: 30 },
] as const satisfies readonly { key: string; title: string; others: readonly string[]; needed: boolean; most: number }[]

export type ImportColumn = (typeof IMPORT_COLUMNS)[number]['key']
export type ImportCells = Record<ImportColumn, string>

/** Where each column stands in the header row of a file; null when one that is needed is missing. */
export function placesOfColumns(header: readonly string[]): Map<ImportColumn, number> | null {
  const titles = header.map((cell) => foldText(cell))
  const places = new Map<ImportColumn, number>()
  for (const { key, title, others, needed } of IMPORT_COLUMNS) {
    const names: string[] = [foldText(title), key, ...others]
    const at = titles.findIndex((each) => names.includes(each))
    if (at !== -1) places.set(key, at)
    else if (needed) return null
  }
  return places
}

/** The template people fill in: its columns, and one row that shows how to write each. */
export const TEMPLATE_ROW: ImportCells = {
  number: '125/QĐ-UBND',
  date: '10/01/2025',
  authority: 'UBND tỉnh Tuyên Quang',
  level: 'tỉnh',
  legal_basis: '148/QĐ-TTg',
  product_code: '08-070-00691-3-2025',
  product_name: 'Chè Shan tuyết (dòng mẫu, hãy xoá)',
  producer_name: 'Hợp tác xã Sơn Trà',
  province: 'Tuyên Quang',
  sector: 'Đồ uống',
  set_no: '11',
  rubric_version: '148/2023',
  points: '85,5',
  stars: '4',
  valid_from: '10/01/2025',
  valid_to: '09/01/2028',
}
