import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import type { PostInspectionDTO } from '../modules/post-inspection/service'
import type { InspectionState } from '../modules/post-inspection/states'
import { type FollowUpView, type InspectionView, toFollowUpView, toInspectionView } from './inspection-view'
import { postInspections } from './read-inspections'

/** What the holder may know: an inspection once it is concluded. */
const TOLD: InspectionState[] = ['concluded', 'followed_up', 'closed']
const MOST = 200

/** A concluded inspection as its holder sees it. */
export type HolderInspection = Pick<
  InspectionView,
  | 'id'
  | 'planned'
  | 'productName'
  | 'stars'
  | 'day'
  | 'place'
  | 'looks'
  | 'violations'
  | 'state'
  | 'conclusion'
  | 'concludedOn'
  | 'sample'
> & { followUps: FollowUpView[] }

/** Concluded inspections of a holder, newest first. In: today at +07. */
export async function holderInspections(
  container: MedusaContainer,
  producerId: string,
  today: string,
): Promise<HolderInspection[]> {
  const service = postInspections(container)
  const rows = await service.listPostInspections(
    { producer_id: producerId, state: TOLD },
    { take: MOST, order: { concluded_on: 'DESC', id: 'DESC' } },
  )
  if (rows.length === 0) return []
  const followUps = await service.listFollowUps(
    { post_inspection_id: rows.map(({ id }) => id) },
    { take: null, order: { due_on: 'ASC', id: 'ASC' } },
  )
  return rows.map((row) => {
    const { id, planned, productName, stars, day, place, looks, violations, state, conclusion, concludedOn, sample } =
      toInspectionView(row)
    return {
      ...{ id, planned, productName, stars, day, place, looks, violations, state, conclusion, concludedOn, sample },
      followUps: followUps
        .filter(({ post_inspection_id }) => post_inspection_id === row.id)
        .map((each) => toFollowUpView(each, today)),
    }
  })
}

/** One concluded inspection of a holder. Throws ApiError 404. */
export async function holderInspectionRow(
  container: MedusaContainer,
  producerId: string,
  id: string,
): Promise<PostInspectionDTO> {
  const [row] = await postInspections(container).listPostInspections(
    { id, producer_id: producerId, state: TOLD },
    { take: 1 },
  )
  if (!row) throw new ApiError(404, 'not_found')
  return row
}
