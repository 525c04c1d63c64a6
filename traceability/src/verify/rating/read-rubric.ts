import { type Fields, fieldsOf, type RuleFault } from './read-fields.ts'
import {
  type Band,
  type CertifiedStar,
  criteriaOf,
  RUBRIC_DETAILS,
  type Rubric,
  type RubricCriterion,
  type RubricOption,
  type RubricPart,
  type RubricQuestion,
  type RubricSection,
  type RubricSet,
  type Star,
} from './rubric.ts'

/** A set of criteria that does not add up. `faults` names every one, each with the set and criterion it is in. */
export class RubricError extends Error {
  override name = 'RubricError'
  readonly faults: readonly RuleFault[]

  constructor(faults: readonly RuleFault[]) {
    super(`The rubric does not add up: ${faults.map((fault) => fault.en).join('; ')}`)
    this.faults = faults
  }
}

const FULL_MARKS = 100

/**
 * Reads one version of the criteria and refuses one that does not add up: criteria to their section, sections to their part, parts
 * to 100, the best option of every criterion (and variant) to its maximum, points and star marks rising, ids and numbers unique,
 * bands without gap. A set known to be incomplete (`reliable: false`) must say what it lacks, and may lack no more than that.
 * In: the `data` of a rubric record. Throws RubricError with every fault found.
 */
export function readRubric(value: unknown): Rubric {
  const faults: RuleFault[] = []
  const fields = fieldsOf(value, '', faults)
  const rubric: Rubric = {
    version: fields.text('version'),
    title: fields.text('title'),
    detail: fields.oneOf('detail', RUBRIC_DETAILS),
    partsMax: readPartsMax(fields.object('partsMax')),
    bands: fields.list('bands').map(readBand),
    disqualifiers: fields.list('disqualifiers').map((each) => ({ code: each.text('code'), label: each.text('label') })),
    mends: fields.list('mends').map((each) => ({
      setNo: each.number('setNo'),
      code: each.text('code'),
      what: each.text('what'),
      printed: each.textOrNull('printed'),
      used: each.textOrNull('used'),
      reason: each.text('reason'),
      confidence: each.text('confidence'),
    })),
    openQuestions: fields.list('openQuestions').map((each) => ({
      sets: each.text('sets'),
      code: each.text('code'),
      text: each.text('text'),
    })),
    sets: fields.list('sets').map(readSet),
  }
  // Sums of what could not be read say nothing.
  if (faults.length === 0) addUp(rubric, faults)
  if (faults.length > 0) throw new RubricError(faults)
  return rubric
}

function readPartsMax(fields: Fields): Rubric['partsMax'] {
  return { A: fields.number('A'), B: fields.number('B'), C: fields.number('C') }
}

function readBand(fields: Fields): Band {
  return {
    stars: fields.oneOf('stars', [1, 2, 3, 4, 5] as const) as Star,
    min: fields.number('min'),
    below: fields.numberOrNull('below'),
    certified: fields.flag('certified'),
  }
}

function readSet(fields: Fields): RubricSet {
  return {
    no: fields.number('no'),
    name: fields.text('name'),
    sector: fields.text('sector'),
    group: fields.textOrNull('group'),
    leadMinistries: fields.texts('leadMinistries'),
    samples: fields.numberOrNull('samples'),
    disqualify: fields.texts('disqualify'),
    reliable: fields.flag('reliable'),
    note: fields.textOrNull('note'),
    parts: fields.list('parts').map(readPart),
  }
}

function readPart(fields: Fields): RubricPart {
  return {
    code: fields.oneOf('code', ['A', 'B', 'C'] as const),
    title: fields.text('title'),
    max: fields.number('max'),
    sections: fields.list('sections').map(readSection),
  }
}

function readSection(fields: Fields): RubricSection {
  return {
    code: fields.text('code'),
    title: fields.text('title'),
    max: fields.number('max'),
    note: fields.textOrNull('note'),
    criteria: fields.list('criteria').map(readCriterion),
  }
}

function readCriterion(fields: Fields): RubricCriterion {
  const require = fields.objectOrNull('require')
  return {
    id: fields.text('id'),
    code: fields.text('code'),
    title: fields.text('title'),
    max: fields.number('max'),
    group: fields.textOrNull('group'),
    scope: fields.oneOfOrNull('scope', ['commune', 'province'] as const),
    require: require && {
      sharePct: require.number('sharePct'),
      scope: require.oneOf('scope', ['commune', 'province'] as const),
    },
    note: fields.textOrNull('note'),
    options: fields.list('options').map(readOption),
  }
}

