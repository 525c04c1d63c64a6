import { z } from '@medusajs/framework/zod'
import { LEGAL_FORMS } from '../modules/producer/legal-forms'
import type { ApplicationField, SellerPaperKind } from '../modules/seller-account/application-fields'
import { BANKS } from '../money/banks'
import { readPhone } from './phone-number'
import { readTaxCode } from './tax-code'

/** What an application says, as it stands; empty text is not yet written. */
export interface ApplicationFacts extends Record<Exclude<ApplicationField, 'bankNumber'>, string> {
  hasBankNumber: boolean
  termsAgreed: boolean
  privacyAgreed: boolean
  papers: readonly SellerPaperKind[]
}

/** What is still missing or wrong before it can be handed in; `code` is a word of the pages' catalogue. */
export interface ApplicationProblem {
  field: ApplicationField | 'papers' | 'terms' | 'privacy'
  code: 'missing' | 'too_short' | 'invalid' | 'not_for_legal_form'
}

/** Forms that are registered as an enterprise or a cooperative, so that they have a number of it. */
const REGISTERED = new Set(['cooperative', 'private_enterprise', 'single_member_llc', 'llc', 'joint_stock'])

/** Every problem of an application, in the order of its form; none when it can be handed in. */
export function applicationProblems(facts: ApplicationFacts): ApplicationProblem[] {
  const problems: ApplicationProblem[] = []
  const say = (field: ApplicationProblem['field'], code: ApplicationProblem['code'] | null) => {
    if (code !== null) problems.push({ field, code })
  }
  say('legalForm', oneOf(facts.legalForm, LEGAL_FORMS))
  say('name', atLeast(facts.name, 2))
  say('taxCode', taxCodeProblem(facts))
  if (REGISTERED.has(facts.legalForm)) say('registrationNumber', atLeast(facts.registrationNumber, 5))
  say('provinceCode', facts.provinceCode === '' ? 'missing' : null)
  say('communeCode', facts.communeCode === '' ? 'missing' : null)
  say('street', atLeast(facts.street, 2))
  say('representative', atLeast(facts.representative, 2))
  say('phone', facts.phone === '' ? 'missing' : readPhone(facts.phone) === null ? 'invalid' : null)
  say('email', facts.email !== '' && !z.email().safeParse(facts.email).success ? 'invalid' : null)
  say('goods', atLeast(facts.goods, 10))
  say(
    'bankBin',
    oneOf(
      facts.bankBin,
      BANKS.map(({ bin }) => bin),
    ),
  )
  say('bankNumber', facts.hasBankNumber ? null : 'missing')
  say('bankHolder', atLeast(facts.bankHolder, 2))
  say('papers', facts.papers.includes('business_registration') ? null : 'missing')
  say('terms', facts.termsAgreed ? null : 'missing')
  say('privacy', facts.privacyAgreed ? null : 'missing')
  return problems
}

function atLeast(text: string, least: number): ApplicationProblem['code'] | null {
  if (text === '') return 'missing'
  return text.length < least ? 'too_short' : null
}

function oneOf(value: string, choices: readonly string[]): ApplicationProblem['code'] | null {
  if (value === '') return 'missing'
  return choices.includes(value) ? null : 'invalid'
}

/** Twelve digits are a person's own number: only those who pay tax as persons have it as their tax code. */
function taxCodeProblem({ taxCode, legalForm }: ApplicationFacts): ApplicationProblem['code'] | null {
  if (taxCode === '') return 'missing'
  const read = readTaxCode(taxCode)
  if (read === null) return 'invalid'
  return read.length === 12 && REGISTERED.has(legalForm) ? 'not_for_legal_form' : null
}
