import type { InspectionFinding, InspectionReason, InspectionVerdict } from '@sao-lang/traceability/verify'
import { inspector } from '#app/i18n/inspector.ts'
import { labels } from '#app/i18n/labels.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { type Translate, translator } from '#app/i18n/messages.ts'
import { formatDay, formatMoment } from '#app/lib/format.ts'

type T = Translate<typeof inspector>
type FindingWord = Extract<keyof typeof inspector, `finding_${string}`>

export const HEADLINES = {
  not_ours: 'fNotOurs',
  recalled: 'fRecalled',
  void: 'fVoid',
  wrong_product: 'fWrongProduct',
  star_lapsed: 'fStarLapsed',
  star_differs: 'fStarDiffers',
  unknown_key: 'fUnknownKey',
  needs_network: 'fNeedsNetwork',
  unreadable: 'fUnreadable',
  in_order: 'fInOrder',
} as const satisfies Record<InspectionFinding, keyof typeof inspector>

/** What a record of such an answer most likely says; the inspector decides. */
export const SUGGESTED: Partial<Record<InspectionFinding, string>> = {
  not_ours: 'other',
  recalled: 'recalled_goods',
  void: 'void_label',
  wrong_product: 'other_product',
  star_lapsed: 'star_lapsed',
  star_differs: 'wrong_stars',
  in_order: 'none',
}

/** A kind of finding in words; by its code when a newer shop knows one that has no words here. */
export function findingName(t: T, finding: string): string {
  const word = `finding_${finding}`
  return Object.hasOwn(inspector, word) ? t(word as FindingWord) : finding
}

/** The reasons of an answer as sentences; one sentence when there are none. */
export function sentencesOf({ reasons }: InspectionVerdict, t: T, locale: Locale): string[] {
  return reasons.length === 0 ? [t('rInOrder')] : reasons.map((reason) => sentenceOf(reason, t, locale))
}

const LAPSED = { suspended: 'rSuspendedSince', expired: 'rExpired', revoked: 'rRevoked' } as const

function sentenceOf(reason: InspectionReason, t: T, locale: Locale): string {
  const stars = (count: number | null) => (count === null ? t('noStars') : t('starsCount', { count }))
  switch (reason.code) {
    case 'signature':
      return t('rSignature')
    case 'other_host':
      return t('rOtherHost', { host: reason.host })
    case 'recalled': {
      const { lotCode: lot, recalledAt, reason: why, advice } = reason.recall
      return t('rRecalled', { lot, date: formatMoment(recalledAt, locale), reason: why, advice })
    }
    case 'out_of_use':
      return t('rOutOfUse', { state: translator(locale, labels)(`state_${reason.state}`) })
    case 'batch_partly_out_of_use':
      return t('rPartly', { count: reason.count })
    case 'wrong_product':
      return t('rWrongProduct', { issued: reason.issuedFor, seen: reason.seen })
    case 'star_lapsed': {
      const lapsed = t(LAPSED[reason.status], { date: formatDay(reason.on, locale) })
      if (reason.onPackingDay === null) return lapsed
      return `${lapsed} ${t(reason.onPackingDay === 'valid' ? 'rPackedValid' : 'rPackedLapsed')}`
    }
    case 'star_suspended':
      return t('rSuspended')
    case 'no_star':
      return t('rNoStar')
    case 'star_differs':
      return t(reason.where === 'label' ? 'rDiffersLabel' : 'rDiffersPack', {
        shown: stars(reason.shown),
        record: stars(reason.onRecord),
      })
    case 'withdrawn':
      return t('rWithdrawn')
    case 'unknown_key':
      return t('rUnknownKey', { key: reason.keyId })
    case 'product_not_in_bundle':
      return t('rNotInBundle')
    case 'plain_code':
      return t('rPlainCode')
    case 'status_list_ran_out':
      return t('rStatusOld', { date: formatMoment(reason.validUntil, locale) })
    case 'unreadable':
      return t('rUnreadable')
  }
}
