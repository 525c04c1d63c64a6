import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../../http/api-error'
import { toDong } from '../../money/dong'
import { inTransaction, type Sql } from '../../money/in-transaction'
import { foldText } from '../../text/fold-text'
import { consignableGoods } from '../read-centre'
import type { ContractsQuery } from './bodies'
import { type ContractStanding, progressOf, standingOn } from './contract-rules'
import type { ContractRow } from './lock-contract'

interface NamedRow extends ContractRow {
  centre_name: string
  seller_name: string | null
}

interface LineRow {
  id: string
  contract_id: string
  producer_id: string
  producer_name: string
  product_id: string
  variant_id: string
  title: string
  quantity: number
  per: 'month' | 'total'
  unit: string
  price: string
}

interface DeliveryRow {
  id: string
  contract_id: string
  line_id: string
  day: string
  quantity: number
  lot_codes: string[]
  note: string | null
  noted_by_name: string
  voided_by_name: string | null
  void_reason: string | null
}

const CONTRACTS = `
  SELECT s.*, c.name AS centre_name, p.name AS seller_name FROM supply_contract s
  JOIN promotion_centre c ON c.id = s.centre_id LEFT JOIN producer p ON p.id = s.seller_producer_id`

/** Products may be gone since: the contract still names them. */
const LINES = `
  SELECT l.id, l.contract_id, l.producer_id, p.name AS producer_name, l.product_id, l.variant_id,
    coalesce(g.title || ', ' || v.title, l.variant_id) AS title, l.quantity, l.per, l.unit, l.price
  FROM supply_line l JOIN producer p ON p.id = l.producer_id
  LEFT JOIN product g ON g.id = l.product_id LEFT JOIN product_variant v ON v.id = l.variant_id
  WHERE l.contract_id = ANY(?) ORDER BY l.created_at, l.id`

const DELIVERIES = `
  SELECT id, contract_id, line_id, day, quantity, lot_codes, note, noted_by_name, voided_by_name, void_reason FROM supply_delivery
  WHERE contract_id = ANY(?) ORDER BY day DESC, created_at DESC, id`

/** What was agreed of one kind of goods, and how far it is delivered. Amounts are whole đồng. */
export interface ContractLine {
  id: string
  producerId: string
  producerName: string
  title: string
  quantity: number
  per: 'month' | 'total'
  unit: string
  /** For one unit. */
  price: number
  delivered: number
  /** The month `left` is of, yyyy-mm; null for a total. */
  month: string | null
  /** Below 0 when more was delivered than agreed. */
  left: number
}

/** A contract with its lines. Days are yyyy-mm-dd at +07, both included. */
export interface ContractView {
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
  state: ContractRow['state']
  standing: ContractStanding
  endedOn: string | null
  endReason: string | null
  sample: boolean
  lines: ContractLine[]
}

/** Contracts of the centre that fit a question, those that need somebody first, then the newest. At most 500. */
export async function centreContracts(
  container: MedusaContainer,
  centreId: string,
  { q, state }: ContractsQuery,
  today: string,
): Promise<ContractView[]> {
  const contracts = await inTransaction(container, async (sql) => {
    const rows = await sql.query<NamedRow>(
      `${CONTRACTS} WHERE s.centre_id = ?
       ORDER BY CASE s.state WHEN 'active' THEN 0 WHEN 'draft' THEN 1 ELSE 2 END, s.to_day, s.id LIMIT 500`,
      [centreId],
    )
    return await withLines(sql, rows, today)
  })
  const wanted = foldText(q)
  return contracts.filter(
    (contract) =>
      (wanted === '' || foldText(wordsOf(contract)).includes(wanted)) &&
      (state === 'all' || contract.standing === state || (state === 'active' && contract.state === 'active')),
  )
}

function wordsOf({ retailerName, retailerTaxCode, number, seller, lines }: ContractView): string {
  return [
    retailerName,
    retailerTaxCode,
    number,
    seller?.name,
    ...lines.map((line) => `${line.title} ${line.producerName}`),
  ]
    .filter(Boolean)
    .join(' ')
}

