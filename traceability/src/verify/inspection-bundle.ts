import { sha256 } from '@noble/hashes/sha2.js'
import { decodeBase64url } from './base64url.ts'
import { DidDocumentError, verificationKeysOf } from './did-web.ts'
import { isJsonObject, type JsonObject, type JwsFailure, type VerificationKey, verifyCompactJws } from './jws.ts'
import { openStatusList, type StatusListReading } from './open-status-list.ts'
import { type Recognition, withLaterMembers } from './recognition-state.ts'
import type { LabelKey } from './signed-label.ts'
import type { Place, UnitState } from './verdict.ts'

/**
 * What an inspector carries to answer without a network: named parts, each the JSON text of one fact, and a signed manifest
 * whose edition is the hash over all of them (docs/decisions/0019). A file is a whole bundle, or what changed since one.
 */
export interface BundleFile {
  /** Compact JWS of type `inspection-bundle+jwt`, by the issuer of credentials. */
  manifest: string
  /** Edition the changes are against; null for a whole bundle. */
  base: string | null
  /** JSON text by name of the part. */
  put: Record<string, string>
  /** Names of parts that are no more. */
  remove: string[]
}

/** A bundle as a device keeps it. */
export interface HeldBundle {
  manifest: string
  parts: Record<string, string>
}

export interface BundleManifest {
  /** did:web of who signed. */
  iss: string
  provinceCode: string
  provinceName: string
  /** SHA-256 over the parts, hex. */
  edition: string
  /** How many parts there are. */
  parts: number
  /** What the bundle says is as of this moment, UTC. */
  madeAt: string
  /** Newest checkpoint of the transparency log and the verifier keys it is signed with; null before the first. */
  log: { checkpoint: string; keys: string[] } | null
}

/** A product of the province, with the star of any day computable from it. */
export interface BundleProduct {
  ref: string
  /** Number on signed labels; null before the first one. */
  productNo: number | null
  /** 14 digits, former ones included. */
  gtins: string[]
  name: string
  netContent: string | null
  producer: { name: string; handle: string; address: string | null; place: Place }
  withdrawn: boolean
  recognitions: Recognition[]
  /** Where the status of its live credentials stands. */
  credentials: { kind: 'decision' | 'mark_licence'; recognitionRef: string; listNo: number; listIndex: number }[]
  /** Names the parts that are illustrative. */
  sample: string[]
}

export interface BundleRecall {
  productRef: string
  lotCode: string
  packedOn: string | null
  /** UTC. */
  recalledAt: string
  reason: string
  advice: string
  /** Numbers of the label batches printed for the lot. */
  batches: number[]
}

/** A label batch some of whose labels are out of use. */
export interface BundleBatch {
  batchNo: number
  productRef: string
  size: number
  /** All its labels are in this state. */
  whole: { state: UnitState; reason: string; since: string } | null
  /** Labels in a state by code; at most 2,000, so `more` may say that there are others. */
  codes: Record<string, { state: UnitState; reason: string; since: string | null }>
  more: number
}

export interface InspectionBundle {
  manifest: BundleManifest
  products: BundleProduct[]
  recalls: BundleRecall[]
  batches: BundleBatch[]
  labelKeys: LabelKey[]
  /** Host that labels lead to. */
  host: string
  /** By `{listNo}-{purpose}`. */
  statusLists: Map<string, StatusListReading>
  /** Keys of the issuer, for the next bundle. */
  issuerKeys: VerificationKey[]
}

export type BundleFault =
  | 'not_a_bundle'
  | 'manifest_signature'
  | 'manifest_malformed'
  | 'other_base'
  | 'parts_changed'
  | 'part_malformed'
  | 'status_list'

export type OpenedBundle =
  | { ok: true; held: HeldBundle; bundle: InspectionBundle }
  | { ok: false; reason: BundleFault; detail: JwsFailure | null; message: string }

const TYPE = 'inspection-bundle+jwt'
const HASH = /^[0-9a-f]{64}$/
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * Takes in what came from the service: a whole bundle, or changes to the one that is held. Nothing is believed before the
 * signature of the manifest and the hash over every part agree; one changed byte anywhere fails with the reason.
 * In: the file as parsed, the issuer's keys this device trusts, the bundle it holds. Out: what to keep, and what it says.
 * Never throws.
 */
export async function openBundleFile(
  file: unknown,
  keys: readonly VerificationKey[],
  held: HeldBundle | null,
): Promise<OpenedBundle> {
  const read = readFile(file)
  if (!read) return refused('not_a_bundle', 'What came is no inspection bundle')
  const base = read.base === null ? {} : held?.parts
  if (!base || (read.base !== null && editionOf(base) !== read.base)) {
    return refused('other_base', 'These changes belong to another edition than the one on this device')
  }
  const gone = new Set(read.remove)
  const kept = Object.entries(base).filter(([name]) => !gone.has(name))
  return openBundle(
    { manifest: read.manifest, parts: Object.fromEntries([...kept, ...Object.entries(read.put)]) },
    keys,
  )
}

