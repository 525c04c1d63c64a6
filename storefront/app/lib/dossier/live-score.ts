import {
  type Picks,
  type RubricSet,
  type StarOutlook,
  sheetPoints,
  starOutlook,
} from '@sao-lang/traceability/verify/rating'
import type { Dossier } from './types.ts'

/** What a form reckons with while it is filled in; the same functions as the shop's. */
export interface LiveScore {
  total: number
  section: number
  outlook: StarOutlook[]
}

/** The set of a dossier as the rules read it, from what its page knows. */
export function setOfDossier({ set, sections }: Pick<Dossier, 'set' | 'sections'>): RubricSet {
  const parts = (['A', 'B', 'C'] as const).map((code) => {
    const own = sections.filter(({ part }) => part === code)
    return {
      ...{ code, title: own[0]?.partTitle ?? '', max: own.reduce((sum, { max }) => sum + max, 0) },
      sections: own.map(({ code: section, title, max, criteria }) => ({
        ...{ code: section, title, max, note: null },
        criteria: criteria.map(({ id, code: criterion, title: name, max: most, options }) => ({
          ...{ id, code: criterion, title: name, max: most, group: null, scope: null, require: null, note: null },
          // Only the list in use is here, so it needs no name.
          options: options.map((option) => ({ ...option, variant: null })),
        })),
      })),
    }
  })
  return {
    ...{ no: set.no, name: set.name, sector: '', group: null, leadMinistries: [], samples: set.samples },
    ...{ disqualify: [], reliable: true, note: null, parts },
  }
}

/** The answers on record, by criterion. */
export function picksOf({ sections }: Pick<Dossier, 'sections'>): Picks {
  return Object.fromEntries(
    sections.flatMap(({ criteria }) =>
      criteria.flatMap(({ id, answered, picked }): [string, string | null][] => (answered ? [[id, picked]] : [])),
    ),
  )
}

/** Points and outlook with some answers changed. In: the code of the section on the page. */
export function liveScore(
  dossier: Pick<Dossier, 'set' | 'sections' | 'bands'>,
  changed: Picks,
  section: string,
): LiveScore {
  const set = setOfDossier(dossier)
  const picks = { ...picksOf(dossier), ...changed }
  const points = sheetPoints(set, picks)
  return {
    total: points.total,
    section: points.sections.find(({ code }) => code === section)?.points ?? 0,
    outlook: starOutlook(set, picks, dossier.bands),
  }
}
