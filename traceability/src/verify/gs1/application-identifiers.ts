import { CHARACTER_SETS, LINTERS, type LinterName } from './linters.ts'

export interface AiComponent {
  characters: keyof typeof CHARACTER_SETS
  min: number
  max: number
  /** May be absent, with everything behind it. */
  optional: boolean
  linters: readonly LinterName[]
}

/** One GS1 application identifier (AI): what its value may be and where it may stand. */
export interface ApplicationIdentifier {
  ai: string
  components: readonly AiComponent[]
  /** Fewest and most characters of the whole value. */
  min: number
  max: number
  /** In an element string no separator (FNC1) follows. */
  predefinedLength: boolean
  /** May stand in the query of a Digital Link. */
  attribute: boolean
  /** Null unless it is a primary key of a Digital Link; then the sequences its qualifiers may be picked from. */
  keyQualifiers: readonly (readonly string[])[] | null
  /** Of each entry one group must be present whole: `[[['01'], ['8006']], [['21']]]` = (01 or 8006) and 21. */
  needs: readonly (readonly (readonly string[])[])[]
  /** None of these may be present; `n` stands for any digit. */
  excludes: readonly string[]
}

interface Facts {
  key?: readonly (readonly string[])[]
  attribute?: false
  needs?: readonly string[]
  excludes?: string
}

/**
 * Facts of the GS1 Barcode Syntax Dictionary, release 2026-01-27, all application identifiers but the measures below.
 * A row: AIs (also `3900-3909`), the format, where it stands and with what. Format: a component each, as in the General
 * Specifications (`N13`, `X..20`), its content rules after colons, `?` when optional. `needs`: every entry, of which one
 * alternative; `01+21` needs both. AIs with nothing else said may stand in the query of a Digital Link.
 */
