import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { RuleRecord } from '@sao-lang/traceability/verify/rating'
import { RuleBook, type Rules } from '../rules'

const FOLDER = path.join(process.cwd(), '../seed/data/rules')

/** The records the seed adopts, as they stand in its files. For tests. */
export function seedRuleRecords(): RuleRecord[] {
  return readdirSync(FOLDER)
    .sort()
    .map((file) => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as RuleRecord)
}

let book: RuleBook | null = null

/** The seed's rules of a day, without a database. For tests. */
export function seedRulesOn(day: string): Rules {
  book ??= new RuleBook(seedRuleRecords())
  return book.on(day)
}
