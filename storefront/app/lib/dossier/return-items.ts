import { dossier as words } from '#app/i18n/dossier.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/messages.ts'
import { missingPath, missingText } from './missing-text.ts'
import { dossierPath } from './paths.ts'
import { DOSSIER_FIELDS, type Dossier, type Missing, type ReturnItem } from './types.ts'

/** What a thing to correct is called. */
export function returnItemName(
  { what, ref }: Pick<ReturnItem, 'what' | 'ref'>,
  dossier: Dossier,
  locale: Locale,
): string {
  const t = translator(locale, words)
  if (what === 'criterion') {
    const found = dossier.sections.flatMap(({ criteria }) => criteria).find(({ id }) => id === ref)
    return found ? `${found.code} ${found.title}` : ref
  }
  if (what === 'paper') return dossier.required.find(({ paper }) => paper === ref)?.[locale] ?? ref
  if (ref === 'story') return t('field_story')
  const field = DOSSIER_FIELDS.find((each) => each === ref)
  if (field) return t(`field_${field}`)
  return dossier.statements.find(({ code }) => code === ref)?.[locale] ?? ref
}

/** The page on which its producer corrects it. */
export function returnItemPath({ what, ref }: Pick<ReturnItem, 'what' | 'ref'>, dossier: Dossier): string {
  if (what === 'criterion') {
    return missingPath({ code: 'outdated', place: `criterion:${ref}`, title: '' }, dossier) ?? dossierPath(dossier.id)
  }
  if (what === 'paper') return dossierPath(dossier.id, `giay-to#giay-${ref}`)
  if (ref === 'story') return dossierPath(dossier.id, 'cau-chuyen')
  const field = dossier.statements.some(({ code }) => code === ref) ? `statement.${ref}` : ref
  return dossierPath(dossier.id, `thong-tin#field-${field}`)
}

/** Everything of a dossier that can be sent back, in the order of its pages. */
export function returnableItems(dossier: Dossier): Pick<ReturnItem, 'what' | 'ref'>[] {
  return [
    ...[...DOSSIER_FIELDS, ...dossier.statements.map(({ code }) => code), 'story'].map((ref) => ({
      what: 'field' as const,
      ref,
    })),
    ...dossier.required.map(({ paper }) => ({ what: 'paper' as const, ref: paper })),
    ...dossier.sections.flatMap(({ criteria }) => criteria.map(({ id }) => ({ what: 'criterion' as const, ref: id }))),
  ]
}

/** The form field for the reason of a thing. */
export function reasonName({ what, ref }: Pick<ReturnItem, 'what' | 'ref'>): string {
  return `${what}.${ref}`
}

/** Reasons that can be proposed: what the dossier lacks by itself, as its producer would read it. Out: sentence by field name. */
export function proposedReasons(dossier: Dossier, locale: Locale): Map<string, string> {
  const reasons = new Map<string, string>()
  for (const missing of dossier.missing) {
    const item = itemOf(missing)
    if (item === null) continue
    const name = reasonName(item)
    const sentence = missingText(missing, locale)
    reasons.set(name, reasons.has(name) ? `${reasons.get(name)}\n${sentence}` : sentence)
  }
  return reasons
}

function itemOf(missing: Missing): Pick<ReturnItem, 'what' | 'ref'> | null {
  switch (missing.code) {
    case 'field':
      return { what: 'field', ref: missing.field }
    case 'statement':
      return { what: 'field', ref: missing.statement }
    case 'criterion':
    case 'evidence':
      return { what: 'criterion', ref: missing.criterionId }
    case 'paper':
      return { what: 'paper', ref: missing.paper }
    case 'story':
    case 'pictures':
      return { what: 'field', ref: 'story' }
    case 'expired':
    case 'outdated': {
      const [what, ref = ''] = missing.place.split(/:(.*)/s)
      return { what: what === 'paper' ? 'paper' : 'criterion', ref }
    }
    default:
      return null
  }
}