function readOption(fields: Fields): RubricOption {
  return {
    id: fields.text('id'),
    points: fields.number('points'),
    label: fields.text('label'),
    minForStar: fields.oneOfOrNull('minForStar', [3, 4, 5] as const) as CertifiedStar | null,
    variant: fields.textOrNull('variant'),
  }
}

function addUp(rubric: Rubric, faults: RuleFault[]): void {
  const note = (vi: string, en: string) => faults.push({ vi, en })
  checkBands(rubric.bands, note)
  const { A, B, C } = rubric.partsMax
  if (sum([A, B, C]) !== FULL_MARKS)
    note(
      `Ba phần A ${A}, B ${B}, C ${C} cộng lại ${sum([A, B, C])}, phải là ${FULL_MARKS}`,
      `Parts A ${A}, B ${B}, C ${C} make ${sum([A, B, C])}, not ${FULL_MARKS}`,
    )
  if (rubric.sets.length === 0) note('Chưa có bộ nào', 'There is no set')
  for (const no of repeated(rubric.sets.map((set) => String(set.no))))
    note(`Bộ số ${no} có hai lần`, `Set ${no} stands twice`)
  const ids = rubric.sets.flatMap((set) =>
    criteriaOf(set).flatMap((criterion) => [criterion.id, ...criterion.options.map((option) => option.id)]),
  )
  for (const id of repeated(ids)) note(`Mã ${id} có hai lần`, `The id ${id} stands twice`)
  const known = new Set(rubric.disqualifiers.map((each) => each.code))
  for (const set of rubric.sets) {
    for (const code of set.disqualify) {
      if (!known.has(code))
        note(
          `Bộ ${set.no}: lý do loại “${code}” không có trong phiên bản này`,
          `Set ${set.no}: “${code}” is no disqualifier of this version`,
        )
    }
    checkSet(set, rubric, note)
  }
}

/** Notes one fault, in Vietnamese and English. */
type Note = (vi: string, en: string) => void

function checkSet(set: RubricSet, rubric: Rubric, note: Note): void {
  const vi = `Bộ ${set.no}`
  const en = `Set ${set.no}`
  if (!set.reliable && set.note === null)
    note(`${vi}: phải ghi chú vì sao chưa đủ tin cậy`, `${en}: its note must say why it is not reliable`)
  if (rubric.detail === 'parts-only') {
    if (set.parts.length > 0)
      note(
        `${vi}: phiên bản chỉ biết ba phần thì không có mục`,
        `${en}: a version known by its parts alone has no sections`,
      )
    return
  }
  if (set.parts.length === 0) {
    if (set.reliable) note(`${vi}: chưa có phần nào`, `${en}: has no parts`)
    return
  }
  const codes = set.parts.map((part) => part.code).join(', ')
  if (codes !== 'A, B, C')
    note(`${vi}: các phần là ${codes}, phải là A, B, C`, `${en}: its parts are ${codes}, not A, B, C`)
  for (const part of set.parts) {
    const wanted = rubric.partsMax[part.code]
    // Of a set whose copy has gaps, the sums that can be made must hold; what is missing cannot.
    if (set.reliable ? part.max !== wanted : part.max > wanted)
      note(
        `${vi} phần ${part.code}: ${part.max} điểm, phiên bản này cho ${wanted}`,
        `${en} part ${part.code}: ${part.max} points, the version gives it ${wanted}`,
      )
    const sections = sum(part.sections.map((section) => section.max))
    if (sections !== part.max)
      note(
        `${vi} phần ${part.code}: các mục cộng lại ${sections}, phải là ${part.max}`,
        `${en} part ${part.code}: its sections make ${sections}, not ${part.max}`,
      )
    for (const section of part.sections) checkSection(section, rubric, set, note)
  }
  const total = sum(set.parts.map((part) => part.max))
  if (set.reliable ? total !== FULL_MARKS : total > FULL_MARKS)
    note(`${vi}: cộng lại ${total} điểm, phải là ${FULL_MARKS}`, `${en}: ${total} points in all, not ${FULL_MARKS}`)
}

