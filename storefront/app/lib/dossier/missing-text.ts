import { dossier } from '#app/i18n/dossier.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/messages.ts'
import { formatDay } from '#app/lib/format.ts'
import { dossierPath } from './paths.ts'
import type { Dossier, Missing } from './types.ts'

/** One sentence about a thing that is missing. */
export function missingText(missing: Missing, locale: Locale): string {
  const t = translator(locale, dossier)
  switch (missing.code) {
    case 'fit': {
      const key = `missing_fit_${missing.fit}`
      return Object.hasOwn(dossier, key) ? t(key as 'missing_fit_early') : t('missing_fit_none')
    }
    case 'holder':
    case 'variant':
      return t(`missing_${missing.code}`)
    case 'field':
      return t('missing_field', { field: t(`field_${missing.field}`) })
    case 'statement':
    case 'paper':
      return t(`missing_${missing.code}`, { title: missing.title[locale] })
    case 'criterion':
    case 'evidence':
      return t(`missing_${missing.code}`, { criterion: missing.criterion, title: missing.title })
    case 'expired':
      return t('missing_expired', { title: missing.title, day: formatDay(missing.expiresOn, locale) })
    case 'outdated':
      return t('missing_outdated', { title: missing.title })
    case 'story':
      return t('missing_story', { letters: missing.letters, least: missing.least })
    case 'pictures':
      return t('missing_pictures', { least: missing.least })
  }
}

/** Where its producer mends it; null for what cannot be mended on a page. */
export function missingPath(missing: Missing, dossier: Pick<Dossier, 'id' | 'sections'>): string | null {
  const { id } = dossier
  switch (missing.code) {
    case 'fit':
      return dossierPath(id, 'nop#rut')
    case 'holder':
      return null
    case 'field':
      return dossierPath(id, `thong-tin#field-${missing.field}`)
    case 'statement':
      return dossierPath(id, `thong-tin#field-statement.${missing.statement}`)
    case 'variant':
      return dossierPath(id, 'thong-tin#field-variant')
    case 'criterion':
    case 'evidence':
      return dossierPath(id, `tu-cham/${missing.section}#${criterionAnchor(missing.criterionId)}`)
    case 'paper':
      return dossierPath(id, `giay-to#giay-${missing.paper}`)
    case 'story':
    case 'pictures':
      return dossierPath(id, 'cau-chuyen')
    case 'expired':
    case 'outdated':
      return placePath(missing.place, dossier)
  }
}

/** The id of a criterion on its section's page. */
export function criterionAnchor(criterionId: string): string {
  return `tieu-chi-${criterionId}`
}

function placePath(place: string, { id, sections }: Pick<Dossier, 'id' | 'sections'>): string {
  const [what, ref = ''] = place.split(/:(.*)/s)
  if (what === 'paper') return dossierPath(id, `giay-to#giay-${ref}`)
  const section = sections.find(({ criteria }) => criteria.some((criterion) => criterion.id === ref))
  return dossierPath(id, `tu-cham/${section?.code ?? '1'}#${criterionAnchor(ref)}`)
}

/** How many of the missing things belong to each step of the work. */
export function missingBySteps(missing: readonly Missing[]): Record<'form' | 'scores' | 'papers' | 'story', number> {
  const steps = { form: 0, scores: 0, papers: 0, story: 0 }
  for (const each of missing) steps[stepOf(each)] += 1
  return steps
}

function stepOf(missing: Missing): 'form' | 'scores' | 'papers' | 'story' {
  switch (missing.code) {
    case 'criterion':
    case 'evidence':
      return 'scores'
    case 'paper':
      return 'papers'
    case 'expired':
    case 'outdated':
      return missing.place.startsWith('paper:') ? 'papers' : 'scores'
    case 'story':
    case 'pictures':
      return 'story'
    default:
      return 'form'
  }
}
