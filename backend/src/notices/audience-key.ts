import type { NoticeReader } from '../modules/notice/service'
import type { HeldPost } from '../officials/held-post'
import { OFFICIAL_VERBS } from '../officials/official-verbs'
import type { NoticeAudience } from './notify'

/** An audience as one word, by which notices are found. */
export function audienceKey(audience: NoticeAudience): string {
  if ('producerId' in audience) return `producer:${audience.producerId}`
  if ('officialId' in audience) return `official:${audience.officialId}`
  if ('customerId' in audience) return `customer:${audience.customerId}`
  const { provinceCode, communeCode, verb } = audience
  return `post:${provinceCode ?? ''}:${communeCode ?? ''}:${verb}`
}

/** A producer's person: told all that their producer is told. */
export function producerReader({ memberId, producerId }: { memberId: string; producerId: string }): NoticeReader {
  return { readerId: memberId, audiences: [{ audience: audienceKey({ producerId }), since: null }] }
}

/** A customer: what they are told themselves. */
export function customerReader(customerId: string): NoticeReader {
  return { readerId: customerId, audiences: [{ audience: audienceKey({ customerId }), since: null }] }
}

/** An official: what they are told themselves, and what their posts are told from their first day on. */
export function officialReader(official: { officialId: string; posts: readonly HeldPost[] }): NoticeReader {
  const { officialId, posts } = official
  const since = new Map<string, string>()
  for (const { role, provinceCode, communeCode, from } of posts) {
    const moment = new Date(`${from}T00:00:00+07:00`).toISOString()
    for (const verb of OFFICIAL_VERBS[role]) {
      const key = audienceKey({ provinceCode, communeCode, verb })
      const earlier = since.get(key)
      if (earlier === undefined || moment < earlier) since.set(key, moment)
    }
  }
  return {
    readerId: officialId,
    audiences: [
      { audience: audienceKey({ officialId }), since: null },
      ...[...since].map(([audience, moment]) => ({ audience, since: moment })),
    ],
  }
}
