import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RuleRecord } from '@sao-lang/traceability/verify/rating'
import { z } from 'zod'
import * as schemas from './schemas.ts'

/** The data files stand beside `src` and `dist`, so one path serves both. */
const DATA = new URL('../../data/', import.meta.url)

/** A data file cannot be read or breaks its own rules; the message names file, row and field. */
export class DataError extends Error {
  override name = 'DataError'
}

const FILES = {
  sources: ['facts/sources.json', z.array(schemas.sourceSchema)],
  products: ['facts/products.json', z.array(schemas.productFactSchema)],
  producers: ['facts/producers.json', z.array(schemas.producerFactSchema)],
  outlets: ['facts/outlets.json', z.array(schemas.outletSchema)],
  statistics: ['facts/statistics.json', z.array(schemas.statisticSchema)],
  legalInstruments: ['facts/legal-instruments.json', z.array(schemas.legalInstrumentSchema)],
  provinces: ['places/provinces.json', z.array(schemas.provinceSchema)],
  communes: ['places/communes.json', z.array(schemas.communeSchema)],
  legacyPlaces: ['places/legacy-places.json', z.array(schemas.legacyPlaceSchema)],
  placeholderProducers: ['sample/placeholder-producers.json', z.array(schemas.placeholderProducerSchema)],
  sampleProducts: ['sample/products.json', z.array(schemas.sampleProductSchema)],
  illustrations: ['sample/illustrations.json', z.array(schemas.illustrationSchema)],
  decisions: ['sample/decisions.json', z.array(schemas.decisionSchema)],
  sourceAreas: ['sample/source-areas.json', z.array(schemas.sourceAreaSchema)],
  journeys: ['sample/journeys.json', schemas.journeysSchema],
  lots: ['sample/lots.json', z.array(schemas.lotSchema)],
  journals: ['sample/journals.json', z.array(schemas.journalSchema)],
  scenario: ['sample/scenario.json', schemas.scenarioSchema],
  postInspections: ['sample/post-inspections.json', z.array(schemas.postInspectionPlanSchema)],
} as const

type Parsed<T> = T extends readonly [string, infer S extends z.ZodType] ? z.infer<S> : never
export type SeedData = { [K in keyof typeof FILES]: Parsed<(typeof FILES)[K]> } & {
  /** Dated rules, one file each; the shop checks their content when it adopts them. */
  rules: RuleRecord[]
  /** SHA-256 of all data and of this program: changes when there is something to load that was not loaded before. */
  fingerprint: string
}

/** Reads and checks every data file. Throws DataError for the first one that is missing or malformed. */
export function loadData(): SeedData {
  const hash = createHash('sha256')
  for (const file of ownCode()) hash.update(readFileSync(file))
  const read = <S extends z.ZodType>([file, schema]: readonly [string, S]): z.infer<S> => {
    const raw = readText(file)
    hash.update(file).update(raw)
    const parsed = schema.safeParse(parseJson(file, raw))
    if (parsed.success) return parsed.data
    const issue = parsed.error.issues[0]
    throw new DataError(`seed/data/${file}: ${issue?.path.join('.')}: ${issue?.message}`)
  }
  return {
    sources: read(FILES.sources),
    products: read(FILES.products),
    producers: read(FILES.producers),
    outlets: read(FILES.outlets),
    statistics: read(FILES.statistics),
    legalInstruments: read(FILES.legalInstruments),
    provinces: read(FILES.provinces),
    communes: read(FILES.communes),
    legacyPlaces: read(FILES.legacyPlaces),
    placeholderProducers: read(FILES.placeholderProducers),
    sampleProducts: read(FILES.sampleProducts),
    illustrations: read(FILES.illustrations),
    decisions: read(FILES.decisions),
    sourceAreas: read(FILES.sourceAreas),
    journeys: read(FILES.journeys),
    lots: read(FILES.lots),
    journals: read(FILES.journals),
    scenario: read(FILES.scenario),
    postInspections: read(FILES.postInspections),
    rules: readdirSync(new URL('rules/', DATA))
      .sort()
      .map((file) => {
        const raw = readText(`rules/${file}`)
        hash.update(file).update(raw)
        return parseJson(`rules/${file}`, raw) as RuleRecord
      }),
    fingerprint: hash.digest('hex'),
  }
}

/** The files of this program, tests aside: what they load changes with them. */
function ownCode(): string[] {
  const root = join(import.meta.dirname, '..')
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.[jt]s$/.test(file) && !file.endsWith('.d.ts'))
    .sort()
    .map((file) => join(root, file))
}

/** The one with this key. Throws DataError naming what is missing. */
export function requireBy<T, K extends keyof T>(rows: readonly T[], key: K, value: T[K]): T {
  const found = rows.find((row) => row[key] === value)
  if (found === undefined) throw new DataError(`seed/data: there is no row with ${String(key)} "${String(value)}"`)
  return found
}

function readText(file: string): string {
  try {
    return readFileSync(new URL(file, DATA), 'utf8')
  } catch {
    throw new DataError(`seed/data/${file} cannot be read`)
  }
}

function parseJson(file: string, raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch (error) {
    throw new DataError(`seed/data/${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
