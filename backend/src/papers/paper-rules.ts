import type { MedusaContainer } from '@medusajs/framework/types'
import type { PaperKinds } from '@sao-lang/traceability/verify/rating'
import { rulesOn } from '../rules/rules-on'

/** The kinds of papers in force on a day, and when their holder is reminded before one expires. */
export async function paperRulesOn(container: MedusaContainer, day: string): Promise<PaperKinds> {
  return (await rulesOn(container, day)).paperKinds
}

/** How many days before its last good day a paper expires soon: those of the first reminder. */
export function soonDays({ remindDaysBefore }: Pick<PaperKinds, 'remindDaysBefore'>): number {
  return Math.max(0, ...remindDaysBefore)
}
