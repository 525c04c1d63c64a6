import { z } from '@medusajs/framework/zod'
import type {
  Authority,
  DossierPapers,
  HolidayCalendar,
  PaperKinds,
  ProductCodeFormat,
  Revocation,
  Rounds,
  Rubric,
  RuleFault,
  RuleKind,
  Scoring,
  Sectors,
  Windows,
} from '@sao-lang/traceability/verify/rating'
import { DOSSIER_KINDS, LEVELS, RubricError, readRubric } from '@sao-lang/traceability/verify/rating'
import { LEGAL_FORMS } from '../modules/producer/legal-forms'

/** What the `data` of a record of each kind is. */
export interface RuleData {
  rubric: Rubric
  authority: Authority
  rounds: Rounds
  windows: Windows
  'product-code': ProductCodeFormat
  sectors: Sectors
  'revocation-grounds': Revocation
  scoring: Scoring
  'paper-kinds': PaperKinds
  'dossier-papers': DossierPapers
  holidays: HolidayCalendar
}

const BETWEEN = ' || '
const text = z.string().trim().min(1).max(2_000)
const code = z.string().regex(/^[a-z][a-z0-9_]*$/)
const level = z.enum(LEVELS)
const star = z.literal([3, 4, 5])
const stars = z.array(star)
const day = z.iso.date()
const dayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
const count = z.int().min(1).max(10_000)
const named = z.strictObject({ code, vi: text, en: text })
const sets = z.array(z.int().min(1)).min(1).nullable()
const dossierKinds = z.array(z.enum(DOSSIER_KINDS)).min(1)

/** A rule between members, in both languages: zod knows one message. */
export function both(vi: string, en: string): string {
  return `${vi}${BETWEEN}${en}`
}

function once<T>(values: readonly T[]): boolean {
  return new Set(values).size === values.length
}

const authority = z
  .strictObject({
    receives: level,
    receiverDuty: z.strictObject({ vi: text, en: text }),
    stages: z
      .array(
        z.strictObject({
          level,
          decides: stars,
          forwardsFrom: z.number().min(0).max(100).nullable(),
          mayGrantAfterFallBack: stars,
          signer: z.strictObject({ vi: text, en: text }),
        }),
      )
      .min(1),
  })
  .refine(({ stages }) => once(stages.map((stage) => stage.level)), both('có cấp nêu hai lần', 'a level stands twice'))
  .refine(
    ({ stages }) => stages.every((stage, index) => (stage.forwardsFrom === null) === (index === stages.length - 1)),
    both('mọi cấp trừ cấp cuối phải có mức điểm chuyển lên', 'every stage but the last one forwards from some points'),
  )
  .refine(
    ({ stages }) =>
      [3, 4, 5].every((each) => stages.filter((stage) => stage.decides.includes(each as 3 | 4 | 5)).length === 1),
    both(
      '3, 4 và 5 sao, mỗi hạng do đúng một cấp quyết định',
      '3, 4 and 5 stars are each decided at exactly one level',
    ),
  )

const rounds = z.strictObject({
  rounds: z.array(z.strictObject({ level, sender: level, sentBy: dayOfYear, doneBy: dayOfYear })).min(1),
  extraRounds: z.boolean(),
})

const windows = z
  .strictObject({
    certificateMonths: count,
    filing: z.strictObject({ opens: count, closes: count }),
    dueNotice: count,
    transitionalDays: count,
    revocationDays: count,
    communeWorkingDays: count,
    reEvaluationDays: count,
    pending: z.strictObject({ firstOrUpgradeDays: count, reEvaluationDays: count }),
    reports: z.strictObject({ monthlyBeforeDay: z.int().min(1).max(28), yearlyBefore: dayOfYear }),
  })
  .refine(
    ({ filing }) => filing.opens > filing.closes,
    both('thời gian nộp hồ sơ phải mở trước khi đóng', 'the filing window opens before it closes'),
  )
  .refine(
    ({ filing, dueNotice }) => dueNotice >= filing.opens,
    both('mốc nhắc phải trước khi mở thời gian nộp', 'the reminder comes before the window opens'),
  )

