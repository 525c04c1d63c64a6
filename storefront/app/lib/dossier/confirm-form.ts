import type { Confirmation } from './types.ts'

export interface ConfirmedItem {
  item: string
  confirmed: boolean
  figure: string
  note: string
}

/** Message keys of `dossier-intake` by field. */
type Faults = Record<string, 'errorFigure' | 'errorNote'>

/** The items of a posted form that were answered yes or no, and what is missing in them. */
export function readConfirmForm(
  form: FormData,
  confirms: readonly Pick<Confirmation, 'item'>[],
): { items: ConfirmedItem[]; faults: Faults } {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const items = confirms.flatMap(({ item }) => {
    const answer = text(`${item}.confirmed`)
    if (answer !== 'yes' && answer !== 'no') return []
    return [{ item, confirmed: answer === 'yes', figure: text(`${item}.figure`), note: text(`${item}.note`) }]
  })
  const faults: Faults = {}
  for (const { item, figure, note } of items) {
    if (figure === '') faults[`${item}.figure`] = 'errorFigure'
    if (note.length < 3) faults[`${item}.note`] = 'errorNote'
  }
  return { items, faults }
}
