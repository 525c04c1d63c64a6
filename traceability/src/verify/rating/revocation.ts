import type { Level } from './authority.ts'
import type { CertifiedStar } from './rubric.ts'

/** Why and by whom a recognition is taken back: the `revocation-grounds` record (QĐ 26/2026 art. 8). */
export interface Revocation {
  grounds: readonly { code: string; vi: string; en: string }[]
  decidedBy: readonly { stars: readonly CertifiedStar[]; level: Level }[]
}

/** The level that decides on taking back a recognition of that class; null when the record names none. */
export function revokerOf(rules: Revocation, stars: CertifiedStar): Level | null {
  return rules.decidedBy.find((each) => each.stars.includes(stars))?.level ?? null
}
