import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import type { InspectionPlanDTO, InspectionPlanItemDTO, PostInspectionDTO } from '../modules/post-inspection/service'
import type { InspectionState } from '../modules/post-inspection/states'
import type { Places } from '../officials/official-scope'
import { postInspections } from './read-inspections'

/** A year's plan with what became of each product of it. */
export interface PlanView {
  id: string
  year: number
  level: 'province' | 'ministry'
  provinceCode: string | null
  title: string
  state: 'draft' | 'approved'
  decisionNumber: string | null
  decisionDate: string | null
  items: {
    id: string
    recognitionId: string
    productName: string
    producerName: string
    stars: number
    month: number
    /** Null until the plan is approved. */
    inspection: { id: string; state: InspectionState; day: string | null } | null
  }[]
  done: number
  sample: boolean
}

const DONE: readonly InspectionState[] = ['concluded', 'followed_up', 'closed']

/** Plans of some places, newest year first; a commune reads its province's. */
export async function listPlans(container: MedusaContainer, places: Places, year?: number): Promise<PlanView[]> {
  const service = postInspections(container)
  const plans = await service.listInspectionPlans(
    {
      ...(places.everywhere ? {} : { province_code: places.provinceCodes }),
      ...(year === undefined ? {} : { year }),
    },
    { take: 100, order: { year: 'DESC', province_code: 'ASC' } },
  )
  return viewsOf(container, plans)
}

/** One plan of some places. Throws ApiError 404. */
export async function readPlan(container: MedusaContainer, places: Places, id: string): Promise<PlanView> {
  const [plan] = await postInspections(container).listInspectionPlans({ id }, { take: 1 })
  const readable = plan && (places.everywhere || places.provinceCodes.includes(plan.province_code ?? ''))
  if (!readable) throw new ApiError(404, 'not_found')
  const [view] = await viewsOf(container, [plan])
  return view as PlanView
}

async function viewsOf(container: MedusaContainer, plans: readonly InspectionPlanDTO[]): Promise<PlanView[]> {
  if (plans.length === 0) return []
  const service = postInspections(container)
  const items = await service.listInspectionPlanItems(
    { plan_id: plans.map(({ id }) => id) },
    { take: null, order: { month: 'ASC', product_name: 'ASC', id: 'ASC' } },
  )
  const inspections =
    items.length === 0
      ? []
      : await service.listPostInspections({ plan_item_id: items.map(({ id }) => id) }, { take: items.length })
  const byItem = new Map(inspections.map((row) => [row.plan_item_id ?? '', row]))
  return plans.map((plan) =>
    toPlanView(
      plan,
      items.filter(({ plan_id }) => plan_id === plan.id),
      byItem,
    ),
  )
}

function toPlanView(
  plan: InspectionPlanDTO,
  items: readonly InspectionPlanItemDTO[],
  byItem: ReadonlyMap<string, PostInspectionDTO>,
): PlanView {
  const inspectionOf = (id: string) => {
    const row = byItem.get(id)
    return row === undefined ? null : { id: row.id, state: row.state, day: row.day }
  }
  const views = items.map((item) => ({
    id: item.id,
    recognitionId: item.recognition_id,
    productName: item.product_name,
    producerName: item.producer_name,
    stars: item.stars,
    month: item.month,
    inspection: inspectionOf(item.id),
  }))
  return {
    id: plan.id,
    year: plan.year,
    level: plan.level,
    provinceCode: plan.province_code,
    title: plan.title,
    state: plan.state,
    decisionNumber: plan.decision_number,
    decisionDate: plan.decision_date,
    items: views,
    done: views.filter(({ inspection }) => inspection !== null && DONE.includes(inspection.state)).length,
    sample: plan.sample,
  }
}
