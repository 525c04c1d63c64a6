import type { OfficialRole, PostLevel } from '../modules/official/roles'
import type { OfficialPostDTO } from '../modules/official/service'

/** A post, as the rest of the code asks about it. Days are yyyy-mm-dd at +07, `to` is the last day, included. */
export interface HeldPost {
  id: string
  role: OfficialRole
  level: PostLevel
  provinceCode: string | null
  communeCode: string | null
  /** The promotion centre whose work it is; null for every other role. */
  centreId: string | null
  unitName: string
  from: string
  to: string | null
}

export function toHeldPost(row: OfficialPostDTO): HeldPost {
  return {
    id: row.id,
    role: row.role,
    level: row.level,
    provinceCode: row.province_code,
    communeCode: row.commune_code,
    centreId: row.centre_id,
    unitName: row.unit_name,
    from: row.first_day,
    to: row.last_day,
  }
}

/** Whether a post counts on a day: from its first to its last day, both included. */
export function countsOn({ from, to }: Pick<HeldPost, 'from' | 'to'>, day: string): boolean {
  return from <= day && (to === null || day <= to)
}

/** Whether two periods share a day. */
export function overlap(one: Pick<HeldPost, 'from' | 'to'>, other: Pick<HeldPost, 'from' | 'to'>): boolean {
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to)
}
