/** The six product groups of the programme (QĐ 26/2026/QĐ-TTg). */
export const SECTORS = ['food', 'drink', 'herbal', 'craft', 'ornamental', 'tourism'] as const

export type Sector = (typeof SECTORS)[number]
