import { LABEL_FIELDS, type LabelField } from '../modules/listing/label'
import type { Sector } from '../modules/listing/sectors'

export type FileColumn =
  | 'sku'
  | 'product'
  | 'pack'
  | 'price'
  | 'weightGrams'
  | 'stock'
  | 'sector'
  | 'description'
  | LabelField
  | 'perishable'

const LABEL_TITLES: Record<LabelField, string> = {
  netContent: 'Khối lượng tịnh',
  ingredients: 'Thành phần',
  allergens: 'Chất gây dị ứng',
  storage: 'Bảo quản',
  usage: 'Cách dùng',
  warning: 'Cảnh báo',
  standard: 'Tiêu chuẩn',
}

/** Columns of a listing file in the order of the sheet; one row is one pack size. Those that must be there are `needed`. */
export const FILE_COLUMNS: readonly { key: FileColumn; title: string; width: number; needed?: true }[] = [
  { key: 'sku', title: 'Mã hàng', width: 18, needed: true },
  { key: 'product', title: 'Sản phẩm', width: 32, needed: true },
  { key: 'pack', title: 'Quy cách', width: 20, needed: true },
  { key: 'price', title: 'Giá (đồng)', width: 14 },
  { key: 'weightGrams', title: 'Khối lượng cả bao bì (gam)', width: 16 },
  { key: 'stock', title: 'Kho', width: 10 },
  { key: 'sector', title: 'Nhóm', width: 22 },
  { key: 'description', title: 'Mô tả', width: 50 },
  ...LABEL_FIELDS.map((key) => ({ key, title: LABEL_TITLES[key], width: 28 })),
  { key: 'perishable', title: 'Hàng mau hỏng', width: 14 },
]

/** How groups are written in a file. */
export const SECTOR_TITLES: Record<Sector, string> = {
  food: 'Thực phẩm',
  drink: 'Đồ uống',
  herbal: 'Dược liệu',
  craft: 'Thủ công mỹ nghệ',
  ornamental: 'Sinh vật cảnh',
  tourism: 'Du lịch',
}

/** Texts as they are compared: one form of Unicode, one case, single spaces. */
export function sameText(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi')
}
