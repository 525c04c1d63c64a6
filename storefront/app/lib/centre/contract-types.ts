import type { ConsignableGoods } from './types.ts'

export type ContractState = 'draft' | 'active' | 'ended' | 'terminated'
/** `soon`: it runs out within 30 days; `over`: its last day has passed, and nobody has ended it. */
export type ContractStanding = ContractState | 'coming' | 'soon' | 'over'

export interface ContractLine {
  id: string
  producerName: string
  title: string
  quantity: number
  per: 'month' | 'total'
  unit: string
  /** Whole đồng for one unit. */
  price: number
  delivered: number
  /** The month `left` is of, yyyy-mm; null for a total. */
  month: string | null
  /** Below 0 when more was delivered than agreed. */
  left: number
}

/** Days are yyyy-mm-dd at +07, both included. */
export interface Contract {
  id: string
  centreName: string
  /** The producer that sells; null when the centre does. */
  seller: { id: string; name: string } | null
  number: string | null
  signedOn: string | null
  retailerName: string
  retailerTaxCode: string
  contactName: string | null
  contactPhone: string | null
  fromDay: string
  toDay: string
  note: string | null
  state: ContractState
  standing: ContractStanding
  endedOn: string | null
  endReason: string | null
  sample: boolean
  lines: ContractLine[]
}

export interface Delivery {
  id: string
  lineId: string
  day: string
  quantity: number
  lotCodes: string[]
  note: string | null
  notedBy: string
  voidedBy: string | null
  voidReason: string | null
}

/** `GET /official/centre/contracts`. */
export interface ContractList {
  contracts: Contract[]
  sellers: { id: string; name: string }[]
}

/** `GET /official/centre/contracts/:contract`. */
export interface ContractDesk {
  contract: Contract
  deliveries: Delivery[]
  goods: ConsignableGoods[]
}

export interface DeliverableLot {
  code: string
  bestBefore: string | null
}

/** `GET /producer/supply-contracts`. */
export interface ProducerContracts {
  contracts: (Contract & { deliveries: Delivery[] })[]
}
