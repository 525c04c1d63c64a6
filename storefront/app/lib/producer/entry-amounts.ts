import type { BookEntry, Quantity } from './types.ts'

/** What an entry says of a lot's amount: what came out as this lot, what was taken of it, or what was seen. */
export function amountsInEntry({ entry, part }: Pick<BookEntry, 'entry' | 'part'>, lotRef: string): Quantity[] {
  const quantities =
    part === 'made'
      ? entry.outputs
          .filter((output) => output.ref === lotRef)
          .map((output) => (output.packs ? { value: output.packs.count, unit: output.packs.unit } : output.amount))
      : part === 'took'
        ? entry.inputs.filter((input) => input.lotRef === lotRef).map((input) => input.amount)
        : [entry.quantity]
  return quantities.filter((quantity) => quantity !== null)
}
