import type { RecognitionState } from '@sao-lang/traceability/verify'
import type { NoticeKinds } from '../notices/kinds'

type StarKind = Extract<keyof NoticeKinds, `star_${string}`>

/** What a producer is told of the star of a product; `key` names the news, so that it is told once. */
export type StarNews = {
  [Kind in StarKind]: { kind: Kind; params: Omit<NoticeKinds[Kind], 'product'>; key: string }
}[StarKind]

/** A decision older than this was on record before anybody looked: an imported register is no news. */
const NEWS_DAYS = 30

/**
 * What became of a star. In: its state on a calendar day (yyyy-mm-dd at +07), and the status last announced, null when none was.
 * Out: null when there is nothing to tell. Pure.
 */
export function starNews(state: RecognitionState, before: string | null, day: string): StarNews | null {
  const { status, stars, recognition, lapsedOn } = state
  if (recognition === null) return null
  const { ref, decisionDate, validTo, extendedTo } = recognition
  if (before === null && daysBetween(decisionDate, day) > NEWS_DAYS) return null
  if (status === 'valid' && stars !== null) {
    if (before === 'suspended')
      return { kind: 'star_restored', params: { stars, from: day }, key: `restored:${ref}:${day}` }
    if (extendedTo !== null)
      return { kind: 'star_extended', params: { to: extendedTo }, key: `extended:${ref}:${extendedTo}` }
    return { kind: 'star_given', params: { stars, to: validTo }, key: `given:${ref}` }
  }
  if (lapsedOn === null) return null
  const params = { from: lapsedOn }
  if (status === 'suspended') return { kind: 'star_suspended', params, key: `suspended:${ref}:${lapsedOn}` }
  if (status === 'revoked') return { kind: 'star_revoked', params, key: `revoked:${ref}:${lapsedOn}` }
  return status === 'expired' ? { kind: 'star_expired', params, key: `expired:${ref}:${lapsedOn}` } : null
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
