/**
 * What orders the catalogue. The search index and its queries are made of these constants, and the page that the law asks for
 * (Law 122/2025, Article 11: the main ranking criteria) lists them: a criterion that is not published does not exist.
 */

/** Words of a product by where they stand, and how much a match there weighs. */
export const RELEVANCE_WEIGHTS = [
  {
    field: 'words_head',
    weight: 5,
    vi: 'Tên gọi chính của sản phẩm (ví dụ “chè”, “mật ong”)',
    en: 'The main noun of the product’s name (e.g. “tea”, “honey”)',
  },
  { field: 'words_title', weight: 4, vi: 'Tên sản phẩm', en: 'The product’s name' },
  { field: 'words_maker', weight: 2, vi: 'Tên chủ thể', en: 'The producer’s name' },
  { field: 'words_place', weight: 1.5, vi: 'Địa danh làm ra sản phẩm', en: 'Where it is made' },
] as const

export type RelevanceField = (typeof RELEVANCE_WEIGHTS)[number]['field']

/** How much a match in a field weighs. */
export function relevanceWeight(field: RelevanceField): number {
  return RELEVANCE_WEIGHTS.find((each) => each.field === field)?.weight ?? 0
}

/** Every order a shopper can ask for; `order` null is by how well the words match. Equal places go by id, which is random. */
export const RANKINGS = {
  relevance: {
    order: null,
    vi: 'Phù hợp nhất: chỉ có khi bạn tìm bằng chữ. Sản phẩm có đúng những chữ bạn gõ kể cả dấu đứng trước, rồi theo trọng số ở bảng dưới. Không gõ chữ nào thì xếp như “Mới nhất”.',
    en: 'Best match: only when you search with words. Products with these words and these accents come first, then by the weights in the table below. Without words it is the same as “Newest”.',
  },
  newest: {
    order: { created_at: 'DESC', id: 'ASC' },
    vi: 'Mới nhất: ngày sản phẩm được bày bán, mới đứng trước. Đây là thứ tự mặc định.',
    en: 'Newest: the day the product was listed, newest first. This is the default order.',
  },
  price: {
    order: { price: 'ASC', id: 'ASC' },
    vi: 'Giá từ thấp đến cao.',
    en: 'Price from low to high.',
  },
  '-price': {
    order: { price: 'DESC', id: 'ASC' },
    vi: 'Giá từ cao đến thấp.',
    en: 'Price from high to low.',
  },
  name: {
    order: { name_key: 'ASC', id: 'ASC' },
    vi: 'Tên theo vần tiếng Việt.',
    en: 'Name in Vietnamese alphabetical order.',
  },
} as const satisfies Record<string, { order: Record<string, 'ASC' | 'DESC'> | null; vi: string; en: string }>

export type Ranking = keyof typeof RANKINGS
export const RANKING_NAMES = Object.keys(RANKINGS) as [Ranking, ...Ranking[]]

/** What never moves a product up or down; each stands for a field that no order names. */
export const NEVER_RANKED_BY = [
  { field: 'paid', vi: 'Tiền: không có chỗ đứng nào được bán.', en: 'Money: no place is for sale.' },
  {
    field: 'star',
    vi: 'Hạng sao: sao chỉ dùng để lọc, không đẩy sản phẩm lên.',
    en: 'Stars: they filter, and never lift a product.',
  },
  {
    field: 'commission',
    vi: 'Mức hoa hồng giữa sàn và chủ thể.',
    en: 'The commission between the platform and the producer.',
  },
  {
    field: 'visitor',
    vi: 'Bạn là ai, đã xem hay đã mua gì: hai người hỏi giống nhau thì thấy giống nhau.',
    en: 'Who you are and what you saw or bought: two people who ask the same see the same.',
  },
] as const

export interface PublishedRanking {
  orders: { name: string; words: string }[]
  weights: { words: string; weight: number }[]
  never: string[]
}

/** The criteria as the page shows them. */
export function publishedRanking(locale: 'vi' | 'en'): PublishedRanking {
  return {
    orders: RANKING_NAMES.map((name) => ({ name, words: RANKINGS[name][locale] })),
    weights: RELEVANCE_WEIGHTS.map((each) => ({ words: each[locale], weight: each.weight })),
    never: NEVER_RANKED_BY.map((each) => each[locale]),
  }
}
