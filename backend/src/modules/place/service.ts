import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context } from '@medusajs/framework/types'
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaService } from '@medusajs/framework/utils'
import { Commune } from './models/commune'
import { LegacyPlace } from './models/legacy-place'
import { Province } from './models/province'

export interface ProvinceRow {
  code: string
  slug: string
  name: string
  full_name: string
  name_en: string
  type: string
  ascii: string
}
export interface CommuneRow {
  code: string
  name: string
  type: string
  province_code: string
  ascii: string
}
export interface LegacyPlaceRow {
  key: string
  level: 'province' | 'district' | 'commune'
  code: string
  name: string
  parent_code: string | null
  targets: string[]
  split: boolean
}
export interface PlaceRows {
  provinces: ProvinceRow[]
  communes: CommuneRow[]
  legacyPlaces: LegacyPlaceRow[]
}

const UPSERT_PROVINCES = `
  INSERT INTO province (code, slug, name, full_name, name_en, type, ascii)
  SELECT code, slug, name, full_name, name_en, type, ascii
  FROM jsonb_to_recordset(?::jsonb)
    AS p(code text, slug text, name text, full_name text, name_en text, type text, ascii text)
  ON CONFLICT (code) DO UPDATE SET slug = excluded.slug, name = excluded.name, full_name = excluded.full_name,
    name_en = excluded.name_en, type = excluded.type, ascii = excluded.ascii, updated_at = now(), deleted_at = NULL`

const UPSERT_COMMUNES = `
  INSERT INTO commune (code, name, type, province_code, ascii)
  SELECT code, name, type, province_code, ascii
  FROM jsonb_to_recordset(?::jsonb) AS c(code text, name text, type text, province_code text, ascii text)
  ON CONFLICT (code) DO UPDATE SET name = excluded.name, type = excluded.type,
    province_code = excluded.province_code, ascii = excluded.ascii, updated_at = now(), deleted_at = NULL`

const UPSERT_LEGACY_PLACES = `
  INSERT INTO legacy_place (key, level, code, name, parent_code, targets, split)
  SELECT key, level, code, name, parent_code, ARRAY(SELECT jsonb_array_elements_text(targets)), split
  FROM jsonb_to_recordset(?::jsonb)
    AS l(key text, level text, code text, name text, parent_code text, targets jsonb, split boolean)
  ON CONFLICT (key) DO UPDATE SET name = excluded.name, parent_code = excluded.parent_code,
    targets = excluded.targets, split = excluded.split, updated_at = now(), deleted_at = NULL`

const COUNT_COMMUNES = `
  SELECT province_code, count(*)::int AS communes FROM commune WHERE deleted_at IS NULL GROUP BY province_code`

/** Provinces, communes and the names they had before 2025-07-01. */
export class PlaceModuleService extends MedusaService({ Province, Commune, LegacyPlace }) {
  /** Writes all rows in one transaction; a row whose code exists is replaced. */
  @InjectTransactionManager()
  async importPlaces(rows: PlaceRows, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    const manager = context.transactionManager
    await manager?.execute(UPSERT_PROVINCES, [JSON.stringify(rows.provinces)])
    await manager?.execute(UPSERT_COMMUNES, [JSON.stringify(rows.communes)])
    await manager?.execute(UPSERT_LEGACY_PLACES, [JSON.stringify(rows.legacyPlaces)])
  }

  /** How many communes each province has, by province code. */
  @InjectManager()
  async countCommunes(@MedusaContext() context: Context<SqlEntityManager> = {}): Promise<Map<string, number>> {
    const rows = await context.manager?.execute<{ province_code: string; communes: number }[]>(COUNT_COMMUNES)
    return new Map((rows ?? []).map((row) => [row.province_code, row.communes]))
  }
}
