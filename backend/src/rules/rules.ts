import {
  type HolidayCalendar,
  HolidaysMissingError,
  isWorkingDay,
  type ProductCodeFormat,
  type Rubric,
  type RuleConfidence,
  type RuleKind,
  type RuleRecord,
  recordOn,
  type Sectors,
  workingDayAfter,
} from '@sao-lang/traceability/verify/rating'
import { ApiError } from '../http/api-error'
import { type RuleData, readRuleData } from './rule-data'

/** Where a rule comes from, for whoever shows a result. */
export interface RuleSource {
  kind: RuleKind
  key: string
  validFrom: string
  validTo: string | null
  title: string
  source: string
  confidence: RuleConfidence
}

/** All adopted records, read and checked once. */
export class RuleBook {
  readonly #records: readonly RuleRecord<unknown>[]

  /** In: adopted records; their content was checked when they were adopted. Throws when one is not in order all the same. */
  constructor(records: readonly RuleRecord[]) {
    this.#records = records.map((record) => {
      const { data, faults } = readRuleData(record.kind, record.data)
      if (faults) throw new Error(`Rule ${record.kind} ${record.key} is not in order: ${faults[0]?.en}`)
      return { ...record, data }
    })
  }

  /** The rules of a calendar day at +07. */
  on(day: string): Rules {
    return new Rules(this.#records, day)
  }
}

/**
 * The rules in force on one day. Every member throws ApiError 409 `rule_missing`, naming the kind and the day, when nothing of the kind
 * is on record; ask only for what you need, and days long past work as far as their rules are known.
 */
export class Rules {
  readonly day: string
  readonly #records: readonly RuleRecord<unknown>[]

  constructor(records: readonly RuleRecord<unknown>[], day: string) {
    this.day = day
    this.#records = records
  }

  /** The criteria in force. */
  get rubric(): Rubric {
    return this.#inForce('rubric').data
  }
  /** One version of the criteria, in force or not: dossiers under way run on by the version they began with. */
  rubricOf(version: string): Rubric {
    const record = this.#all('rubric').find((each) => each.key === version)
    if (!record) throw missing('rubric', this.day, version)
    return record.data
  }
  get authority(): RuleData['authority'] {
    return this.#inForce('authority').data
  }
  get rounds(): RuleData['rounds'] {
    return this.#inForce('rounds').data
  }
  get windows(): RuleData['windows'] {
    return this.#inForce('windows').data
  }
  get revocation(): RuleData['revocation-grounds'] {
    return this.#inForce('revocation-grounds').data
  }
  get scoring(): RuleData['scoring'] {
    return this.#inForce('scoring').data
  }
  get paperKinds(): RuleData['paper-kinds'] {
    return this.#inForce('paper-kinds').data
  }
  get dossierPapers(): RuleData['dossier-papers'] {
    return this.#inForce('dossier-papers').data
  }
  /** The form new product codes are given in. */
  get productCode(): ProductCodeFormat {
    return this.#inForce('product-code').data
  }
  /** Every form a code on paper may have, the newest first: old labels stay readable. */
  get productCodes(): ProductCodeFormat[] {
    return this.#all('product-code').map((record) => record.data)
  }
  /** The product groups in force. */
  get sectors(): Sectors {
    return this.#inForce('sectors').data
  }
  /** The taxonomies of all versions, for `mapSet`. */
  get taxonomies(): Sectors[] {
    return this.#all('sectors').map((record) => record.data)
  }
  /**
   * Public holidays of every year, as they were known on the day: a calendar is on record ahead of its year, and a corrected one counts
   * from its own first day. Of a year that nobody knew then, the first calendar there was.
   */
  get holidays(): HolidayCalendar[] {
    const all = this.#all('holidays')
    return [...new Set(all.map((record) => record.key))].flatMap((year) => {
      const calendars = all.filter((record) => record.key === year)
      return (recordOn(calendars, this.day) ?? calendars.at(-1))?.data ?? []
    })
  }

  /** True when a rule of the kind is in force. */
  has(kind: RuleKind): boolean {
    return recordOn(this.#all(kind), this.day) !== null
  }
  /** Where the rule in force comes from. */
  sourceOf(kind: RuleKind): RuleSource {
    const { data: _, ...source } = this.#inForce(kind)
    return source
  }

  /** As `workingDayAfter` of the library, by the holidays on record. Throws ApiError 409 `rule_missing` for a year without any. */
  workingDayAfter(day: string, n: number): string {
    return this.#byCalendar(() => workingDayAfter(day, n, this.holidays))
  }
  isWorkingDay(day: string): boolean {
    return this.#byCalendar(() => isWorkingDay(day, this.holidays))
  }

  #byCalendar<T>(count: () => T): T {
    try {
      return count()
    } catch (error) {
      if (error instanceof HolidaysMissingError) throw missing('holidays', this.day, String(error.year))
      throw error
    }
  }

  #all<Kind extends RuleKind>(kind: Kind): RuleRecord<RuleData[Kind]>[] {
    return this.#records
      .filter((record): record is RuleRecord<RuleData[Kind]> => record.kind === kind)
      .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  }

  #inForce<Kind extends RuleKind>(kind: Kind): RuleRecord<RuleData[Kind]> {
    const record = recordOn(this.#all(kind), this.day)
    if (!record) throw missing(kind, this.day)
    return record
  }
}

function missing(kind: RuleKind, day: string, key?: string): ApiError {
  return new ApiError(409, 'rule_missing', { field: kind, extra: { rule: { kind, day, key: key ?? null } } })
}
