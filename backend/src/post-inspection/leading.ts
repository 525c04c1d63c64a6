import type { MedusaContainer } from '@medusajs/framework/types'
import type { CertifiedStar, Revocation } from '@sao-lang/traceability/verify/rating'
import { revokerOf } from '@sao-lang/traceability/verify/rating'
import { rulesOn } from '../rules/rules-on'

const STARS: readonly CertifiedStar[] = [3, 4, 5]

/** The stars whose recognitions the minister takes back, and so the ministry inspects. */
export function ministryStars(rule: Revocation): CertifiedStar[] {
  return STARS.filter((stars) => revokerOf(rule, stars) === 'central')
}

/** The same by the rules of a day at +07. Throws ApiError 409 `rule_missing`. */
export async function ministryStarsOn(container: MedusaContainer, day: string): Promise<CertifiedStar[]> {
  return ministryStars((await rulesOn(container, day)).revocation)
}
