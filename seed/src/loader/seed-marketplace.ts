import { openShop } from '@sao-lang/backend/open-shop'
import { importPlacesWorkflow } from '@sao-lang/backend/workflows/place/workflows/import-places'
import { upsertProducersWorkflow } from '@sao-lang/backend/workflows/producer/workflows/upsert-producers'
import { importProgrammeWorkflow } from '@sao-lang/backend/workflows/programme/workflows/import-programme'
import { seedTargetsWorkflow } from '@sao-lang/backend/workflows/programme/workflows/seed-targets'
import { upsertShopsWorkflow } from '@sao-lang/backend/workflows/promotion-centre/workflows/upsert-shops'
import { setUpShopWorkflow } from '@sao-lang/backend/workflows/shop/workflows/set-up-shop'
import { migrate } from '@sao-lang/traceability/storage/migrate'
import { Pool } from 'pg'
import { requireBy, type SeedData } from '../data/load-data.ts'
import type { SeedEnvironment } from '../environment.ts'
import { openFileStore } from '../illustrations/file-store.ts'
import { productDrawings } from '../illustrations/product-drawings.ts'
import { renderPictures } from '../illustrations/render.ts'
import type { Progress } from '../progress.ts'
import { seedSyntheticCatalogue } from '../synthetic/seed-synthetic.ts'
import { clearHalfMadeSetUp, linkKeyToChannel } from './mend-set-up.ts'
import { planTargets } from './plan-targets.ts'
import { seedCentre, seedConsignment, seedProposal } from './seed-centre.ts'
import { seedCommission } from './seed-commission.ts'
import { seedCounters } from './seed-counters.ts'
import { seedCustomer } from './seed-customer.ts'
import { seedDecisions } from './seed-decisions.ts'
import { seedDossiers } from './seed-dossiers.ts'
import { seedEvaluations } from './seed-evaluations.ts'
import { seedFreight } from './seed-freight.ts'
import { seedInspector } from './seed-inspector.ts'
import { DEMO_PRODUCERS, seedMembers } from './seed-members.ts'
import { seedOfficials } from './seed-officials.ts'
import { seedOperator } from './seed-operator.ts'
import { seedPapers } from './seed-papers.ts'
import { seedPartner } from './seed-partner.ts'
import { seedPassports } from './seed-passports.ts'
import { seedPostInspections } from './seed-post-inspections.ts'
import { seedProducts } from './seed-products.ts'
import { readSeedRecord, type SeedRecord, writeSeedRecord } from './seed-record.ts'
import { seedRules } from './seed-rules.ts'
import { seedSellers } from './seed-sellers.ts'
import { seedSitePages } from './seed-site-pages.ts'
import { seedTrace } from './seed-trace.ts'
import { muteEvents } from './shop.ts'
import {
  COUNTER_SHOPS,
  decisionRows,
  outletRows,
  placeRows,
  producerRows,
  productRows,
  programmeRows,
} from './shop-rows.ts'

/** Small enough that a killed run loses seconds, large enough that the workflows' own cost does not count. */
const PRODUCTS_A_BATCH = 21

const SHOP = {
  storeName: 'Sao Làng trực tuyến',
  shippingFee: 30_000,
  stockLocation: {
    name: 'Kho trực tuyến Sao Làng',
    provinceName: 'Hà Nội',
    address: 'Kho minh hoạ, phường Cầu Giấy',
  },
}

/** Where the counters stand, as far as the Đồng Tháp plan says it. */
const COUNTER_ADDRESS: Record<(typeof COUNTER_SHOPS)[number], { address: string; provinceName: string }> = {
  'shop-001': { address: 'Địa chỉ minh hoạ tại Hà Nội', provinceName: 'Hà Nội' },
  'shop-002': { address: 'Làng hoa Sa Đéc (trước đây thuộc thành phố Sa Đéc)', provinceName: 'Đồng Tháp' },
}

/**
 * Fills the shop and the traceability database, or goes on where an interrupted run stopped; nothing is ever doubled.
 * In: environment, data, and how many synthetic products there shall be besides the real ones.
 * Out: what was written to `seed.json`. Throws when a database or the file store fails; what is done stays.
 */
