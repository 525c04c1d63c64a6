/** Modules of a symbol of at most 64 a side, a row and a column in two words each, first module lowest. */
export interface PackedModules {
  size: number
  /** Low and high word by turns: all rows, then all columns. */
  lines: Int32Array
}

export function packModules(modules: Uint8Array, size: number): PackedModules {
  if (size > 64) throw new RangeError('a label’s symbol has at most 64 modules a side')
  const lines = new Int32Array(4 * size)
  const columns = 2 * size
  for (let row = 0, at = 0; row < size; row++) {
    for (let column = 0; column < size; column++, at++) {
      if (modules[at] === 0) continue
      const inRow = 2 * row + (column >> 5)
      const inColumn = columns + 2 * column + (row >> 5)
      lines[inRow] = (lines[inRow] as number) | (1 << (column & 31))
      lines[inColumn] = (lines[inColumn] as number) | (1 << (row & 31))
    }
  }
  return { size, lines }
}

/**
 * Penalty of a symbol under a mask (ISO/IEC 18004, 7.8.3.1, table 11), 32 modules at a time: runs of one colour, blocks of
 * two by two, patterns like a finder's, and the share of dark modules.
 */
export function maskPenalty({ size, lines }: PackedModules, mask: PackedModules): number {
  const whole = bits(size)
  const pairs = bits(size - 1)
  let points = 0
  let dark = 0
  let [lowBefore, highBefore, lowEqualBefore, highEqualBefore] = [0, 0, 0, 0]
  for (let line = 0; line < 2 * size; line++) {
    const low = (lines[2 * line] as number) ^ (mask.lines[2 * line] as number)
    const high = (lines[2 * line + 1] as number) ^ (mask.lines[2 * line + 1] as number)
    // Where a module equals the next one.
    const lowEqual = ~(low ^ down(low, high, 1)) & pairs.low
    const highEqual = ~(high ^ (high >>> 1)) & pairs.high

    // Four such in a row are five modules in a row: a run of n shows n - 4 of them and counts n - 2.
    let lowRun = lowEqual & down(lowEqual, highEqual, 1)
    let highRun = highEqual & (highEqual >>> 1)
    lowRun &= down(lowRun, highRun, 2)
    highRun &= highRun >>> 2
    if ((lowRun | highRun) !== 0) {
      const lowStarts = lowRun & ~(lowRun << 1)
      const highStarts = highRun & ~((highRun << 1) | (lowRun >>> 31))
      points += count(lowRun) + count(highRun) + 2 * (count(lowStarts) + count(highStarts))
    }

    points += 40 * finderLike(low, high, whole)

    if (line < size) {
      dark += count(low) + count(high)
      if (line > 0) {
        points += 3 * count(lowEqual & lowEqualBefore & ~(low ^ lowBefore))
        points += 3 * count(highEqual & highEqualBefore & ~(high ^ highBefore))
      }
      lowBefore = low
      highBefore = high
      lowEqualBefore = lowEqual
      highEqualBefore = highEqual
    }
  }
  return points + 10 * Math.abs(Math.ceil((dark * 100) / (size * size) / 5) - 10)
}

/** How often 1:1:3:1:1 stands in a line with four light modules before or behind it, all eleven within the line. */
function finderLike(low: number, high: number, whole: { low: number; high: number }): number {
  const lowLight = ~low & whole.low
  const highLight = ~high & whole.high
  const lowCore =
    low &
    down(lowLight, highLight, 1) &
    down(low, high, 2) &
    down(low, high, 3) &
    down(low, high, 4) &
    down(lowLight, highLight, 5) &
    down(low, high, 6)
  const highCore =
    high & (highLight >>> 1) & (high >>> 2) & (high >>> 3) & (high >>> 4) & (highLight >>> 5) & (high >>> 6)
  if ((lowCore | highCore) === 0) return 0
  // Four light modules from a place on.
  let lowFour = lowLight & down(lowLight, highLight, 1)
  let highFour = highLight & (highLight >>> 1)
  lowFour &= down(lowFour, highFour, 2)
  highFour &= highFour >>> 2
  const behind = count(lowCore & down(lowFour, highFour, 7)) + count(highCore & (highFour >>> 7))
  const before = count(lowCore & (lowFour << 4)) + count(highCore & ((highFour << 4) | (lowFour >>> 28)))
  return behind + before
}

/** Low word of both shifted down. */
function down(low: number, high: number, by: number): number {
  return (low >>> by) | (high << (32 - by))
}

/** The words with their lowest `length` bits set. */
function bits(length: number): { low: number; high: number } {
  const of = (some: number) => (some >= 32 ? -1 : some <= 0 ? 0 : (1 << some) - 1)
  return { low: of(length), high: of(length - 32) }
}

function count(word: number): number {
  let some = word - ((word >>> 1) & 0x55555555)
  some = (some & 0x33333333) + ((some >>> 2) & 0x33333333)
  return Math.imul((some + (some >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
