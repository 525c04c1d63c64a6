import type { MedusaContainer } from '@medusajs/framework/types'
import { shopLogger } from '../logging/shop-logger'
import { EVIDENCE_MODULE } from '../modules/evidence'
import type { EvidenceModuleService } from '../modules/evidence/service'
import { type PersonalKeys, SealError } from './sealed-field'

/** As many fields as are sealed anew in one go. */
const AT_ONCE = 500

/**
 * Seals anew with the newest key what an older one sealed, so that the older one can go. A field that its owner writes meanwhile
 * stays as it was written. Out: how many; fields whose key is gone are left and logged, without what they are about.
 */
export async function resealOldFields(container: MedusaContainer, keys: PersonalKeys): Promise<number> {
  const evidence: EvidenceModuleService = container.resolve(EVIDENCE_MODULE)
  const rows = await evidence.listPersonalFields({ key_id: { $ne: keys.current } }, { take: AT_ONCE })
  let resealed = 0
  let lost = 0
  for (const { id, producer_id: producerId, subject, field, ciphertext, nonce, key_id } of rows) {
    const place = { producerId, subject, field }
    try {
      const sealed = keys.seal(keys.open({ ciphertext, nonce, keyId: key_id }, place), place)
      await evidence.updatePersonalFields({
        selector: { id, nonce },
        data: { ciphertext: sealed.ciphertext, nonce: sealed.nonce, key_id: sealed.keyId },
      })
      resealed += 1
    } catch (error) {
      if (!(error instanceof SealError)) throw error
      lost += 1
    }
  }
  if (lost > 0) shopLogger.event('warn', 'Personal fields have no key here', { fields: lost })
  return resealed
}
