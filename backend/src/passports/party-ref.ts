/** A producer's party at the traceability service is named by the producer's id, in passports and in the journal alike. */
export function partyRefOf(producerId: string): string {
  return producerId
}
