import type { MedusaContainer } from '@medusajs/framework/types'
import { type Recognition, type RecognitionState, recognitionStateOn, vietnamDay } from '@sao-lang/traceability/verify'
import { graph } from '../container/graph'
import { consenting } from '../customers/read-consents'
import { followersOf } from '../customers/read-follows'
import { dispatch } from '../dispatch/dispatch'
import { RECOGNITION_MODULE } from '../modules/recognition'
import type { RecognitionModuleService, StarFact } from '../modules/recognition/service'
import { type NoticeDraft, notify } from '../notices/notify'
import { type StarNews, starNews } from './star-news'

const BATCH = 500

/**
 * Compares the star every product carries on the day of `now` (+07) with the one last announced, and queues the refresh
 * of those that differ: by the calendar, by a decision, or by a hand that changed the row itself. Their producers are told
 * before it counts as announced: a process that is killed in between tells them again, and the same news is one notice.
 * Out: ids of the products whose star differs.
 */
export async function refreshStars(container: MedusaContainer, now: Date): Promise<string[]> {
  const recognitions: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
  const facts = await recognitions.listStarFacts()
  const announced = await recognitions.listStarStates({}, { take: null })

  const today = vietnamDay(now)
  const current = new Map([...groupByProduct(facts)].map(([id, rows]) => [id, stateOf(rows, today)]))
  const before = new Map(announced.map((state) => [state.product_id, state.fingerprint]))
  const none = recognitionStateOn([], today)
  const changed = [...new Set([...current.keys(), ...before.keys()])]
    .map((product_id) => ({ product_id, state: current.get(product_id) ?? none }))
    .map((each) => ({ ...each, fingerprint: fingerprint(each.state), before: before.get(each.product_id) ?? null }))
    .filter((each) => each.before !== each.fingerprint)

  for (let start = 0; start < changed.length; start += BATCH) {
    const part = changed.slice(start, start + BATCH)
    await tellProducers(container, part, today)
    await recognitions.announceStars(part.map(({ product_id, fingerprint }) => ({ product_id, fingerprint })))
  }
  return changed.map(({ product_id }) => product_id)
}

interface ChangedStar {
  product_id: string
  state: RecognitionState
  before: string | null
}

async function tellProducers(
  container: MedusaContainer,
  changed: readonly ChangedStar[],
  today: string,
): Promise<void> {
  const news = new Map(
    changed.flatMap(({ product_id, state, before }) => {
      const found = starNews(state, before === null ? null : statusIn(before), today)
      return found ? [[product_id, found] as const] : []
    }),
  )
  if (news.size === 0) return
  const products = await graph<{ id: string; title: string; producer: { id: string } | null }>(container, {
    entity: 'product',
    fields: ['id', 'title', 'producer.id'],
    filters: { id: [...news.keys()] },
  })
  const drafts = products.flatMap(({ id, title, producer }): NoticeDraft[] => {
    const told = news.get(id)
    if (!told || !producer) return []
    const { kind, params, key } = told
    const audience = { producerId: producer.id }
    const subject = { type: 'star', id }
    // Kind and params come as a pair from one rule; the types lose that on the way.
    return [
      { audience, subject, kind, params: { product: title, ...params }, dedupeKey: `star:${id}:${key}` } as NoticeDraft,
    ]
  })
  if (drafts.length > 0) await notify(container, drafts)
  await tellFollowers(container, products, news)
}

/** The same news for customers who follow the product or its producer and agreed to be told; by e-mail too. */
async function tellFollowers(
  container: MedusaContainer,
  products: readonly { id: string; title: string; producer: { id: string } | null }[],
  news: ReadonlyMap<string, StarNews>,
): Promise<void> {
  const followers = await followersOf(
    container,
    products.map(({ id, producer }) => ({ id, producerId: producer?.id ?? null })),
  )
  const agreed = await consenting(container, 'follow_notices', [...new Set([...followers.values()].flat())])
  const told = products.flatMap(({ id, title }) => {
    const found = news.get(id)
    if (!found) return []
    return (followers.get(id) ?? [])
      .filter((each) => agreed.has(each))
      .map((customerId) => ({ id, title, customerId, found }))
  })
  if (told.length === 0) return
  const drafts = told.map(({ id, title, customerId, found: { kind, params, key } }) => ({
    audience: { customerId },
    subject: { type: 'star', id },
    kind,
    params: { product: title, ...params },
    dedupeKey: `star:${id}:${key}`,
  }))
  await notify(container, drafts as NoticeDraft[])
  await dispatch(
    container,
    told.map(({ id, title, customerId, found: { kind, params, key } }) => ({
      to: { customerId },
      kind: 'star_changed' as const,
      params: {
        product: title,
        change: CHANGES[kind],
        stars: 'stars' in params && typeof params.stars === 'number' ? params.stars : null,
      },
      dedupeKey: `star:${id}:${key}:${customerId}`,
      path: '/tai-khoan/theo-doi',
    })),
  )
}

const CHANGES = {
  star_given: 'given',
  star_extended: 'extended',
  star_suspended: 'suspended',
  star_restored: 'restored',
  star_expired: 'expired',
  star_revoked: 'revoked',
} as const

function groupByProduct(facts: readonly StarFact[]): Map<string, StarFact[]> {
  const groups = new Map<string, StarFact[]>()
  for (const fact of facts) {
    const group = groups.get(fact.product_id)
    if (group) group.push(fact)
    else groups.set(fact.product_id, [fact])
  }
  return groups
}

function stateOf(facts: readonly StarFact[], day: string): RecognitionState {
  return recognitionStateOn(facts.map(toRecognition), day)
}

/**
 * All that a badge shows of a state, as one text, the status first; what an extension or a suspension adds stands at its end, so
 * that others read as before.
 */
function fingerprint({ status, stars, recognition, lapsedOn, transitional }: RecognitionState): string {
  const { ref, validTo, extendedTo, suspensions } = recognition ?? {}
  return [
    ...[status, stars, ref, validTo, lapsedOn],
    ...(extendedTo ? [transitional, extendedTo] : []),
    ...(suspensions ?? []).map(({ from, to }) => `${from}/${to ?? ''}`),
  ].join('|')
}

function statusIn(fingerprint: string): string {
  return fingerprint.split('|')[0] ?? ''
}

function toRecognition(fact: StarFact): Recognition {
  return {
    ref: fact.id,
    stars: fact.stars,
    points: null,
    rubricVersion: '',
    decisionNumber: '',
    decisionDate: fact.decision_date,
    authority: '',
    validFrom: fact.valid_from,
    validTo: fact.valid_to,
    revokedOn: fact.revoked_on,
    extendedTo: fact.extended_to,
    suspensions: fact.suspensions,
    sample: false,
  }
}
