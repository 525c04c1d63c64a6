import type { MedusaContainer } from '@medusajs/framework/types'
import { graphPage } from '../container/graph'
import { foldText, likePattern } from '../text/fold-text'
import { PRODUCER_FIELDS, type ProducerCard, type ProducerRow, toProducerCard } from './producer-card'

export const PRODUCERS_PER_PAGE = 24

/**
 * One page of producers by name. In: words to find in the name (diacritics and case do not matter), a province code, the
 * page from 1. Out: cards and how many there are in all.
 */
export async function listProducers(
  container: MedusaContainer,
  wanted: { q?: string | undefined; province?: string | undefined; page: number; perPage?: number },
): Promise<{ items: ProducerCard[]; total: number }> {
  const words = foldText(wanted.q ?? '')
    .split(' ')
    .filter((word) => word !== '')
  const perPage = wanted.perPage ?? PRODUCERS_PER_PAGE
  const { rows, total } = await graphPage<ProducerRow>(container, {
    entity: 'producer',
    fields: PRODUCER_FIELDS,
    filters: {
      status: 'open',
      ...(wanted.province === undefined ? {} : { province_code: wanted.province }),
      ...(words.length ? { $and: words.map((word) => ({ name_folded: { $like: likePattern(word) } })) } : {}),
    },
    pagination: { take: perPage, skip: (wanted.page - 1) * perPage, order: { name_folded: 'ASC', id: 'ASC' } },
  })
  return { items: rows.map(toProducerCard), total }
}
