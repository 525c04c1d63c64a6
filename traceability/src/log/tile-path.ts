/**
 * Tile indexes in paths (C2SP tlog-tiles, "Merkle Tree"): groups of three digits, all but the last after an `x`, and `.p/W`
 * behind them for a partial tile. 1,234,067 is `x001/x234/067`.
 */
export function formatTileNo(tileNo: number): string {
  const digits = String(tileNo)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/')
}

/**
 * Reads `N` or `N.p/W`. Out: the index and the width, 256 for a full tile; null for anything the format does not write:
 * other digits, leading groups of zeros, widths outside 1 to 255, indexes beyond 2⁵³.
 */
export function parseTilePath(path: string): { tileNo: number; width: number } | null {
  const parts = /^((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path)
  if (parts?.[1] === undefined) return null
  const tileNo = Number(parts[1].replace(/[x/]/g, ''))
  const width = parts[2] === undefined ? 256 : Number(parts[2])
  if (!Number.isSafeInteger(tileNo) || formatTileNo(tileNo) !== parts[1]) return null
  return parts[2] !== undefined && width > 255 ? null : { tileNo, width }
}

/** Reads a level: 0 to 63 in decimal without leading zeros; null for anything else. */
export function parseTileLevel(text: string): number | null {
  return /^(0|[1-9]\d?)$/.test(text) && Number(text) <= 63 ? Number(text) : null
}
