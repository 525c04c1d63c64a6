import type { RequestContext } from '#app/lib/request-context.server.ts'
import { publicAnswer } from './answer-cache.server.ts'

export type ConsentPurpose = 'account' | 'order' | 'order_messages' | 'follow_notices' | 'offers'

/** What somebody is asked to agree to, in the words that are stored with their answer. */
export interface ConsentText {
  purpose: ConsentPurpose
  version: string
  needed: boolean
  text: string
}

export interface GivenConsent {
  purpose: ConsentPurpose
  given: boolean
}

/** The wordings for these purposes, in the visitor's language. Throws ShopError. */
export async function readConsentTexts(
  context: RequestContext,
  purposes: readonly ConsentPurpose[],
): Promise<ConsentText[]> {
  const { consents } = await publicAnswer<{ consents: ConsentText[] }>(context, '/store/consents', {
    locale: context.locale,
  })
  return purposes.flatMap((purpose) => consents.find((each) => each.purpose === purpose) ?? [])
}

/** The answers in a form: a box that was not ticked is a no. */
export function consentsIn(form: FormData, purposes: readonly ConsentPurpose[]): GivenConsent[] {
  const ticked = form.getAll('consent')
  return purposes.map((purpose) => ({ purpose, given: ticked.includes(purpose) }))
}