const TABLE: readonly (readonly [ais: string, format: string, facts?: Facts])[] = [
  ['00', 'N18:csum:gcppos2', { key: [] }],
  ['01', 'N14:csum:gcppos2', { key: [['22', '10', '21'], ['235']], excludes: '255 37' }],
  ['02', 'N14:csum:gcppos2', { needs: ['37'], excludes: '01 03' }],
  ['03', 'N14:csum:gcppos2', { attribute: false, excludes: '01 02 37' }],
  ['10', 'X..20', { needs: ['01 02 03 8006 8026'] }],
  ['11 13 15 16', 'N6:yymmd0', { needs: ['01 02 03 8006 8026'] }],
  ['12', 'N6:yymmd0', { needs: ['8020'] }],
  ['17', 'N6:yymmd0', { needs: ['01 02 03 255 8006 8026'] }],
  ['20', 'N2', { needs: ['01 02 8006 8026'] }],
  ['21', 'X..20', { attribute: false, needs: ['01 03 8006'], excludes: '235' }],
  ['22', 'X..20', { attribute: false, needs: ['01'] }],
  ['235', 'X..28', { attribute: false, needs: ['01'] }],
  ['240 241', 'X..30', { needs: ['01 02 8006 8026'] }],
  ['242', 'N..6', { needs: ['01 02 8006 8026'] }],
  ['243 710-717', 'X..20', { needs: ['01'] }],
  ['250', 'X..30', { needs: ['01 8006', '21'] }],
  ['251', 'X..30', { needs: ['01 8006'] }],
  ['253', 'N13:csum:gcppos1 X..17?', { key: [] }],
  ['254', 'X..20', { attribute: false, needs: ['414'] }],
  ['255', 'N13:csum:gcppos1 N..12?', { key: [], excludes: '01 02 415 8006 8020 8026' }],
  ['30', 'N..8', { needs: ['01 02'] }],
  ['37', 'N..8', { needs: ['00', '02 8026'] }],
  ['3900-3909', 'N..15', { needs: ['255 8020'], excludes: '390n 391n 394n 8111' }],
  ['3910-3919', 'N3:iso4217 N..15', { needs: ['8020'], excludes: '391n' }],
  ['3920-3929', 'N..15', { needs: ['01', '30 31nn 32nn 35nn 36nn'], excludes: '392n 393n' }],
  ['3930-3939', 'N3:iso4217 N..15', { needs: ['30 31nn 32nn 35nn 36nn'], excludes: '393n' }],
  ['3940-3943', 'N4', { needs: ['255'], excludes: '394n 8111' }],
  ['3950-3955', 'N6', { needs: ['30 31nn 32nn 35nn 36nn'], excludes: '392n 393n 395n 8005' }],
  ['400 90', 'X..30'],
  ['401', 'X..30:gcppos1', { key: [] }],
  ['402', 'N17:csum:gcppos1', { key: [] }],
  ['403 4308 4319', 'X..30', { needs: ['00'] }],
  ['410 411 412 413 416', 'N13:csum:gcppos1'],
  ['414', 'N13:csum:gcppos1', { key: [['254'], ['7040']] }],
  ['415', 'N13:csum:gcppos1', { key: [['8020']], needs: ['8020'] }],
  ['417', 'N13:csum:gcppos1', { key: [['7040']] }],
  ['420', 'X..20', { excludes: '421' }],
  ['421', 'N3:iso3166 X..9', { excludes: '4307' }],
  ['422', 'N3:iso3166', { needs: ['01 02 8006 8026'], excludes: '426' }],
  ['423 425', 'N3:iso3166 N3:iso3166? N3:iso3166? N3:iso3166? N3:iso3166?', { needs: ['01 02'], excludes: '426' }],
  ['424', 'N3:iso3166', { needs: ['01 02'], excludes: '426' }],
  ['426', 'N3:iso3166', { needs: ['01 02'] }],
  ['427', 'X..3', { needs: ['01 02', '422'] }],
  ['4300 4301 4310 4311 4320', 'X..35:pcenc', { needs: ['00'] }],
  ['4302 4304 4305 4306 4312 4314 4315 4316', 'X..70:pcenc', { needs: ['00'] }],
  ['4303', 'X..70:pcenc', { needs: ['4302'] }],
  ['4307 4317', 'X2:iso3166alpha2', { needs: ['00'] }],
  ['4309', 'N10:latitude N10:longitude', { needs: ['00'] }],
  ['4313', 'X..70:pcenc', { needs: ['4312'] }],
  ['4318', 'X..20', { needs: ['00'] }],
  ['4321 4322 4323', 'N1:yesno', { needs: ['00'] }],
  ['4324 4325', 'N6:yymmd0 N4:hhmi', { needs: ['00'] }],
  ['4326', 'N6:yymmdd', { needs: ['00'] }],
  ['4330', 'N6 X1:hyphen?', { needs: ['00'], excludes: '4331' }],
  ['4331', 'N6 X1:hyphen?', { needs: ['00'], excludes: '4330' }],
  ['4332', 'N6 X1:hyphen?', { needs: ['00'], excludes: '4333' }],
  ['4333', 'N6 X1:hyphen?', { needs: ['00'], excludes: '4332' }],
  ['7001', 'N13', { needs: ['01 02 8006 8026'] }],
  ['7002', 'X..30', { needs: ['01 02'] }],
  ['7003', 'N6:yymmdd N4:hhmi', { needs: ['01 02'] }],
  ['7004', 'N..4', { needs: ['01+10'] }],
  ['7005', 'X..12', { needs: ['01 02'] }],
  ['7006', 'N6:yymmdd', { needs: ['01 02'] }],
  ['7007', 'N6:yymmdd N6:yymmdd?', { needs: ['01 02'] }],
  ['7008', 'X..3', { needs: ['01 02'] }],
  ['7009', 'X..10', { needs: ['01 02'] }],
  ['7010', 'X..2', { needs: ['01 02'] }],
  ['7011', 'N6:yymmdd N4:hhmi?', { needs: ['01 02'] }],
  ['7020', 'X..20', { needs: ['01 8006', '416'] }],
  ['7021 7240 8012', 'X..20', { needs: ['01 8006'] }],
  ['7022', 'X..20', { needs: ['7021'] }],
  ['7023', 'X..30:gcppos1'],
  ['7030-7039', 'N3:iso3166999 X..27', { needs: ['01 02'] }],
  ['7040', 'N1 X1 X1 X1:importeridx', { attribute: false }],
  ['7041', 'X..4:packagetype', { attribute: false, needs: ['00'] }],
  ['7230-7239', 'X2 X..28', { needs: ['01 8004'] }],
  ['7241', 'N2:mediatype', { needs: ['8017 8018'] }],
  ['7242', 'X..25', { needs: ['8017 8018'] }],
  ['7250', 'N8:yyyymmdd', { needs: ['8018'], excludes: '7251' }],
  ['7251', 'N8:yyyymmdd N4:hhmi', { needs: ['8018'], excludes: '7250' }],
  ['7252', 'N1:iso5218', { needs: ['8018'] }],
  ['7253 7254', 'X..40:pcenc', { needs: ['8017 8018'], excludes: '7256 7259' }],
  ['7255', 'X..10', { needs: ['8017 8018'], excludes: '7256 7259' }],
  ['7256', 'X..90:pcenc', { needs: ['8017 8018'] }],
  ['7257', 'X..70:pcenc', { needs: ['8018'] }],
  ['7258', 'X3:posinseqslash', { needs: ['8018+7259'] }],
  ['7259', 'X..40:pcenc', { needs: ['8018'], excludes: '7256' }],
  ['8001', 'N4:nonzero N5:nonzero N3:nonzero N1:winding N1', { needs: ['01'] }],
  ['8002', 'X..20'],
  ['8003', 'N1:zero N13:csum:gcppos1 X..16?', { key: [] }],
  ['8004', 'X..30:gcppos1', { key: [['7040']] }],
  ['8005', 'N6', { needs: ['01 02'] }],
  ['8006', 'N14:csum:gcppos2 N4:pieceoftotal', { key: [['22', '10', '21']], excludes: '01 37' }],
  ['8007', 'X..34:iban', { needs: ['415'] }],
  ['8008', 'N6:yymmdd N2:hh N2:mi? N2:ss?', { needs: ['01 02'] }],
  ['8009', 'X..50', { needs: ['00 01'] }],
  ['8010', 'Y..30:gcppos1', { key: [['8011']] }],
  ['8011', 'N..12:nozeroprefix', { attribute: false, needs: ['8010'] }],
  ['8013', 'X..25:csumalpha:gcppos1', { key: [] }],
  ['8014', 'X..25:csumalpha:gcppos1:hasnondigit', { attribute: false, needs: ['01'] }],
  ['8017', 'N18:csum:gcppos1', { key: [['8019']], excludes: '8018' }],
  ['8018', 'N18:csum:gcppos1', { key: [['8019']], excludes: '8017' }],
  ['8019', 'N..10', { attribute: false, needs: ['8017 8018'] }],
  ['8020', 'X..25', { attribute: false, needs: ['415'] }],
  ['8026', 'N14:csum:gcppos2 N4:pieceoftotal', { needs: ['37'], excludes: '02 8006' }],
  ['8030', 'Z..90', { needs: ['00 01+21 253 255 8003 8004 8006+21 8010+8011 8017 8018'] }],
  ['8040', 'N15', { attribute: false, needs: ['01+21'] }],
  ['8041', 'N15', { attribute: false, needs: ['01+21+8040'] }],
  ['8042', 'N32', { attribute: false, needs: ['01+21+8040'] }],
  ['8043', 'N18 N..2?', { attribute: false, needs: ['01+21+8040'] }],
  ['8110', 'X..70:couponcode'],
  ['8111', 'N4', { needs: ['255'] }],
  ['8112', 'X..70:couponposoffer'],
  ['8200', 'X..70', { attribute: false, needs: ['01'] }],
  ['91-99', 'X..90'],
]

