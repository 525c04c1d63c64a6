/** Mirror of the backend's `AgreementView` (`backend/src/sellers/agreements/read-agreements.ts`). */
export interface Agreement {
  id: string
  producer: { id: string; name: string }
  centre: { id: string; name: string }
  /** Null for all products. */
  products: { id: string; name: string }[] | null
  /** Basis points. */
  shareBps: number
  firstDay: string
  lastDay: string | null
  standing: 'proposed' | 'lapsed' | 'coming' | 'active' | 'ended' | 'declined' | 'withdrawn'
  closing: boolean
  note: string | null
  reason: string | null
  proposedAt: string
  sample: boolean
}

/** Answer of `GET /official/centre/agreements`. */
export interface CentreAgreements {
  agreements: Agreement[]
  found: { id: string; name: string; province: string }[]
  chosen: { id: string; name: string; products: { id: string; name: string }[] } | null
}
