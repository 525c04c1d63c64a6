import { didDocument } from '../credentials/did-document.ts'
import type { CredentialIssuer } from '../credentials/issuer.ts'
import { publishStatusLists } from '../credentials/status-lists.ts'
import { type CodeRing, unitCode } from '../identifiers/unit-codes.ts'
import type { LabelSigner } from '../labels/label-signer.ts'
import type { LogSigner } from '../log/signer.ts'
import type { Database } from '../storage/database.ts'
import { InputError } from '../storage/input-error.ts'
import {
  editionParts,
  keepEdition,
  liveCredentialsOf,
  type OutOfUse,
  type ProvinceProduct,
  productsOfProvince,
  rangesOutOfUse,
  recallsOfProducts,
  unitsWithState,
} from '../storage/inspection.ts'
import { latestCheckpoint } from '../storage/log.ts'
import { canonicalJson } from '../storage/request-keys.ts'
import { PROVINCES } from '../verdicts/provinces.ts'
import {
  type BundleBatch,
  type BundleFile,
  type BundleProduct,
  editionOf,
  partHash,
} from '../verify/inspection-bundle.ts'

/** What a bundle is made with. */
export interface BundleParts {
  ring: CodeRing
  issuer: CredentialIssuer
  labelSigner: Pick<LabelSigner, 'keys' | 'canSign'>
  logSigner: Pick<LogSigner, 'vkeys'>
}

/** Labels of a batch listed by their codes; of larger stretches it is said how many there are. */
const MOST_CODES = 2_000
const IN_USE = new Set(['active', 'sold', 'sample', 'exported'])

/**
 * The bundle of a province as of now, or what changed in it since an edition the caller has. The same facts are the same
 * edition; the manifest is signed anew each time, so that its age is the age of the knowledge. An edition that is not known
 * (any more) is answered with the whole bundle. Throws InputError for an unknown province.
 */
export async function inspectionBundle(
  db: Database,
  made: BundleParts,
  provinceCode: string,
  since: string | null,
  now: Date,
): Promise<BundleFile> {
  const province = PROVINCES.get(provinceCode)
  if (!province) throw new InputError('province', 'province: must be the two digits of one of the 34 provinces')
  const parts = await partsOf(db, made, provinceCode, now)
  const hashes = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, partHash(text)]))
  const edition = editionOf(parts)
  const before = since === null ? null : await editionParts(db, provinceCode, since)
  await keepEdition(db, provinceCode, edition, hashes, now)
  const checkpoint = await latestCheckpoint(db)
  const manifest = made.issuer.signAs('inspection-bundle+jwt', {
    iss: made.issuer.did,
    provinceCode,
    provinceName: province.name,
    edition,
    parts: Object.keys(parts).length,
    madeAt: now.toISOString(),
    // Not among the parts: it moves on with every event, and would make every edition another.
    log: checkpoint && { checkpoint: checkpoint.note, keys: made.logSigner.vkeys },
  })
  return { manifest, base: before ? since : null, ...changesSince(before ?? {}, hashes, parts) }
}

/** In: hashes of the parts before and now, the parts now. Out: what to put and what to remove to get from one to the other. */
export function changesSince(
  before: Readonly<Record<string, string>>,
  hashes: Readonly<Record<string, string>>,
  parts: Readonly<Record<string, string>>,
): Pick<BundleFile, 'put' | 'remove'> {
  const known = new Map(Object.entries(before))
  return {
    put: Object.fromEntries(Object.entries(parts).filter(([name]) => known.get(name) !== hashes[name])),
    remove: [...known.keys()].filter((name) => !Object.hasOwn(parts, name)),
  }
}

