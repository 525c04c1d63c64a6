import type { DossierState } from '../modules/dossier/states'

/** What people do with a dossier, and in which states they may. Saving (`edit`) leaves the state as it is. */
export const DOSSIER_ACTS = {
  edit: { from: ['draft', 'returned'], to: null },
  submit: { from: ['draft'], to: 'submitted' },
  answer: { from: ['returned'], to: 'in_review' },
  withdraw: { from: ['draft', 'submitted', 'in_review', 'returned'], to: 'withdrawn' },
  open: { from: ['submitted'], to: 'in_review' },
  confirm: { from: ['submitted', 'in_review'], to: 'in_review' },
  /** Also once more, with a new deadline, when the producer has let one pass. */
  return: { from: ['submitted', 'in_review', 'returned'], to: 'returned' },
  pass_on: { from: ['in_review'], to: 'passed_on' },
} as const satisfies Record<string, { from: readonly DossierState[]; to: DossierState | null }>

export type DossierAct = keyof typeof DOSSIER_ACTS

/** The state after an act, or null when it may not be done now. */
export function nextState(state: DossierState, act: DossierAct): DossierState | null {
  const { from, to } = DOSSIER_ACTS[act]
  return (from as readonly DossierState[]).includes(state) ? (to ?? state) : null
}

/** What can still be done in a state, for buttons and tests. */
export function actsIn(state: DossierState): DossierAct[] {
  return (Object.keys(DOSSIER_ACTS) as DossierAct[]).filter((act) => nextState(state, act) !== null)
}