/** Verifies and reads a bundle that was kept on the device: storage is trusted no more than the network. Never throws. */
export async function openBundle(held: HeldBundle, keys: readonly VerificationKey[]): Promise<OpenedBundle> {
  const jws = verifyCompactJws(held.manifest, { keys, type: TYPE, contentType: 'json' })
  if (!jws.ok) return refused('manifest_signature', jws.message, jws.code)
  const manifest = manifestOf(jws.payload)
  if (!manifest || manifest.iss !== jws.key.controller) {
    return refused('manifest_malformed', 'The manifest does not say what a manifest says')
  }
  const count = Object.keys(held.parts).length
  if (count !== manifest.parts || editionOf(held.parts) !== manifest.edition) {
    return refused('parts_changed', 'The parts are not those that were signed; one was changed, lost or added')
  }
  try {
    const bundle = await contentOf(held.parts, manifest)
    return { ok: true, held, bundle }
  } catch (error) {
    if (error instanceof PartError) return refused(error.reason, error.message)
    if (error instanceof DidDocumentError) return refused('part_malformed', error.message)
    throw error
  }
}

/** Hex SHA-256 over names and hashes of the parts, in the order of their names. */
export function editionOf(parts: Readonly<Record<string, string>>): string {
  return editionOfHashes(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, partHash(text)])))
}

/** The same from hashes that are known already. */
export function editionOfHashes(hashes: Readonly<Record<string, string>>): string {
  const names = Object.keys(hashes).sort()
  return partHash(names.map((name) => `${JSON.stringify(name)} ${hashes[name]}\n`).join(''))
}

export function partHash(text: string): string {
  return hexOf(sha256(new TextEncoder().encode(text)))
}

export interface BundleAge {
  /** Whole hours since the bundle was made; 0 when the clock says it is from the future. */
  hours: number
  /** `fresh` within a day, `ageing` within a week, `old` after: then status lists have run out as well. */
  level: 'fresh' | 'ageing' | 'old'
  /** The device's clock is behind the moment the bundle was made: days and stars it computes may be wrong. */
  clockBehind: boolean
}

/** How old the knowledge of a bundle is; to be shown beside every answer. */
export function bundleAge(madeAt: string, now: Date): BundleAge {
  const passed = now.getTime() - Date.parse(madeAt)
  const hours = Math.max(0, Math.floor(passed / HOUR))
  return { hours, level: hours < 24 ? 'fresh' : hours < 7 * 24 ? 'ageing' : 'old', clockBehind: passed < -5 * MINUTE }
}

class PartError extends Error {
  readonly reason: BundleFault
  constructor(reason: BundleFault, message: string) {
    super(message)
    this.reason = reason
  }
}

async function contentOf(parts: Readonly<Record<string, string>>, manifest: BundleManifest): Promise<InspectionBundle> {
  const values = Object.entries(parts).map(([name, text]): [string, unknown] => [name, parsed(name, text)])
  const named = new Map(values)
  // The manifest's signature covers every part, so their shapes are those the service writes.
  const all = <T>(prefix: string) => values.flatMap(([name, value]) => (name.startsWith(prefix) ? [value as T] : []))
  const issuerKeys = verificationKeysOf(named.get('issuer'), new Date(manifest.madeAt))
  const statusLists = new Map<string, StatusListReading>()
  for (const { name, url, token } of all<{ name: string; url: string; token: string }>('status-list/')) {
    const read = await openStatusList(token, url, manifest.iss, issuerKeys)
    if (!read.ok) throw new PartError('status_list', read.message)
    statusLists.set(name, read)
  }
  const site = named.get('site')
  const labelKeys = named.get('label-keys')
  if (!isJsonObject(site) || typeof site.host !== 'string' || !Array.isArray(labelKeys)) {
    throw new PartError('part_malformed', 'The bundle lacks the site or the label keys')
  }
  return {
    manifest,
    // A bundle fetched before the last release lacks what recognitions have learnt since.
    products: all<BundleProduct>('product/').map((product) => ({
      ...product,
      recognitions: product.recognitions.map(withLaterMembers),
    })),
    recalls: all<BundleRecall>('recall/'),
    batches: all<BundleBatch>('batch/'),
    labelKeys: labelKeys.filter(isJsonObject).map(labelKeyOf),
    host: site.host,
    statusLists,
    issuerKeys,
  }
}

function labelKeyOf(key: JsonObject): LabelKey {
  const publicKey = typeof key.publicKey === 'string' ? decodeBase64url(key.publicKey) : null
  if (typeof key.id !== 'number' || publicKey?.length !== 32) {
    throw new PartError('part_malformed', 'A label key of the bundle is none')
  }
  return { id: key.id, publicKey }
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new PartError('part_malformed', `The part "${name}" is not JSON`)
  }
}

function manifestOf(payload: JsonObject): BundleManifest | null {
  const { iss, provinceCode, provinceName, edition, parts, madeAt } = payload
  const texts = [iss, provinceCode, provinceName, edition, madeAt]
  if (!texts.every((text) => typeof text === 'string') || typeof parts !== 'number') return null
  const manifest = payload as unknown as BundleManifest
  return HASH.test(manifest.edition) && !Number.isNaN(Date.parse(manifest.madeAt)) ? manifest : null
}

function readFile(file: unknown): BundleFile | null {
  if (!isJsonObject(file) || typeof file.manifest !== 'string' || !isJsonObject(file.put)) return null
  if (file.base !== null && !(typeof file.base === 'string' && HASH.test(file.base))) return null
  if (!Array.isArray(file.remove) || !file.remove.every((name) => typeof name === 'string')) return null
  if (!Object.values(file.put).every((text) => typeof text === 'string')) return null
  return file as unknown as BundleFile
}

function refused(reason: BundleFault, message: string, detail: JwsFailure | null = null): OpenedBundle {
  return { ok: false, reason, detail, message }
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