async function partsOf(
  db: Database,
  { ring, issuer, labelSigner }: BundleParts,
  provinceCode: string,
  now: Date,
): Promise<Record<string, string>> {
  const products = await productsOfProvince(db, provinceCode)
  const partyNos = [...new Set(products.map(({ partyNo }) => partyNo))]
  const refs = products.map(({ passport }) => passport.productRef)
  const credentials = await liveCredentialsOf(db, partyNos, refs)
  const recalls = await recallsOfProducts(db, partyNos, refs)
  const ranges = await rangesOutOfUse(db, partyNos, refs)
  const units = await unitsWithState(
    db,
    partyNos,
    refs,
    ranges.map(({ batchNo }) => batchNo),
  )
  const parts: [string, unknown][] = [
    ['site', { host: new URL(issuer.storefrontUrl).host }],
    ['issuer', didDocument(issuer)],
    [
      'label-keys',
      labelSigner.keys.map(({ id, publicKey }) => ({
        id,
        publicKey: Buffer.from(publicKey).toString('base64url'),
        signs: labelSigner.canSign(id),
      })),
    ],
  ]
  for (const list of await publishStatusLists(db, issuer, now)) {
    const name = list.url.slice(list.url.lastIndexOf('/') + 1)
    parts.push([`status-list/${name}`, { name, url: list.url, token: list.token }])
  }
  for (const product of products) {
    const own = credentials.filter(({ productRef }) => productRef === product.passport.productRef)
    parts.push([`product/${product.passport.productRef}`, productPart(product, own)])
  }
  for (const { lotNo, ...recall } of recalls) parts.push([`recall/${lotNo}`, recall])
  for (const batch of batchesOutOfUse(ring, ranges, units)) parts.push([`batch/${batch.batchNo}`, batch])
  return Object.fromEntries(parts.map(([name, value]) => [name, canonicalJson(value)]))
}

function productPart(
  { passport, productNo, gtins }: ProvinceProduct,
  credentials: readonly {
    kind: 'decision' | 'mark_licence'
    recognitionRef: string
    listNo: number
    listIndex: number
  }[],
): BundleProduct {
  const { product, producer } = passport
  return {
    ref: passport.productRef,
    productNo,
    gtins,
    name: product.name.vi,
    netContent: product.netContent,
    producer: { name: producer.name, handle: producer.handle, address: producer.address, place: producer.place },
    withdrawn: product.withdrawn,
    recognitions: passport.recognitions,
    credentials: credentials.map(({ kind, recognitionRef, listNo, listIndex }) => ({
      ...{ kind, recognitionRef, listNo, listIndex },
    })),
    sample: passport.sample,
  }
}

/** One entry for each batch with labels out of use. A label with a state of its own is an exception of its stretch. */
function batchesOutOfUse(ring: CodeRing, ranges: readonly OutOfUse[], units: readonly OutOfUse[]): BundleBatch[] {
  const own = new Map(units.map((unit) => [`${unit.batchNo} ${unit.first}`, unit]))
  const batches = new Map<number, BundleBatch>()
  const batchOf = ({ batchNo, productRef, size }: OutOfUse) => {
    const batch = batches.get(batchNo) ?? { batchNo, productRef, size, whole: null, codes: {}, more: 0 }
    batches.set(batchNo, batch)
    return batch
  }
  const list = (batch: BundleBatch, { epoch, size, state, reason, since }: OutOfUse, index: number) => {
    if (Object.keys(batch.codes).length >= MOST_CODES || !ring.ciphers.has(epoch)) batch.more += 1
    else batch.codes[unitCode(ring, { batchNo: batch.batchNo, epoch, size }, index)] = { state, reason, since }
  }
  for (const unit of units) if (!IN_USE.has(unit.state)) list(batchOf(unit), unit, unit.first)
  for (const range of ranges) {
    const batch = batchOf(range)
    const exceptions = units.filter(
      ({ batchNo, first }) => batchNo === range.batchNo && first >= range.first && first <= range.last,
    ).length
    const count = range.last - range.first + 1
    if (count === range.size && exceptions === 0) {
      batch.whole = { state: range.state, reason: range.reason, since: range.since ?? '' }
    } else if (Object.keys(batch.codes).length + count > MOST_CODES) {
      batch.more += count - exceptions
    } else {
      for (let index = range.first; index <= range.last; index++) {
        if (!own.has(`${range.batchNo} ${index}`)) list(batch, range, index)
      }
    }
  }
  return [...batches.values()]
}
