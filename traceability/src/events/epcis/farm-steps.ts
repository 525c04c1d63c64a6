import { BIZ_STEPS, bareWord } from './cbv.ts'
import type { Action, EventType } from './epcis-event.ts'

/**
 * What a producer does with a lot, in the words of the journal, and how EPCIS tells it. Many steps of a farm have no
 * word in CBV 2.0: those travel as URIs below `FARM_STEP_BASE` (EPCIS 2.0, 6.4: a vocabulary of one's own).
 */
export interface FarmStep {
  /** The word in journals, journeys and translations. */
  word: string
  label: { vi: string; en: string }
  /** The word of CBV 2.0 with the same meaning; null when there is none. */
  cbv: string | null
  /** The event a step makes. A step of `TransformationEvent` makes one lot of others; its action is null. */
  eventType: EventType
  action: Action | null
}

/** Names of the vocabulary stay as they are for ever: events that carry them are never rewritten. */
export const FARM_STEP_BASE = 'https://saolang.vn/voc/step/'

type Row = readonly [word: string, vi: string, en: string, cbv?: string]

/** Something is seen or done to a lot that stays the same lot. */
const OBSERVED: readonly Row[] = [
  ['growing', 'Chăm sóc', 'Growing'],
  ['fertilizing', 'Bón phân', 'Fertilising'],
  ['watering', 'Tưới nước', 'Watering'],
  ['spraying', 'Phun thuốc', 'Spraying'],
  ['weeding', 'Làm cỏ', 'Weeding'],
  ['feeding', 'Cho ăn', 'Feeding'],
  ['purchasing', 'Mua nguyên liệu', 'Purchasing'],
  ['receiving', 'Nhận nguyên liệu', 'Receiving', 'receiving'],
  ['washing', 'Rửa', 'Washing'],
  ['cooling', 'Làm mát', 'Cooling'],
  ['settling', 'Để lắng', 'Settling'],
  ['inspecting', 'Kiểm tra', 'Inspection', 'inspecting'],
  ['sampling', 'Lấy mẫu', 'Sampling', 'sampling'],
  ['testing', 'Kiểm nghiệm', 'Testing'],
  ['labelling', 'Dán tem', 'Labelling'],
  ['storing', 'Lưu kho', 'Storage', 'storing'],
  ['loading', 'Bốc hàng lên', 'Loading', 'loading'],
  ['unloading', 'Dỡ hàng xuống', 'Unloading', 'unloading'],
  ['shipping', 'Gửi đi', 'Shipping', 'shipping'],
  ['transporting', 'Vận chuyển', 'Transport', 'transporting'],
  ['selling', 'Bán', 'Selling'],
  ['retail_selling', 'Bán lẻ', 'Retail sale', 'retail_selling'],
  ['returning', 'Nhận hàng trả lại', 'Return'],
  ['other', 'Bước khác', 'Other step', 'other'],
]

/** A lot, or its labels, come to be. */
const BEGUN: readonly Row[] = [
  ['planting', 'Gieo trồng', 'Planting'],
  ['stocking_animals', 'Thả giống', 'Stocking'],
  ['harvesting', 'Thu hoạch', 'Harvest'],
  ['catching', 'Đánh bắt', 'Catch'],
  ['commissioning', 'Kích hoạt tem', 'Labels activated', 'commissioning'],
]

/** A lot ends. */
const ENDED: readonly Row[] = [['destroying', 'Tiêu hủy', 'Destruction', 'destroying']]

/** Lots go in and another lot comes out. */
const TRANSFORMED: readonly Row[] = [
  ['collecting', 'Thu gom', 'Collecting'],
  ['sorting', 'Chọn, phân loại', 'Sorting'],
  ['peeling', 'Bóc, gọt', 'Peeling'],
  ['cutting', 'Cắt, pha', 'Cutting'],
  ['butchering', 'Giết mổ', 'Butchering'],
  ['drying', 'Sấy, phơi', 'Drying'],
  ['withering', 'Làm héo', 'Withering'],
  ['pan_firing', 'Sao', 'Pan-firing'],
  ['rolling', 'Vò', 'Rolling'],
  ['roasting', 'Rang', 'Roasting'],
  ['steaming', 'Hấp', 'Steaming'],
  ['frying', 'Chiên', 'Frying'],
  ['cooking', 'Nấu', 'Cooking'],
  ['boiling_down', 'Cô đặc', 'Boiling down'],
  ['aging', 'Ủ lâu', 'Ageing'],
  ['fermenting', 'Lên men', 'Fermenting'],
  ['distilling', 'Chưng cất', 'Distilling'],
  ['extracting', 'Chiết, quay mật', 'Extracting'],
  ['filtering', 'Lọc', 'Filtering'],
  ['freezing', 'Cấp đông', 'Freezing'],
  ['milling', 'Xay xát', 'Milling'],
  ['grinding', 'Nghiền', 'Grinding'],
  ['mixing', 'Phối trộn', 'Mixing'],
  ['shaping', 'Tạo hình', 'Shaping'],
  ['smoking', 'Hun khói', 'Smoking'],
  ['weaving', 'Dệt, đan', 'Weaving'],
  ['processing', 'Chế biến', 'Processing'],
  ['splitting', 'Chia lô', 'Splitting'],
  ['merging', 'Gộp lô', 'Merging'],
  ['packing', 'Đóng gói', 'Packing', 'packing'],
  ['repackaging', 'Đóng gói lại', 'Repackaging', 'repackaging'],
]

function steps(rows: readonly Row[], eventType: EventType, action: Action | null): FarmStep[] {
  return rows.map(([word, vi, en, cbv]) => ({ word, label: { vi, en }, cbv: cbv ?? null, eventType, action }))
}

/** Every step there is. */
export const FARM_STEPS: readonly FarmStep[] = [
  ...steps(BEGUN, 'ObjectEvent', 'ADD'),
  ...steps(OBSERVED, 'ObjectEvent', 'OBSERVE'),
  ...steps(TRANSFORMED, 'TransformationEvent', null),
  ...steps(ENDED, 'ObjectEvent', 'DELETE'),
]

const BY_WORD: ReadonlyMap<string, FarmStep> = new Map(FARM_STEPS.map((step) => [step.word, step]))

/** The step of a word; null when there is none. */
export function farmStep(word: string): FarmStep | null {
  return BY_WORD.get(word) ?? null
}

/**
 * What stands in `bizStep` for a step: the bare word of CBV 2.0 when the word is one, else a URI below the base.
 * In: the word of a step, or any other word of 2 to 40 characters a-z and _.
 */
export function bizStepOf(word: string, base: string = FARM_STEP_BASE): string {
  const step = farmStep(word)
  if (step) return step.cbv ?? base + word
  return BIZ_STEPS.words.has(word) ? word : base + word
}

/**
 * The word of a `bizStep`, for journeys and translations: from a bare word or web URI of CBV 2.0, a URI below the base,
 * or the form `sao:…` of journeys captured before. Null for the steps of others.
 */
export function wordOfBizStep(bizStep: string, base: string = FARM_STEP_BASE): string | null {
  const cbv = bareWord(BIZ_STEPS, bizStep)
  if (cbv !== null) return cbv
  for (const prefix of [base, 'sao:']) {
    const word = bizStep.startsWith(prefix) ? bizStep.slice(prefix.length) : ''
    if (/^[a-z][a-z_]{1,39}$/.test(word)) return word
  }
  return null
}
