import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DataError, loadData, requireBy } from './load-data.ts'

const data = loadData()
const unique = (values: string[]) => new Set(values).size === values.length

describe('facts of the programme', () => {
  it('holds every row the documents name', () => {
    expect(data.products).toHaveLength(41)
    expect(data.producers).toHaveLength(40)
    expect(data.outlets).toHaveLength(45)
    expect(data.statistics).toHaveLength(52)
    expect(data.legalInstruments).toHaveLength(37)
    expect(data.provinces).toHaveLength(34)
    expect(data.communes).toHaveLength(3321)
    expect(data.legacyPlaces.filter((place) => place.level === 'province')).toHaveLength(63)
    expect(data.legacyPlaces.filter((place) => place.level === 'district')).toHaveLength(696)
    expect(data.legacyPlaces.filter((place) => place.level === 'commune')).toHaveLength(10_035)
  })

  it('names a document with title and issuer for every row', () => {
    const rows = [
      ...data.products,
      ...data.producers,
      ...data.outlets,
      ...data.statistics,
      ...data.legalInstruments,
      ...data.placeholderProducers,
    ]
    expect(rows).toHaveLength(41 + 40 + 45 + 52 + 37 + 17)
    for (const row of rows) {
      const source = requireBy(data.sources, 'id', row.source)
      expect(source.citation).toMatch(/\p{Lu}.{20,}/u)
      expect(source.citation).not.toMatch(/\.txt|[0-9a-f]{16}/)
    }
  })

  it('knows every row by one handle', () => {
    expect(unique(data.products.map((row) => row.handle))).toBe(true)
    expect(unique([...data.producers, ...data.placeholderProducers].map((row) => row.handle))).toBe(true)
    expect(unique(data.outlets.map((row) => row.handle))).toBe(true)
    expect(unique(data.provinces.map((row) => row.slug))).toBe(true)
    expect(unique(data.communes.map((row) => row.code))).toBe(true)
  })

  it.each(data.statistics.map((row) => [row.id, row] as const))('%s: parts add up as recorded', (_, row) => {
    if (row.breakdownSum === null) {
      expect(row.addsUp).toBeNull()
      return
    }
    const sum = row.breakdown.reduce((total, part) => total + part.value, 0)
    expect(sum).toBeCloseTo(row.breakdownSum, 9)
    expect(row.addsUp).toBe(Math.abs(sum - (row.total ?? Number.NaN)) < 1e-9)
  })

  it('says a contradiction in both languages', () => {
    const contradictory = data.statistics.filter((row) => row.inconsistency !== null)
    expect(contradictory).toHaveLength(13)
    for (const row of contradictory) expect(row.inconsistencyEn).toBeTruthy()
    for (const row of data.statistics) expect(row.note === null).toBe(row.noteEn === null)
  })

  it('leads every former unit to units that exist, in the province that took it over', () => {
    const communes = new Map(data.communes.map((commune) => [commune.code, commune.provinceCode]))
    const provinceOf = new Map(
      data.legacyPlaces.filter((place) => place.level === 'province').map((place) => [place.code, place.targets[0]]),
    )
    const districts = data.legacyPlaces.filter((place) => place.level === 'district')
    for (const district of districts) {
      for (const target of district.targets) {
        expect(communes.get(target)).toBe(provinceOf.get(district.parentCode ?? ''))
      }
    }
    for (const place of data.legacyPlaces) expect(place.split).toBe(place.targets.length > 1)
  })

  it('invents no GTIN under prefix 893', () => {
    const root = new URL('../../data/', import.meta.url)
    for (const folder of ['facts', 'sample']) {
      for (const file of readdirSync(new URL(`${folder}/`, root))) {
        expect(readFileSync(new URL(`${folder}/${file}`, root), 'utf8')).not.toMatch(/(?<!\d)893\d{5,11}(?!\d)/)
      }
    }
  })

  it('names the missing row', () => {
    expect(() => requireBy(data.products, 'id', 'prd-999')).toThrow(DataError)
    expect(() => requireBy(data.products, 'id', 'prd-999')).toThrow('prd-999')
  })
})
