import type { Pool } from 'pg'
import type { GtinDirectory } from '../identifiers/gtins.ts'
import { credentialsOfRecognition } from '../storage/credentials.ts'
import { findLotByCode, lotTrace } from '../storage/lots.ts'
import { newestPassport } from '../storage/passports.ts'
import { isShownLot } from '../storage/shown-lots.ts'
import type { Verifier } from '../verdicts/verifier.ts'
import type { DigitalLink } from '../verify/gs1/digital-link.ts'
import { recognitionStateOn, vietnamDay } from '../verify/recognition-state.ts'
import { type Addresses, type KnownLot, type KnownProduct, lotLevel, productLevel, unitLevel } from './known-links.ts'
import type { LinkLevel } from './linkset.ts'
import type { ResolverItem } from './resolve.ts'

export interface LinkSource {
  pool: Pool
  verifier: Pick<Verifier, 'findIssued'>
  gtins: GtinDirectory
  addresses: Addresses
}

/** What was found, and whether a unit code was asked for that was not issued here (for limits on guessing). */
export interface FoundLinks {
  levels: LinkLevel[]
  guessed: boolean
}

/** Statements of the resolver are not of the scan path; unnamed they pass any pooler. */
const POOLER = 'transaction'

/**
 * What is known of an item, finest first: unit, its lot, its product. Whatever is not known is left out, so an unknown
 * serial or lot still finds the product of its GTIN (walking up, GS1-Conformant Resolver 1.2, 2.5.9). A serial that was
 * printed for another product than the GTIN's is unknown under it. Throws when the database cannot be asked.
 */
export async function linksOfItem(source: LinkSource, item: ResolverItem, now: Date): Promise<FoundLinks> {
  if (item.kind === 'unit') return unitLinks(source, item.code, now)
  const { primaryKey } = item.link
  if (primaryKey.ai !== '01') return { levels: [], guessed: false }
  const owner = await source.gtins.ownerOf(primaryKey.value)
  if (!owner) return { levels: [], guessed: item.link.qualifiers.some(({ ai }) => ai === '21') }
  const { partyNo, productRef } = owner
  const product = await productOf(source, partyNo, productRef, primaryKey.value, now)

  const serial = qualifierOf(item.link, '21')
  const unit = serial === null ? null : await source.verifier.findIssued(serial)
  if (unit && unit.batch.partyNo === partyNo && unit.batch.productRef === productRef) {
    const lot = unit.batch.lotNo === null ? null : await lotOf(source, partyNo, unit.batch.lotNo)
    const first = unitLevel(unit.code, primaryKey.value, product, lot?.view.recall ?? null, source.addresses)
    return { levels: [first, ...levelsOf(source, lot, product, now)], guessed: false }
  }
  const lotCode = qualifierOf(item.link, '10')
  const lotNo = lotCode === null ? null : await findLotByCode(source.pool, partyNo, productRef, lotCode)
  const shown = lotNo !== null && (await isShownLot(source.pool, { partyNo, lotNo }))
  const lot = shown ? await lotOf(source, partyNo, lotNo) : null
  return { levels: levelsOf(source, lot, product, now), guessed: serial !== null }
}

async function unitLinks(source: LinkSource, code: string, now: Date): Promise<FoundLinks> {
  const found = await source.verifier.findIssued(code)
  if (!found) return { levels: [], guessed: true }
  const { partyNo, productRef, lotNo } = found.batch
  const [product, lot] = await Promise.all([
    productOf(source, partyNo, productRef, null, now),
    lotNo === null ? null : lotOf(source, partyNo, lotNo),
  ])
  const unit = unitLevel(found.code, null, product, lot?.view.recall ?? null, source.addresses)
  return { levels: [unit, ...levelsOf(source, lot, product, now)], guessed: false }
}

function levelsOf(source: LinkSource, lot: KnownLot | null, product: KnownProduct | null, now: Date): LinkLevel[] {
  return [
    ...(lot ? [lotLevel(lot, product, source.addresses)] : []),
    ...(product ? [productLevel(product, vietnamDay(now), source.addresses)] : []),
  ]
}

async function productOf(
  { pool }: LinkSource,
  partyNo: number,
  productRef: string,
  askedGtin: string | null,
  now: Date,
): Promise<KnownProduct | null> {
  const passport = (await newestPassport(pool, POOLER, partyNo, productRef))?.body
  if (!passport) return null
  const { recognition } = recognitionStateOn(passport.recognitions, vietnamDay(now))
  const credentials = recognition ? await credentialsOfRecognition(pool, recognition.ref) : []
  const certified = credentials.some((each) => each.partyNo === partyNo)
  return { passport, gtin: askedGtin ?? passport.product.gtin ?? null, certified }
}

async function lotOf({ pool }: LinkSource, partyNo: number, lotNo: string): Promise<KnownLot | null> {
  const view = (await lotTrace(pool, POOLER, partyNo, lotNo))?.body
  return view ? { lotNo, view } : null
}

function qualifierOf(link: DigitalLink, ai: string): string | null {
  return link.qualifiers.find((each) => each.ai === ai)?.value ?? null
}
