import type { MedusaContainer } from '@medusajs/framework/types'
import { goodsOf, toInspected } from '@sao-lang/backend/post-inspection/recognised-goods'
import { approvePlanWorkflow } from '@sao-lang/backend/workflows/post-inspection/workflows/approve-plan'
import { concludeInspectionWorkflow } from '@sao-lang/backend/workflows/post-inspection/workflows/conclude-inspection'
import { draftPlanWorkflow } from '@sao-lang/backend/workflows/post-inspection/workflows/draft-plan'
import { recordInspectionWorkflow } from '@sao-lang/backend/workflows/post-inspection/workflows/record-inspection'
import type { SeedData } from '../data/load-data.ts'
import { shopRows } from './shop.ts'

type Plan = SeedData['postInspections'][number]
type Goods = Awaited<ReturnType<typeof goodsOf>>[number]

interface InspectionRow {
  id: string
  state: string
  recognition_id: string
  producer_id: string | null
  product_name: string
}

const ACTOR = { type: 'system', id: 'seed', name: 'Dữ liệu minh hoạ', post: null } as const

/**
 * Brings each illustrative plan and its inspections as far as the data says, by the steps that are still missing. In: shop ids of the
 * products. Out: how many steps were new. Throws what the workflows throw; what is done stays.
 */
export async function seedPostInspections(
  container: MedusaContainer,
  plans: readonly Plan[],
  productIds: ReadonlyMap<string, string>,
): Promise<number> {
  let deeds = 0
  for (const plan of plans) deeds += await seedPlan(container, plan, productIds)
  return deeds
}

async function seedPlan(
  container: MedusaContainer,
  plan: Plan,
  productIds: ReadonlyMap<string, string>,
): Promise<number> {
  const goods = await recognisedGoods(
    container,
    plan.items.map(({ product }) => productIds.get(product) ?? ''),
  )
  const place = { provinceCode: plan.provinceCode, communeCode: null }
  const by = { actor: ACTOR, place }
  let deeds = 0
  let known = await planOf(container, plan)
  if (!known) {
    await draftPlanWorkflow(container).run({
      input: {
        plan: {
          year: plan.year,
          level: 'province',
          province_code: plan.provinceCode,
          title: plan.title,
          drafted_by: ACTOR.id,
          sample: true,
        },
        items: plan.items.map(({ product, month }) => {
          const { recognition_id, product_name, producer_name, stars } = goodsFor(goods, productIds, product)
          return { recognition_id, product_name, producer_name, stars, month }
        }),
        by,
      },
    })
    deeds += 1
    known = await planOf(container, plan)
  }
  if (!known) throw new Error(`seed: the plan of ${plan.year} could not be made`)
  if (known.state === 'draft') {
    const { number, date } = plan.approval
    await approvePlanWorkflow(container).run({
      input: {
        approval: { id: known.id, decision_number: number, decision_date: date, approved_by: ACTOR.id },
        goods: [...goods.values()].map(toInspected),
        by,
      },
    })
    deeds += 1
  }
  for (const item of plan.items) {
    const { recognition_id } = goodsFor(goods, productIds, item.product)
    deeds += await seedInspection(container, known.id, recognition_id, item, by)
  }
  return deeds
}

/** Out: how many steps were new. */
async function seedInspection(
  container: MedusaContainer,
  planId: string,
  recognitionId: string,
  { record, conclusion }: Plan['items'][number],
  by: { actor: typeof ACTOR; place: { provinceCode: string; communeCode: null } },
): Promise<number> {
  const row = await inspectionOf(container, planId, recognitionId)
  let deeds = 0
  if (record !== null && row.state === 'planned') {
    await recordInspectionWorkflow(container).run({ input: { row: { id: row.id, ...record }, by } })
    deeds += 1
  }
  if (conclusion !== null && (row.state === 'planned' || row.state === 'under_way')) {
    await concludeInspectionWorkflow(container).run({
      input: {
        row: {
          id: row.id,
          conclusion: conclusion.text,
          concluded_on: conclusion.on,
          concluded_by: ACTOR.id,
          followUps: conclusion.followUps.map(({ what, dueOn }) => ({ what, due_on: dueOn })),
        },
        producerId: row.producer_id,
        productName: row.product_name,
        by,
      },
    })
    deeds += 1
  }
  return deeds
}

async function planOf(container: MedusaContainer, { year, provinceCode }: Plan) {
  const [plan] = await shopRows<{ id: string; state: 'draft' | 'approved' }>(container, {
    entity: 'inspection_plan',
    fields: ['id', 'state'],
    filters: { year, province_code: provinceCode },
  })
  return plan
}

async function inspectionOf(container: MedusaContainer, planId: string, recognitionId: string): Promise<InspectionRow> {
  const items = await shopRows<{ id: string }>(container, {
    entity: 'inspection_plan_item',
    fields: ['id'],
    filters: { plan_id: planId, recognition_id: recognitionId },
  })
  const [row] = await shopRows<InspectionRow>(container, {
    entity: 'post_inspection',
    fields: ['id', 'state', 'recognition_id', 'producer_id', 'product_name'],
    filters: { plan_item_id: items.map(({ id }) => id) },
  })
  if (!row) throw new Error(`seed: there is no planned inspection of recognition "${recognitionId}"`)
  return row
}

/** The newest recognition of each product, by product. Throws when one has none. */
async function recognisedGoods(container: MedusaContainer, productIds: readonly string[]): Promise<Map<string, Goods>> {
  const rows = await shopRows<{ id: string }>(container, {
    entity: 'recognition',
    fields: ['id'],
    filters: { product_id: productIds },
  })
  const all = await goodsOf(
    container,
    rows.map(({ id }) => id),
  )
  const oldestFirst = all.sort((a, b) => (a.recognition.decisionDate < b.recognition.decisionDate ? -1 : 1))
  return new Map(oldestFirst.map((goods) => [goods.product_id ?? '', goods]))
}

function goodsFor(goods: ReadonlyMap<string, Goods>, productIds: ReadonlyMap<string, string>, product: string): Goods {
  const found = goods.get(productIds.get(product) ?? '')
  if (!found) throw new Error(`seed: no decision recognises "${product}"`)
  return found
}
