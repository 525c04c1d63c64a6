import { statusAt } from './bitstring-status-list.ts'
import { readScanInput } from './gs1/scan-input.ts'
import type { BundleBatch, BundleProduct, BundleRecall, InspectionBundle } from './inspection-bundle.ts'
import { lastDay, type RecognitionState, recognitionStateOn, vietnamDay } from './recognition-state.ts'
import { type SignedLabelFault, verifySignedLabel } from './signed-label.ts'
import { BATCH_TAGS, type SignedLabelFields } from './signed-label-text.ts'
import type { UnitState } from './verdict.ts'

/**
 * What is found without a network, worst first. `not_ours`: the label's signature is not that of its fields.
 * `needs_network`: nothing is known against it here, and what it is cannot be told here.
 */
export const INSPECTION_FINDINGS = [
  'not_ours',
  'recalled',
  'void',
  'wrong_product',
  'star_lapsed',
  'star_differs',
  'unknown_key',
  'needs_network',
  'unreadable',
  'in_order',
] as const
export type InspectionFinding = (typeof INSPECTION_FINDINGS)[number]

export type InspectionReason =
  | { code: 'signature'; fault: SignedLabelFault }
  | { code: 'other_host'; host: string }
  | { code: 'recalled'; recall: BundleRecall }
  | { code: 'out_of_use'; state: UnitState; reason: string; since: string | null }
  /** Some labels of the batch are out of use; which ones is not in the bundle. */
  | { code: 'batch_partly_out_of_use'; count: number }
  /** The label was issued for `issuedFor`; the pack in hand is `seen`. */
  | { code: 'wrong_product'; issuedFor: string; seen: string }
  | {
      code: 'star_lapsed'
      status: 'suspended' | 'expired' | 'revoked'
      on: string
      onPackingDay: RecognitionState['status'] | null
    }
  | { code: 'star_suspended' }
  | { code: 'no_star'; status: 'none' | 'not_yet_valid' }
  | { code: 'star_differs'; where: 'label' | 'pack'; shown: number | null; onRecord: number | null }
  | { code: 'withdrawn' }
  | { code: 'unknown_key'; keyId: number }
  | { code: 'product_not_in_bundle'; productNo: number | null; gtin: string | null }
  /** A plain code does not say of which product or batch it is: only the service can read it. */
  | { code: 'plain_code' }
  | { code: 'status_list_ran_out'; validUntil: string }
  | { code: 'unreadable' }

/** What the inspector sees on the pack, as far as it was entered. */
export interface SeenOnPack {
  productRef?: string | null
  gtin?: string | null
  /** Stars shown on the pack; 0 when it shows none. */
  stars?: 0 | 3 | 4 | 5 | null
}

export interface InspectionVerdict {
  finding: InspectionFinding
  reasons: InspectionReason[]
  /** Canonical unit code, when there is one. */
  code: string | null
  label: SignedLabelFields | null
  product: BundleProduct | null
  provinceName: string | null
  star: { today: RecognitionState; onPackingDay: RecognitionState | null } | null
  /** As of when this is known: the oldest bundle that was asked; null without any. */
  knownAt: string | null
  /** What only the network can say of it. */
  unknown: ('copies' | 'unit_state' | 'lot')[]
}

/** The finding each reason alone would make. */
const FINDING_OF: Record<InspectionReason['code'], InspectionFinding> = {
  signature: 'not_ours',
  other_host: 'not_ours',
  recalled: 'recalled',
  out_of_use: 'void',
  batch_partly_out_of_use: 'needs_network',
  wrong_product: 'wrong_product',
  star_lapsed: 'star_lapsed',
  star_suspended: 'star_lapsed',
  no_star: 'star_lapsed',
  star_differs: 'star_differs',
  withdrawn: 'needs_network',
  unknown_key: 'unknown_key',
  product_not_in_bundle: 'needs_network',
  plain_code: 'needs_network',
  status_list_ran_out: 'needs_network',
  unreadable: 'unreadable',
}

/**
 * Answers a scanned or typed text by the bundles on the device alone. A signed label says product, star and packing day; a
 * GTIN the product; a plain code nothing but itself, unless it is one of those known to be out of use.
 * In: the text ('' when only the product is known), verified bundles, what is seen on the pack, the moment. The star is
 * computed for the day at +07. Never throws.
 */
