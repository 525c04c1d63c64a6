import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import { RECOGNITION_MODULE } from '../modules/recognition'
import { decisionResults } from '../modules/recognition/register-sql'
import type { DecisionChange, DecisionKind, DecisionLevel, Signatory } from '../modules/recognition/rows'
import type { RecognitionModuleService } from '../modules/recognition/service'
import { type RegisterEntry, registerEntries } from './register'

/** A decision as its page shows it. */
export interface DecisionView {
  id: string
  kind: DecisionKind
  number: string
  date: string
  authority: string
  level: DecisionLevel
  provinceCode: string | null
  legalBasis: string | null
  signatories: Signatory[]
  source: string | null
  /** It came with a register that was imported, not from this site. */
  imported: boolean
  sample: boolean
  results: RegisterEntry[]
  changes: DecisionChange[]
}

/**
 * A decision with its results as they stand today. In: its id, or that of one of its recognitions, as passports carry it.
 * Throws ApiError 404.
 */
export async function readDecision(container: MedusaContainer, id: string, now: Date): Promise<DecisionView> {
  const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
  const decisionId = id.startsWith('recog_') ? await decisionOf(service, id) : id
  const [row] = await service.listCouncilDecisions({ id: decisionId }, { take: 1 })
  if (!row) throw new ApiError(404, 'not_found')
  const results = await service.readRegister(decisionResults(row.id, vietnamDay(now)))
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    date: row.date,
    authority: row.authority,
    level: row.level,
    provinceCode: row.province_code,
    legalBasis: row.legal_basis,
    signatories: (row.signatories ?? []) as unknown as Signatory[],
    source: row.source,
    imported: row.import_id !== null,
    sample: row.sample,
    results: await registerEntries(container, results),
    changes: (row.changes ?? []) as unknown as DecisionChange[],
  }
}

async function decisionOf(service: RecognitionModuleService, recognitionId: string): Promise<string> {
  const [row] = await service.listRecognitions({ id: recognitionId }, { take: 1, select: ['decision_id'] })
  if (!row) throw new ApiError(404, 'not_found')
  return row.decision_id
}
