import { CROCKFORD_ALPHABET } from '../verify/crockford.ts'
import { formatUnitCode } from '../verify/unit-code-text.ts'
import { textWidth, type Weight } from './label-font.ts'

/** What stands on every label of a sheet for people to read. Stars and marks are never among it. */
export interface LabelText {
  productName: string | null
  lotCode: string | null
  /** yyyy-mm-dd. */
  packedOn: string | null
  bestBefore: string | null
  /** The producer's own lines. */
  lines: string[]
}

/** A line of text, in millimetres from the label's upper left corner; `y` is the baseline, `size` the em. */
export interface FaceLine {
  text: string
  x: number
  y: number
  size: number
  width: number
  weight: Weight
}

/** The face of a label: where its symbol stands and what is written. The code's lines differ from label to label. */
export interface LabelFace {
  symbol: { x: number; y: number }
  lines: FaceLine[]
  codeLines(code: string): FaceLine[]
  /** Texts there was no room for or that are cut, by name, for the producer to see before printing. */
  leftOut: string[]
}

/** Sizes of the em that are tried, in millimetres, largest first: 1.4 mm is 4 points, the least that is read easily. */
const SIZES = [2.4, 2.2, 2, 1.8, 1.6, 1.4]
const LEADING = 1.25
/** Baseline below the top of a line, in ems. */
const ASCENT = 0.95
const MARGIN = 0.8
/** Narrower than this beside the symbol, text goes below it. */
const LEAST_SIDE = 12
const WIDEST_DIGIT = [...CROCKFORD_ALPHABET].reduce((a, b) =>
  textWidth(a, 'regular') >= textWidth(b, 'regular') ? a : b,
)
const SAMPLE_CODE = WIDEST_DIGIT.repeat(16)

interface Item {
  name: string
  text: string
  weight: Weight
}

/** Lays out a label of `width` × `height` with a symbol of `symbolMm` (quiet zone included), all in millimetres. */
export function labelFace(label: { width: number; height: number }, symbolMm: number, text: LabelText): LabelFace {
  const beside = label.width - symbolMm >= LEAST_SIDE
  const symbol = beside ? { x: 0, y: (label.height - symbolMm) / 2 } : { x: (label.width - symbolMm) / 2, y: 0 }
  const box = beside
    ? { x: symbolMm, y: MARGIN, width: label.width - symbolMm - MARGIN, height: label.height - 2 * MARGIN }
    : { x: MARGIN, y: symbolMm, width: label.width - 2 * MARGIN, height: label.height - symbolMm - MARGIN }
  const items = itemsOf(text)
  for (let kept = items.length; kept >= 0; kept--) {
    const chosen = items.slice(0, kept)
    const leftOut = items.slice(kept).map(({ name }) => name)
    for (const size of SIZES) {
      const groups = groupsALine(box.width / size)
      const written = groups === 0 ? null : wrapAll(chosen, box.width / size, size === SIZES.at(-1))
      if (!written) continue
      const count = written.length + 4 / groups
      if (count * size * LEADING > box.height) continue
      const line = (row: number, text: string, weight: Weight): FaceLine => ({
        text,
        x: box.x,
        y: box.y + (row * LEADING + ASCENT) * size,
        size,
        width: Math.min(box.width, textWidth(text, weight) * size),
        weight,
      })
      return {
        symbol,
        lines: written.map((item, row) => line(row, item.text, item.weight)),
        codeLines: (code) => codeRows(code, groups).map((row, i) => line(written.length + i, row, 'regular')),
        leftOut: [...written.filter(({ cut }) => cut).map(({ name }) => name), ...leftOut],
      }
    }
  }
  return { symbol, lines: [], codeLines: () => [], leftOut: [...items.map(({ name }) => name), 'code'] }
}

/** In the order they stand; the last go first when there is no room. The code is kept longest. */
function itemsOf({ productName, lotCode, packedOn, bestBefore, lines }: LabelText): Item[] {
  const items: (Item | null)[] = [
    productName === null ? null : { name: 'productName', text: productName, weight: 'bold' },
    lotCode === null ? null : { name: 'lotCode', text: `Lô: ${lotCode}`, weight: 'regular' },
    bestBefore === null ? null : { name: 'bestBefore', text: `HSD: ${shownDay(bestBefore)}`, weight: 'regular' },
    packedOn === null ? null : { name: 'packedOn', text: `NĐG: ${shownDay(packedOn)}`, weight: 'regular' },
    ...lines.map((text, i): Item => ({ name: `lines.${i}`, text, weight: 'regular' })),
  ]
  return items.filter((item) => item !== null)
}

function shownDay(day: string): string {
  return day.split('-').reverse().join('/')
}

/** How many groups of four stand on a line whatever the digits: 4, 2 or 1; 0 when not even one does. */
function groupsALine(width: number): 0 | 1 | 2 | 4 {
  const fits = (groups: number) => textWidth(codeRows(SAMPLE_CODE, groups)[0] ?? '', 'regular') <= width
  return fits(4) ? 4 : fits(2) ? 2 : fits(1) ? 1 : 0
}

function codeRows(code: string, groups: number): string[] {
  const all = formatUnitCode(code).split('-')
  return Array.from({ length: all.length / groups }, (_, i) => all.slice(i * groups, (i + 1) * groups).join('-'))
}

/** Rows of each text, two at most. Null when one of them does not fit, unless it may be cut. */
function wrapAll(items: readonly Item[], width: number, mayCut: boolean): Row[] | null {
  const rows: Row[] = []
  for (const item of items) {
    const wrapped = wrap(item, width, mayCut)
    if (!wrapped) return null
    rows.push(...wrapped)
  }
  return rows
}

interface Row extends Item {
  cut: boolean
}

function wrap(item: Item, width: number, mayCut: boolean): Row[] | null {
  const rows: string[] = []
  for (const word of item.text.split(/\s+/).filter((part) => part !== '')) {
    const longer = rows.length === 0 ? word : `${rows.at(-1)} ${word}`
    if (rows.length > 0 && textWidth(longer, item.weight) <= width) rows[rows.length - 1] = longer
    else rows.push(word)
  }
  const fits = rows.length <= 2 && rows.every((row) => textWidth(row, item.weight) <= width)
  if (fits) return rows.map((text) => ({ ...item, text, cut: false }))
  if (!mayCut) return null
  const [first = '', ...rest] = rows
  const shown = textWidth(first, item.weight) <= width && rest.length > 0 ? [first, rest.join(' ')] : [rows.join(' ')]
  return shown.map((text) => ({ ...item, text: cutTo(text, width, item.weight), cut: true }))
}

function cutTo(text: string, width: number, weight: Weight): string {
  if (textWidth(text, weight) <= width) return text
  const letters = [...text]
  while (letters.length > 0 && textWidth(`${letters.join('')}…`, weight) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
