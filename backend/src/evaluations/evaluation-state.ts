/**
 * States of one dossier in one round (QĐ 26/2026 art. 7). `forwarded_to_ministry` waits at the province for what the ministry
 * finds; `closed` ends without a result of this level.
 */
export const EVALUATION_STATES = [
  'received',
  'advising',
  'ready',
  'sitting',
  'scored',
  'result',
  'forwarded_to_ministry',
  'closed',
] as const
export type EvaluationState = (typeof EVALUATION_STATES)[number]

/**
 * What may be done: `advise` the advisory group writes, `finish_advice` it hands its report in, `call` puts the dossier on a sitting's
 * agenda, `adjourn` takes it off again, `reveal` the last sheet came in, `rescore` undoes that for another round, `settle` makes the
 * mean a result, `forward` sends it to the ministry, `fall_back` grants at the province what the ministry did not, `yield` leaves
 * the decision to the ministry, `fall_short` ends the ministry's own evaluation without its class, `close` ends it with a reason.
 */
export const EVALUATION_ACTS = [
  'advise',
  'finish_advice',
  'call',
  'adjourn',
  'reveal',
  'rescore',
  'settle',
  'forward',
  'fall_back',
  'yield',
  'fall_short',
  'close',
] as const
export type EvaluationAct = (typeof EVALUATION_ACTS)[number]

const NEXT: Record<EvaluationAct, Partial<Record<EvaluationState, EvaluationState>>> = {
  advise: { received: 'advising', advising: 'advising' },
  finish_advice: { advising: 'ready' },
  call: { ready: 'sitting' },
  adjourn: { sitting: 'ready' },
  reveal: { sitting: 'scored' },
  rescore: { scored: 'sitting' },
  settle: { scored: 'result' },
  forward: { scored: 'forwarded_to_ministry' },
  fall_back: { forwarded_to_ministry: 'result' },
  yield: { forwarded_to_ministry: 'closed' },
  fall_short: { scored: 'closed' },
  close: { received: 'closed', advising: 'closed', ready: 'closed', forwarded_to_ministry: 'closed' },
}

/** The state after an act; null where the act has no place in that state. */
export function stateAfter(state: EvaluationState, act: EvaluationAct): EvaluationState | null {
  return NEXT[act][state] ?? null
}

/** True when nothing more is to be done at this level. */
export function isSettled(state: EvaluationState): boolean {
  return state === 'result' || state === 'closed'
}