export function inspectOffline(
  text: string,
  bundles: readonly InspectionBundle[],
  seen: SeenOnPack,
  now: Date,
): InspectionVerdict {
  const subject = subjectOf(text, bundles)
  const reasons = [...subject.reasons]
  const found = subject.found ?? productBy(bundles, ({ ref }) => ref === seen.productRef)
  const { label, code } = subject
  const product = found?.product ?? null
  const state = product ? recognitionStateOn(product.recognitions, vietnamDay(now)) : null
  const packed = product && label?.packedOn ? recognitionStateOn(product.recognitions, label.packedOn) : null

  if (found && product && state) {
    reasons.push(
      ...seenReasons(product, seen, bundles, state),
      ...starReasons(found.bundle, product, state, packed, now),
    )
    if (label) reasons.push(...labelReasons(label, product, packed), ...batchReasons(label, product, found.bundle))
    if (product.withdrawn) reasons.push({ code: 'withdrawn' })
  }
  if (code !== null) reasons.push(...unitReasons(code, bundles))
  const findings = reasons.map((reason) => FINDING_OF[reason.code])
  return {
    finding: INSPECTION_FINDINGS.find((each) => findings.includes(each)) ?? 'in_order',
    reasons,
    ...{ code, label, product },
    provinceName: found?.bundle.manifest.provinceName ?? null,
    star: state && { today: state, onPackingDay: packed },
    knownAt: bundles.map(({ manifest }) => manifest.madeAt).sort()[0] ?? null,
    unknown: code === null ? [] : label ? ['copies', 'unit_state'] : ['copies', 'unit_state', 'lot'],
  }
}

interface Found {
  product: BundleProduct
  bundle: InspectionBundle
}

interface Subject {
  code: string | null
  label: SignedLabelFields | null
  found: Found | null
  reasons: InspectionReason[]
}

function subjectOf(text: string, bundles: readonly InspectionBundle[]): Subject {
  const nothing: Subject = { code: null, label: null, found: null, reasons: [] }
  if (text.trim() === '') return nothing
  const read = readScanInput(text)
  switch (read.kind) {
    case 'unknown': {
      return { ...nothing, reasons: [signatureFault(text, bundles) ?? { code: 'unreadable' }] }
    }
    case 'gtin':
      return { ...nothing, ...byGtin(read.gtin, bundles) }
    case 'digital_link': {
      const { ai, value } = read.link.primaryKey
      if (ai === '01') return { ...nothing, ...byGtin(value, bundles) }
      return { ...nothing, reasons: [{ code: 'product_not_in_bundle', productNo: null, gtin: null }] }
    }
    case 'unit': {
      if (read.signed !== undefined) return signedSubject(text, read.code, bundles)
      if (read.gtin === null) return { ...nothing, code: read.code, reasons: [{ code: 'plain_code' }] }
      const product = byGtin(read.gtin, bundles)
      return { ...nothing, code: read.code, ...product, reasons: [...product.reasons, { code: 'plain_code' }] }
    }
  }
}

function signedSubject(text: string, code: string, bundles: readonly InspectionBundle[]): Subject {
  const keys = bundles.flatMap(({ labelKeys }) => labelKeys)
  const check = verifySignedLabel(text, keys)
  if (!check.ok) {
    const fault = signatureFault(text, bundles)
    return { code, label: null, found: null, reasons: fault ? [fault] : [{ code: 'unreadable' }] }
  }
  const { label, host } = check
  const hosts = bundles.map((bundle) => bundle.host.toLowerCase())
  const reasons: InspectionReason[] = host !== null && !hosts.includes(host) ? [{ code: 'other_host', host }] : []
  const found = productBy(bundles, ({ productNo }) => productNo === label.productNo)
  if (!found) reasons.push({ code: 'product_not_in_bundle', productNo: label.productNo, gtin: null })
  return { code, label, found, reasons }
}

/** Why the digits of a signed label do not hold; null when there are none. An unknown key is no fault of the label. */
function signatureFault(text: string, bundles: readonly InspectionBundle[]): InspectionReason | null {
  const keys = bundles.flatMap(({ labelKeys }) => labelKeys)
  const check = verifySignedLabel(text, keys)
  if (check.ok || check.reason === 'not_signed') return null
  if (check.reason !== 'unknown_key') return { code: 'signature', fault: check.reason }
  return { code: 'unknown_key', keyId: Number(/key (\d+)/.exec(check.message)?.[1] ?? -1) }
}

function byGtin(gtin: string, bundles: readonly InspectionBundle[]): Pick<Subject, 'found' | 'reasons'> {
  const found = productBy(bundles, ({ gtins }) => gtins.includes(gtin))
  return { found, reasons: found ? [] : [{ code: 'product_not_in_bundle', productNo: null, gtin }] }
}

function productBy(bundles: readonly InspectionBundle[], fits: (product: BundleProduct) => boolean): Found | null {
  for (const bundle of bundles) {
    const product = bundle.products.find(fits)
    if (product) return { product, bundle }
  }
  return null
}

