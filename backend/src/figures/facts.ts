import type { Recognition } from '@sao-lang/traceability/verify'
import type { PlanMeasure } from '../modules/programme/plan-measures'

/** One recognition as the figures count it. */
export interface RecognitionFact {
  /** What the star days and classes are computed from. */
  recognition: Recognition
  /** The same text for every recognition of one product. */
  product: string
  productName: string
  /** The same text for every product of one holder. */
  holder: string
  /** Form of the holder as the programme's documents group it; null where nobody says. */
  holderForm: HolderForm | null
  provinceCode: string | null
  /** Code of the sector taxonomy in force; null where the decision names none. */
  sector: string | null
}

/** How the documents group holders. */
export const HOLDER_FORMS = [
  'cooperative',
  'cooperative_group',
  'enterprise',
  'household',
  'facility',
  'other',
] as const
export type HolderForm = (typeof HOLDER_FORMS)[number]

/** A target somebody set for a year and a place. */
export interface PlanFact {
  id: string
  year: number
  /** Null for the whole country. */
  provinceCode: string | null
  /** A place inside the province as the plan prints it; empty for the whole province. */
  place: string
  measure: PlanMeasure
  target: number
  /** The document that sets it. */
  source: string
  /** What the document itself says was reached; null where it says nothing. */
  statedResult: number | null
  sample: boolean
}

/** An application and how far it came; days are yyyy-mm-dd at +07. */
export interface ApplicationFact {
  id: string
  holder: string
  provinceCode: string
  kind: 'first' | 'upgrade' | 'renewal'
  submittedOn: string
  passedOnOn: string | null
  /** Day and class of the result; null while there is none. */
  result: { on: string; stars: number } | null
}

export interface ProgrammeFacts {
  recognitions: readonly RecognitionFact[]
  plans: readonly PlanFact[]
  applications: readonly ApplicationFact[]
}
