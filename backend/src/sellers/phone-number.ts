/**
 * A Vietnamese number as `0…`, or null when it is none. In: as people write it, `+84 912 345 678` and `0912.345.678` alike.
 */
export function readPhone(typed: string): string | null {
  const bare = typed.normalize('NFKC').replace(/[\s.\-()]/g, '')
  const local = bare.replace(/^(?:\+84|84(?=\d{9}$))/, '0')
  return /^0[2-9]\d{8,9}$/.test(local) ? local : null
}
