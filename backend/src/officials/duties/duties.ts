import type { MedusaContainer } from '@medusajs/framework/types'
import { waitingDossiers } from '../../dossiers/waiting-dossiers'
import { evaluationDuties } from '../../evaluations/evaluation-duties'
import { messageOf } from '../../logging/message-of'
import { shopLogger } from '../../logging/shop-logger'
import type { OfficialScope } from '../official-scope'
import type { Duty, DutyProvider } from './duty'
import { postEnds } from './post-ends'
import { postInspectionDuties } from './post-inspections'
import { reportDuties } from './reports'

/** Everything that finds duties, by name; each part of the workspace adds its own. */
export const DUTY_PROVIDERS: Readonly<Record<string, DutyProvider>> = {
  postEnds,
  waitingDossiers,
  evaluationDuties,
  postInspectionDuties,
  reportDuties,
}

export interface WorkList {
  duties: Duty[]
  /** False when some part could not be asked: the list says then that it is not whole. */
  whole: boolean
}

/** An official's work list: what is overdue first, then by the day it is due. A part that fails leaves the others standing. */
export async function workList(
  container: MedusaContainer,
  official: OfficialScope,
  providers: Readonly<Record<string, DutyProvider>> = DUTY_PROVIDERS,
): Promise<WorkList> {
  const found = await Promise.all(
    Object.entries(providers).map(([name, provider]) =>
      provider(container, official).catch((error: unknown) => {
        shopLogger.event('error', 'Duties could not be found', { provider: name, error: messageOf(error) })
        return null
      }),
    ),
  )
  const duties = found.flatMap((some) => some ?? []).filter(({ count }) => count > 0)
  return { duties: duties.sort(inOrder), whole: found.every((some) => some !== null) }
}

const LAST = '9999-12-31'

function inOrder(one: Duty, other: Duty): number {
  if (one.overdue !== other.overdue) return one.overdue ? -1 : 1
  const [day, otherDay] = [one.dueOn ?? LAST, other.dueOn ?? LAST]
  return day === otherDay ? one.key.localeCompare(other.key) : day < otherDay ? -1 : 1
}
