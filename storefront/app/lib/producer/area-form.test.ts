import { describe, expect, test } from 'vitest'
import { areaFields, readArea } from './area-form.ts'
import type { OwnSourceArea } from './types.ts'

const places = {
  provinces: [{ code: '82', name: 'Đồng Tháp' }],
  communes: [{ code: '30001', name: 'Mỹ Quý', type: 'Xã' }],
}
const area: OwnSourceArea = {
  ref: 'a',
  name: 'Đồng sen',
  place: {
    provinceCode: '82',
    provinceName: 'Đồng Tháp',
    communeCode: '30001',
    communeName: 'Mỹ Quý',
    legacyName: null,
  },
  areaHectares: 2.5,
  growers: 12,
  certificates: [{ name: 'VietGAP', number: 'VG-1', issuer: null, validTo: '2027-12-31', confidence: 'self_declared' }],
  ...{ confidence: 'self_declared', sample: false, productRefs: ['p'], recall: null },
}

describe('the form of a source area', () => {
  test('says the same again when nothing is changed', () => {
    const read = readArea(areaFields(area), { products: ['p'], rows: 3 }, places)
    const { name, place, areaHectares, growers, productRefs } = area
    const certificates = [{ name: 'VietGAP', number: 'VG-1', issuer: null, validTo: '2027-12-31' }]
    expect(read).toEqual({ ok: true, body: { name, place, areaHectares, growers, certificates, productRefs } })
  })

  test.each(['xã mỹ quý', 'My Quy', 'Mỹ  Quý'])('finds the commune typed as %j', (typed) => {
    const read = readArea({ ...areaFields(area), communeName: typed }, { products: [], rows: 3 }, places)
    expect(read.ok && read.body.place.communeCode).toBe('30001')
  })

  test('names every field that is wrong', () => {
    const form = { communeName: 'x', hectares: 'hai', growers: '1,5', 'cert1-number': '7', provinceCode: '99' }
    expect(readArea(form, { products: [], rows: 3 }, places)).toEqual({
      ok: false,
      errors: {
        name: 'errorAreaName',
        provinceCode: 'errorProvince',
        hectares: 'errorHectares',
        growers: 'errorGrowers',
        'cert1-name': 'errorCertificate',
      },
    })
    const outside = readArea({ ...areaFields(area), communeName: 'Xa Lạ' }, { products: [], rows: 3 }, places)
    expect(outside).toEqual({ ok: false, errors: { communeName: 'errorCommune' } })
  })
})
