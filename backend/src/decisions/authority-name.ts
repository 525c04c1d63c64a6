import type { DecisionLevel } from '../modules/recognition/rows'
import { foldText } from '../text/fold-text'

/** Names that an authority may carry, folded, without their type: `tuyen quang`, `na hang`. */
export interface AuthorityPlaces {
  provinces: ReadonlySet<string>
  /** Units dissolved in 2025. */
  districts: ReadonlySet<string>
}

const COMMITTEE = /^(ubnd|uy ban nhan dan|chu tich ubnd|chu tich uy ban nhan dan|hoi dong ocop)\s+/
const PROVINCE = /^(tinh|thanh pho|tp\.?)\s+/
const DISTRICT = /^(huyen|quan|thi xa|thanh pho|tp\.?)\s+/
const CENTRAL = /^(bo |bo truong bo )(nong nghiep va (phat trien nong thon|moi truong)|nn&ptnt|nnptnt|nn&mt|nnmt)$/

const MINISTRY = 'Bộ Nông nghiệp và Môi trường'

/**
 * Who decides today (QĐ 26/2026 art. 4), as decisions are headed: the people's committee of a province (`Tỉnh Tuyên Quang` becomes
 * `UBND tỉnh Tuyên Quang`), the ministry where there is none.
 */
export function authorityOf(provinceName: string | null): string {
  if (provinceName === null) return MINISTRY
  return `UBND ${provinceName.charAt(0).toLocaleLowerCase('vi')}${provinceName.slice(1)}`
}

/** True when a text names an authority of a level: a people's committee of a place that is or was, or the ministry of its time. */
export function authorityFits(text: string, level: DecisionLevel, places: AuthorityPlaces): boolean {
  const folded = foldText(text)
  if (level === 'central') return CENTRAL.test(folded) || folded === 'hoi dong ocop cap trung uong'
  if (!COMMITTEE.test(folded)) return false
  const place = folded.replace(COMMITTEE, '')
  const [type, known] =
    level === 'province' ? ([PROVINCE, places.provinces] as const) : ([DISTRICT, places.districts] as const)
  if (!type.test(place)) return false
  // `huyện Na Hang, tỉnh Tuyên Quang` names the district first.
  const [name = ''] = place.replace(type, '').split(/,| tinh /)
  return known.has(name.trim())
}
