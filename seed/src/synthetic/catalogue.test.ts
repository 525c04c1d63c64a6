import { describe, expect, it } from 'vitest'
import { loadData } from '../data/load-data.ts'
import { artOf } from '../illustrations/compose.ts'
import { syntheticCatalogue } from './catalogue.ts'
import { KINDS } from './kinds.ts'

const data = loadData()
const catalogue = syntheticCatalogue(data, 2000)

describe('synthetic catalogue', () => {
  it('is the same every time, and a larger one begins with the smaller one', () => {
    expect(syntheticCatalogue(data, 300)).toEqual(syntheticCatalogue(data, 300))
    expect(catalogue.products.slice(0, 300)).toEqual(syntheticCatalogue(data, 300).products)
  })

  it('reaches all provinces, sectors, stars and lapsed and missing recognitions', () => {
    const { products, producers, decisions } = catalogue
    expect(products).toHaveLength(2000)
    expect(new Set(producers.map((producer) => producer.provinceCode)).size).toBe(34)
    expect(new Set(products.map((product) => product.kind.sector)).size).toBe(6)
    const stars = products.map((product) => product.recognition?.stars ?? null)
    for (const each of [null, 3, 4, 5]) expect(stars).toContain(each)
    expect([...decisions.values()].some((decision) => decision.validTo < '2026-11-22')).toBe(true)
  })

  it('never gives two products one handle or one producer two places', () => {
    expect(new Set(catalogue.products.map((product) => product.handle)).size).toBe(2000)
    expect(new Set(catalogue.producers.map((producer) => producer.handle)).size).toBe(250)
    expect(new Set(catalogue.producers.map((producer) => producer.name)).size).toBe(250)
  })

  it('says in every producer’s name that it is made up', () => {
    for (const { name } of catalogue.producers) expect(name).toContain('mẫu')
  })

  it('prices in whole thousands and never puts a stay in stock', () => {
    for (const { variants, kind } of catalogue.products) {
      for (const { price, stock } of variants) {
        expect(price % 1000).toBe(0)
        expect(price).toBeGreaterThan(0)
        if (kind.sector === 'tourism') expect(stock).toBe(0)
      }
    }
  })

  it('has a picture for every kind', () => {
    for (const { picture } of KINDS) {
      if (typeof picture === 'string') expect(data.illustrations.some((row) => row.id === picture)).toBe(true)
      else for (const name of [picture.hero, ...picture.companions]) expect(artOf(name)).toContain('<')
    }
  })
})
