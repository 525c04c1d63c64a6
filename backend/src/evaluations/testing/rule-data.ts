import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  type Authority,
  type Rubric,
  type RuleRecord,
  readRubric,
  type Scoring,
} from '@sao-lang/traceability/verify/rating'

const FOLDER = path.join(__dirname, '../../../../seed/data/rules')

/** A record of the rule book as it is delivered. In: its file's name without the extension. */
export function ruleData<Data>(name: string): Data {
  return (JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8')) as RuleRecord<Data>).data
}

export const AUTHORITY_2019 = ruleData<Authority>('authority-2019')
export const AUTHORITY_2023 = ruleData<Authority>('authority-2023')
export const AUTHORITY_2026 = ruleData<Authority>('authority-2026')
export const SCORING = ruleData<Scoring>('scoring-2019')
export const RUBRIC_2026: Rubric = readRubric(ruleData('rubric-26-2026'))
export const RUBRIC_2020: Rubric = readRubric(ruleData('rubric-781-2020'))
