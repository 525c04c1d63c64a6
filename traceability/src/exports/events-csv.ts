import type { QuantityElement } from '../events/epcis/epcis-event.ts'
import { farmStep, wordOfBizStep } from '../events/epcis/farm-steps.ts'
import { epcsOfEvent } from '../events/event-index.ts'
import { lotUri } from '../events/step-event.ts'
import type { StoryLot } from '../events/told-story.ts'
import type { Place } from '../verify/verdict.ts'
import { type Cell, csvText } from './csv.ts'
import type { ExportedEvent } from './lot-events.ts'
import { placeCode, placeText } from './place-text.ts'
import type { Words } from './required-item.ts'

type Column = Words & { cell(event: ExportedEvent, lots: LotCodes, language: keyof Words): Cell }
type LotCodes = ReadonlyMap<string, string>

/** The columns; docs/decisions/0016 says what stands in each. */
const COLUMNS: readonly Column[] = [
  { vi: 'Mã sự kiện', en: 'Event ID', cell: ({ eventId }) => eventId },
  { vi: 'Loại sự kiện', en: 'Event type', cell: ({ event }) => event.type },
  { vi: 'Xảy ra lúc (giờ Việt Nam)', en: 'Happened at (+07:00)', cell: ({ eventTime }) => vietnamTime(eventTime) },
  { vi: 'Ghi nhận lúc (giờ Việt Nam)', en: 'Recorded at (+07:00)', cell: ({ recordedAt }) => vietnamTime(recordedAt) },
  { vi: 'Công đoạn', en: 'Step', cell: ({ event }, _, language) => stepLabel(event.bizStep, language) },
  { vi: 'Mã công đoạn (CBV)', en: 'Business step (CBV)', cell: ({ event }) => event.bizStep ?? null },
  { vi: 'Hành động', en: 'Action', cell: ({ event }) => ('action' in event ? event.action : null) },
  {
    vi: 'Lô liên quan',
    en: 'Lots concerned',
    cell: (each, lots) => lotsIn(each, lots, ['epcClass', 'epc', 'parent', 'child', 'childClass']),
  },
  { vi: 'Lô đầu vào', en: 'Input lots', cell: (each, lots) => lotsIn(each, lots, ['inputClass', 'input']) },
  { vi: 'Lô đầu ra', en: 'Output lots', cell: (each, lots) => lotsIn(each, lots, ['outputClass', 'output']) },
  {
    vi: 'Lượng đầu vào',
    en: 'Input amounts',
    cell: ({ event }) => ('inputQuantityList' in event ? amounts(event.inputQuantityList) : null),
  },
  {
    vi: 'Lượng',
    en: 'Amounts',
    cell: ({ event }) =>
      'outputQuantityList' in event
        ? amounts(event.outputQuantityList)
        : 'quantityList' in event
          ? amounts(event.quantityList)
          : null,
  },
  { vi: 'Địa điểm', en: 'Place', cell: (each) => withPlace(each, placeText) },
  { vi: 'Mã địa điểm', en: 'Place code', cell: (each) => withPlace(each, placeCode) },
  { vi: 'Ghi chú', en: 'Note', cell: ({ event }) => text(event['sao:note']) },
  {
    vi: 'Mức tin cậy',
    en: 'Confidence',
    cell: ({ event }, _, language) => confidenceLabel(event['sao:confidence'], language),
  },
  {
    vi: 'Đính chính',
    en: 'Correction',
    cell: ({ event }) => event.errorDeclaration?.reason ?? (event.errorDeclaration ? 'error' : null),
  },
  {
    vi: 'Dữ liệu minh hoạ',
    en: 'Sample data',
    cell: ({ event }, _, language) => (event['sao:sample'] === true ? (language === 'vi' ? 'có' : 'yes') : null),
  },
  { vi: 'Phần không công bố', en: 'Withheld', cell: ({ withheld }) => withheld.join('; ') },
]

const CONFIDENCE = new Map<unknown, Words>([
  ['self_declared', { vi: 'Chủ thể tự khai', en: 'Self-declared' }],
  ['commune_confirmed', { vi: 'Xã xác nhận', en: 'Confirmed by the commune' }],
  ['tested', { vi: 'Có kết quả kiểm nghiệm', en: 'Tested' }],
  ['authority_decision', { vi: 'Quyết định của cơ quan nhà nước', en: 'Decision of an authority' }],
])

/** Events as a table, a row each, oldest first as given. Lots of the story stand there by the code on their packs. */
export function eventsCsv(events: readonly ExportedEvent[], lots: readonly StoryLot[], language: keyof Words): string {
  const codes = new Map(lots.map(({ key, record }) => [lotUri(key.lotNo), record.lotCode]))
  return csvText(
    COLUMNS.map((column) => column[language]),
    events.map((event) => COLUMNS.map((column) => column.cell(event, codes, language))),
  )
}

/** ISO 8601 to the second with Vietnam's offset, which Excel sorts as text. */
export function vietnamTime(moment: Date): string {
  return `${new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`
}

function stepLabel(bizStep: string | undefined, language: keyof Words): string | null {
  if (bizStep === undefined) return null
  const word = wordOfBizStep(bizStep)
  return (word === null ? null : farmStep(word)?.label[language]) ?? word ?? bizStep
}

function lotsIn({ event }: ExportedEvent, codes: LotCodes, roles: readonly string[]): string {
  const named = epcsOfEvent(event).filter(({ role }) => roles.includes(role))
  return named.map(({ key }) => codes.get(key) ?? key).join('; ')
}

function amounts(list: readonly QuantityElement[] | undefined): string {
  return (list ?? [])
    .flatMap(({ quantity, uom }) =>
      quantity === undefined ? [] : [uom === undefined ? `${quantity}` : `${quantity} ${uom}`],
    )
    .join('; ')
}

function withPlace({ event }: ExportedEvent, say: (place: Place) => string): string | null {
  const place = event['sao:place']
  return isPlace(place) ? say(place) : null
}

/** Ours always is; a partner's event may carry a member of the same name. */
function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'provinceCode' in value && 'provinceName' in value
}

function confidenceLabel(value: unknown, language: keyof Words): string | null {
  return CONFIDENCE.get(value)?.[language] ?? text(value)
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
