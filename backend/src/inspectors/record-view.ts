import type { InspectionFileDTO, InspectionRecordDTO } from '../modules/inspection/service'

/** A record as inspectors of its province see it. */
export interface RecordView {
  id: string
  requestKey: string
  inspector: { id: string; name: string; agency: string }
  provinceCode: string
  place: string
  /** UTC, ISO 8601. */
  foundAt: string
  receivedAt: string
  clockSkewMs: number
  scanned: string | null
  productRef: string | null
  productName: string
  seller: string
  findings: string[]
  notes: string
  verdict: Record<string, unknown> | null
  followUpBy: string | null
  closed: { at: string; by: string; note: string } | null
  photos: PhotoView[]
  /** SHA-256 of what the phone sent, hex. */
  contentHash: string
  sample: boolean
}

export interface PhotoView {
  file: string
  kind: 'photo' | 'document'
  title: string
  sha256: string
}

export function toPhotoView({ file, kind, title, sha256 }: InspectionFileDTO): PhotoView {
  return { file, kind, title, sha256 }
}

/** In: the row, its photos, and names of inspectors by id. */
export function toRecordView(
  row: InspectionRecordDTO,
  photos: readonly InspectionFileDTO[],
  people: ReadonlyMap<string, { name: string; agency: string }>,
): RecordView {
  const person = people.get(row.inspector_id)
  return {
    id: row.id,
    requestKey: row.request_key,
    inspector: { id: row.inspector_id, name: person?.name ?? '', agency: person?.agency ?? '' },
    provinceCode: row.province_code,
    place: row.place,
    foundAt: new Date(row.found_at).toISOString(),
    receivedAt: new Date(row.created_at).toISOString(),
    clockSkewMs: row.clock_skew_ms,
    scanned: row.scanned,
    productRef: row.product_ref,
    productName: row.product_name,
    seller: row.seller,
    findings: row.findings,
    notes: row.notes,
    verdict: row.verdict,
    followUpBy: row.follow_up_by,
    closed:
      row.closed_at === null
        ? null
        : {
            at: new Date(row.closed_at).toISOString(),
            by: people.get(row.closed_by ?? '')?.name ?? '',
            note: row.close_note ?? '',
          },
    photos: photos.filter(({ record_id }) => record_id === row.id).map(toPhotoView),
    contentHash: row.content_hash,
    sample: row.sample,
  }
}
