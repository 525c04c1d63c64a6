import { type Fields, fieldsOf, type RuleFaults } from './read-fields.ts'
import {
  type Band,
  type CertifiedStar,
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
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(`The rubric does not add up: ${faults.join('; ')}`)
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
  const faults: string[] = []
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

function addUp(rubric: Rubric, faults: RuleFaults): void {
  checkBands(rubric.bands, faults)
  const { A, B, C } = rubric.partsMax
  if (sum([A, B, C]) !== FULL_MARKS)
    faults.push(`parts A ${A}, B ${B}, C ${C} make ${sum([A, B, C])}, not ${FULL_MARKS}`)
  noneTwice(
    rubric.sets.map((set) => String(set.no)),
    'set number',
    faults,
  )
  const ids = rubric.sets.flatMap((set) =>
    set.parts.flatMap((part) =>
      part.sections.flatMap((section) =>
        section.criteria.flatMap((criterion) => [criterion.id, ...criterion.options.map((option) => option.id)]),
      ),
    ),
  )
  noneTwice(ids, 'id', faults)
  if (rubric.sets.length === 0) faults.push('there is no set')
  const known = new Set(rubric.disqualifiers.map((each) => each.code))
  for (const set of rubric.sets) {
    for (const code of set.disqualify) {
      if (!known.has(code)) faults.push(`set ${set.no}: “${code}” is no disqualifier of this version`)
    }
    checkSet(set, rubric, faults)
  }
}

function checkSet(set: RubricSet, rubric: Rubric, faults: RuleFaults): void {
  const at = `set ${set.no}`
  if (!set.reliable && set.note === null) faults.push(`${at}: must say in its note why it is not reliable`)
  if (rubric.detail === 'parts-only') {
    if (set.parts.length > 0) faults.push(`${at}: a version known by its parts alone cannot have sections`)
    return
  }
  // Of a set whose copy has gaps, the sums that can be made must hold; what is missing cannot.
  if (set.parts.length === 0) {
    if (set.reliable) faults.push(`${at}: has no parts`)
    return
  }
  const codes = set.parts.map((part) => part.code).join('')
  if (codes !== 'ABC') faults.push(`${at}: its parts are ${codes || 'none'}, not A, B, C`)
  for (const part of set.parts) {
    const wanted = rubric.partsMax[part.code]
    if (set.reliable ? part.max !== wanted : part.max > wanted)
      faults.push(`${at} part ${part.code}: ${part.max} points, the version gives it ${wanted}`)
    const sections = sum(part.sections.map((section) => section.max))
    if (sections !== part.max) faults.push(`${at} part ${part.code}: sections make ${sections}, not ${part.max}`)
    for (const section of part.sections) checkSection(section, `${at} section ${section.code}`, rubric, set.no, faults)
  }
  const total = sum(set.parts.map((part) => part.max))
  if (set.reliable ? total !== FULL_MARKS : total > FULL_MARKS)
    faults.push(`${at}: ${total} points in all, not ${FULL_MARKS}`)
}

function checkSection(section: RubricSection, at: string, rubric: Rubric, setNo: number, faults: RuleFaults): void {
  const criteria = sum(section.criteria.map((criterion) => criterion.max))
  if (criteria !== section.max) faults.push(`${at}: criteria make ${criteria}, not ${section.max}`)
  for (const criterion of section.criteria) {
    const where = `set ${setNo} criterion ${criterion.code} (${criterion.id})`
    if (criterion.max <= 0) faults.push(`${where}: its maximum is ${criterion.max}`)
    if (rubric.detail !== 'full') {
      if (criterion.options.length > 0) faults.push(`${where}: a version without options cannot have some here`)
      continue
    }
    if (criterion.options.length === 0) faults.push(`${where}: has no options`)
    const equalAsPrinted = rubric.openQuestions.some((each) => asksAbout(each, setNo, criterion.code))
    for (const variant of variantsOf(criterion)) {
      const options = criterion.options.filter((option) => option.variant === variant)
      checkOptions(options, criterion.max, variant === null ? where : `${where} ${variant}`, equalAsPrinted, faults)
    }
  }
}

function checkOptions(
  options: readonly RubricOption[],
  max: number,
  where: string,
  equalAsPrinted: boolean,
  faults: RuleFaults,
): void {
  const best = Math.max(...options.map((option) => option.points))
  if (best !== max) faults.push(`${where}: its best option gives ${best}, its maximum is ${max}`)
  let marked = 0
  options.forEach((option, index) => {
    if (option.points < 0) faults.push(`${where}: option ${option.id} gives ${option.points}`)
    const before = options[index - 1]
    if (before && (option.points < before.points || (option.points === before.points && !equalAsPrinted)))
      faults.push(`${where}: option ${option.id} gives ${option.points} after ${before.points}`)
    if (option.minForStar === null) return
    if (option.minForStar <= marked)
      faults.push(`${where}: option ${option.id} is marked ${option.minForStar}★ after ${marked}★`)
    marked = option.minForStar
  })
}

function checkBands(bands: readonly Band[], faults: RuleFaults): void {
  const rising = [...bands].sort((a, b) => a.stars - b.stars)
  if (rising.map((band) => band.stars).join('') !== '12345') {
    faults.push('bands: there must be one for each of 1 to 5 stars')
    return
  }
  if (rising[0]?.min !== 0) faults.push(`bands: the lowest begins at ${rising[0]?.min}, not 0`)
  rising.forEach((band, index) => {
    const next = rising[index + 1]
    if (band.below !== (next?.min ?? null))
      faults.push(`bands: ${band.stars}★ ends at ${band.below}, the next one begins at ${next?.min ?? 'none'}`)
    if (next && next.min <= band.min) faults.push(`bands: ${next.stars}★ begins at ${next.min}, not above ${band.min}`)
    if (band.min > FULL_MARKS) faults.push(`bands: ${band.stars}★ begins above ${FULL_MARKS}`)
  })
}

/** Two options of equal points are let through where the version itself says that they are printed so. */
function asksAbout(question: RubricQuestion, setNo: number, code: string): boolean {
  return question.sets === String(setNo) && question.code === code
}

function variantsOf(criterion: RubricCriterion): (string | null)[] {
  return [...new Set(criterion.options.map((option) => option.variant))]
}

function noneTwice(values: readonly string[], what: string, faults: RuleFaults): void {
  const seen = new Set<string>()
  for (const value of values) {
    if (seen.has(value)) faults.push(`${what} ${value} stands twice`)
    seen.add(value)
  }
}

/** Exact for points of at most two decimals. */
function sum(points: readonly number[]): number {
  return points.reduce((total, each) => total + Math.round(each * 100), 0) / 100
}
