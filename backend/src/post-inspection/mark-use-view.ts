import type { ArtworkUse, MarkViolation } from '../modules/post-inspection/kinds'
import type { MarkArtworkDTO } from '../modules/post-inspection/service'
import type { MarkRight } from './mark-right'
import { violationsOfArtwork } from './mark-violations'
import type { RecognisedGoods } from './recognised-goods'

/** Registered artwork, and what is wrong with it today. */
export interface ArtworkView {
  id: string
  usedOn: ArtworkUse
  title: string
  printedName: string
  printedStars: number
  since: string
  until: string | null
  file: string
  violations: MarkViolation[]
  sample: boolean
}

/** Misuse of the mark, and where it was found. */
export interface ViolationView {
  kind: MarkViolation
  source: 'artwork' | 'inspector_record' | 'post_inspection'
  id: string
  /** yyyy-mm-dd at +07; null for artwork, which is as it is today. */
  on: string | null
}

/** What anybody may know of the right to use the mark for one recognition. */
export interface PublicMarkUse {
  recognitionId: string
  productName: string
  productHandle: string | null
  productCode: string | null
  producerName: string
  provinceCode: string | null
  stars: number
  right: MarkRight
  decision: { number: string; date: string; authority: string }
  sample: boolean
}

/** One row of the register of mark use. */
export interface MarkUse extends PublicMarkUse {
  artwork: ArtworkView[]
  violations: ViolationView[]
}

export function toPublicMarkUse(goods: RecognisedGoods, right: MarkRight): PublicMarkUse {
  const { recognition } = goods
  return {
    recognitionId: goods.recognition_id,
    productName: goods.product_name,
    productHandle: goods.product_handle,
    productCode: goods.product_code,
    producerName: goods.producer_name,
    provinceCode: goods.province_code,
    stars: goods.stars,
    right,
    decision: {
      number: recognition.decisionNumber,
      date: recognition.decisionDate,
      authority: recognition.authority,
    },
    sample: recognition.sample,
  }
}

export function toArtworkView(
  row: MarkArtworkDTO,
  goods: RecognisedGoods,
  right: MarkRight,
  today: string,
): ArtworkView {
  const artwork = {
    printedName: row.printed_name,
    printedStars: row.printed_stars,
    since: row.since,
    until: row.until,
  }
  const bounds = { productName: goods.product_name, stars: goods.stars, from: right.since, to: right.until }
  return {
    id: row.id,
    usedOn: row.used_on,
    title: row.title,
    ...artwork,
    file: row.file,
    violations: violationsOfArtwork(artwork, bounds, today),
    sample: row.sample,
  }
}
