import { z } from 'zod'
import { issueForPassport } from '../credentials/issue.ts'
import type { CredentialIssuer } from '../credentials/issuer.ts'
import { giveGtin } from '../identifiers/gtins.ts'
import { registerParty } from '../identifiers/parties.ts'
import { refSchema } from '../identifiers/refs.ts'
import { decisionDocuments, logDocuments } from '../log/documents.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { parseInput } from '../storage/input-error.ts'
import { insertPassport } from '../storage/passports.ts'
import { setProductParty } from '../storage/products.ts'
import { claimRequestKey, keepAnswer } from '../storage/request-keys.ts'
import { passportSchema } from './passport-schema.ts'

const SCOPE = 'passport'

export const passportMessageSchema = z.strictObject({
  messageId: refSchema,
  partyRef: refSchema,
  passport: passportSchema,
})
export type PassportMessage = z.infer<typeof passportMessageSchema>

const passportAnswer = z.object({ stored: z.boolean() })

/**
 * Takes a passport the shop pushed; registers the party when it is new. Newest `version` wins: an older or equal one is
 * not stored. A message that came before is answered as the first time, whatever it carries now, because a sender that
 * lost the answer may have built the passport anew. What was decided is queued for the transparency log; with an issuer,
 * credentials are issued in the same transaction, without one a later `refreshCredentials` does it.
 * Throws InputError naming the wrong field, among them a GTIN that belongs to another product.
 */
export async function storePassport(
  db: Database,
  message: PassportMessage,
  issuer: CredentialIssuer | null = null,
): Promise<{ stored: boolean }> {
  const { messageId, partyRef, passport } = parseInput(passportMessageSchema, message)
  return inTransaction(db, async (client) => {
    const { partyNo } = await registerParty(client, partyRef)
    const claim = await claimRequestKey(client, partyNo, SCOPE, messageId, passport)
    if (!claim.fresh) return passportAnswer.parse(claim.answer)
    const answer = { stored: await insertPassport(client, partyNo, passport) }
    if (answer.stored) {
      await setProductParty(client, partyNo, passport.productRef)
      const { gtin } = passport.product
      if (gtin) await giveGtin(client, gtin, { partyNo, productRef: passport.productRef }, 'passport.product.gtin')
      await logDocuments(client, partyNo, decisionDocuments(passport))
      if (issuer) await issueForPassport(client, issuer, partyNo, passport, new Date())
    }
    await keepAnswer(client, partyNo, SCOPE, messageId, answer)
    return answer
  })
}
