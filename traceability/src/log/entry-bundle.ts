/**
 * Entry bundles (C2SP tlog-tiles, "Log entries"): entries one behind the other, each after its length as a big-endian
 * uint16. Entries of 0 to 65,535 bytes.
 */
export function bundleOf(entries: readonly Uint8Array[]): Buffer {
  const parts: Uint8Array[] = []
  for (const entry of entries) {
    if (entry.length > 0xffff) throw new RangeError('An entry of the log has more than 65,535 bytes')
    parts.push(Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry)
  }
  return Buffer.concat(parts)
}

/** Entries of a bundle; the first `most` of them, when it has more. Throws when it ends in the middle of one. */
export function entriesOf(bundle: Uint8Array, most = Number.POSITIVE_INFINITY): Uint8Array[] {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bundle.length && entries.length < most; ) {
    const end = at + 2 + (((bundle[at] ?? 0) << 8) | (bundle[at + 1] ?? 0))
    if (at + 2 > bundle.length || end > bundle.length)
      throw new Error('A bundle of the log ends in the middle of an entry')
    entries.push(bundle.subarray(at + 2, end))
    at = end
  }
  return entries
}
