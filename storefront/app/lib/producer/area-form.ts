import type { Place } from '@sao-lang/traceability/verify'
import { readNumber } from './amount-text.ts'
import type { OwnSourceArea } from './types.ts'

/** How many certificates the form of an area has room for. */
export const CERTIFICATE_ROWS = 3

/** What is sent for an area (`PUT /producer/source-areas/:ref`); how sure it is, the server says. */
export interface AreaBody {
  name: string
  place: Place
  areaHectares: number | null
  growers: number | null
  certificates: { name: string; number: string | null; issuer: string | null; validTo: string | null }[]
  productRefs: string[]
}

export type AreaErrorKey =
  | 'errorAreaName'
  | 'errorProvince'
  | 'errorCommune'
  | 'errorHectares'
  | 'errorGrowers'
  | 'errorCertificate'
  | 'errorDay'

interface Places {
  provinces: readonly { code: string; name: string }[]
  /** Communes of the chosen province. */
  communes: readonly { code: string; name: string; type: string }[]
}

/** The fields of the form for an area that is there already. */
export function areaFields(area: OwnSourceArea): Record<string, string> {
  const fields: Record<string, string> = {
    name: area.name,
    provinceCode: area.place.provinceCode,
    communeName: area.place.communeName ?? '',
    legacyName: area.place.legacyName ?? '',
    hectares: area.areaHectares === null ? '' : String(area.areaHectares).replace('.', ','),
    growers: area.growers === null ? '' : String(area.growers),
  }
  for (const [row, { name, number, issuer, validTo }] of area.certificates.entries()) {
    Object.assign(fields, {
      [`cert${row}-name`]: name,
      [`cert${row}-number`]: number ?? '',
      [`cert${row}-issuer`]: issuer ?? '',
      [`cert${row}-validTo`]: validTo ?? '',
    })
  }
  return fields
}

/**
 * Reads the form of an area. In: its text fields, the products ticked, how many rows of certificates it had, and the places of
 * the shop. Out: the area, or the first problem of each field. A commune is found by its name with or without its kind.
 */
export function readArea(
  form: Record<string, string>,
  { products, rows }: { products: string[]; rows: number },
  { provinces, communes }: Places,
): { ok: true; body: AreaBody } | { ok: false; errors: Record<string, AreaErrorKey> } {
  const errors: Record<string, AreaErrorKey> = {}
  const text = (name: string) => (form[name] ?? '').normalize('NFC').trim()
  if (text('name') === '' || text('name').length > 200) errors.name = 'errorAreaName'
  const province = provinces.find(({ code }) => code === text('provinceCode'))
  if (province === undefined) errors.provinceCode = 'errorProvince'
  const typed = plain(text('communeName'))
  const commune = communes.find(({ name, type }) => typed === plain(name) || typed === plain(`${type} ${name}`))
  if (province !== undefined && typed !== '' && commune === undefined) errors.communeName = 'errorCommune'
  const hectares = text('hectares') === '' ? null : readNumber(text('hectares'))
  if (text('hectares') !== '' && hectares === null) errors.hectares = 'errorHectares'
  const growers = text('growers') === '' ? null : readNumber(text('growers'))
  if (text('growers') !== '' && (growers === null || !Number.isInteger(growers))) errors.growers = 'errorGrowers'
  const certificates: AreaBody['certificates'] = []
  for (let row = 0; row < rows; row++) {
    const [name, number, issuer, validTo] = ['name', 'number', 'issuer', 'validTo'].map((part) =>
      text(`cert${row}-${part}`),
    )
    if (!name && !number && !issuer && !validTo) continue
    if (!name) errors[`cert${row}-name`] = 'errorCertificate'
    if (validTo && Number.isNaN(Date.parse(validTo))) errors[`cert${row}-validTo`] = 'errorDay'
    certificates.push({ name: name ?? '', number: number || null, issuer: issuer || null, validTo: validTo || null })
  }
  if (Object.keys(errors).length > 0 || province === undefined) return { ok: false, errors }
  return {
    ok: true,
    body: {
      name: text('name'),
      place: {
        provinceCode: province.code,
        provinceName: province.name,
        communeCode: commune?.code ?? null,
        communeName: commune?.name ?? null,
        legacyName: text('legacyName').slice(0, 200) || null,
      },
      ...{ areaHectares: hectares, growers, certificates, productRefs: products },
    },
  }
}

/** Names compared as people type them: case and accents do not matter. */
function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ').trim()
}
