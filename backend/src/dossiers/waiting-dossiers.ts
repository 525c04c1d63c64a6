import type { MedusaContainer } from '@medusajs/framework/types'
import { DOSSIER_MODULE } from '../modules/dossier'
import type { DossierModuleService } from '../modules/dossier/service'
import type { Duty } from '../officials/duties/duty'
import { type OfficialScope, postsWith } from '../officials/official-scope'

/** More than a commune has at hand at once; the page itself goes on. */
const MOST = 500

/** Dossiers that wait for the official's communes, by the day they are due. */
export async function waitingDossiers(container: MedusaContainer, official: OfficialScope): Promise<Duty[]> {
  const communes = postsWith(official, 'dossier:pass_on').flatMap(({ level, communeCode }) =>
    level === 'commune' && communeCode !== null ? [communeCode] : [],
  )
  if (communes.length === 0) return []
  const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
  const rows = await dossiers.listDossiers(
    { commune_code: communes, state: ['submitted', 'in_review'] },
    { take: MOST, select: ['id', 'due_on'] },
  )
  const days = [...new Set(rows.map(({ due_on }) => due_on))]
  return days.map((dueOn) => ({
    key: 'dossiers_waiting' as const,
    count: rows.filter(({ due_on }) => due_on === dueOn).length,
    path: '/can-bo/ho-so' as const,
    dueOn,
    overdue: dueOn !== null && dueOn < official.day,
  }))
}
