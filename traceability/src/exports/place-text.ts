import type { Place } from '../verify/verdict.ts'

/** A place in a line: commune, province, and the name on papers before 2025-07-01. */
export function placeText({ communeName, provinceName, legacyName }: Place): string {
  const today = [communeName, provinceName].filter((name) => Boolean(name)).join(', ')
  return !legacyName ? today : `${today} (trước đây: ${legacyName})`
}

/** The national administrative code of a place; a GLN would be better and none is on record. */
export function placeCode({ communeCode, provinceCode }: Place): string {
  return communeCode ?? provinceCode
}
