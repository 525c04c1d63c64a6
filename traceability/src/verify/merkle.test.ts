import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { referencePath, referenceProof, referenceRoot } from '../testing/reference-tree.ts'
import { emptyRoot, leafHash, nodeHash, rootOf, verifyConsistency, verifyInclusion } from './merkle.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))

/**
 * Entries and roots of the trees of 0 to 8 leaves that Certificate Transparency implementations test with (figures from
 * github.com/transparency-dev/merkle, testonly/constants.go).
 */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(bytes)
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const trees = fc
  .array(fc.uint8Array({ maxLength: 5 }), { minLength: 1, maxLength: 70 })
  .chain((entries) => fc.tuple(fc.constant(entries), fc.nat(entries.length - 1)))

describe('hashes (RFC 9162 section 2.1.1)', () => {
  it('gives the known roots of the trees of 0 to 8 leaves', () => {
    for (const [size, root] of ROOTS.entries()) expect(hex(rootOf(ENTRIES.slice(0, size).map(leafHash)))).toBe(root)
    expect(hex(emptyRoot())).toBe(ROOTS[0])
  })

  it('keeps leaves and nodes apart: an entry that looks like a node has another hash', () => {
    const [a, b] = [leafHash(bytes('01')), leafHash(bytes('02'))]
    expect(hex(leafHash(Uint8Array.of(...a, ...b)))).not.toBe(hex(nodeHash(a, b)))
  })

  it('agrees with the definition for any entries', () => {
    fc.assert(fc.property(trees, ([entries]) => hex(rootOf(entries.map(leafHash))) === hex(referenceRoot(entries))))
  })
})

describe('inclusion proofs (RFC 9162 section 2.1.3.2)', () => {
  it('accepts the proof of every leaf of every tree up to 40 leaves', () => {
    const entries = Array.from({ length: 40 }, (_, i) => Uint8Array.of(i))
    for (let size = 1; size <= entries.length; size++) {
      const tree = entries.slice(0, size)
      const root = referenceRoot(tree)
      for (const [index, entry] of tree.entries()) {
        expect(verifyInclusion(leafHash(entry), index, size, referencePath(index, tree), root)).toEqual({ ok: true })
      }
    }
  })

  it('refuses any flipped bit of leaf, root and proof, another index and another size, and says why', () => {
    fc.assert(
      fc.property(trees, fc.nat(), ([entries, index], at) => {
        const leaf = leafHash(entries[index] ?? new Uint8Array())
        const proof = referencePath(index, entries).map((hash) => Uint8Array.from(hash))
        const root = Uint8Array.from(referenceRoot(entries))
        const size = entries.length
        expect(verifyInclusion(leaf, index, size, proof, root).ok).toBe(true)
        for (const part of [leaf, root, ...proof]) {
          const byte = at % part.length
          part[byte] = (part[byte] ?? 0) ^ (1 << (at % 8))
          expect(verifyInclusion(leaf, index, size, proof, root)).toMatchObject({ ok: false, reason: /another root/ })
          part[byte] = (part[byte] ?? 0) ^ (1 << (at % 8))
        }
        for (let other = 0; other < size; other++) {
          const twin = hex(leafHash(entries[other] ?? new Uint8Array())) === hex(leaf)
          if (other !== index && !twin) expect(verifyInclusion(leaf, other, size, proof, root).ok).toBe(false)
        }
        for (const wrong of [proof.slice(1), proof.slice(0, -1)]) {
          if (proof.length > 0) expect(verifyInclusion(leaf, index, size, wrong, root).ok).toBe(false)
        }
        expect(verifyInclusion(leaf, index, size, [...proof, root], root).ok).toBe(false)
        expect(verifyInclusion(leaf, index, size, [leaf, ...proof], root).ok).toBe(false)
      }),
    )
  })

  it('names what is wrong with numbers and hashes', () => {
    const leaf = leafHash(bytes('00'))
    const reason = (index: number, size: number, proof: Uint8Array[], root = leaf) => {
      const checked = verifyInclusion(leaf, index, size, proof, root)
      return checked.ok ? null : checked.reason
    }
    expect(reason(0, 1, [])).toBeNull()
    expect(reason(1, 1, [])).toBe('The index 1 lies outside a tree of 1 leaves')
    expect(reason(-1, 1, [])).toMatch(/whole numbers/)
    expect(reason(0.5, 1, [])).toMatch(/whole numbers/)
    expect(reason(0, 2 ** 53, [])).toMatch(/whole numbers/)
    expect(reason(0, 2, [])).toMatch(/too few/)
    expect(reason(0, 1, [leaf])).toBe('The inclusion proof has 1 hashes, but 0 lead to the root')
    expect(reason(0, 2, [new Uint8Array(31)])).toBe('Hash 1 of the proof has not 32 bytes')
    expect(reason(0, 1, [], new Uint8Array(0))).toBe('Leaf and root hashes must have 32 bytes')
  })

  it('counts beyond 32 bits: a leaf of a tree of 2⁵⁰ leaves has 50 siblings', () => {
    const sibling = leafHash(bytes('ff'))
    const leaf = leafHash(bytes('00'))
    const index = 2 ** 49 + 5
    let root = leaf
    for (let i = 0, node = index; i < 50; i++, node = Math.floor(node / 2)) {
      root = node % 2 === 1 ? nodeHash(sibling, root) : nodeHash(root, sibling)
    }
    const proof = Array<Uint8Array>(50).fill(sibling)
    expect(verifyInclusion(leaf, index, 2 ** 50, proof, root)).toEqual({ ok: true })
    expect(verifyInclusion(leaf, index - 2 ** 32, 2 ** 50, proof, root).ok).toBe(false)
  })
})

