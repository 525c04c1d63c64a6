import { ADDITION_ROWS, type EntryDraft, INPUT_ROWS, vietnamMinute } from './entry-draft.ts'
import type { BookEntry, Quantity } from './types.ts'

/** Dividing into more parts than the form of a new entry shows. */
const MOST_OUTPUTS = 10

/**
 * The form of an entry that is in the book, for its correction. In: the entry, and the key of the correction.
 * Out: null when the form could not say all of it again (goods handed over by or to another producer, very many lots); such an
 * entry is struck and written anew.
 */
export function draftOfEntry(
  { entry, happenedAt }: BookEntry,
  ownParty: string | null,
  key: string,
): EntryDraft | null {
  const { inputs, outputs, additions, about } = entry
  const foreign = entry.handTo !== null || inputs.some(({ partyRef }) => partyRef !== null && partyRef !== ownParty)
  const many = inputs.length > INPUT_ROWS || additions.length > ADDITION_ROWS || outputs.length > MOST_OUTPUTS
  const [first] = outputs
  if (foreign || many || outputs.some(({ kind, packs }) => kind !== first?.kind || !packs !== !first.packs)) return null
  const when = vietnamMinute(new Date(happenedAt))
  const values: Record<string, string> = {
    ...{ step: entry.step, key, when, whenShown: when, whenExact: happenedAt },
    ...{ note: entry.note ?? '', area: entry.sourceAreaRefs[0] ?? '' },
    ...amount('seen-amount', 'seen-unit', entry.quantity),
    ...(about[0] === undefined ? {} : { about: about[0] }),
  }
  for (const [row, input] of inputs.entries()) {
    Object.assign(values, { [`in${row}`]: input.lotRef }, amount(`in${row}-amount`, `in${row}-unit`, input.amount))
  }
  for (const [row, addition] of additions.entries()) {
    Object.assign(
      values,
      { [`add${row}-name`]: addition.name },
      amount(`add${row}-amount`, `add${row}-unit`, addition.amount),
    )
  }
  const packed = first !== undefined && (first.packs !== null || entry.step === 'packing')
  for (const [row, output] of outputs.entries()) {
    const out = `out${row}`
    Object.assign(
      values,
      {
        [`${out}-ref`]: output.ref,
        [`${out}-code`]: output.lotCode,
        [`${out}-name`]: output.material ?? '',
        [`${out}-product`]: output.productRef ?? '',
        [`${out}-packedOn`]: output.packedOn ?? '',
        [`${out}-bestBefore`]: output.bestBefore ?? '',
        [`${out}-packs`]: output.packs ? text(output.packs.count) : '',
        [`${out}-packUnit`]: output.packs?.unit ?? 'gói',
      },
      amount(`${out}-amount`, `${out}-unit`, output.amount),
      packed ? amount(`${out}-net`, `${out}-netUnit`, output.packs?.net ?? null) : {},
    )
  }
  const shape = inputs.length > 0 ? (first ? 'make' : 'take') : first ? 'begin' : 'note'
  const makes = first ? { kind: first.kind, packs: packed, rows: outputs.length } : null
  return { step: entry.step, shape, makes, values }
}

function amount(name: string, unit: string, quantity: Quantity | null): Record<string, string> {
  return quantity === null ? {} : { [name]: text(quantity.value), [unit]: quantity.unit }
}

/** With a comma and no dots, as `readNumber` reads it back. */
function text(value: number): string {
  return String(value).replace('.', ',')
}