export async function seedMarketplace(
  env: SeedEnvironment,
  data: SeedData,
  syntheticProducts: number,
  progress: Progress,
): Promise<SeedRecord> {
  const earlier = readSeedRecord(env.DATA_DIR)
  let record: SeedRecord = {
    version: 1,
    publishableKey: earlier?.publishableKey ?? null,
    accounts: earlier?.accounts ?? [],
    sampleCodes: earlier?.sampleCodes ?? null,
    tokens: earlier?.tokens ?? {},
    counts: earlier?.counts ?? {},
    fingerprint: data.fingerprint,
    finishedAt: null,
  }
  const keep = (change: Partial<SeedRecord>) => {
    record = { ...record, ...change }
    writeSeedRecord(env.DATA_DIR, record)
  }
  keep({})

  await progress.step('traceability schema', () => migrate(env.TRACE_DATABASE_URL))
  const store = openFileStore(env)
  const drawings = productDrawings(data)
  // Drawn while Medusa starts; awaited where the products need them.
  const drawn = renderPictures(store, drawings)
  drawn.catch(() => undefined)

  const shop = await progress.step('open the shop', () => openShop())
  const traceDb = new Pool({ connectionString: env.TRACE_DATABASE_URL, max: 4 })
  try {
    const { container } = shop
    muteEvents(container)
    await progress.step(
      'rules',
      () => seedRules(container, data.rules),
      (adopted) => `${data.rules.length}, ${adopted} new`,
    )
    const base = await progress.step('store, region, delivery, key', async () => {
      await clearHalfMadeSetUp(container, SHOP.stockLocation.name)
      const { result } = await setUpShopWorkflow(container).run({ input: SHOP })
      await linkKeyToChannel(container, result.salesChannelId)
      return result
    })
    keep({ publishableKey: base.publishableKey })

    await progress.step(
      'site pages',
      () => seedSitePages(container),
      (pages) => `${pages} new`,
    )
    await progress.step(
      'places',
      () => importPlacesWorkflow(container).run({ input: placeRows(data) }),
      ({ result }) => `${result.provinces} provinces, ${result.communes} communes, ${result.legacyPlaces} former units`,
    )
    await progress.step(
      'programme',
      () => importProgrammeWorkflow(container).run({ input: programmeRows(data) }),
      ({ result }) => `${result.statistics} statistics, ${result.legalInstruments} legal instruments`,
    )
    await progress.step(
      'plan targets',
      async () => (await seedTargetsWorkflow(container).run({ input: { targets: planTargets(data) } })).result,
      (added) => `${added} new`,
    )
    const outlets = await progress.step(
      'shops and fairs',
      async () => (await upsertShopsWorkflow(container).run({ input: outletRows(data) })).result,
      (result) => `${result.shops.length} shops and chains, ${result.fairs.length} fairs`,
    )
    const counters = COUNTER_SHOPS.map((id) => {
      const { name, handle } = requireBy(data.outlets, 'id', id)
      const salesChannelId = requireBy(outlets.shops, 'handle', handle).salesChannelId
      if (!salesChannelId) throw new Error(`${name} has no sales channel`)
      return { name, salesChannelId, ...COUNTER_ADDRESS[id] }
    })
    await progress.step('counters', () => seedCounters(container, counters))
    await progress.step('commission rules', () => seedCommission(container))
    await progress.step('freight rates', () => seedFreight(container))
    const centreId = await progress.step('promotion centre', () =>
      seedCentre(
        container,
        COUNTER_SHOPS.map((id) => requireBy(data.outlets, 'id', id).handle),
      ),
    )

    const producers = await progress.step(
      'producers',
      async () => (await upsertProducersWorkflow(container).run({ input: { producers: producerRows(data) } })).result,
      (result) => String(result.length),
    )
    const { pictures } = await progress.step(
      'pictures',
      () => drawn,
      ({ made }) => `${drawings.length} drawings, ${made} files made`,
    )
    const pictureOf = new Map(data.products.map((fact, at) => [fact.id, pictures.slice(at * 2, at * 2 + 2)]))

    const products = await progress.step(
      'products',
      () =>
        seedProducts(
          container,
          { stockLocationId: base.stockLocationId, shippingProfileId: base.shippingProfileId },
          productRows(data, pictureOf).map((product, at) => ({
            product,
            // The counters belong to Đồng Tháp and sell its products; the online shop sells all.
            salesChannelIds: [
              base.salesChannelId,
              ...(data.products[at]?.province === 'Đồng Tháp' ? counters.map((counter) => counter.salesChannelId) : []),
            ],
          })),
          PRODUCTS_A_BATCH,
        ),
      ({ ids, created }) => `${ids.size}, ${created} new`,
    )
    const productIds = new Map(data.products.map((fact) => [fact.id, products.ids.get(fact.handle) ?? '']))
    await progress.step(
      'decisions',
      () => seedDecisions(container, decisionRows(data, productIds)),
      (created) => `${data.decisions.length}, ${created} new`,
    )

    await progress.step(
      'consigned goods',
      () => seedConsignment(container, centreId, requireBy(data.outlets, 'id', COUNTER_SHOPS[1]).handle),
      (papers) => `${papers} receipts`,
    )

    const producerIds = new Map(producers.map((producer) => [producer.handle, producer.id]))
    // Labels are ordered for what a passport says is recognised.
    await progress.step(
      'passports',
      () => seedPassports(container, traceDb, [...productIds.values()]),
      (passports) => String(passports),
    )
    const trace = await progress.step(
      'source areas, lots, labels',
      () => seedTrace(traceDb, data, { productIds, producerIds }, env.CODE_KEY),
      ({ counts }) => `${counts.lots} lots, ${counts.events} events, ${counts.labels} labels`,
    )
    await progress.step(
      'post-inspections',
      () => seedPostInspections(container, data.postInspections, productIds),
      (deeds) => `${data.postInspections.length} plan, ${deeds} deeds new`,
    )
    if (env.DEMO_ACCOUNTS) {
      const operator = await progress.step('demo account', () => seedOperator(container, record.accounts))
      const members = await progress.step('demo producers', () => seedMembers(container, producerIds, record.accounts))
      const demo = DEMO_PRODUCERS.flatMap((handle) => producerIds.get(handle) ?? [])
      await progress.step('demo sellers', () => seedSellers(container, demo))
      for (const producerId of demo) await seedProposal(container, centreId, producerId)
      await progress.step(
        'demo papers',
        () =>
          seedPapers(
            container,
            DEMO_PRODUCERS.flatMap((handle) => producerIds.get(handle) ?? []),
          ),
        (papers) => `${papers} new`,
      )
      const inspector = await progress.step('demo inspector', () => seedInspector(container, record.accounts))
      const officials = await progress.step('demo officials', () => seedOfficials(container, record.accounts, centreId))
      const customer = await progress.step('demo customer', () => seedCustomer(container, record.accounts))
      await progress.step('demo evaluations', () => seedEvaluations(container), String)
      await progress.step(
        'demo dossiers',
        () => seedDossiers(container, { productIds, producerIds }),
        (dossiers) => `${dossiers} brought on their way`,
      )
      const lotMakers = [...new Set(data.lots.map((lot) => requireBy(data.sampleProducts, 'id', lot.product).producer))]
      const partner = await progress.step('demo trading partner', () =>
        seedPartner(
          traceDb,
          lotMakers.map((id) => producerIds.get(id) ?? id),
          record.tokens.epcis ?? null,
        ),
      )
      keep({ accounts: [operator, ...members, inspector, ...officials, customer], tokens: { epcis: partner } })
    }
    keep({
      sampleCodes: trace.sampleCodes,
      counts: {
        ...record.counts,
        products: data.products.length,
        producers: producers.length,
        provinces: data.provinces.length,
        communes: data.communes.length,
        decisions: data.decisions.length,
        rules: data.rules.length,
        outlets: data.outlets.length,
        statistics: data.statistics.length,
        legalInstruments: data.legalInstruments.length,
        ...trace.counts,
      },
    })

    if (syntheticProducts > 0) {
      const made = await seedSyntheticCatalogue({
        container,
        traceDb,
        store,
        data,
        base,
        count: syntheticProducts,
        progress,
      })
      keep({ counts: { ...record.counts, ...made } })
    }
    keep({ finishedAt: new Date().toISOString() })
    return record
  } finally {
    await traceDb.end()
    await shop.close()
  }
}
