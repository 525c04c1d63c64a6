/** Homestays and tours: no raw material, no lots, no label, and nights are agreed with the host. */
export function isStay({ sector }: { sector: string }): boolean {
  return sector === 'tourism'
}
