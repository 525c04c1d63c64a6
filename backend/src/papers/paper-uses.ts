import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import type { Place } from '../officials/official-scope'

/** A dossier that cites a paper, as its producer sees it. */
export interface PaperUse {
  dossierId: string
  /** Which version it cites. */
  paperId: string
  productName: string
  kind: string
  state: string
  receiptNumber: string | null
}

interface CitingDossier {
  id: string
  product_name: string
  kind: string
  state: string
  receipt_number: string | null
  province_code: string
  commune_code: string
}

const DOSSIER_FIELDS = ['id', 'product_name', 'kind', 'state', 'receipt_number', 'province_code', 'commune_code']

/** The dossiers that cite any of the papers, each once for every version it cites. */
export async function dossiersCiting(container: MedusaContainer, paperIds: readonly string[]): Promise<PaperUse[]> {
  const citations = await citationsOf(container, paperIds)
  const dossiers = new Map((await dossiersOf(container, { id: [...citations.keys()] })).map((row) => [row.id, row]))
  return [...citations].flatMap(([dossierId, cited]) => {
    const dossier = dossiers.get(dossierId)
    if (!dossier) return []
    const { product_name: productName, kind, state, receipt_number: receiptNumber } = dossier
    return [...cited].map((paperId) => ({ dossierId, paperId, productName, kind, state, receiptNumber }))
  })
}

/** Where the filed dossiers that cite a paper belong. A dossier is filed once it has a receipt; drafts are the producer's own. */
export async function filedDossiersCiting(container: MedusaContainer, paperId: string): Promise<Place[]> {
  return await placesOfFiled(container, { id: [...(await citationsOf(container, [paperId])).keys()] })
}

/** Where filed dossiers belong. */
export async function placesOfFiled(
  container: MedusaContainer,
  filters: { id: string[] } | { producer_id: string },
): Promise<Place[]> {
  const rows = await dossiersOf(container, filters)
  return rows
    .filter(({ receipt_number }) => receipt_number !== null)
    .map((row) => ({ provinceCode: row.province_code, communeCode: row.commune_code }))
}

async function dossiersOf(
  container: MedusaContainer,
  filters: { id: string[] } | { producer_id: string },
): Promise<CitingDossier[]> {
  if ('id' in filters && filters.id.length === 0) return []
  return await graph<CitingDossier>(container, { entity: 'dossier', fields: DOSSIER_FIELDS, filters })
}

/** Cited papers by dossier. */
async function citationsOf(container: MedusaContainer, paperIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await graph<{ dossier_id: string; paper_id: string }>(container, {
    entity: 'dossier_paper',
    fields: ['dossier_id', 'paper_id'],
    filters: { paper_id: [...paperIds] },
  })
  const byDossier = new Map<string, Set<string>>()
  for (const { dossier_id, paper_id } of rows) {
    byDossier.set(dossier_id, (byDossier.get(dossier_id) ?? new Set()).add(paper_id))
  }
  return byDossier
}