function seenReasons(
  product: BundleProduct,
  { productRef, gtin, stars }: SeenOnPack,
  bundles: readonly InspectionBundle[],
  today: RecognitionState,
): InspectionReason[] {
  const reasons: InspectionReason[] = []
  const other = productRef && productRef !== product.ref ? productBy(bundles, ({ ref }) => ref === productRef) : null
  const byBarcode =
    gtin && !product.gtins.includes(gtin) ? productBy(bundles, ({ gtins }) => gtins.includes(gtin)) : null
  const seen = other?.product.name ?? byBarcode?.product.name ?? (gtin && !product.gtins.includes(gtin) ? gtin : null)
  // A product that has no GTIN on record may carry one nobody told us of.
  if (seen !== null && (other || byBarcode || product.gtins.length > 0)) {
    reasons.push({ code: 'wrong_product', issuedFor: product.name, seen })
  }
  if (stars !== undefined && stars !== null && stars > 0 && today.status === 'valid' && stars !== today.stars) {
    reasons.push({ code: 'star_differs', where: 'pack', shown: stars, onRecord: today.stars })
  }
  return reasons
}

function starReasons(
  bundle: InspectionBundle,
  product: BundleProduct,
  today: RecognitionState,
  packed: RecognitionState | null,
  now: Date,
): InspectionReason[] {
  if (today.status === 'suspended' || today.status === 'expired' || today.status === 'revoked') {
    const on = today.lapsedOn ?? ''
    return [{ code: 'star_lapsed', status: today.status, on, onPackingDay: packed?.status ?? null }]
  }
  if (today.status !== 'valid') return [{ code: 'no_star', status: today.status }]
  return statusReasons(bundle, product, today, now)
}

/** Revoked or suspended in the signed status lists: they may be newer than what the record said when the bundle was made. */
function statusReasons(
  { statusLists }: InspectionBundle,
  product: BundleProduct,
  today: RecognitionState,
  now: Date,
): InspectionReason[] {
  const reasons: InspectionReason[] = []
  for (const credential of product.credentials.filter(
    ({ recognitionRef }) => recognitionRef === today.recognition?.ref,
  )) {
    for (const purpose of ['revocation', 'suspension'] as const) {
      const list = statusLists.get(`${credential.listNo}-${purpose}`)
      if (!list || (purpose === 'suspension' && credential.kind !== 'mark_licence')) continue
      if (Date.parse(list.validUntil) < now.getTime()) {
        reasons.push({ code: 'status_list_ran_out', validUntil: list.validUntil })
      } else if (credential.listIndex < list.bits.length * 8 && statusAt(list.bits, credential.listIndex) === 1) {
        reasons.push({ code: 'star_suspended' })
      }
    }
  }
  return reasons.slice(0, 1)
}

/**
 * The star printed on the label against the one on record: for the packing day, else of the recognition whose last day the label
 * names, as it was known when it was printed: before or after an extension or a revocation.
 */
function labelReasons(
  label: SignedLabelFields,
  product: BundleProduct,
  packed: RecognitionState | null,
): InspectionReason[] {
  const onRecord = packed
    ? packed.stars
    : (product.recognitions.find(
        (each) => each.stars === label.stars && [each.validTo, each.extendedTo, lastDay(each)].includes(label.validTo),
      )?.stars ?? null)
  if (label.stars === onRecord) return []
  return [{ code: 'star_differs', where: 'label', shown: label.stars, onRecord }]
}

/** Recalls and batches out of use: found by the last 15 bits of the batch number, the product and the packing day. */
function batchReasons(label: SignedLabelFields, product: BundleProduct, bundle: InspectionBundle): InspectionReason[] {
  const sameBatch = (batchNo: number) => batchNo % BATCH_TAGS === label.batchTag
  const recalls = bundle.recalls.filter(
    (recall) =>
      recall.productRef === product.ref &&
      recall.batches.some(sameBatch) &&
      (recall.packedOn === null || label.packedOn === null || recall.packedOn === label.packedOn),
  )
  const batches = bundle.batches.filter(({ productRef, batchNo }) => productRef === product.ref && sameBatch(batchNo))
  return [
    ...recalls.map((recall): InspectionReason => ({ code: 'recalled', recall })),
    ...batches.flatMap((batch) => batchState(batch, label.code)),
  ]
}

function batchState({ whole, codes, more }: BundleBatch, code: string): InspectionReason[] {
  if (whole) return [{ code: 'out_of_use', ...whole }]
  return more > 0 && !codes[code] ? [{ code: 'batch_partly_out_of_use', count: more }] : []
}

function unitReasons(code: string, bundles: readonly InspectionBundle[]): InspectionReason[] {
  for (const { batches } of bundles) {
    for (const { codes } of batches) {
      const out = Object.hasOwn(codes, code) ? codes[code] : undefined
      if (out) return [{ code: 'out_of_use', ...out }]
    }
  }
  return []
}
