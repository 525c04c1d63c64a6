import { baseAmount, readNet } from './amount-text.ts'
import { lotName, shortStep, stepLabel } from './lot-names.ts'
import type { HandOver, LotKind, LotLine, OwnProduct, OwnSourceArea, Receiver, StepWord } from './types.ts'

/** What the form for an entry is about: a lot begins, lots become another, a lot is given away, or something is noted of it. */
export type EntryShape = 'begin' | 'make' | 'take' | 'note'

const BEGINS = ['harvesting', 'purchasing', 'receiving', 'catching', 'planting', 'stocking_animals', 'collecting']
const TAKES = ['selling', 'retail_selling', 'shipping', 'destroying']
/** Takes in what another producer handed over. */
const RECEIVES = 'receiving'
const RECEIVED: NonNullable<EntryDraft['makes']> = { kind: 'raw', packs: false, rows: 1 }
/** Steps by which goods may go to another producer, who takes them into a book of its own. */
const HANDS_OVER = ['selling', 'shipping']
/** Done by other pages, or needing more than a form of one lot. */
const ELSEWHERE = ['commissioning']

/** A lot as the form needs it; also one that still waits on the phone. */
export type FormLot = Pick<
  LotLine,
  'ref' | 'lotCode' | 'kind' | 'material' | 'productRef' | 'left' | 'measure' | 'quantity' | 'recall' | 'withdrawn'
>

/** What a form is made from; the phone keeps a copy of it for the field. */
export interface EntryBook {
  steps: StepWord[]
  products: Pick<OwnProduct, 'id' | 'title' | 'netContent'>[]
  areas: Pick<OwnSourceArea, 'ref' | 'name' | 'productRefs' | 'recall'>[]
  lots: FormLot[]
  /** Producers that goods can be handed to, near ones first. */
  receivers: Receiver[]
  /** What other producers handed over and waits to be taken in. */
  handOvers: HandOver[]
}

/** The values of the form's fields by name, and what kind of form it is. */
export interface EntryDraft {
  step: string
  shape: EntryShape
  /** Packing ends in packs of a product; dividing and joining keep what the goods are. */
  makes: { kind: LotKind; packs: boolean; rows: number } | null
  values: Record<string, string>
}

/** How many lots may go into one entry, and how many may come out when a lot is divided. */
export const INPUT_ROWS = 4
export const ADDITION_ROWS = 3
const SPLIT_ROWS = 3

/** In: a word, whether it makes lots of others, and whether it is about a lot. Out: the kind of form. */
export function shapeOf(step: StepWord, hasLot: boolean): EntryShape {
  if (BEGINS.includes(step.word) && !hasLot) return 'begin'
  if (step.makes) return 'make'
  return TAKES.includes(step.word) ? 'take' : 'note'
}

/** Whether goods can be handed to another producer by this step: by one that takes lots, makes none and destroys none. */
export function handsOver(word: string, shape: EntryShape): boolean {
  return shape === 'take' && HANDS_OVER.includes(word)
}

/** The words to choose from for a new lot, or for what happens to a lot. */
export function stepChoices(steps: readonly StepWord[], hasLot: boolean): StepWord[] {
  if (!hasLot) {
    return BEGINS.flatMap((word) => steps.filter((step) => step.word === word && !step.makes))
  }
  const begins = ['harvesting', 'catching', 'planting', 'stocking_animals']
  return steps.filter((step) => !begins.includes(step.word) && !ELSEWHERE.includes(step.word))
}

/**
 * The form of a new entry, filled in as far as the book can tell: the lot it is about, what comes out, and where from.
 * In: the query of the page (`buoc`, `lo`, `vung`, and `cua`, whose lot it is), the book, the time, and a maker of unique words.
 * Pure but for that maker, so that server and phone draw the same form. Out: null when the step or the lot is unknown.
 */
export function newDraft(query: URLSearchParams, book: EntryBook, now: Date, unique: () => string): EntryDraft | null {
  const lotRef = query.get('lo')
  const sender = query.get('cua')
  if (sender !== null) {
    const given = book.handOvers.find((each) => each.producer.handle === sender && each.lotRef === lotRef)
    return given ? receivingDraft(given, book, now, unique) : null
  }
  const lot = lotRef === null ? null : book.lots.find((each) => each.ref === lotRef)
  const word = query.get('buoc') ?? (lotRef === null ? 'harvesting' : '')
  const step = book.steps.find((each) => each.word === word)
  if (step === undefined || lot === undefined) return null
  const shape = shapeOf(step, lot !== null)
  if (shape !== 'begin' && lot === null) return null
  const when = vietnamMinute(now)
  const shared = { step: step.word, key: `so-${unique()}`, when, whenShown: when }
  if (shape === 'note')
    return { step: word, shape, makes: null, values: { ...shared, about: lot?.ref ?? '', 'seen-unit': unitOf(lot) } }
  const taken = { in0: lot?.ref ?? '', 'in0-unit': unitOf(lot) }
  if (shape === 'take') return { step: word, shape, makes: null, values: { ...shared, ...taken } }

  const label = shortStep(stepLabel(word, book.steps, 'vi'))
  const area = query.get('vung') ?? (book.areas.length === 1 ? (book.areas[0]?.ref ?? '') : '')
  const makes = madeBy(word, lot)
  const product = makes.kind === 'product' ? (productOf(lot, book) ?? null) : null
  const net = readNet(product?.netContent ?? null)
  const values: Record<string, string> = { ...shared, ...(shape === 'make' ? taken : { area }) }
  for (let row = 0; row < makes.rows; row++) {
    const out = `out${row}`
    values[`${out}-ref`] = `lo-${unique()}`
    values[`${out}-code`] = lotCode(label, now, unique())
    values[`${out}-unit`] = unitOf(lot)
    if (makes.kind === 'product') {
      values[`${out}-product`] = product?.id ?? ''
    } else {
      values[`${out}-name`] = nameOfGoods(word, label, lot, book)
    }
    if (makes.packs) {
      values[`${out}-packUnit`] = 'gói'
      values[`${out}-net`] = net === null ? '' : String(net.value).replace('.', ',')
      values[`${out}-netUnit`] = net?.unit ?? 'g'
      values[`${out}-packedOn`] = when.slice(0, 10)
    }
  }
  return { step: word, shape, makes, values }
}

