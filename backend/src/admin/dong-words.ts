/** An amount as people in Vietnam write it: `1.250.000 ₫`. */
export function dongWords(amount: number): string {
  return `${amount.toLocaleString('vi-VN')} ₫`
}
