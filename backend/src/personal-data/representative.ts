import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import type { Tenant } from '../http/tenant'
import { EVIDENCE_MODULE } from '../modules/evidence'
import { PERSONAL_FIELDS, type PersonalFieldName } from '../modules/evidence/personal-fields'
import type { EvidenceModuleService, PersonalFieldDTO, SealedField } from '../modules/evidence/service'
import { maskedValue } from './masked-value'
import { personalKeys } from './personal-keys'

/** Người đại diện: whom the programme's forms ask about. */
export const REPRESENTATIVE = 'representative'

/** One field as lists show it: that it is there and since when, and a hint by which its owner knows it again. */
export interface MaskedField {
  field: PersonalFieldName
  masked: string
  /** UTC, ISO 8601. */
  updatedAt: string
}

/** True for a name of `PERSONAL_FIELDS`. */
export function isPersonalField(value: unknown): value is PersonalFieldName {
  return PERSONAL_FIELDS.some((field) => field === value)
}

/** The field an address names. Throws ApiError 404. */
export function personalFieldIn(value: unknown): PersonalFieldName {
  if (!isPersonalField(value)) throw new ApiError(404, 'not_found')
  return value
}

/** Seals what was given, for the store. Values never leave this function as they are. */
export function sealRepresentative(
  { producerId, memberId }: Pick<Tenant, 'producerId' | 'memberId'>,
  given: Partial<Record<PersonalFieldName, string>>,
): SealedField[] {
  const keys = personalKeys()
  return PERSONAL_FIELDS.flatMap((field) => {
    const value = given[field]
    if (value === undefined) return []
    const { ciphertext, nonce, keyId } = keys.seal(value.normalize('NFC'), {
      producerId,
      subject: REPRESENTATIVE,
      field,
    })
    const whose = { producer_id: producerId, subject: REPRESENTATIVE, field }
    return [{ ...whose, ciphertext, nonce, key_id: keyId, member_id: memberId }]
  })
}

/** What is known of a producer's representative, masked. */
export async function maskedRepresentative(container: MedusaContainer, producerId: string): Promise<MaskedField[]> {
  const rows = await rowsOf(container, producerId)
  return rows.map((row) => ({
    field: row.field,
    masked: maskedValue(row.field, opened(row)),
    updatedAt: new Date(row.updated_at).toISOString(),
  }))
}

/** One field in the clear, for its owner. Throws ApiError 404 when it is not there. */
export async function shownField(
  container: MedusaContainer,
  producerId: string,
  field: PersonalFieldName,
): Promise<string> {
  const row = (await rowsOf(container, producerId)).find((each) => each.field === field)
  if (!row) throw new ApiError(404, 'not_found')
  return opened(row)
}

/** All fields in the clear, for an official with `person:read`; the reading is on record before (`GET /official/…`). */
export async function representativeInClear(
  container: MedusaContainer,
  producerId: string,
): Promise<{ field: PersonalFieldName; value: string }[]> {
  return (await rowsOf(container, producerId)).map((row) => ({ field: row.field, value: opened(row) }))
}

async function rowsOf(container: MedusaContainer, producerId: string): Promise<PersonalFieldDTO[]> {
  const evidence: EvidenceModuleService = container.resolve(EVIDENCE_MODULE)
  const rows = await evidence.listPersonalFields(
    { producer_id: producerId, subject: REPRESENTATIVE },
    { take: PERSONAL_FIELDS.length },
  )
  return [...rows].sort((a, b) => PERSONAL_FIELDS.indexOf(a.field) - PERSONAL_FIELDS.indexOf(b.field))
}

function opened({ producer_id, subject, field, ciphertext, nonce, key_id }: PersonalFieldDTO): string {
  return personalKeys().open({ ciphertext, nonce, keyId: key_id }, { producerId: producer_id, subject, field })
}
