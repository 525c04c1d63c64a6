import type { Paper } from './types.ts'

/** The fields of the form for a paper that is there already. */
export function paperValues(paper: Paper): Record<string, string> {
  return {
    kind: paper.kind,
    title: paper.title,
    issuer: paper.issuer ?? '',
    number: paper.number ?? '',
    issuedOn: paper.issuedOn ?? '',
    expiresOn: paper.expiresOn ?? '',
    noExpiry: paper.expiresOn === null ? 'on' : '',
    productRef: paper.productRef ?? '',
    sourceAreaRef: paper.sourceAreaRef ?? '',
  }
}
