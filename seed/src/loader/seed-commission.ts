import type { MedusaContainer } from '@medusajs/framework/types'
import type { AuditActor } from '@sao-lang/backend/officials/record-audit'
import { addRule } from '@sao-lang/backend/settlement/terms-book'
import { shopRows } from './shop.ts'

const BY: AuditActor = { type: 'system', id: 'seed', name: 'Dữ liệu minh hoạ', post: null }
const COMMON = { minAmount: null, maxAmount: null, amount: null, shippingBasisPoints: 0, to: null, from: '2026-01-01' }

/** Illustrative: a platform's fee that is lower for crafts, and what a centre takes for selling on behalf. */
const RULES = [
  {
    ...COMMON,
    name: 'Phí sàn (minh hoạ)',
    payee: 'platform' as const,
    basis: 'percent' as const,
    basisPoints: 500,
    scope: 'all' as const,
    scopeId: null,
    position: 10,
    exclusiveGroup: 'phi-san',
  },
  {
    ...COMMON,
    name: 'Phí sàn cho hàng thủ công (minh hoạ)',
    payee: 'platform' as const,
    basis: 'percent' as const,
    basisPoints: 300,
    scope: 'sector' as const,
    scopeId: 'craft',
    position: 10,
    exclusiveGroup: 'phi-san',
  },
  {
    ...COMMON,
    name: 'Hoa hồng trung tâm bán hộ (minh hoạ)',
    payee: 'centre' as const,
    basis: 'percent' as const,
    basisPoints: 1_000,
    maxAmount: 500_000,
    scope: 'all' as const,
    scopeId: null,
    position: 20,
    exclusiveGroup: null,
  },
]

/** Gives the demonstration its commission rules, once. Out: how many there are. */
export async function seedCommission(container: MedusaContainer): Promise<number> {
  const known = await shopRows<{ name: string }>(container, { entity: 'commission_rule', fields: ['name'] })
  for (const rule of RULES) {
    if (known.some(({ name }) => name === rule.name)) continue
    await addRule(container, rule, BY, new Date(), true)
  }
  return RULES.length
}
