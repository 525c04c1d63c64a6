import { z } from 'zod'
import { InputError } from '../storage/input-error.ts'

/** Where labels stand on a page, in millimetres from its upper left corner. */
export interface PageLayout {
  page: { width: number; height: number }
  label: { width: number; height: number }
  columns: number
  rows: number
  left: number
  top: number
  /** From one label's left edge to the next one's, and from top to top. */
  pitch: { x: number; y: number }
  cropMarks: boolean
}

const A4 = { width: 210, height: 297 }

/** Common label sheets, by how many labels an A4 page has. The two `cut` ones are for plain paper and a guillotine. */
const GRIDS = {
  'a4-21': grid(63.5, 38.1, 3, 7, 7.25, 15.15, 66, 38.1),
  'a4-24': grid(70, 37, 3, 8, 0, 0.5, 70, 37),
  'a4-40': grid(52.5, 29.7, 4, 10, 0, 0, 52.5, 29.7),
  'a4-65': grid(38.1, 21.2, 5, 13, 4.75, 10.7, 40.6, 21.2),
  'a4-132-cut': grid(17, 23, 11, 12, 11.5, 10.5, 17, 23),
  'a4-72-cut': grid(24, 30, 8, 9, 9, 13.5, 24, 30),
} as const

const side = z.number().min(10, 'must be 10 mm or more').max(300, 'must be 300 mm or less')

export const layoutSchema = z.union(
  [
    z.strictObject({
      sheet: z.enum(Object.keys(GRIDS) as (keyof typeof GRIDS)[]),
      cropMarks: z.boolean().default(false),
    }),
    /** Roll labels: one label a page of its size. */
    z.strictObject({ rollWidthMm: side, rollHeightMm: side }),
  ],
  {
    error: `must be {"sheet": one of ${Object.keys(GRIDS).join(', ')}} or {"rollWidthMm", "rollHeightMm"} of 10 to 300`,
  },
)
export type LayoutInput = z.infer<typeof layoutSchema>

/** The layouts that can be named, for a form. Millimetres. */
export const SHEET_LAYOUTS = Object.entries(GRIDS).map(([sheet, { label, columns, rows }]) => ({
  sheet,
  widthMm: label.width,
  heightMm: label.height,
  labels: columns * rows,
}))

export function pageLayout(input: LayoutInput): PageLayout {
  if ('sheet' in input) return { ...GRIDS[input.sheet], cropMarks: input.cropMarks }
  const label = { width: input.rollWidthMm, height: input.rollHeightMm }
  return {
    page: label,
    label,
    columns: 1,
    rows: 1,
    left: 0,
    top: 0,
    pitch: { x: label.width, y: label.height },
    cropMarks: false,
  }
}

/** Throws InputError when the symbol does not fit the label. */
export function checkFits({ label }: PageLayout, symbolMm: number): void {
  if (symbolMm > Math.min(label.width, label.height) + 1e-9) {
    throw new InputError(
      'symbolMm',
      `symbolMm: a symbol of ${symbolMm} mm does not fit a label of ${label.width} × ${label.height} mm; choose a larger label`,
    )
  }
}

/** Upper left corner of the label at a place on its page, in millimetres; row by row from the upper left. */
export function placeOnPage(layout: PageLayout, place: number): { x: number; y: number } {
  return {
    x: layout.left + (place % layout.columns) * layout.pitch.x,
    y: layout.top + Math.floor(place / layout.columns) * layout.pitch.y,
  }
}

export function labelsAPage({ columns, rows }: PageLayout): number {
  return columns * rows
}

/** Cutting lines in the page's margins, where nothing is printed otherwise; empty when the margins have no room. */
export function cropMarks(layout: PageLayout): { x1: number; y1: number; x2: number; y2: number }[] {
  if (!layout.cropMarks) return []
  const { left, top, columns, rows, pitch, label, page } = layout
  const right = left + (columns - 1) * pitch.x + label.width
  const bottom = top + (rows - 1) * pitch.y + label.height
  const xs = edges(left, columns, pitch.x, label.width)
  const ys = edges(top, rows, pitch.y, label.height)
  const marks = [
    ...xs.flatMap((x) => [
      { x1: x, y1: top - 5, x2: x, y2: top - 1 },
      { x1: x, y1: bottom + 1, x2: x, y2: bottom + 5 },
    ]),
    ...ys.flatMap((y) => [
      { x1: left - 5, y1: y, x2: left - 1, y2: y },
      { x1: right + 1, y1: y, x2: right + 5, y2: y },
    ]),
  ]
  return marks.filter(
    ({ x1, y1, x2, y2 }) => Math.min(x1, y1) >= 0 && Math.max(x1, x2) <= page.width && Math.max(y1, y2) <= page.height,
  )
}

function edges(start: number, count: number, pitch: number, length: number): number[] {
  const all = Array.from({ length: count }, (_, i) => [start + i * pitch, start + i * pitch + length]).flat()
  return [...new Set(all.map((edge) => Math.round(edge * 100) / 100))]
}

function grid(
  width: number,
  height: number,
  columns: number,
  rows: number,
  left: number,
  top: number,
  x: number,
  y: number,
): PageLayout {
  return { page: A4, label: { width, height }, columns, rows, left, top, pitch: { x, y }, cropMarks: false }
}
