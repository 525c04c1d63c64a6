import type { ItemState } from './scoring'

/** Where a sitting stands: `sealed` from the first sheet that is in to the last, `revealed` when nothing is sealed any more. */
export type SittingPhase = 'prepared' | 'open' | 'sealed' | 'revealed' | 'closed'

/** In: the stored state, the items, and how many sheets of the current rounds are handed in. */
export function sittingPhase(
  state: 'prepared' | 'open' | 'closed',
  items: readonly ItemState[],
  submitted: number,
): SittingPhase {
  if (state !== 'open') return state
  if (items.length > 0 && items.every((item) => item === 'revealed' || item === 'adjourned')) return 'revealed'
  return submitted > 0 ? 'sealed' : 'open'
}