/** The form that takes in what another producer handed over: all of it becomes one lot of one's own. */
function receivingDraft(given: HandOver, book: EntryBook, now: Date, unique: () => string): EntryDraft {
  const when = vietnamMinute(now)
  const { left, measure, pieceWord } = given
  const whole = left === null || measure === null ? null : baseAmount(left, measure, pieceWord)
  const amount = whole === null ? '' : String(whole.value).replace('.', ',')
  const unit = whole?.unit ?? 'kg'
  const values = {
    ...{ step: RECEIVES, key: `so-${unique()}`, when, whenShown: when },
    ...{ in0: given.lotRef, 'in0-from': given.producer.handle, 'in0-amount': amount, 'in0-unit': unit },
    ...{ 'out0-ref': `lo-${unique()}`, 'out0-name': given.name, 'out0-amount': amount, 'out0-unit': unit },
    'out0-code': lotCode(shortStep(stepLabel(RECEIVES, book.steps, 'vi')), now, unique()),
  }
  return { step: RECEIVES, shape: 'make', makes: RECEIVED, values }
}

/**
 * The kind of form that was posted, from its own fields. In: the step, and the values by name.
 * Goods of another producer become a lot of one's own, whatever the step makes of one's own lots.
 */
export function postedForm(
  step: StepWord,
  values: Record<string, string>,
  lots: readonly FormLot[],
): Pick<EntryDraft, 'shape' | 'makes'> {
  if (values['in0-from']) return { shape: 'make', makes: RECEIVED }
  const ref = values.about || values.in0
  const shape = shapeOf(step, Boolean(ref))
  const lot = lots.find((each) => each.ref === ref) ?? null
  return { shape, makes: shape === 'begin' || shape === 'make' ? madeBy(step.word, lot) : null }
}

/** What a step brings forth, for a form that is shown again with what was typed. */
function madeBy(word: string, lot: FormLot | null): { kind: LotKind; packs: boolean; rows: number } {
  if (lot === null) return { kind: 'raw', packs: false, rows: 1 }
  if (word === 'packing' || word === 'repackaging') return { kind: 'product', packs: true, rows: 1 }
  if (word === 'splitting') return { kind: lot.kind, packs: false, rows: SPLIT_ROWS }
  if (word === 'merging' || word === 'collecting') return { kind: lot.kind, packs: false, rows: 1 }
  return { kind: 'intermediate', packs: false, rows: 1 }
}

/** A moment as the minute a clock in Vietnam shows, for `datetime-local`: `2026-11-22T09:05`. */
export function vietnamMinute(moment: Date): string {
  return new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)
}

const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A short code people can read out: first letters of the step, day and month, two letters of chance: `TH-2211-K7`. */
function lotCode(label: string, now: Date, chance: string): string {
  const letters = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('Đ', 'D')
    .replaceAll('đ', 'd')
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 3)
  const [, month, day] = vietnamMinute(now).slice(0, 10).split('-')
  const bytes = chance.replace(/[^0-9a-f]/gi, '').slice(-6)
  const number = Number.parseInt(bytes || '0', 16)
  const tail = [0, 5, 10].map((shift) => CODE_LETTERS[(number >> shift) & 31]).join('')
  return `${letters}-${day}${month}-${tail}`
}

function unitOf(lot: FormLot | null): string {
  if (lot === null || lot.measure === null || lot.left === null || lot.left === 0) return lot?.quantity?.unit ?? 'kg'
  return baseAmount(lot.left, lot.measure, lot.quantity?.unit ?? 'cái').unit
}

/** "Hạt sen tươi" dried is "Hạt sen tươi, sấy", and ground after that "Hạt sen tươi, nghiền". */
function nameOfGoods(word: string, label: string, lot: FormLot | null, book: EntryBook): string {
  if (lot === null) return ''
  const name = lotName(lot, book.products)
  if (word === 'splitting' || word === 'merging' || word === 'collecting') return name
  return `${name.split(',', 1)[0]}, ${label.toLowerCase()}`
}

/** The product goods are packed as: their own, the only one, or the one whose name shares most words with theirs. */
function productOf(lot: FormLot | null, book: EntryBook): EntryBook['products'][number] | undefined {
  const own = book.products.find((product) => product.id === lot?.productRef)
  if (own !== undefined || book.products.length < 2) return own ?? book.products[0]
  const words = new Set((lot?.material ?? '').toLowerCase().split(/[\s,]+/))
  const shared = (title: string) =>
    title
      .toLowerCase()
      .split(/[\s,]+/)
      .filter((word) => words.has(word)).length
  const [best] = [...book.products].sort((a, b) => shared(b.title) - shared(a.title))
  return best !== undefined && shared(best.title) > 0 ? best : undefined
}
