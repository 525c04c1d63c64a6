import type { LabelField } from '../../modules/listing/label'

/** Names of the fields of a label, as its producer's form has them. */
export const LABEL_WORDS: Record<LabelField | 'perishable', string> = {
  netContent: 'Khối lượng tịnh',
  ingredients: 'Thành phần',
  allergens: 'Chất gây dị ứng',
  storage: 'Bảo quản',
  usage: 'Cách dùng',
  warning: 'Cảnh báo',
  standard: 'Tiêu chuẩn',
  perishable: 'Hàng mau hỏng',
}