function checkSection(section: RubricSection, rubric: Rubric, set: RubricSet, note: Note): void {
  const criteria = sum(section.criteria.map((criterion) => criterion.max))
  if (criteria !== section.max)
    note(
      `Bộ ${set.no} mục ${section.code}: các tiêu chí cộng lại ${criteria}, phải là ${section.max}`,
      `Set ${set.no} section ${section.code}: its criteria make ${criteria}, not ${section.max}`,
    )
  for (const criterion of section.criteria) {
    const vi = `Bộ ${set.no} tiêu chí ${criterion.code} (${criterion.id})`
    const en = `Set ${set.no} criterion ${criterion.code} (${criterion.id})`
    if (criterion.max <= 0) note(`${vi}: điểm tối đa là ${criterion.max}`, `${en}: its maximum is ${criterion.max}`)
    if (rubric.detail !== 'full') {
      if (criterion.options.length > 0)
        note(
          `${vi}: phiên bản không có phương án thì không nêu ở đây`,
          `${en}: a version without options has none here`,
        )
      continue
    }
    if (criterion.options.length === 0) note(`${vi}: chưa có phương án`, `${en}: has no options`)
    const equalAsPrinted = rubric.openQuestions.some((each) => asksAbout(each, set.no, criterion.code))
    for (const variant of variantsOf(criterion)) {
      const options = criterion.options.filter((option) => option.variant === variant)
      const list = variant === null ? '' : ` ${variant}`
      checkOptions(options, criterion.max, equalAsPrinted, (faultVi, faultEn) =>
        note(`${vi}${list}: ${faultVi}`, `${en}${list}: ${faultEn}`),
      )
    }
  }
}

function checkOptions(options: readonly RubricOption[], max: number, equalAsPrinted: boolean, note: Note): void {
  const best = Math.max(...options.map((option) => option.points))
  if (best !== max)
    note(`phương án cao nhất ${best} điểm, tối đa ghi ${max}`, `its best option gives ${best}, its maximum is ${max}`)
  let marked = 0
  options.forEach((option, index) => {
    if (option.points < 0) note(`phương án ${option.id} có điểm âm`, `option ${option.id} gives ${option.points}`)
    const before = options[index - 1]
    if (before && (option.points < before.points || (option.points === before.points && !equalAsPrinted)))
      note(
        `phương án ${option.id} có ${option.points} điểm sau phương án ${before.points} điểm; điểm phải tăng dần`,
        `option ${option.id} gives ${option.points} after ${before.points}; points must rise`,
      )
    if (option.minForStar === null) return
    if (option.minForStar <= marked)
      note(
        `phương án ${option.id} đánh dấu ${option.minForStar} sao sau dấu ${marked} sao; dấu sao phải tăng dần`,
        `option ${option.id} is marked ${option.minForStar} stars after ${marked}; marks must rise`,
      )
    marked = option.minForStar
  })
}

function checkBands(bands: readonly Band[], note: Note): void {
  const rising = [...bands].sort((a, b) => a.stars - b.stars)
  if (rising.map((band) => band.stars).join('') !== '12345') {
    note('Khung điểm: phải có đủ năm khung từ 1 đến 5 sao', 'Bands: there must be one for each of 1 to 5 stars')
    return
  }
  if (rising[0]?.min !== 0)
    note(
      `Khung điểm: khung thấp nhất từ ${rising[0]?.min}, phải từ 0`,
      `Bands: the lowest begins at ${rising[0]?.min}, not 0`,
    )
  rising.forEach((band, index) => {
    const next = rising[index + 1]
    if (band.below !== (next?.min ?? null))
      note(
        `Khung điểm ${band.stars} sao: kết thúc ở ${band.below ?? 'không giới hạn'}, khung sau từ ${next?.min ?? 'không có'}`,
        `Band of ${band.stars} stars: ends at ${band.below ?? 'no limit'}, the next one begins at ${next?.min ?? 'none'}`,
      )
    if (next && next.min <= band.min)
      note(
        `Khung điểm ${next.stars} sao: từ ${next.min}, phải cao hơn ${band.min}`,
        `Band of ${next.stars} stars: begins at ${next.min}, not above ${band.min}`,
      )
    if (band.min > FULL_MARKS)
      note(
        `Khung điểm ${band.stars} sao: từ trên ${FULL_MARKS}`,
        `Band of ${band.stars} stars: begins above ${FULL_MARKS}`,
      )
    if (band.certified && band.stars < 3)
      note(
        `Khung điểm ${band.stars} sao: không được cấp giấy chứng nhận`,
        `Band of ${band.stars} stars: cannot be certified`,
      )
  })
}

/** Two options of equal points are let through where the version itself says that they are printed so. */
function asksAbout(question: RubricQuestion, setNo: number, code: string): boolean {
  return question.sets === String(setNo) && question.code === code
}

function variantsOf(criterion: RubricCriterion): (string | null)[] {
  return [...new Set(criterion.options.map((option) => option.variant))]
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const value of values) (seen.has(value) ? twice : seen).add(value)
  return [...twice]
}

/** Exact for points of at most two decimals. */
function sum(points: readonly number[]): number {
  return points.reduce((total, each) => total + Math.round(each * 100), 0) / 100
}
