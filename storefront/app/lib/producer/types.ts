import type { Place, SourceAreaView } from '@sao-lang/traceability/verify'
import type { Badge } from '#app/lib/medusa/types.ts'

/** `GET /producer/me` (docs/contracts.md, Producers' API). */
export interface ProducerDesk {
  member: { id: string; name: string; role: 'owner' | 'member' }
  people: { id: string; name: string }[]
  producer: { handle: string; name: string; legalForm: string; place: Place; phone: string | null }
  products: OwnProduct[]
  steps: StepWord[]
  sourceAreas: OwnSourceArea[]
  /** False while the traceability service is away: entries wait on the phone then. */
  traceAvailable: boolean
}

export interface OwnProduct {
  id: string
  handle: string
  title: string
  netContent: string | null
  onSale: boolean
  badge: Badge
}

/** A word of the journal; `makes` tells those that make a lot of others. */
export interface StepWord {
  word: string
  label: { vi: string; en: string }
  makes: boolean
}

export interface OwnSourceArea extends SourceAreaView {
  productRefs: string[]
  recall: { recallNo: string; at: string; reason: string; advice: string } | null
}
