import type { LotInput } from '../events/lots.ts'
import type { SourceAreaInput } from '../events/source-areas.ts'
import type { Recognition } from '../verify/recognition-state.ts'
import type { JourneyStep, Passport, Place } from '../verify/verdict.ts'

export const PLACE: Place = {
  provinceCode: '82',
  provinceName: 'Đồng Tháp',
  communeCode: null,
  communeName: null,
  legacyName: 'huyện Tháp Mười',
}

export function sampleRecognition(changes: Partial<Recognition> = {}): Recognition {
  return {
    ref: 'cn-1',
    stars: 4,
    points: 82.5,
    rubricVersion: '148/QĐ-TTg',
    decisionNumber: '1234/QĐ-UBND',
    decisionDate: '2025-03-01',
    authority: 'UBND tỉnh Đồng Tháp',
    validFrom: '2025-03-01',
    validTo: '2028-02-29',
    revokedOn: null,
    extendedTo: null,
    suspensions: [],
    sample: true,
    ...changes,
  }
}

export function samplePassport(changes: Partial<Passport> = {}): Passport {
  return {
    productRef: 'product-1',
    version: 1,
    product: {
      handle: 'hat-sen-say',
      name: { vi: 'Hạt sen sấy', en: null },
      sector: 'food',
      netContent: '200 g',
      ingredients: null,
      allergens: null,
      storage: null,
      usage: null,
      warning: null,
      standard: null,
      story: { vi: 'Sen Tháp Mười', en: null },
      picture: {
        alt: 'Hạt sen sấy',
        width: 640,
        height: 480,
        variants: [{ path: 'san-pham/hat-sen-640.avif', format: 'avif', width: 640 }],
      },
      withdrawn: false,
    },
    producer: {
      ref: 'producer-1',
      handle: 'htx-sen',
      name: 'Hợp tác xã Sen Tháp Mười',
      legalForm: 'cooperative',
      address: null,
      phone: null,
      place: PLACE,
    },
    recognitions: [sampleRecognition()],
    sample: ['recognition'],
    source: null,
    ...changes,
  }
}

export function sampleArea(changes: Partial<SourceAreaInput> = {}): SourceAreaInput {
  return {
    partyRef: 'producer-1',
    ref: 'area-1',
    name: 'Vùng sen Tháp Mười',
    place: PLACE,
    areaHectares: 12.5,
    growers: 45,
    certificates: [
      { name: 'VietGAP', number: 'VG-01', issuer: null, validTo: '2027-01-31', confidence: 'self_declared' },
    ],
    confidence: 'commune_confirmed',
    sample: true,
    productRefs: ['product-1'],
    ...changes,
  }
}

export function sampleLot(changes: Partial<LotInput> = {}): LotInput {
  return {
    partyRef: 'producer-1',
    ref: 'lot-1',
    productRef: 'product-1',
    lotCode: 'HS261015',
    packedOn: '2026-10-15',
    bestBefore: '2027-10-15',
    quantity: { value: 2000, unit: 'hộp' },
    status: 'packed',
    sourceAreaRefs: ['area-1'],
    sample: true,
    ...changes,
  }
}

export function sampleStep(changes: Partial<JourneyStep> = {}): JourneyStep {
  return {
    step: 'harvesting',
    occurredAt: '2026-10-10T23:30:00.000Z',
    place: PLACE,
    note: null,
    quantity: { value: 800, unit: 'kg' },
    confidence: 'self_declared',
    ...changes,
  }
}
