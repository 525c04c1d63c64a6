import type { Sector } from '../modules/listing/sectors'
import type { Locale } from './catalogue-types'

/** The product groups of the programme (QĐ 26/2026/QĐ-TTg) as people read them. */
export const SECTOR_LABELS: Readonly<Record<Sector, Readonly<Record<Locale, string>>>> = {
  food: { vi: 'Thực phẩm', en: 'Food' },
  drink: { vi: 'Đồ uống', en: 'Drinks' },
  herbal: { vi: 'Dược liệu', en: 'Medicinal herbs' },
  craft: { vi: 'Thủ công mỹ nghệ', en: 'Handicrafts' },
  ornamental: { vi: 'Sinh vật cảnh', en: 'Ornamental plants and animals' },
  tourism: { vi: 'Du lịch cộng đồng', en: 'Community tourism' },
}
