import { z } from '@medusajs/framework/zod'
import { CONFIRMED_ITEMS, DOSSIER_KINDS } from '../modules/dossier/states'
import { DOSSIER_FIELDS } from './dossier-form'

const sets = z.union([z.literal('all'), z.array(z.int().min(1))])
const kinds = z.array(z.enum(DOSSIER_KINDS)).min(1)

/** Data of a rule of kind `dossier-papers`: what a dossier must hold, per kind of dossier and set. */
export const DossierPapersSchema = z.strictObject({
  rubricVersion: z.string().min(1),
  fields: z.array(z.strictObject({ field: z.enum(DOSSIER_FIELDS), dossiers: kinds })).min(1),
  compulsory: z.array(
    z.strictObject({
      slot: z.string().regex(/^[a-z_]+$/),
      title: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
      /** One paper of any of these kinds. */
      paperKinds: z.array(z.string().min(1)).min(1),
      sets,
      dossiers: kinds,
    }),
  ),
  /** Criteria whose points are seen on the samples or read in the story: they need no paper. */
  withoutPaper: z.array(z.strictObject({ sets, criteria: z.array(z.string().min(1)).min(1) })),
  story: z.strictObject({ leastLetters: z.int().min(1), leastPictures: z.int().min(0) }),
  /** The four items the commune answers for: the criterion each is about, and what its figure is. */
  confirmed: z
    .array(
      z.strictObject({
        item: z.enum(CONFIRMED_ITEMS),
        figure: z.enum(['percent', 'points', 'none']),
        sets,
        criterion: z.string().min(1).nullable(),
      }),
    )
    .min(1),
})
export type DossierPapers = z.infer<typeof DossierPapersSchema>

/** True when a part of the rule is about a set. */
export function isForSet(of: 'all' | readonly number[], setNo: number): boolean {
  return of === 'all' || of.includes(setNo)
}

/** The compulsory papers of one dossier. */
export function compulsoryFor(rule: DossierPapers, setNo: number, kind: (typeof DOSSIER_KINDS)[number]) {
  return rule.compulsory.filter((slot) => isForSet(slot.sets, setNo) && slot.dossiers.includes(kind))
}

/** The commune's items for a set, in the order of the rule. */
export function confirmedItemsFor(rule: DossierPapers, setNo: number) {
  return rule.confirmed.filter((each) => isForSet(each.sets, setNo))
}

/** Codes of the criteria that need no paper in a set. */
export function withoutPaper(rule: DossierPapers, setNo: number): Set<string> {
  return new Set(rule.withoutPaper.filter((each) => isForSet(each.sets, setNo)).flatMap(({ criteria }) => criteria))
}
