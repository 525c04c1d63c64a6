import { type RecognitionState, recognitionStateOn, vietnamDay } from '../verify/recognition-state.ts'
import type { LotView, Passport, VerdictName, VerdictResponse } from '../verify/verdict.ts'

/** Everything known about an issued unit at the moment of a scan. */
export interface UnitFacts {
  code: string
  /** Action that brought the unit's state, e.g. `return` or `reprint`; null from print. */
  statusReason?: string | null
  unit: NonNullable<VerdictResponse['unit']>
  batch: NonNullable<VerdictResponse['batch']>
  lot: LotView | null
  passport: Passport | null
}

/**
 * The verdict on an issued unit. Worst thing first: recalled, void, suspect, expired recognition (suspended or revoked as
 * well), genuine; `reasons` names every one that applies. Stars are computed here from the recognitions on record, for the day of `now` at +07 and for the
 * packing day; nothing of them is ever stored. Pure; never throws.
 */
export function issuedVerdict(facts: UnitFacts, now: Date): VerdictResponse {
  const today = vietnamDay(now)
  const { lot, passport } = facts
  const state = passport ? recognitionStateOn(passport.recognitions, today) : null
  const reasons: string[] = []
  if (lot?.recall) reasons.push(`lot_recalled_at:${lot.recall.at}`)
  reasons.push(...stateReasons(facts), ...alertReasons(facts.unit.alert ?? null))
  if (state) reasons.push(...recognitionReasons(state))
  else reasons.push('passport_missing')
  if (passport?.product.withdrawn) reasons.push('product_withdrawn')
  if (lot?.bestBefore && lot.bestBefore < today) reasons.push(`best_before_passed:${lot.bestBefore}`)
  return {
    verdict: verdictName(facts, state),
    reasons,
    code: facts.code,
    checkedAt: now.toISOString(),
    unit: facts.unit,
    batch: facts.batch,
    lot,
    passport,
    recognition: passport &&
      state && {
        today: state,
        onPackingDay: lot?.packedOn ? recognitionStateOn(passport.recognitions, lot.packedOn) : null,
      },
  }
}

/**
 * The answer to a code that was not issued here: malformed, guessed, or of a batch or index that does not exist; one
 * shape for all of them. In: the canonical code, or what was typed, of which 64 characters are given back; another reason where there is one,
 * e.g. `gtin_of_another_product`: the code was issued, but not for the product whose GTIN stands beside it.
 */
export function notIssuedVerdict(
  typed: string,
  readable: boolean,
  now: Date,
  reason = readable ? 'unknown_code' : 'malformed_code',
): VerdictResponse {
  return {
    verdict: 'not_issued_here',
    reasons: [reason],
    code: [...typed.slice(0, 128)].slice(0, 64).join(''),
    checkedAt: now.toISOString(),
    unit: null,
    batch: null,
    lot: null,
    passport: null,
    recognition: null,
  }
}

function verdictName({ lot, unit }: UnitFacts, state: RecognitionState | null): VerdictName {
  if (lot?.recall) return 'recalled'
  if (unit.status === 'void' || unit.status === 'destroyed') return 'void'
  if (isSuspect(unit)) return 'suspect'
  if (state?.status === 'suspended' || state?.status === 'expired' || state?.status === 'revoked') {
    return 'expired_recognition'
  }
  return 'genuine'
}

function recognitionReasons(state: RecognitionState): string[] {
  switch (state.status) {
    case 'valid':
      return state.transitional ? [`recognition_extended_to:${state.recognition?.extendedTo}`] : []
    case 'suspended':
    case 'expired':
    case 'revoked':
      return [`recognition_${state.status}_since:${state.lapsedOn}`]
    case 'not_yet_valid':
      return [`recognition_valid_from:${state.recognition?.validFrom}`]
    case 'none':
      return ['no_recognition']
  }
}

/** Not in trade by its state, or checked in ways that one package cannot be. A public code is no sign of copying. */
function isSuspect({ status, alert }: UnitFacts['unit']): boolean {
  return status === 'issued' || status === 'stolen' || status === 'locked' || alert?.kind === 'copied'
}

function stateReasons({ unit, statusReason }: UnitFacts): string[] {
  const since = unit.statusSince ? `:${unit.statusSince}` : ''
  switch (unit.status) {
    case 'issued':
      return ['not_yet_commissioned']
    case 'active':
      return statusReason === 'return' ? [`returned${since}`] : []
    case 'sold':
      return [`already_sold${since}`]
    case 'void':
      return statusReason === 'reprint' ? ['unit_void', `replaced_by_reprint${since}`] : ['unit_void']
    case 'sample':
    case 'exported':
    case 'locked':
    case 'stolen':
    case 'destroyed':
      return [`unit_${unit.status}${since}`]
  }
}

function alertReasons(alert: NonNullable<VerdictResponse['unit']>['alert'] | null): string[] {
  if (!alert || alert.kind === 'out_of_use') return []
  return [alert.kind === 'copied' ? `checked_elsewhere_since:${alert.since}` : `shown_in_public_since:${alert.since}`]
}
