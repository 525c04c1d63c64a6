import { recognitionStateOn } from '@sao-lang/traceability/verify'
import { describe, expect, it } from 'vitest'
import { addDays } from '../calendar.ts'
import { artOf } from '../illustrations/compose.ts'
import { lotJourney } from '../loader/lot-journey.ts'
import { loadData, requireBy } from './load-data.ts'

const data = loadData()
const TODAY = '2026-11-22'

function stateOn(product: string, day: string) {
  return recognitionStateOn(
    data.decisions.flatMap((decision) =>
      decision.recognitions
        .filter((recognition) => recognition.product === product)
        .map(({ stars, points }) => ({
          ref: `${decision.number}:${product}`,
          stars,
          points,
          rubricVersion: decision.rubricVersion,
          decisionNumber: decision.number,
          decisionDate: decision.date,
          authority: decision.authority,
          validFrom: decision.validFrom,
          validTo: decision.validTo,
          revokedOn: null,
          extendedTo: null,
          suspensions: [],
          sample: true,
        })),
    ),
    day,
  )
}

describe('illustrative data', () => {
  it('covers every product once, with a producer that exists', () => {
    expect(data.sampleProducts.map((row) => row.id)).toEqual(data.products.map((row) => row.id))
    const producers = new Set([...data.producers, ...data.placeholderProducers].map((row) => row.handle))
    for (const row of data.sampleProducts) expect(producers).toContain(row.producer)
  })

  it('gives a product the producer its document names, and a stand-in of the place otherwise', () => {
    for (const fact of data.products) {
      const { producer } = requireBy(data.sampleProducts, 'id', fact.id)
      if (fact.producerName === null) expect(producer).toMatch(/^chu-the-tai-/)
      else expect(requireBy(data.producers, 'handle', producer).name).toBe(fact.producerName)
    }
  })

  it('fills in a sector only where the document gives none', () => {
    for (const fact of data.products) {
      expect(requireBy(data.sampleProducts, 'id', fact.id).sector === null).toBe(fact.sector !== null)
    }
  })

  it('shows no star that its document rules out, and points that fit the star', () => {
    const least = { 3: 50, 4: 70, 5: 90 }
    const most = { 3: 70, 4: 90, 5: 100.1 }
    for (const { product, stars, points } of data.decisions.flatMap((decision) => decision.recognitions)) {
      expect(requireBy(data.products, 'id', product).starsAllowed).toContain(stars)
      expect(points).toBeGreaterThanOrEqual(least[stars])
      expect(points).toBeLessThan(most[stars])
    }
  })

  it('leaves the four incomplete dossiers without a recognition and gives all others one', () => {
    const never = data.products.filter((fact) => stateOn(fact.id, TODAY).status === 'none').map((fact) => fact.handle)
    expect(never).toEqual(['tinh-dau-huong-nhu', 'hop-dung-che-thao-moc', 'coc-thao-moc', 'tui-xach-thao-moc'])
  })

  it('has recognitions that lapsed long ago, weeks ago and yesterday, and valid ones of every star', () => {
    const states = data.products.map((fact) => stateOn(fact.id, TODAY))
    const lapsed = states.filter((state) => state.status === 'expired').map((state) => state.lapsedOn)
    expect(lapsed.sort()).toEqual(['2025-08-16', '2025-08-16', '2026-10-21', '2026-11-22'])
    for (const stars of [3, 4, 5]) expect(states.some((state) => state.stars === stars)).toBe(true)
  })

  it('follows who decided when: no district after June 2025, the ministry alone for five stars', () => {
    for (const decision of data.decisions) {
      if (decision.level === 'district') expect(decision.date < '2025-07-01' && decision.date > '2023-02-24').toBe(true)
      for (const { stars } of decision.recognitions) expect(stars === 5).toBe(decision.level === 'central')
      expect(decision.validTo).toBe(`${Number(decision.date.slice(0, 4)) + 3}${decision.date.slice(4)}`)
    }
  })

  it('writes decision numbers as no real decision is written', () => {
    for (const { number } of data.decisions) expect(number).toMatch(/^00\d\d\//)
    expect(new Set(data.decisions.map(({ number }) => number)).size).toBe(data.decisions.length)
  })

  it('plays the expired scene with a package whose star was valid on the packing day', () => {
    const lot = requireBy(data.lots, 'ref', data.scenario.expired.lot)
    expect(stateOn(lot.product, lot.packedOn).status).toBe('valid')
    expect(stateOn(lot.product, TODAY).status).toBe('expired')
    const genuine = requireBy(data.lots, 'ref', data.scenario.genuine.lot)
    expect(stateOn(genuine.product, '2028-01-01').status).toBe('valid')
  })

  it('has labels on every lot but those packed without a valid recognition', () => {
    const without = data.lots
      .filter((lot) => stateOn(lot.product, lot.packedOn).status !== 'valid')
      .map(({ ref }) => ref)
    expect(without).toEqual([
      'tinh-dau-huong-nhu-2608',
      'hop-dung-che-thao-moc-2609',
      'coc-thao-moc-2609',
      'tui-xach-thao-moc-2609',
    ])
    for (const { product, packing } of data.journals) expect(stateOn(product, packing.day).status).toBe('valid')
  })

  it('plays four scenes with four lots, each with that many packages', () => {
    const scenes = Object.values(data.scenario)
    expect(new Set(scenes.map((scene) => scene.lot)).size).toBe(4)
    for (const scene of scenes) expect(scene.index).toBeLessThan(requireBy(data.lots, 'ref', scene.lot).units)
  })

  it('has a lot of everything that can be packed, and none of a service', () => {
    for (const fact of data.products) {
      const lots = data.lots.filter((lot) => lot.product === fact.id)
      if (fact.sector === 'tourism') expect(lots).toHaveLength(0)
      else expect(lots.filter((lot) => lot.onSale)).toHaveLength(1)
    }
  })

  it.each(data.lots.map((lot) => [lot.ref, lot] as const))(
    '%s: a journey in order that ends with packing',
    (_, lot) => {
      const sample = requireBy(data.sampleProducts, 'id', lot.product)
      const steps = data.journeys[lot.journey] ?? []
      const place = {
        provinceCode: '08',
        provinceName: 'Tuyên Quang',
        communeCode: null,
        communeName: null,
        legacyName: null,
      }
      const journey = lotJourney(lot, steps, sample.unitQuantity ?? { value: 0, unit: '' }, place)
      const moments = journey.map((step) => step.occurredAt)
      expect(moments).toEqual([...moments].sort())
      expect(journey.at(-1)?.step).toBe('packing')
      expect(journey.at(-1)?.occurredAt).toBe(`${lot.packedOn}T08:00:00.000Z`)
      for (const step of journey) if (step.quantity) expect(step.quantity.value).toBeGreaterThan(0)
      expect(lot.packedOn <= TODAY).toBe(true)
      for (const area of lot.sourceAreas) {
        expect(requireBy(data.sourceAreas, 'ref', area).producer).toBe(sample.producer)
        expect(requireBy(data.sourceAreas, 'ref', area).products).toContain(lot.product)
      }
    },
  )

  it.each(data.journals.map((journal) => [journal.ref, journal] as const))(
    '%s: a journal in order, of an area and product of one producer, that makes no more than it took',
    (_, journal) => {
      const sample = requireBy(data.sampleProducts, 'id', journal.product)
      const area = requireBy(data.sourceAreas, 'ref', journal.sourceArea)
      expect([area.producer, area.products.includes(journal.product)]).toEqual([sample.producer, true])
      const { harvest, processing, packing } = journal
      expect([harvest.day, processing.day, packing.day]).toEqual([harvest.day, processing.day, packing.day].sort())
      expect(packing.day <= TODAY).toBe(true)
      expect(processing.taken).toBeLessThanOrEqual(harvest.kilograms)
      expect(processing.kilograms).toBeLessThanOrEqual(processing.taken)
      expect(packing.taken).toBeLessThanOrEqual(processing.kilograms)
      expect(packing.packs * (sample.unitQuantity?.value ?? 0)).toBeLessThanOrEqual(packing.taken)
    },
  )

  it('keeps fresh goods on sale within their best-before day', () => {
    for (const lot of data.lots.filter((candidate) => candidate.onSale)) {
      const { shelfLifeDays } = requireBy(data.sampleProducts, 'id', lot.product)
      if (shelfLifeDays !== null) expect(addDays(lot.packedOn, shelfLifeDays) >= TODAY).toBe(true)
    }
  })

  it('gives every commune of a source area or stand-in the province it lies in', () => {
    const places = [...data.sourceAreas.map((area) => area.place), ...data.placeholderProducers, ...data.producers]
    for (const { provinceCode, communeCode } of places) {
      if (communeCode !== null) expect(requireBy(data.communes, 'code', communeCode).provinceCode).toBe(provinceCode)
    }
  })

  it('tells every story in two languages, in three sentences or more of its own', () => {
    const stories = data.sampleProducts.map((row) => row.story)
    expect(new Set(stories.map((story) => story.vi)).size).toBe(41)
    for (const { vi, en } of stories) {
      expect(vi.length).toBeGreaterThan(120)
      expect(en.length).toBeGreaterThan(120)
      expect(vi.normalize('NFC')).toBe(vi)
    }
  })

  it('prices in whole thousands of đồng', () => {
    for (const { price } of data.sampleProducts.flatMap((row) => row.variants)) expect(price % 1000).toBe(0)
  })

  it('has a drawing for every product', () => {
    expect(data.illustrations.map((row) => row.id)).toEqual(data.products.map((row) => row.id))
    for (const { hero, companions, heroColours } of data.illustrations) {
      const body = artOf(hero)
      for (const name of companions) expect(artOf(name)).toContain('<')
      for (const colour of Object.keys(heroColours ?? {})) expect(body).toContain(colour)
    }
  })
})