/** Trade measures (310n to 369n, six digits, n decimals from 0 to 5): of one measure only one number of decimals. */
const MEASURES: readonly (readonly [stems: string, needs: string])[] = [
  ['310 311 312 313 314 315 316 320 321 322 323 324 325 326 327 328 329 350 351 352 356 357', '01 02'],
  ['360 361 364 365 366', '01 02'],
  ['330 331 332 333 334 335 336 340 341 342 343 344 345 346 347 348 349 353 354 355', '00 01'],
  ['362 363 367 368 369', '00 01'],
  ['337', '01'],
]

/** First two digits of AIs with a predefined length (GS1 General Specifications 7.8.5). */
const PREDEFINED_LENGTH = /^(0[0-4]|1[1-9]|20|3[1-6]|41)/

/** All application identifiers by their digits. */
export const APPLICATION_IDENTIFIERS: ReadonlyMap<string, ApplicationIdentifier> = new Map(
  [
    ...TABLE.flatMap(([ais, format, facts]) => expand(ais).map((ai) => entry(ai, format, facts ?? {}))),
    ...MEASURES.flatMap(([stems, needs]) =>
      stems
        .split(' ')
        .flatMap((stem) =>
          expand(`${stem}0-${stem}5`).map((ai) => entry(ai, 'N6', { needs: [needs], excludes: `${stem}n` })),
        ),
    ),
  ].map((each) => [each.ai, each]),
)

