import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import type { PersonalFieldName } from '../modules/evidence/personal-fields'
import { type OfficialScope, permittedPost } from '../officials/official-scope'
import { officialActor, recordAudit } from '../officials/record-audit'
import { permissionAt } from '../papers/cited-paper'
import { placesOfFiled } from '../papers/paper-uses'
import { maskedRepresentative, representativeInClear } from './representative'

/**
 * Personal fields of a producer's representative for an official with `person:read` where a filed dossier of the producer
 * belongs. The journal gets who read which fields before one of them is opened; it never gets a value.
 * Throws ApiError 403 when no post of theirs may, and 404 where they have no dossier of the producer.
 */
export async function readRepresentative(
  container: MedusaContainer,
  official: OfficialScope,
  producerId: string,
): Promise<{ field: PersonalFieldName; value: string }[]> {
  permittedPost(official, 'person:read')
  const places = await placesOfFiled(container, { producer_id: producerId })
  const permission = permissionAt(official, 'person:read', places)
  if (!permission) throw new ApiError(404, 'not_found')
  const fields = await maskedRepresentative(container, producerId)
  await recordAudit(container, {
    actor: officialActor(official, permission.post),
    verb: 'person:read',
    subject: { type: 'producer', id: producerId },
    place: permission.place,
    details: { fields: fields.map(({ field }) => field) },
  })
  return await representativeInClear(container, producerId)
}
