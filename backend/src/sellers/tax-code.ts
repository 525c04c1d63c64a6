/** Weights of the first nine digits of a tax code; the tenth is the check digit (Thông tư 86/2024/TT-BTC keeps this build). */
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const

/**
 * What a tax code is: 10 digits (a taxpayer), 10 digits and 3 (its branch), or the 12 digits of a personal number, which households and
 * persons use instead since 2025-07-01. In: as people write it, with spaces, dots or a hyphen.
 * Out: its normal form, or null when it is none of them or the check digit of the ten does not fit.
 */
export function readTaxCode(typed: string): string | null {
  const bare = typed.normalize('NFKC').replace(/[\s.]/g, '')
  const [, whole, branch] = /^(\d{10})(?:-?(\d{3}))?$/.exec(bare) ?? []
  if (whole !== undefined) {
    if (!checkDigitFits(whole)) return null
    return branch === undefined ? whole : `${whole}-${branch}`
  }
  return /^\d{12}$/.test(bare) && personalNumberFits(bare) ? bare : null
}

function checkDigitFits(ten: string): boolean {
  const sum = WEIGHTS.reduce((all, weight, index) => all + weight * Number(ten[index]), 0)
  return 10 - (sum % 11) === Number(ten[9])
}

/** Nghị định 70/2024/NĐ-CP: province of birth registration 001 to 096, then a digit for century and sex, then the year. */
function personalNumberFits(twelve: string): boolean {
  const province = Number(twelve.slice(0, 3))
  return province >= 1 && province <= 96 && Number(twelve[3]) <= 3
}
