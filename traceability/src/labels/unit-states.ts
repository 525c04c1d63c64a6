import type { UnitState } from '../verify/verdict.ts'

/** What may happen to a labelled package. `return` and `unlock` are undos with rules of their own. */
export const UNIT_ACTIONS = [
  'commission',
  'sell',
  'return',
  'give_sample',
  'export',
  'lock',
  'unlock',
  'report_stolen',
  'report_found',
  'destroy',
  'void',
  'reprint',
] as const
export type UnitAction = (typeof UNIT_ACTIONS)[number]

/**
 * Transitions modelled on EU 2016/161 (art. 10, 13, 16 to 22): a pack is active until it is decommissioned for a reason,
 * and only sale, sample and export can be undone. What is missing cannot happen. A found pack is locked first: somebody
 * must look at it before it is in trade again. `void` and `destroyed` are for ever.
 */
export const TRANSITIONS: Readonly<Record<UnitState, Readonly<Partial<Record<UnitAction, UnitState>>>>> = {
  issued: { commission: 'active', report_stolen: 'stolen', destroy: 'destroyed', void: 'void', reprint: 'void' },
  active: {
    sell: 'sold',
    give_sample: 'sample',
    export: 'exported',
    lock: 'locked',
    report_stolen: 'stolen',
    destroy: 'destroyed',
    void: 'void',
    reprint: 'void',
  },
  sold: { return: 'active', lock: 'locked', void: 'void' },
  sample: { return: 'active', lock: 'locked', destroy: 'destroyed', void: 'void' },
  exported: { return: 'active', lock: 'locked', void: 'void' },
  locked: { unlock: 'active', report_stolen: 'stolen', destroy: 'destroyed', void: 'void' },
  stolen: { report_found: 'locked', destroy: 'destroyed', void: 'void' },
  destroyed: {},
  void: {},
}

/** EU 2016/161 art. 13: an undo within ten days and at the place where it was done. */
export const UNDO_WITHIN_DAYS = 10

/** Why an action was refused; `already_` when the state is the one the action leads to. */
export type RefusalReason = `already_${UnitState}` | `is_${UnitState}` | 'undo_too_late' | 'undo_elsewhere'

/** State of a unit before a change, as far as the rules need it. */
export interface StateBefore {
  state: UnitState
  /** Milliseconds since the epoch; null for a state it has had from print. */
  since: number | null
  /** Shop or warehouse of the last change; null when nobody named it. */
  place: string | null
}

export type Transition = { to: UnitState } | { refused: RefusalReason }

/**
 * What an action does to a unit. In: the unit's state, the action, when (milliseconds) and where it is asked for.
 * An undo is refused when it comes too late, or when both places are known and differ. Pure; never throws.
 */
export function transition(before: StateBefore, action: UnitAction, now: number, place: string | null): Transition {
  const to = TRANSITIONS[before.state][action]
  if (to === undefined) {
    return { refused: targetOf(action) === before.state ? `already_${before.state}` : `is_${before.state}` }
  }
  if (action === 'return') {
    if (before.since !== null && now - before.since > UNDO_WITHIN_DAYS * 86_400_000) return { refused: 'undo_too_late' }
    if (before.place !== null && place !== null && before.place !== place) return { refused: 'undo_elsewhere' }
  }
  return { to }
}

/** The state an action leads to, whatever it starts from. */
export function targetOf(action: UnitAction): UnitState {
  for (const each of Object.values(TRANSITIONS)) {
    const to = each[action]
    if (to !== undefined) return to
  }
  throw new Error(`The action ${action} leads nowhere`)
}
