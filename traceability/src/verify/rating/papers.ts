/** A kind of paper of the evidence store: the `paper-kinds` record (Mẫu 02, annex of evidence). */
export interface PaperKind {
  code: string
  vi: string
  en: string
  /** What falls under it, in a few words. */
  hintVi: string
  hintEn: string
  /** True where a number, or a last day of validity, belongs to the paper. */
  hasNumber: boolean
  expires: boolean
  /** True where it names persons: never public. */
  personal: boolean
}

export interface PaperKinds {
  kinds: readonly PaperKind[]
  /** Days before a paper's last day on which its holder is reminded, descending. Ours, not the law's. */
  remindDaysBefore: readonly number[]
}

export const DOSSIER_KINDS = ['first', 'upgrade', 'renewal'] as const
export type DossierKind = (typeof DOSSIER_KINDS)[number]

/** What a dossier must hold: the `dossier-papers` record. */
export interface DossierPapers {
  /** Forms the producer fills in. */
  forms: readonly DossierForm[]
  /** Papers without which a dossier is not complete. `sets` null: all of them. */
  required: readonly {
    paper: string
    kinds: readonly DossierKind[]
    sets: readonly number[] | null
    /** The disqualifier the missing paper leads to; null when it is asked for by the form alone. */
    disqualifier: string | null
    vi: string
    en: string
  }[]
  /** Statements a kind of dossier adds: what changed since the last evaluation. */
  statements: readonly { code: string; kinds: readonly DossierKind[]; vi: string; en: string }[]
  /** Papers that back a criterion, by the criterion's title. */
  evidence: readonly { titles: readonly string[]; papers: readonly string[] }[]
  /** What the commune and the province add. `sets` null: all of them. */
  added: readonly {
    by: 'commune' | 'province'
    code: string
    sets: readonly number[] | null
    vi: string
    en: string
  }[]
  /** What the commune confirms before it passes a dossier on. */
  communeConfirms: readonly { code: string; vi: string; en: string }[]
  /** Legal forms that may apply; `sets` null: all of them. */
  holders: readonly { legalForm: string; sets: readonly number[] | null }[]
}

export interface DossierForm {
  code: string
  form: string
  kinds: readonly DossierKind[]
  vi: string
  en: string
}

export type RequiredPaper = DossierPapers['required'][number]

/** The papers a dossier of that kind and set cannot do without. */
export function requiredPapers(rules: DossierPapers, kind: DossierKind, setNo: number): RequiredPaper[] {
  return rules.required.filter((each) => each.kinds.includes(kind) && isOfSet(each.sets, setNo))
}

/** Codes of the papers that can back a criterion; empty when it is judged by eye. */
export function evidenceFor(rules: DossierPapers, criterionTitle: string): string[] {
  return [
    ...new Set(rules.evidence.filter(({ titles }) => titles.includes(criterionTitle)).flatMap(({ papers }) => papers)),
  ]
}

/** What the commune or the province adds to a dossier of that set. */
export function addedBy(
  rules: DossierPapers,
  by: 'commune' | 'province',
  setNo: number,
): DossierPapers['added'][number][] {
  return rules.added.filter((each) => each.by === by && isOfSet(each.sets, setNo))
}

/** True when a holder of that legal form may apply with a product of the set (QĐ 26/2026 art. 2). */
export function mayApply(rules: DossierPapers, legalForm: string, setNo: number): boolean {
  return rules.holders.some((each) => each.legalForm === legalForm && isOfSet(each.sets, setNo))
}

function isOfSet(sets: readonly number[] | null, setNo: number): boolean {
  return sets === null || sets.includes(setNo)
}