const codeField = z
  .strictObject({
    name: z.enum(['province', 'district', 'commune', 'serial', 'year']),
    minDigits: z.int().min(1).max(9),
    maxDigits: z.int().min(1).max(9),
  })
  .refine(
    ({ minDigits, maxDigits }) => minDigits <= maxDigits,
    both('minDigits không lớn hơn maxDigits', 'minDigits is not above maxDigits'),
  )
const productCode = z
  .strictObject({
    format: code,
    separator: z.literal('-'),
    fields: z.array(codeField).min(4),
    unitCodes: z.strictObject({ vi: text, en: text }),
    years: z.strictObject({ from: z.int().min(2018), to: z.int().nullable() }),
    registration: z
      .string()
      .regex(/\{serial\}/)
      .nullable(),
  })
  .refine(
    ({ fields }) => once(fields.map((field) => field.name)),
    both('có trường nêu hai lần', 'a field stands twice'),
  )
  .refine(
    ({ fields }) =>
      ['province', 'commune', 'serial', 'year'].every((name) => fields.some((field) => field.name === name)),
    both('mã nào cũng có tỉnh, xã, số thứ tự và năm', 'province, commune, serial and year are part of every code'),
  )

const sectors = z
  .strictObject({
    version: text,
    sectors: z
      .array(
        z.strictObject({
          code: text,
          vi: text,
          en: text,
          catalogue: code,
          sets: z.array(z.strictObject({ no: z.int().min(1), vi: text, en: text })).min(1),
        }),
      )
      .min(1),
    next: z
      .strictObject({
        version: text,
        sets: z.array(z.strictObject({ from: z.int().min(1), to: z.array(z.int().min(1)) })),
      })
      .nullable(),
  })
  .refine(
    (data) => once(data.sectors.map((sector) => sector.code)),
    both('có nhóm nêu hai lần', 'a sector stands twice'),
  )
  .refine(
    (data) => once(data.sectors.flatMap((sector) => sector.sets.map((set) => set.no))),
    both('có bộ nêu hai lần', 'a set stands twice'),
  )
  .refine(
    ({ sectors: all, next }) =>
      next === null ||
      all.every((sector) => sector.sets.every((set) => next.sets.filter((each) => each.from === set.no).length === 1)),
    both(
      'mỗi bộ nêu đúng một lần bộ tương ứng ở phiên bản sau',
      'every set says once where it went in the next version',
    ),
  )

const revocation = z
  .strictObject({
    grounds: z.array(named).min(1),
    decidedBy: z.array(z.strictObject({ stars: stars.min(1), level })).min(1),
  })
  .refine(
    ({ grounds }) => once(grounds.map((ground) => ground.code)),
    both('có căn cứ nêu hai lần', 'a ground stands twice'),
  )
  .refine(
    ({ decidedBy }) =>
      [3, 4, 5].join() ===
      decidedBy
        .flatMap((each) => each.stars)
        .sort()
        .join(),
    both(
      '3, 4 và 5 sao, mỗi hạng do đúng một cấp thu hồi',
      '3, 4 and 5 stars are each taken back at exactly one level',
    ),
  )

const scoring = z
  .strictObject({
    mean: z.strictObject({ decimals: z.literal(2), rounding: z.literal('down') }),
    spread: z.strictObject({ limit: z.number().min(0).max(100) }),
    quorum: z.strictObject({
      least: count,
      shareOf: z.strictObject({ numerator: z.int().min(0), denominator: z.int().min(1) }),
    }),
    minimumMet: z.literal('majority'),
    conflictGrounds: z.array(named).min(1),
  })
  .refine(
    ({ quorum: { shareOf } }) => shareOf.numerator <= shareOf.denominator,
    both('số phiếu tối thiểu không quá toàn bộ hội đồng', 'the quorum is at most everybody'),
  )

