import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { addDays, daysBetween } from '@sao-lang/traceability/verify/rating'
import { graph } from '../container/graph'
import type { PaperDTO } from '../modules/evidence/service'
import { type NoticeDraft, notify } from '../notices/notify'
import { rulesOn } from '../rules/rules-on'
import { paperRulesOn, soonDays } from './paper-rules'
import { reminderDue } from './reminder-due'

type Expiring = Pick<PaperDTO, 'id' | 'producer_id' | 'title' | 'expires_on'>

/** As many papers as are looked at in one go. */
const AT_ONCE = 500

/**
 * Tells producers which of their papers expire soon, each reminder once however often this runs. Out: how many were new.
 * In: now; the day is that at +07.
 */
export async function remindOfPapers(container: MedusaContainer, now: Date): Promise<number> {
  const day = vietnamDay(now)
  // A shop that has not adopted its rules yet reminds nobody.
  if (!(await rulesOn(container, day)).has('paper-kinds')) return 0
  const rules = await paperRulesOn(container, day)
  let made = 0
  for (let last = ''; ; ) {
    const papers = await graph<Expiring>(container, {
      entity: 'paper',
      fields: ['id', 'producer_id', 'title', 'expires_on'],
      filters: {
        id: { $gt: last },
        state: 'active',
        expires_on: { $gte: day, $lte: addDays(day, soonDays(rules)) },
      },
      pagination: { take: AT_ONCE, order: { id: 'ASC' } },
    })
    const drafts = papers.flatMap((paper) => draftOf(paper, day, rules.remindDaysBefore))
    if (drafts.length > 0) made += (await notify(container, drafts)).length
    if (papers.length < AT_ONCE) return made
    last = papers.at(-1)?.id ?? ''
  }
}

function draftOf(paper: Expiring, day: string, remindDaysBefore: readonly number[]): NoticeDraft[] {
  if (paper.expires_on === null) return []
  const due = reminderDue(daysBetween(day, paper.expires_on), remindDaysBefore)
  if (due === null) return []
  return [
    {
      audience: { producerId: paper.producer_id },
      kind: 'paper_expires',
      subject: { type: 'paper', id: paper.id },
      params: { title: paper.title, on: paper.expires_on },
      dedupeKey: `paper-expires:${paper.id}:${due}`,
    },
  ]
}
