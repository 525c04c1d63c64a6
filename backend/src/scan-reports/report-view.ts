import type { MedusaContainer } from '@medusajs/framework/types'
import type { GoodsOfCode } from '@sao-lang/traceability/http/operator-routes'
import { environment } from '../env'
import { codePage } from '../labels/code-page'
import type { ReportKind } from '../modules/scan-report/kinds'
import { staffNames } from '../staff/staff-names'
import { goodsOfReports } from './report-goods'

interface ReportRow {
  id: string
  receipt: string
  code: string | null
  kind: ReportKind
  message: string | null
  contact: string | null
  photo: string | null
  handled_at: Date | null
  handled_by: string | null
  handled_note: string | null
  erased_at: Date | null
  created_at: Date
}

/** A report as the staff see it. The photo has an address of its own. Moments are UTC, ISO 8601. */
export interface ReportView {
  id: string
  receipt: string
  code: string | null
  /** Page that shoppers see for the code. */
  codePage: string | null
  /** Null for a code that was not issued here, and while the traceability service is away. */
  goods: Pick<GoodsOfCode, 'batchNo' | 'product'> | null
  kind: ReportKind
  message: string | null
  contact: string | null
  hasPhoto: boolean
  createdAt: string
  handledAt: string | null
  /** Name of the user, or their id when the account is gone. */
  handledBy: string | null
  handledNote: string | null
  erasedAt: string | null
}

/** Reports with the goods they are about and the names of who handled them, in the order given. */
export async function reportViews(container: MedusaContainer, rows: readonly ReportRow[]): Promise<ReportView[]> {
  const storefront = environment().STOREFRONT_URL
  const [names, goods] = await Promise.all([
    staffNames(
      container,
      rows.map((row) => row.handled_by),
    ),
    goodsOfReports(rows.map((row) => row.code)),
  ])
  return rows.map((row) => {
    const found = row.code === null ? undefined : goods.get(row.code)
    return {
      id: row.id,
      receipt: row.receipt,
      code: row.code,
      codePage: row.code === null ? null : codePage(row.code, storefront),
      goods: found === undefined ? null : { batchNo: found.batchNo, product: found.product },
      kind: row.kind,
      message: row.message,
      contact: row.contact,
      hasPhoto: row.photo !== null,
      createdAt: row.created_at.toISOString(),
      handledAt: row.handled_at?.toISOString() ?? null,
      handledBy: row.handled_by === null ? null : (names.get(row.handled_by) ?? row.handled_by),
      handledNote: row.handled_note,
      erasedAt: row.erased_at?.toISOString() ?? null,
    }
  })
}
