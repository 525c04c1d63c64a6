import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { saveProgrammeStep } from '../steps/save-programme'

export interface ImportProgrammeInput {
  statistics: {
    id: string
    title: string
    titleEn?: string | null
    scope: { level: string; name: string }
    period: string | null
    asOf: string | null
    isTarget: boolean
    unit: string | null
    total: number | null
    dimension: string | null
    breakdown: ({ key: string; label: string; value: number | null } & Record<string, string | number | null>)[]
    breakdownSum: number | null
    addsUp: boolean | null
    facts: Record<string, string | number>
    inconsistency: string | null
    inconsistencyEn?: string | null
    note: string | null
    noteEn?: string | null
    /** Title and date of the document, for people. */
    source: string
    quoteHint: string
  }[]
  legalInstruments: {
    id: string
    number: string | null
    type: string
    date: string | null
    dateAsGiven: Record<string, string>
    issuer: string | null
    level: string | null
    subject: string | null
    citedIn: string[]
    inconsistency: string | null
    note: string | null
    quoteHint: string
    source: string
  }[]
}

/** Writes the programme's figures and legal basis by id. Out: how many of each. */
export const importProgrammeWorkflow = createWorkflow(
  'import-programme',
  (input: ImportProgrammeInput) => new WorkflowResponse(saveProgrammeStep(input)),
)
