import { createHash } from 'node:crypto'

/** The Merkle tree of RFC 9162 section 2.1, written down as the text defines it: slow, and independent of what is tested. */
const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const splitOf = (n: number) => 2 ** Math.floor(Math.log2(n - 1))

/** MTH(D[n]) of section 2.1.1. */
export function referenceRoot(entries: readonly Uint8Array[]): Uint8Array {
  const [first] = entries
  if (first === undefined) return sha256()
  if (entries.length === 1) return sha256(Uint8Array.of(0), first)
  const k = splitOf(entries.length)
  return sha256(Uint8Array.of(1), referenceRoot(entries.slice(0, k)), referenceRoot(entries.slice(k)))
}

/** PATH(m, D[n]) of section 2.1.3.1. */
export function referencePath(m: number, entries: readonly Uint8Array[]): Uint8Array[] {
  if (entries.length <= 1) return []
  const k = splitOf(entries.length)
  return m < k
    ? [...referencePath(m, entries.slice(0, k)), referenceRoot(entries.slice(k))]
    : [...referencePath(m - k, entries.slice(k)), referenceRoot(entries.slice(0, k))]
}

/** PROOF(m, D[n]) of section 2.1.4.1. */
export function referenceProof(m: number, entries: readonly Uint8Array[]): Uint8Array[] {
  return subproof(m, entries, true)
}

function subproof(m: number, entries: readonly Uint8Array[], complete: boolean): Uint8Array[] {
  if (m === entries.length) return complete ? [] : [referenceRoot(entries)]
  const k = splitOf(entries.length)
  return m <= k
    ? [...subproof(m, entries.slice(0, k), complete), referenceRoot(entries.slice(k))]
    : [...subproof(m - k, entries.slice(k), false), referenceRoot(entries.slice(0, k))]
}