/** Fewest and most digits of an application identifier; none is the beginning of another. */
export const AI_LENGTHS = { min: 2, max: 4 } as const

/**
 * What is wrong with the value of an application identifier: too short, too long, characters, check digits, dates …
 * In: a known AI and its value, decoded. Out: null when nothing is, else the rest of a sentence that starts with
 * "The value of AI (nn)", and whether it is about length or content.
 */
export function valueFault(
  ai: ApplicationIdentifier,
  value: string,
): { code: 'empty_value' | 'wrong_length' | 'wrong_content'; text: string } | null {
  if (value === '') return { code: 'empty_value', text: 'is missing' }
  if (value.length < ai.min) return { code: 'wrong_length', text: `is too short: ${lengths(ai)}` }
  if (value.length > ai.max) return { code: 'wrong_length', text: `is too long: ${lengths(ai)}` }
  let at = 0
  for (const component of ai.components) {
    const part = value.slice(at, at + component.max)
    if (part === '' && component.optional) continue
    if (part.length < component.min) return { code: 'wrong_length', text: 'ends inside one of its parts' }
    const fault = CHARACTER_SETS[component.characters](part) ?? firstFault(component.linters, part)
    if (fault !== null) return { code: 'wrong_content', text: fault }
    at += part.length
  }
  return null
}

/** Whether `pattern` (`01`, `310n`, `31nn`) names this AI. */
export function matchesAi(pattern: string, ai: string): boolean {
  return pattern.length === ai.length && [...pattern].every((digit, at) => digit === 'n' || digit === ai.charAt(at))
}

function firstFault(linters: readonly LinterName[], part: string): string | null {
  for (const name of linters) {
    const fault = LINTERS[name](part)
    if (fault !== null) return fault
  }
  return null
}

function lengths({ min, max }: ApplicationIdentifier): string {
  return min === max ? `it must have ${max} characters` : `it must have ${min} to ${max} characters`
}

function entry(ai: string, format: string, facts: Facts): ApplicationIdentifier {
  const components = format.split(' ').map(readComponent)
  return {
    ai,
    components,
    min: components.reduce((sum, { min, optional }) => sum + (optional ? 0 : min), 0),
    max: components.reduce((sum, { max }) => sum + max, 0),
    predefinedLength: PREDEFINED_LENGTH.test(ai),
    attribute: facts.attribute ?? true,
    keyQualifiers: facts.key ?? null,
    needs: (facts.needs ?? []).map((choice) => choice.split(' ').map((group) => group.split('+'))),
    excludes: facts.excludes?.split(' ') ?? [],
  }
}

function readComponent(text: string): AiComponent {
  const [, characters, open, digits, rules, optional] =
    /^([NXYZ])(\.\.)?([0-9]+)((?::[a-z0-9]+)*)(\?)?$/.exec(text) ?? []
  const linters = (rules ?? '').split(':').slice(1)
  if (!isCharacterSet(characters) || !linters.every(isLinter)) throw new Error(`"${text}" is no component of a format`)
  const max = Number(digits)
  return { characters, min: open ? 1 : max, max, optional: optional === '?', linters }
}

function isCharacterSet(name: string | undefined): name is keyof typeof CHARACTER_SETS {
  return name !== undefined && name in CHARACTER_SETS
}

function isLinter(name: string): name is LinterName {
  return name in LINTERS
}

/** `'8001 91-99'` as the single AIs. */
function expand(ais: string): string[] {
  return ais.split(' ').flatMap((range) => {
    const [first = '', last = first] = range.split('-')
    const count = Number(last) - Number(first) + 1
    return Array.from({ length: count }, (_, i) => String(Number(first) + i).padStart(first.length, '0'))
  })
}