describe('consistency proofs (RFC 9162 section 2.1.4.2)', () => {
  it('accepts the proof between every two trees up to 40 leaves', () => {
    const entries = Array.from({ length: 40 }, (_, i) => Uint8Array.of(i))
    const roots = entries.map((_, i) => referenceRoot(entries.slice(0, i + 1)))
    for (let to = 1; to <= entries.length; to++) {
      for (let from = 1; from <= to; from++) {
        const proof = referenceProof(from, entries.slice(0, to))
        const [old, now] = [roots[from - 1] ?? emptyRoot(), roots[to - 1] ?? emptyRoot()]
        expect(verifyConsistency(from, to, proof, old, now)).toEqual({ ok: true })
      }
    }
  })

  it('refuses any flipped bit of roots and proof, and says which root is missed', () => {
    fc.assert(
      fc.property(trees, fc.nat(), ([entries, last], at) => {
        const size = last + 1
        const proof = referenceProof(size, entries).map((hash) => Uint8Array.from(hash))
        const old = Uint8Array.from(referenceRoot(entries.slice(0, size)))
        const now = Uint8Array.from(referenceRoot(entries))
        expect(verifyConsistency(size, entries.length, proof, old, now).ok).toBe(true)
        for (const part of [old, now, ...proof]) {
          const byte = at % part.length
          part[byte] = (part[byte] ?? 0) ^ (1 << (at % 8))
          const checked = verifyConsistency(size, entries.length, proof, old, now)
          expect(checked).toMatchObject({ ok: false, reason: /another root|different roots/ })
          part[byte] = (part[byte] ?? 0) ^ (1 << (at % 8))
        }
        expect(verifyConsistency(size, entries.length, [...proof, old], old, now).ok).toBe(false)
        if (proof.length > 0) {
          expect(verifyConsistency(size, entries.length, proof.slice(1), old, now).ok).toBe(false)
          expect(verifyConsistency(size, entries.length, proof.slice(0, -1), old, now).ok).toBe(false)
          expect(verifyConsistency(size, entries.length, [], old, now).ok).toBe(false)
        }
      }),
    )
  })

  it('refuses a tree whose past was changed', () => {
    fc.assert(
      fc.property(trees, fc.nat(), ([entries, last], at) => {
        const changed = entries.map((entry, i) => (i === at % (last + 1) ? Uint8Array.of(...entry, 7) : entry))
        const proof = referenceProof(last + 1, changed)
        const old = referenceRoot(entries.slice(0, last + 1))
        return !verifyConsistency(last + 1, entries.length, proof, old, referenceRoot(changed)).ok
      }),
    )
  })

  it('names what is wrong with sizes', () => {
    const root = emptyRoot()
    expect(verifyConsistency(0, 1, [], root, root)).toMatchObject({ ok: false, reason: /empty tree/ })
    expect(verifyConsistency(2, 1, [], root, root)).toMatchObject({ ok: false, reason: /smaller than the older/ })
    expect(verifyConsistency(1, 2, [], root, root)).toMatchObject({ ok: false, reason: /proof is empty/ })
    expect(verifyConsistency(1.5, 2, [], root, root)).toMatchObject({ ok: false, reason: /whole numbers/ })
  })
})

/** One case of the proof tests of github.com/transparency-dev/merkle. */
interface ForeignCase {
  leafIdx: number
  treeSize: number
  leafHash: string
  root: string
  size1: number
  size2: number
  root1: string
  root2: string
  proof: string[] | null
  wantErr: boolean
}

describe('agreement with the test data of transparency-dev/merkle', () => {
  const folder = process.env.MERKLE_TESTDATA_DIR
  if (!folder) {
    it('needs that data to be at hand', () => {
      console.log(
        'NOTE Merkle proofs: the data of transparency-dev/merkle was NOT tried; set MERKLE_TESTDATA_DIR to its testdata',
      )
      expect(folder).toBeFalsy()
    })
    return
  }
  const decoded = (text: string | null) => Uint8Array.from(Buffer.from(text ?? '', 'base64'))
  /** Two cases put words in the place of roots, which are 32 bytes here: their hashes stand for them. */
  const rootOfCase = (text: string) => (decoded(text).length === 32 ? decoded(text) : leafHash(decoded(text)))
  const cases = (kind: string) =>
    readdirSync(join(folder, kind), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .map((file) => JSON.parse(readFileSync(join(folder, kind, file), 'utf8')) as ForeignCase)

  it.each([
    [
      'inclusion',
      (c: ForeignCase) =>
        verifyInclusion(decoded(c.leafHash), c.leafIdx, c.treeSize, (c.proof ?? []).map(decoded), decoded(c.root)),
    ],
    [
      'consistency',
      (c: ForeignCase) =>
        verifyConsistency(c.size1, c.size2, (c.proof ?? []).map(decoded), rootOfCase(c.root1), rootOfCase(c.root2)),
    ],
  ] as const)('accepts and refuses the same %s proofs', (kind, check) => {
    const all = cases(kind)
    expect(all.length).toBeGreaterThanOrEqual(98)
    expect(all.filter((one) => one.wantErr).length).toBeGreaterThanOrEqual(92)
    for (const one of all) expect({ ...one, accepted: check(one).ok }).toEqual({ ...one, accepted: !one.wantErr })
    console.log(`NOTE Merkle proofs: ${all.length} ${kind} cases of transparency-dev/merkle judged alike`)
  })
})
