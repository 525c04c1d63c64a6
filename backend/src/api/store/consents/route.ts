import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { CONSENT_TEXTS } from '../../../customers/consent-texts'
import type { LocaleQuery } from '../validators'

/** `GET /store/consents?locale`: what people are asked to agree to, by purpose, in the words that are stored with their answer. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { locale } = req.validatedQuery as LocaleQuery
  res.setHeader('cache-control', 'public, max-age=0, s-maxage=60')
  res.json({
    consents: CONSENT_TEXTS.map((text) => ({
      purpose: text.purpose,
      version: text.version,
      needed: text.needed,
      text: text[locale ?? 'vi'],
    })),
  })
}
