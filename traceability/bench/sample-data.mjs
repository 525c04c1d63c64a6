import { recordEvents } from '../dist/events/journey.js'
import { upsertLot } from '../dist/events/lots.js'
import { upsertSourceArea } from '../dist/events/source-areas.js'
import { registerParty } from '../dist/identifiers/parties.js'
import { unitCode } from '../dist/identifiers/unit-codes.js'
import { createLabelBatch } from '../dist/labels/label-batches.js'
import { storePassport } from '../dist/passports/passports.js'

const PLACE = {
  provinceCode: '82',
  provinceName: 'Đồng Tháp',
  communeCode: null,
  communeName: null,
  legacyName: 'huyện Tháp Mười',
}

/**
 * A passport as full as the seed's: story in two languages, one picture in six sizes, one valid recognition.
 * In: product and producer refs. Out: `Passport` of `@sao-lang/traceability/verify`.
 */
export function samplePassport(productRef, partyRef) {
  return {
    productRef,
    version: 1,
    product: {
      handle: productRef,
      name: { vi: `Hạt sen sấy giòn ${productRef}`, en: 'Crisp dried lotus seeds' },
      sector: 'food',
      netContent: '200 g',
      ingredients: 'Hạt sen 98 %, muối biển',
      allergens: null,
      storage: 'Nơi khô ráo, thoáng mát',
      usage: 'Ăn liền',
      warning: 'Không dùng khi bao bì bị rách',
      standard: 'TCCS 01:2025',
      story: {
        vi: 'Sen được hái từ sáng sớm, tách vỏ bằng tay rồi sấy ở nhiệt độ thấp. '.repeat(8),
        en: 'Picked at dawn, shelled by hand and dried at low heat. '.repeat(8),
      },
      picture: {
        alt: 'Hạt sen sấy',
        width: 1280,
        height: 960,
        variants: [320, 640, 1280].flatMap((width) =>
          ['avif', 'webp'].map((format) => ({ path: `san-pham/hat-sen-${width}.${format}`, format, width })),
        ),
      },
      withdrawn: false,
    },
    producer: {
      ref: partyRef,
      handle: partyRef,
      name: 'Hợp tác xã Sen Tháp Mười',
      legalForm: 'cooperative',
      address: 'Ấp 4, xã Tháp Mười',
      phone: null,
      place: PLACE,
    },
    recognitions: [
      {
        ref: `cn-${productRef}`,
        stars: 4,
        points: 82.5,
        rubricVersion: '148/QĐ-TTg',
        decisionNumber: '1234/QĐ-UBND',
        decisionDate: '2025-03-01',
        authority: 'UBND tỉnh Đồng Tháp',
        validFrom: '2025-03-01',
        validTo: '2099-02-28',
        revokedOn: null,
        sample: true,
      },
    ],
    sample: ['recognition', 'story'],
    source: null,
  }
}

/**
 * Fills a migrated database with `parties` producers of one product, one lot and one label batch each, with source area
 * and journey. In: a pool, a key ring. Out: a function that gives the code of a label chosen by two numbers.
 */
export async function fillTrace(db, ring, parties, batchSize) {
  const batches = []
  for (let i = 0; i < parties; i++) {
    const partyRef = `producer-${i}`
    const productRef = `product-${i}`
    const lotRef = `lot-${i}`
    await registerParty(db, partyRef)
    await storePassport(db, { messageId: `m-${i}`, partyRef, passport: samplePassport(productRef, partyRef) })
    await upsertSourceArea(db, {
      partyRef,
      ref: `area-${i}`,
      name: 'Vùng sen Tháp Mười',
      place: PLACE,
      areaHectares: 120,
      growers: 45,
      certificates: [],
      confidence: 'self_declared',
      sample: true,
      productRefs: [productRef],
    })
    await upsertLot(db, {
      partyRef,
      ref: lotRef,
      productRef,
      lotCode: `HS${i}`,
      packedOn: '2026-01-15',
      bestBefore: '2099-01-15',
      quantity: { value: 2000, unit: 'hộp' },
      status: 'packed',
      sourceAreaRefs: [`area-${i}`],
      sample: true,
    })
    await recordEvents(
      db,
      partyRef,
      lotRef,
      ['harvesting', 'drying', 'packing'].map((step, day) => ({
        step,
        occurredAt: `2026-01-1${day}T02:00:00Z`,
        place: PLACE,
        note: null,
        quantity: { value: 800, unit: 'kg' },
        confidence: 'self_declared',
      })),
    )
    const asked = { partyRef, productRef, lotRef, size: batchSize, epoch: ring.newest, requestKey: `b-${i}` }
    batches.push(await createLabelBatch(db, asked))
  }
  return (party, index) => unitCode(ring, batches[party % parties], index % batchSize)
}
