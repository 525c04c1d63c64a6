import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { DOSSIER_MODULE } from '../modules/dossier'
import type {
  DossierConfirmationDTO,
  DossierDTO,
  DossierEventDTO,
  DossierModuleService,
  DossierPaperDTO,
  DossierPickDTO,
  DossierReturnDTO,
} from '../modules/dossier/service'

/** A dossier with everything that is kept of it. */
export interface DossierRecord {
  dossier: DossierDTO
  picks: DossierPickDTO[]
  papers: DossierPaperDTO[]
  /** Newest first. */
  returns: DossierReturnDTO[]
  confirmations: DossierConfirmationDTO[]
}

const ALL = { take: 2_000 }

/** One dossier. In: its id and whose it must be. Throws ApiError 404 for any other, so that none can be guessed at. */
export async function readRecord(
  container: MedusaContainer,
  id: string,
  whose: Record<string, unknown>,
): Promise<DossierRecord> {
  const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
  const [dossier] = await dossiers.listDossiers({ ...whose, id }, { take: 1 })
  const [record] = dossier ? await recordsOf(container, [dossier]) : []
  if (!record) throw new ApiError(404, 'not_found')
  return record
}

/** The records of rows, in their order, with five questions however many they are. */
export async function recordsOf(container: MedusaContainer, rows: readonly DossierDTO[]): Promise<DossierRecord[]> {
  if (rows.length === 0) return []
  const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
  const of = { dossier_id: rows.map(({ id }) => id) }
  const most = { take: ALL.take * rows.length }
  const [picks, papers, returns, confirmations] = await Promise.all([
    dossiers.listDossierPicks(of, most),
    dossiers.listDossierPapers(of, { ...most, order: { created_at: 'ASC', id: 'ASC' } }),
    dossiers.listDossierReturns(of, { ...most, order: { returned_at: 'DESC' } }),
    dossiers.listDossierConfirmations(of, most),
  ])
  const mine = <Row extends { dossier_id: string }>(all: Row[], id: string) =>
    all.filter((row) => row.dossier_id === id)
  return rows.map((dossier) => ({
    dossier,
    picks: mine(picks, dossier.id),
    papers: mine(papers, dossier.id),
    returns: mine(returns, dossier.id),
    confirmations: mine(confirmations, dossier.id),
  }))
}

/** The history of a dossier, newest first. */
export async function readEvents(container: MedusaContainer, dossierId: string): Promise<DossierEventDTO[]> {
  const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
  return dossiers.listDossierEvents(
    { dossier_id: dossierId },
    { take: 200, order: { happened_at: 'DESC', id: 'DESC' } },
  )
}