/** A delivery as it was noted; one that was taken back says why. */
export interface DeliveryView {
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

/** A contract of the centre with its deliveries, and while it is a draft the goods it may hold. Throws ApiError 404 for another centre's. */
export async function centreContract(container: MedusaContainer, centreId: string, contractId: string, today: string) {
  const { contract, deliveries } = await inTransaction(container, async (sql) => {
    const rows = await sql.query<NamedRow>(`${CONTRACTS} WHERE s.id = ? AND s.centre_id = ?`, [contractId, centreId])
    const [found] = await withLines(sql, rows, today)
    if (!found) throw new ApiError(404, 'not_found')
    return { contract: found, deliveries: await deliveriesOf(sql, [contractId]) }
  })
  const day = today > contract.fromDay ? today : contract.fromDay
  const goods = contract.state === 'draft' ? await consignableGoods(container, centreId, day) : []
  return {
    contract,
    deliveries: deliveries.map(toDelivery),
    goods: goods.filter(({ producerId }) => contract.seller === null || contract.seller.id === producerId),
  }
}

/** Producers that may be the seller of a contract: those that have, or had, an agreement with the centre; by name. */
export async function contractSellers(
  container: MedusaContainer,
  centreId: string,
): Promise<{ id: string; name: string }[]> {
  return await inTransaction(container, (sql) =>
    sql.query<{ id: string; name: string }>(
      `SELECT DISTINCT p.id, p.name FROM centre_agreement a JOIN producer p ON p.id = a.producer_id AND p.deleted_at IS NULL
       WHERE a.centre_id = ? AND a.accepted_at IS NOT NULL AND a.deleted_at IS NULL ORDER BY p.name, p.id LIMIT 500`,
      [centreId],
    ),
  )
}

/**
 * Contracts that name a producer, as its seller or with its goods, with its own lines and their deliveries alone; drafts are nobody's
 * but the centre's. Whom to ask at the retailer is told to a producer that sells itself. The newest first, at most 200.
 */
export async function producerContracts(
  container: MedusaContainer,
  producerId: string,
  today: string,
): Promise<(ContractView & { deliveries: DeliveryView[] })[]> {
  return await inTransaction(container, async (sql) => {
    const rows = await sql.query<NamedRow>(
      `${CONTRACTS} WHERE s.state <> 'draft'
         AND (s.seller_producer_id = ? OR EXISTS (SELECT 1 FROM supply_line l WHERE l.contract_id = s.id AND l.producer_id = ?))
       ORDER BY s.from_day DESC, s.id LIMIT 200`,
      [producerId, producerId],
    )
    const contracts = await withLines(sql, rows, today)
    const deliveries = await deliveriesOf(
      sql,
      contracts.map(({ id }) => id),
    )
    return contracts.map((contract) => {
      const lines = contract.lines.filter((line) => line.producerId === producerId)
      const sells = contract.seller?.id === producerId
      return {
        ...contract,
        ...(sells ? {} : { contactName: null, contactPhone: null, note: null }),
        lines,
        deliveries: deliveries
          .filter(({ line_id, void_reason }) => void_reason === null && lines.some(({ id }) => id === line_id))
          .map(toDelivery),
      }
    })
  })
}

async function deliveriesOf(sql: Sql, contractIds: readonly string[]): Promise<DeliveryRow[]> {
  return await sql.query<DeliveryRow>(DELIVERIES, [contractIds])
}

async function withLines(sql: Sql, rows: readonly NamedRow[], today: string): Promise<ContractView[]> {
  const ids = rows.map(({ id }) => id)
  const lines = await sql.query<LineRow>(LINES, [ids])
  const deliveries = (await deliveriesOf(sql, ids)).filter(({ void_reason }) => void_reason === null)
  return rows.map((row) => {
    const days = { fromDay: row.from_day, toDay: row.to_day }
    return {
      id: row.id,
      centreName: row.centre_name,
      seller: row.seller_producer_id === null ? null : { id: row.seller_producer_id, name: row.seller_name ?? '' },
      number: row.number,
      signedOn: row.signed_on,
      retailerName: row.retailer_name,
      retailerTaxCode: row.retailer_tax_code,
      contactName: row.contact_name,
      contactPhone: row.contact_phone,
      ...days,
      note: row.note,
      state: row.state,
      standing: standingOn({ ...days, state: row.state }, today),
      endedOn: row.ended_on,
      endReason: row.end_reason,
      sample: row.sample,
      lines: lines
        .filter(({ contract_id }) => contract_id === row.id)
        .map((line) => ({
          id: line.id,
          producerId: line.producer_id,
          producerName: line.producer_name,
          title: line.title,
          quantity: line.quantity,
          per: line.per,
          unit: line.unit,
          price: toDong(line.price),
          ...progressOf(
            line,
            deliveries.filter(({ line_id }) => line_id === line.id),
            days,
            today,
          ),
        })),
    }
  })
}

function toDelivery(row: DeliveryRow): DeliveryView {
  return {
    id: row.id,
    lineId: row.line_id,
    day: row.day,
    quantity: row.quantity,
    lotCodes: row.lot_codes,
    note: row.note,
    notedBy: row.noted_by_name,
    voidedBy: row.voided_by_name,
    voidReason: row.void_reason,
  }
}