const paperKinds = z
  .strictObject({
    kinds: z
      .array(
        z.strictObject({
          code,
          vi: text,
          en: text,
          hintVi: text,
          hintEn: text,
          hasNumber: z.boolean(),
          expires: z.boolean(),
          personal: z.boolean(),
        }),
      )
      .min(1),
    remindDaysBefore: z.array(count).min(1),
  })
  .refine(({ kinds }) => once(kinds.map((kind) => kind.code)), both('có loại nêu hai lần', 'a kind stands twice'))

const dossierPapers = z.strictObject({
  forms: z.array(z.strictObject({ code, form: text, kinds: dossierKinds, vi: text, en: text })).min(1),
  required: z.array(
    z.strictObject({ paper: code, kinds: dossierKinds, sets, disqualifier: code.nullable(), vi: text, en: text }),
  ),
  statements: z.array(z.strictObject({ code, kinds: dossierKinds, vi: text, en: text })),
  evidence: z.array(z.strictObject({ titles: z.array(text).min(1), papers: z.array(code).min(1) })),
  added: z.array(z.strictObject({ by: z.enum(['commune', 'province']), code, sets, vi: text, en: text })),
  communeConfirms: z.array(named).min(1),
  holders: z.array(z.strictObject({ legalForm: z.enum(LEGAL_FORMS), sets })).min(1),
})

const holidays = z
  .strictObject({
    year: z.int().min(2019).max(2100),
    weekend: z.array(z.int().min(1).max(7)),
    days: z.array(z.strictObject({ date: day, vi: text, en: text })).min(1),
    workedInstead: z.array(z.strictObject({ date: day, for: day })),
    openQuestions: z.array(text),
  })
  .refine(({ days }) => once(days.map((each) => each.date)), both('có ngày nêu hai lần', 'a day stands twice'))
  .refine(
    ({ year, days, workedInstead }) => [...days, ...workedInstead].every((each) => each.date.startsWith(`${year}-`)),
    both('mọi ngày phải thuộc năm đó', 'every day lies in the year'),
  )
  .refine(
    ({ days, workedInstead }) => workedInstead.every((each) => days.some(({ date }) => date === each.for)),
    both('ngày làm bù phải ứng với một ngày nghỉ', 'a day is worked only for one that is off'),
  )

const SCHEMAS: Record<Exclude<RuleKind, 'rubric'>, z.ZodType> = {
  authority,
  rounds,
  windows,
  'product-code': productCode,
  sectors,
  'revocation-grounds': revocation,
  scoring,
  'paper-kinds': paperKinds,
  'dossier-papers': dossierPapers,
  holidays,
}

/** Checks the content of a record. Out: the content, or every fault found. */
export function readRuleData<Kind extends RuleKind>(
  kind: Kind,
  data: unknown,
): { data: RuleData[Kind]; faults: null } | { data: null; faults: readonly RuleFault[] } {
  if (kind === 'rubric') {
    try {
      return { data: readRubric(data) as RuleData[Kind], faults: null }
    } catch (error) {
      if (error instanceof RubricError) return { data: null, faults: error.faults }
      throw error
    }
  }
  const parsed = SCHEMAS[kind as Exclude<RuleKind, 'rubric'>].safeParse(data)
  if (parsed.success) return { data: parsed.data as RuleData[Kind], faults: null }
  return { data: null, faults: zodFaults(parsed.error, 'data') }
}

/** In: the member that was read, so that paths begin at the record. */
export function zodFaults(error: z.ZodError, from: string): RuleFault[] {
  return error.issues.map((issue) => {
    const path = [from, ...issue.path.map(String)].filter(Boolean).join('.')
    const [vi, en] = issue.message.split(BETWEEN)
    return en === undefined
      ? { vi: `${path}: không đúng quy cách (${issue.message})`, en: `${path}: ${issue.message}` }
      : { vi: `${path}: ${vi}`, en: `${path}: ${en}` }
  })
}
