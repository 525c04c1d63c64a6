import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { graph } from '../container/graph'
import type { Tenant } from '../http/tenant'
import { DOSSIER_MODULE } from '../modules/dossier'
import type { DossierModuleService } from '../modules/dossier/service'
import { CLOSED_STATES, type DossierKind } from '../modules/dossier/states'
import { PLACE_MODULE } from '../modules/place'
import type { PlaceModuleService } from '../modules/place/service'
import { variantsOf } from './completeness'
import { type KnownDossier, knownDossier } from './dossier-facts'
import { type DossierRules, dossierRules } from './dossier-rules'
import {
  type DossierEventView,
  type DossierSummary,
  type DossierView,
  toDossierSummary,
  toDossierView,
  toEventView,
} from './dossier-view'
import { proposedKind } from './filing-fit'
import { type Standing, standingsOf } from './product-standing'
import { readEvents, readRecord, recordsOf } from './read-record'

/** What the page of a producer's dossiers shows, and the form of a new one. */
export interface ProducerDossiers {
  dossiers: DossierSummary[]
  products: {
    id: string
    title: string
    standing: Standing | null
    proposedKind: DossierKind
    /** The dossier that is on its way; null when a new one may begin. */
    openDossierId: string | null
  }[]
  /** The version in force today and its sets. */
  rubricVersion: string
  sets: { no: number; name: string; group: string | null; sector: string; variants: string[] }[]
  /** Where dossiers are filed; null when the producer's commune is not on record. */
  communeName: string | null
}

/** The dossiers of the tenant, newest first, and what it may begin. */
export async function producerDossiers(
  container: MedusaContainer,
  { producerId }: Tenant,
  now: Date,
): Promise<ProducerDossiers> {
  const day = vietnamDay(now)
  const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
  const rows = await dossiers.listDossiers({ producer_id: producerId }, { take: 200, order: { created_at: 'DESC' } })
  const [records, [producer], rules] = await Promise.all([
    recordsOf(container, rows),
    graph<{ commune_code: string | null; products: { id: string; title: string }[] | null }>(container, {
      entity: 'producer',
      fields: ['commune_code', 'products.id', 'products.title'],
      filters: { id: producerId },
    }),
    dossierRules(container, day),
  ])
  const known = await Promise.all(records.map((record) => knownOf(container, record, day)))
  const products = producer?.products ?? []
  const standings = await standingsOf(
    container,
    products.map(({ id }) => id),
    day,
    rules.windows,
  )
  return {
    dossiers: known.map(([each, its]) => toDossierSummary(each, its)),
    products: products
      .map(({ id, title }) => {
        const standing = standings.get(id) ?? null
        const open = rows.find((row) => row.product_id === id && !CLOSED_STATES.includes(row.state))
        return { id, title, standing, proposedKind: proposedKind(standing), openDossierId: open?.id ?? null }
      })
      .sort((a, b) => a.title.localeCompare(b.title, 'vi')),
    rubricVersion: rules.rubric.version,
    sets: rules.rubric.sets.map((set) => ({
      ...{ no: set.no, name: set.name, group: set.group, sector: set.sector },
      variants: variantsOf(set),
    })),
    communeName: await communeNameOf(container, producer?.commune_code ?? null),
  }
}

/** One dossier of the tenant with its history. Throws ApiError 404. */
export async function producerDossier(
  container: MedusaContainer,
  { producerId }: Tenant,
  id: string,
  now: Date,
): Promise<{ dossier: DossierView; events: DossierEventView[]; communeName: string | null }> {
  const record = await readRecord(container, id, { producer_id: producerId })
  const [[known, rules], events, name] = await Promise.all([
    knownOf(container, record, vietnamDay(now)),
    readEvents(container, id),
    communeNameOf(container, record.dossier.commune_code),
  ])
  return { dossier: toDossierView(known, rules), events: events.map(toEventView), communeName: name }
}

/** A record with all it rests on, by the rules of its own version. */
export async function knownOf(
  container: MedusaContainer,
  record: Parameters<typeof knownDossier>[1],
  day: string,
): Promise<[KnownDossier, DossierRules]> {
  const rules = await dossierRules(container, day, record.dossier.rubric_version)
  return [await knownDossier(container, record, rules, day), rules]
}

/** Name of a commune with its type; null when it is not on record. */
export async function communeNameOf(container: MedusaContainer, code: string | null): Promise<string | null> {
  if (code === null) return null
  const places: PlaceModuleService = container.resolve(PLACE_MODULE)
  const [commune] = await places.listCommunes({ code }, { take: 1 })
  return commune ? `${commune.type} ${commune.name}` : null
}
