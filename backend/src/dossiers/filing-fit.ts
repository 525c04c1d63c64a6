import type { RecognitionPhase } from '@sao-lang/traceability/verify/rating'
import type { DossierKind } from '../modules/dossier/states'

/** The product's last recognition on the day of filing; null without one. */
export interface StandingRecognition {
  phase: RecognitionPhase
  stars: 3 | 4 | 5
}

/**
 * Whether a kind of dossier may be filed on a day. `open`, `late` (after the 120th day before expiry) and `transitional` (after
 * expiry, at the holder's risk) may; `early` waits for the window, `closed` and `none` need a first dossier, `recognised`
 * another kind, and `top` has nothing above it.
 */
export type FilingFit = 'open' | 'late' | 'transitional' | 'early' | 'closed' | 'none' | 'recognised' | 'top'

const HOLDING: ReadonlySet<RecognitionPhase> = new Set(['valid', 'due', 'filing_window', 'late', 'suspended'])

/** QĐ 26/2026 art. 6, 7 and 12: the kind of dossier must fit the recognition, and a renewal its window. */
export function filingFit(kind: DossierKind, standing: StandingRecognition | null): FilingFit {
  const phase = standing?.phase ?? null
  switch (kind) {
    case 'first':
      return phase !== null && (HOLDING.has(phase) || phase === 'transitional') ? 'recognised' : 'open'
    case 'upgrade':
      if (standing === null || phase === null || !HOLDING.has(phase)) return 'none'
      return standing.stars === 5 ? 'top' : 'open'
    case 'renewal':
      return renewalWindow(phase)
  }
}

function renewalWindow(phase: RecognitionPhase | null): FilingFit {
  switch (phase) {
    case null:
    case 'not_yet_valid':
      return 'none'
    case 'filing_window':
      return 'open'
    case 'late':
    case 'transitional':
      return phase
    case 'expired':
    case 'revoked':
      return 'closed'
    default:
      return 'early'
  }
}

/** The kind a producer most likely wants for a product now. */
export function proposedKind(standing: StandingRecognition | null): DossierKind {
  if (standing === null) return 'first'
  if (filingFit('first', standing) === 'open') return 'first'
  if (['open', 'late', 'transitional'].includes(filingFit('renewal', standing))) return 'renewal'
  return standing.stars === 5 ? 'renewal' : 'upgrade'
}
