/** Number of a registration slip: `12/PĐK-82-30169-2026` (QĐ 26/2026, Mẫu 01). In: the serial of that commune and year. */
export function receiptNumber(of: { no: number; province: string; commune: string; year: number }): string {
  return `${of.no}/PĐK-${of.province}-${of.commune}-${of.year}`
}
