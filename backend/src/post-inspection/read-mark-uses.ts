import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { INSPECTION_MODULE } from '../modules/inspection'
import type { InspectionModuleService } from '../modules/inspection/service'
import type { MarkViolation } from '../modules/post-inspection/kinds'
import { markRightOn } from './mark-right'
import { type MarkUse, type PublicMarkUse, toArtworkView, toPublicMarkUse, type ViolationView } from './mark-use-view'
import { violationsOfFindings } from './mark-violations'
import { postInspections } from './read-inspections'
import { findGoods, type GoodsQuestion, goodsOf, type RecognisedGoods, recognitionsBesides } from './recognised-goods'

/** More findings about fifty products than any page can show; older ones stay in their own lists. */
const MOST_FINDINGS = 2_000

/** A page of the register of mark use. In: today at +07. */
export async function listMarkUses(
  container: MedusaContainer,
  question: GoodsQuestion,
  today: string,
): Promise<{ markUses: MarkUse[]; total: number; next: number | null }> {
  const { goods, total } = await findGoods(container, question)
  const markUses = await markUsesOf(container, goods, today)
  const seen = question.skip + goods.length
  return { markUses, total, next: goods.length > 0 && seen < total ? seen : null }
}

/** The right that one recognition gives, for anybody; null when there is no such recognition. */
export async function publicMarkUse(
  container: MedusaContainer,
  recognitionId: string,
  today: string,
): Promise<PublicMarkUse | null> {
  const [goods] = await goodsOf(container, [recognitionId])
  if (!goods) return null
  return toPublicMarkUse(goods, rightOf(goods, await recognitionsBesides(container, [goods]), today))
}

/** Rights, artwork and violations of some recognitions, in their order. */
export async function markUsesOf(
  container: MedusaContainer,
  goods: readonly RecognisedGoods[],
  today: string,
): Promise<MarkUse[]> {
  if (goods.length === 0) return []
  const service = postInspections(container)
  const recognitionIds = goods.map(({ recognition_id }) => recognition_id)
  const [besides, artwork, found] = await Promise.all([
    recognitionsBesides(container, goods),
    service.listMarkArtworks(
      { recognition_id: recognitionIds },
      { take: MOST_FINDINGS, order: { since: 'DESC', id: 'DESC' } },
    ),
    violationsOf(container, goods),
  ])
  return goods.map((each) => {
    const right = rightOf(each, besides, today)
    const views = artwork
      .filter(({ recognition_id }) => recognition_id === each.recognition_id)
      .map((row) => toArtworkView(row, each, right, today))
    const printed = views.flatMap(({ id, violations }) =>
      violations.map((kind): ViolationView => ({ kind, source: 'artwork', id, on: null })),
    )
    return {
      ...toPublicMarkUse(each, right),
      artwork: views,
      violations: [...printed, ...found(each)],
    }
  })
}

export function rightOf(
  goods: RecognisedGoods,
  besides: ReadonlyMap<string, RecognisedGoods['recognition'][]>,
  today: string,
) {
  const ofProduct = besides.get(goods.product_id ?? '') ?? [goods.recognition]
  return markRightOn(goods.recognition, ofProduct, today)
}

/** Misuse found in the market and at the holder, newest first: records of the product, inspections of the recognition. */
async function violationsOf(
  container: MedusaContainer,
  goods: readonly RecognisedGoods[],
): Promise<(of: RecognisedGoods) => ViolationView[]> {
  const inspectors: InspectionModuleService = container.resolve(INSPECTION_MODULE)
  const productIds = [...new Set(goods.flatMap(({ product_id }) => product_id ?? []))]
  const [records, inspections] = await Promise.all([
    productIds.length === 0
      ? []
      : inspectors.listInspectionRecords(
          { product_ref: productIds },
          { take: MOST_FINDINGS, select: ['id', 'product_ref', 'findings', 'found_at'] },
        ),
    postInspections(container).listPostInspections(
      { recognition_id: goods.map(({ recognition_id }) => recognition_id), concluded_on: { $ne: null } },
      { take: MOST_FINDINGS, select: ['id', 'recognition_id', 'violations', 'concluded_on'] },
    ),
  ])
  return ({ product_id, recognition_id }) =>
    [
      ...records
        .filter(({ product_ref }) => product_ref !== null && product_ref === product_id)
        .flatMap(({ id, findings, found_at }) =>
          violationsOfFindings(findings).map(
            (kind): ViolationView => ({ kind, source: 'inspector_record', id, on: vietnamDay(new Date(found_at)) }),
          ),
        ),
      ...inspections
        .filter((row) => row.recognition_id === recognition_id)
        .flatMap(({ id, violations, concluded_on }) =>
          (violations as MarkViolation[]).map(
            (kind): ViolationView => ({ kind, source: 'post_inspection', id, on: concluded_on }),
          ),
        ),
    ].sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))
}
