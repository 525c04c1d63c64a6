import type { RecognitionState, VerdictName, VerdictResponse } from '@sao-lang/traceability/verify'

/** How the banner looks: leaf for good, sand for "know this", warn for "act on this". */
export type Tone = 'good' | 'note' | 'warn'

export interface VerdictMessage {
  tone: Tone
  /** Keys of the scan catalogue. */
  title:
    | 'scan.genuine.title'
    | 'scan.notIssued.title'
    | 'scan.void.title'
    | 'scan.expired.title'
    | 'scan.revoked.title'
    | 'scan.recalled.title'
  body:
    | 'scan.genuine.body'
    | 'scan.notIssued.body'
    | 'scan.void.body'
    | 'scan.expired.body'
    | 'scan.revoked.body'
    | 'scan.recalled.body'
  advice: 'scan.notIssued.advice' | 'scan.void.advice' | 'scan.expired.advice' | 'scan.recalled.advice' | null
  /** May the page show today's stars? Only on a label whose product may still be trusted. */
  showsStars: boolean
}

/**
 * The words for a verdict. In: the service's answer (its verdict and, for a lapsed star, why it lapsed).
 * Out: tone and message keys. The page never calls a package counterfeit: a code can be copied, mistyped or
 * from another system, and the reader's package may still be what it says.
 */
export function verdictMessage(answer: Pick<VerdictResponse, 'verdict' | 'recognition'>): VerdictMessage {
  const revoked = answer.recognition?.today.status === 'revoked'
  const messages: Record<VerdictName, VerdictMessage> = {
    genuine: { tone: 'good', title: 'scan.genuine.title', body: 'scan.genuine.body', advice: null, showsStars: true },
    not_issued_here: {
      tone: 'note',
      title: 'scan.notIssued.title',
      body: 'scan.notIssued.body',
      advice: 'scan.notIssued.advice',
      showsStars: false,
    },
    void: {
      tone: 'warn',
      title: 'scan.void.title',
      body: 'scan.void.body',
      advice: 'scan.void.advice',
      showsStars: false,
    },
    expired_recognition: {
      tone: 'note',
      title: revoked ? 'scan.revoked.title' : 'scan.expired.title',
      body: revoked ? 'scan.revoked.body' : 'scan.expired.body',
      advice: 'scan.expired.advice',
      showsStars: true,
    },
    recalled: {
      tone: 'warn',
      title: 'scan.recalled.title',
      body: 'scan.recalled.body',
      advice: 'scan.recalled.advice',
      showsStars: true,
    },
  }
  return messages[answer.verdict]
}

/** What to say about the star on the packing day: nothing when it says the same as today. */
export function packingDayRemark(
  today: RecognitionState,
  packing: RecognitionState | null,
): 'scan.packing.valid' | 'scan.packing.none' | null {
  if (!packing) return null
  if (packing.status === 'valid') return 'scan.packing.valid'
  return today.status === 'none' ? null : 'scan.packing.none'
}

/**
 * How often this code was checked before, in words that fit the count. Many checks do not prove a copy (families,
 * shops and fairs scan too), so the words ask to compare and never accuse.
 * In: human, distinct-device checks before this one.
 */
export function earlierChecksMessage(
  earlierChecks: number,
): 'scan.checks.first' | 'scan.checks.some' | 'scan.checks.many' {
  if (earlierChecks <= 0) return 'scan.checks.first'
  return earlierChecks < 10 ? 'scan.checks.some' : 'scan.checks.many'
}
