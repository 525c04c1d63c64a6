import type { Quantity } from '../events/amounts.ts'
import { quantityOf } from '../events/amounts.ts'
import { farmStep } from '../events/epcis/farm-steps.ts'
import type { StepInput } from '../events/step-input.ts'
import { partyNoOf } from '../identifiers/parties.ts'
import type { Database } from '../storage/database.ts'
import { type CountedInput, countedSteps, type LotMovement, lotMovements } from '../storage/lot-book-lines.ts'
import { productNames } from '../storage/passports.ts'
import { entriesBetween } from '../storage/steps.ts'

/** A lot in an entry, with how much of it; null where nobody weighed. */
export interface BookedGoods {
  lotCode: string
  name: string
  quantity: Quantity | null
}

/** One entry of the journal as a book on paper shows it. */
export interface BookLine {
  /** Calendar day yyyy-mm-dd and time hh:mm at +07. */
  day: string
  time: string
  /** What was done, in Vietnamese. */
  work: string
  about: string[]
  inputs: BookedGoods[]
  /** What was added that is no lot: salt, sugar. */
  additions: BookedGoods[]
  outputs: BookedGoods[]
  /** Share of the input that is gone, 0 to 1; null where it was not weighed on both sides. */
  loss: number | null
  note: string | null
  recordedBy: string | null
  /** Why the entry does not count any more; null when it does. */
  crossedOut: string | null
}

/** Stock of a lot over the days of the book. */
export interface LotTotal {
  lotCode: string
  name: string
  unit: string
  opening: number
  made: number
  used: number
  closing: number
}

/** The lot book (sổ lô) of a producer over some days. */
export interface LotBookContent {
  producer: string
  from: string
  to: string
  lines: BookLine[]
  totals: LotTotal[]
}

/**
 * The lot book of a party between two days at +07, both included; at most 10,000 entries, oldest first.
 * In: the producer's name for the head of each page, and the names of its people by the id that entries carry.
 * Throws InputError for a party that is not registered.
 */
export async function lotBookContent(
  db: Database,
  partyRef: string,
  { from, to, producer, people }: { from: string; to: string; producer: string; people: Record<string, string> },
): Promise<LotBookContent> {
  const partyNo = await partyNoOf(db, partyRef)
  const entries = await entriesBetween(db, partyNo, { from, to })
  const counted = await countedSteps(
    db,
    partyNo,
    entries.map((entry) => entry.stepNo),
  )
  const movements = await lotMovements(db, partyNo, { from, to })
  const refs = [
    ...entries.flatMap((entry) => entry.body.outputs.flatMap((output) => output.productRef ?? [])),
    ...[...counted.inputs.values()].flat().flatMap((input) => input.productRef ?? []),
    ...movements.flatMap((movement) => movement.productRef ?? []),
  ]
  const names = await productNames(db, partyNo, [...new Set(refs)])
  const nameOf = (goods: { material: string | null; productRef: string | null }) =>
    goods.material ?? names.get(goods.productRef ?? '') ?? 'Thành phẩm'
  const codes = await lotCodes(db, partyNo, [...new Set(entries.flatMap((entry) => entry.body.about))])

  return {
    producer,
    from,
    to,
    lines: entries.map(({ stepNo, happenedAt, step, body, voidAt, voidReason }) => {
      const [day, time] = vietnamDayAndTime(happenedAt)
      const factor = counted.yields.get(stepNo) ?? null
      return {
        day,
        time,
        work: farmStep(step)?.label.vi ?? step,
        about: body.about.map((ref) => codes.get(ref) ?? ref),
        inputs: (counted.inputs.get(stepNo) ?? []).map((input) => countedGoods(input, nameOf(input))),
        additions: body.additions.map(({ name, amount }) => ({ lotCode: '', name, quantity: amount })),
        outputs: body.outputs.map((output) => ({
          lotCode: output.lotCode,
          name: nameOf(output),
          quantity: output.packs ? { value: output.packs.count, unit: output.packs.unit } : output.amount,
        })),
        loss: factor === null || body.outputs.length === 0 ? null : 1 - factor,
        note: noteOf(body),
        recordedBy: body.recordedBy === undefined ? null : (people[body.recordedBy] ?? null),
        crossedOut: voidAt === null ? null : (voidReason ?? ''),
      }
    }),
    totals: movements.map((movement) => totalOf(movement, nameOf(movement))),
  }
}

function countedGoods(input: CountedInput, name: string): BookedGoods {
  return { lotCode: input.lotCode, name, quantity: input.amount && quantityOf(input.amount, input.pieceWord) }
}

/** One unit for the whole line, so that its numbers can be added up: kilograms, litres or pieces. */
function totalOf({ lotCode, measure, pieceWord, opening, made, used }: LotMovement, name: string): LotTotal {
  const factor = measure === 'piece' ? 1 : 1_000
  const unit = measure === 'piece' ? pieceWord : measure === 'g' ? 'kg' : 'lít'
  const [before, came, went] = [opening / factor, made / factor, used / factor]
  return { lotCode, name, unit, opening: before, made: came, used: went, closing: (opening + made - used) / factor }
}

/** What was seen of a lot stands before the producer's own words. */
function noteOf({ quantity, note }: StepInput): string | null {
  const seen = quantity ? `Cân, đếm được ${vietnameseNumber(quantity.value)} ${quantity.unit}.` : null
  return [seen, note].filter((part) => part !== null).join(' ') || null
}

async function lotCodes(db: Database, partyNo: number, refs: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ lot_ref: string; lot_code: string }>(
    'select lot_ref, lot_code from trace.lot where party_no = $1 and lot_ref = any ($2::text[])',
    [partyNo, refs],
  )
  return new Map(rows.map((row) => [row.lot_ref, row.lot_code]))
}

function vietnamDayAndTime(utc: string): [day: string, time: string] {
  const local = new Date(new Date(utc).getTime() + 7 * 3_600_000).toISOString()
  return [local.slice(0, 10), local.slice(11, 16)]
}

const NUMBERS = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 })

/** A number as Vietnamese papers write it: 1.234,5. */
export function vietnameseNumber(value: number): string {
  return NUMBERS.format(value)
}

/** A calendar day as Vietnamese papers write it: 31/12/2026. */
export function vietnameseDay(day: string): string {
  return day.split('-').reverse().join('/')
}

/** Headings of the journal's columns, the same on paper and in the sheet. */
export const HEADINGS = {
  day: 'Ngày, giờ',
  work: 'Việc',
  about: 'Lô theo dõi',
  inputs: 'Nguyên liệu vào',
  outputs: 'Sản phẩm ra',
  loss: 'Hao hụt',
  note: 'Ghi chú',
  recordedBy: 'Người ghi',
} as const
