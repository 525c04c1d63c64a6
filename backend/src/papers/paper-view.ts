import type { PaperDTO } from '../modules/evidence/service'
import { type Standing, standingOn } from './paper-standing'

/** A paper as its producer and officials with a dossier that cites it see it. The name of its file stays inside. */
export interface PaperView extends Standing {
  id: string
  producerId: string
  kind: string
  title: string
  issuer: string | null
  number: string | null
  /** yyyy-mm-dd at +07, both. */
  issuedOn: string | null
  expiresOn: string | null
  sourceAreaRef: string | null
  productRef: string | null
  pages: number
  bytes: number
  /** Hex SHA-256 of the file. */
  sha256: string
  mediaType: string
  state: PaperDTO['state']
  version: number
  replacedBy: string | null
  /** An official compared it with the original; UTC, ISO 8601. */
  verified: { at: string; note: string | null } | null
  /** UTC, ISO 8601. */
  addedAt: string
  sample: boolean
}

/** In: the row, the day at +07 on which its standing is asked, and how many days are soon (`soonDays`). */
export function toPaperView(row: PaperDTO, day: string, soon: number): PaperView {
  return {
    id: row.id,
    producerId: row.producer_id,
    kind: row.kind,
    title: row.title,
    issuer: row.issuer,
    number: row.number,
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    sourceAreaRef: row.source_area_ref,
    productRef: row.product_ref,
    pages: row.pages,
    bytes: row.bytes,
    sha256: row.sha256,
    mediaType: row.media_type,
    state: row.state,
    version: row.version,
    replacedBy: row.replaced_by,
    verified: row.verified_at === null ? null : { at: new Date(row.verified_at).toISOString(), note: row.verify_note },
    addedAt: new Date(row.created_at).toISOString(),
    sample: row.sample,
    ...standingOn({ state: row.state, expiresOn: row.expires_on }, day, soon),
  }
}
