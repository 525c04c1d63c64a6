import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { readTable } from '../decisions/read-table'
import { ApiError } from '../http/api-error'
import { foreignRow } from '../http/foreign-row'
import type { Tenant } from '../http/tenant'
import { inTransaction, type Sql } from '../money/in-transaction'
import { ownProducts } from './own-products'
import { type FilePlan, planRows } from './plan-rows'

/** A checked file as its producer sees it. Moments UTC, ISO 8601. */
export interface ImportView {
  id: string
  fileName: string
  state: 'checked' | 'applied'
  plan: FilePlan
  createdAt: string
  appliedAt: string | null
}

/**
 * Reads a file, says what it would do and keeps that; nothing of it is done. In: the file's name, and its bytes as base64.
 * Out: the id of the check. Throws ApiError 422 for what is no such file (`readTable`).
 */
export async function checkFile(
  container: MedusaContainer,
  tenant: Tenant,
  file: { name: string; content: string },
): Promise<string> {
  const { rows } = await readTable(file.name, Buffer.from(file.content, 'base64'))
  const { products, stock } = await ownProducts(container, tenant.producerId)
  const plan = planRows(rows, products, stock)
  return await inTransaction(container, async (sql) => {
    const foreign = await foreignCodes(sql, plan)
    const faults = [...plan.faults, ...foreign]
    const id = generateEntityId(undefined, 'limp')
    await sql.query(
      'INSERT INTO listing_import (id, producer_id, file_name, plan, made_by) VALUES (?, ?, ?, ?::jsonb, ?)',
      [
        ...[id, tenant.producerId, file.name],
        ...[JSON.stringify({ ...plan, faults, deeds: foreign.length > 0 ? [] : plan.deeds }), tenant.memberId],
      ],
    )
    return id
  })
}

/** Codes of new pack sizes that are taken by goods of others. */
async function foreignCodes(sql: Sql, { deeds }: FilePlan): Promise<FilePlan['faults']> {
  const wanted = deeds.flatMap((deed) =>
    deed.kind === 'product' || deed.kind === 'packs'
      ? deed.draft.packs.flatMap((pack, at) => (pack.sku ? [{ sku: pack.sku, row: deed.rows[at] ?? 1 }] : []))
      : [],
  )
  const taken = await sql.query<{ sku: string }>(
    'SELECT upper(sku) AS sku FROM product_variant WHERE upper(sku) = ANY(?) AND deleted_at IS NULL',
    [wanted.map(({ sku }) => sku.toUpperCase())],
  )
  const codes = new Set(taken.map(({ sku }) => sku))
  return wanted
    .filter(({ sku }) => codes.has(sku.toUpperCase()))
    .map(({ sku, row }) => ({ row, column: 'sku' as const, fault: 'sku_foreign' as const, value: sku }))
}

interface Row {
  id: string
  producer_id: string
  file_name: string
  state: 'checked' | 'applied'
  plan: FilePlan
  created_at: Date
  applied_at: Date | null
}

/** One of the tenant's checked files, kept from changing when `lock` is set. Throws ApiError 404, for one of somebody else as a security event. */
export async function importOf(sql: Sql, tenant: Tenant, id: string, lock = false): Promise<ImportView> {
  const [row] = await sql.query<Row>(
    `SELECT id, producer_id, file_name, state, plan, created_at, applied_at FROM listing_import WHERE id = ? ${lock ? 'FOR UPDATE' : ''}`,
    [id],
  )
  if (!row) throw new ApiError(404, 'not_found')
  if (row.producer_id !== tenant.producerId) {
    throw foreignRow({ actor: 'producer', id: tenant.memberId }, { type: 'listing_import', id })
  }
  return view(row)
}

/** The last files of the tenant, the latest first. */
export async function readImports(container: MedusaContainer, tenant: Tenant): Promise<ImportView[]> {
  const rows = await inTransaction(container, (sql) =>
    sql.query<Row>(
      `SELECT id, producer_id, file_name, state, plan, created_at, applied_at FROM listing_import WHERE producer_id = ?
       ORDER BY created_at DESC, id DESC LIMIT 20`,
      [tenant.producerId],
    ),
  )
  return rows.map(view)
}

function view(row: Row): ImportView {
  const { id, file_name: fileName, state, plan } = row
  return {
    ...{ id, fileName, state },
    plan: { rows: plan.rows ?? 0, deeds: plan.deeds ?? [], faults: plan.faults ?? [] },
    createdAt: row.created_at.toISOString(),
    appliedAt: row.applied_at?.toISOString() ?? null,
  }
}
