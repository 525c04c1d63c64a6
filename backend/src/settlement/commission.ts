import type { CommissionBasis, CommissionPayee, CommissionScope } from '../modules/settlement/kinds'
import type { FrozenCommission } from './line-terms'
import { shareOfBase } from './share-of-base'

/** A rule as it applies on a day; amounts are whole đồng, shares basis points. */
export interface CommissionRule {
  id: string
  name: string
  payee: CommissionPayee
  basis: CommissionBasis
  basisPoints: number | null
  amount: number | null
  minAmount: number | null
  maxAmount: number | null
  shippingBasisPoints: number
  scope: CommissionScope
  scopeId: string | null
  position: number
  exclusiveGroup: string | null
}

/** What rules are matched with. */
export interface CommissionSubject {
  producerId: string
  centreId: string | null
  productId: string
  sector: string
}

/** A line of goods to be charged. `base` is goods after the producer's own discounts, `room` what may be charged at most. */
export interface ChargedLine {
  subject: CommissionSubject
  quantity: number
  base: number
  room: number
}

/** The closest first. */
const CLOSENESS: Readonly<Record<CommissionScope, number>> = { product: 0, producer: 1, centre: 2, sector: 3, all: 4 }

/**
 * Which rules apply to a line, in the order they are charged: by position, then the closer scope, then the id. Of an exclusive group
 * the closest rule alone applies (then the lower position). A centre's rule needs a centre that sells.
 */
export function rulesFor(rules: readonly CommissionRule[], subject: CommissionSubject): CommissionRule[] {
  const matching = rules.filter((rule) => matches(rule, subject))
  const winners = new Map<string, CommissionRule>()
  for (const rule of matching) {
    if (rule.exclusiveGroup === null) continue
    const group = `${rule.payee}:${rule.exclusiveGroup}`
    const known = winners.get(group)
    if (!known || byCloseness(rule, known) < 0) winners.set(group, rule)
  }
  return matching
    .filter((rule) => rule.exclusiveGroup === null || winners.get(`${rule.payee}:${rule.exclusiveGroup}`) === rule)
    .sort((a, b) => a.position - b.position || CLOSENESS[a.scope] - CLOSENESS[b.scope] || byId(a, b))
}

/**
 * Commissions of one line without rules per order. Each is rounded once, held within the rule's bounds, and never takes more than what
 * earlier rules left of the line. Rules that come to 0 are left out.
 */
export function lineCommissions(rules: readonly CommissionRule[], line: ChargedLine): FrozenCommission[] {
  let room = line.room
  return rulesFor(rules, line.subject).flatMap((rule) => {
    if (rule.basis === 'per_order' || line.base === 0) return []
    const measured =
      rule.basis === 'percent' ? shareOfBase(line.base, rule.basisPoints ?? 0) : (rule.amount ?? 0) * line.quantity
    const amount = Math.min(room, bounded(rule, measured))
    room -= amount
    return amount === 0 ? [] : [frozen(rule, amount)]
  })
}

/** What a rule takes of the buyer's delivery fee; delivery has no product, so rules of a product or sector leave it alone. */
export function freightCommissions(
  rules: readonly CommissionRule[],
  subject: Omit<CommissionSubject, 'productId' | 'sector'>,
  shipping: number,
): FrozenCommission[] {
  let room = shipping
  return rulesFor(rules, { ...subject, productId: '', sector: '' }).flatMap((rule) => {
    const amount = Math.min(room, shareOfBase(shipping, rule.shippingBasisPoints))
    room -= amount
    return amount === 0 ? [] : [frozen(rule, amount)]
  })
}

/** A commission as it is frozen. */
export function frozen(rule: CommissionRule, amount: number): FrozenCommission {
  return { ruleId: rule.id, name: rule.name, payee: rule.payee, basisPoints: rule.basisPoints, amount }
}

function matches({ payee, scope, scopeId }: CommissionRule, subject: CommissionSubject): boolean {
  if (payee === 'centre' && subject.centreId === null) return false
  switch (scope) {
    case 'all':
      return true
    case 'sector':
      return scopeId === subject.sector
    case 'producer':
      return scopeId === subject.producerId
    case 'centre':
      return scopeId === subject.centreId
    case 'product':
      return scopeId === subject.productId
  }
}

function bounded({ minAmount, maxAmount }: CommissionRule, amount: number): number {
  return Math.min(maxAmount ?? Number.MAX_SAFE_INTEGER, Math.max(minAmount ?? 0, amount))
}

function byCloseness(a: CommissionRule, b: CommissionRule): number {
  return CLOSENESS[a.scope] - CLOSENESS[b.scope] || a.position - b.position || byId(a, b)
}

function byId(a: CommissionRule, b: CommissionRule): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
