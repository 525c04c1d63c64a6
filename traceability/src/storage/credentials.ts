import type { ClientBase } from 'pg'
import type { Database } from './database.ts'
import { uuidV7 } from './uuid-v7.ts'

export type CredentialKind = 'decision' | 'mark_licence'

/** Why a credential was taken back. */
export type RevocationReason =
  | 'decision_revoked'
  | 'expired'
  | 'corrected'
  | 'superseded'
  | 'removed'
  | 'transferred'
  | 'key_withdrawn'

export interface NewCredential {
  partyNo: number
  credentialNo: string
  kind: CredentialKind
  productRef: string
  recognitionRef: string
  contentHash: Buffer
  keyId: string
  listNo: number
  listIndex: number
  token: string
  issuedAt: Date
  validFrom: Date
  validUntil: Date
}

export interface StoredCredential extends NewCredential {
  revokedAt: Date | null
  revokedReason: RevocationReason | null
  suspendedAt: Date | null
  suspendedReason: string | null
}

interface CredentialRow {
  party_no: number
  credential_no: string
  kind: CredentialKind
  product_ref: string
  recognition_ref: string
  content_hash: Buffer
  key_id: string
  list_no: number
  list_index: number
  token: string
  issued_at: Date
  valid_from: Date
  valid_until: Date
  revoked_at: Date | null
  revoked_reason: RevocationReason | null
  suspended_at: Date | null
  suspended_reason: string | null
}

const COLUMNS = `party_no, credential_no, kind, product_ref, recognition_ref, content_hash, key_id, list_no, list_index,
  token, issued_at, valid_from, valid_until, revoked_at, revoked_reason, suspended_at, suspended_reason`

/**
 * Opens the book of a product and locks it until the transaction ends, so that one passport at a time decides over the
 * product's credentials. Out: who held it and the highest passport version seen so far (0 for a new book).
 */
export async function openCredentialBook(
  client: ClientBase,
  partyNo: number,
  productRef: string,
): Promise<{ partyNo: number; passportVersion: number }> {
  await client.query(
    `insert into trace.credential_book (product_ref, party_no, passport_version) values ($1, $2, 0)
     on conflict (product_ref) do nothing`,
    [productRef, partyNo],
  )
  const { rows } = await client.query<{ party_no: number; passport_version: string }>(
    'select party_no, passport_version from trace.credential_book where product_ref = $1 for update',
    [productRef],
  )
  const row = rows[0]
  if (!row) throw new Error(`the credential book of "${productRef}" is not to be found`)
  return { partyNo: row.party_no, passportVersion: Number(row.passport_version) }
}

/** Notes what was dealt with, and the day (yyyy-mm-dd, or null) on which to look again. */
export async function closeCredentialBook(
  client: ClientBase,
  productRef: string,
  partyNo: number,
  passportVersion: number,
  nextDay: string | null,
): Promise<void> {
  await client.query(
    'update trace.credential_book set party_no = $2, passport_version = $3, next_day = $4 where product_ref = $1',
    [productRef, partyNo, passportVersion, nextDay],
  )
}

export interface ProductOfParty {
  productRef: string
  partyNo: number
}

/** Products whose credentials must be looked at again by a day, with the party whose passport decided last. */
export async function productsDue(db: Database, day: string, limit: number): Promise<ProductOfParty[]> {
  const { rows } = await db.query<{ product_ref: string; party_no: number }>(
    'select product_ref, party_no from trace.credential_book where next_day <= $1 order by next_day limit $2',
    [day, limit],
  )
  return rows.map((row) => ({ productRef: row.product_ref, partyNo: row.party_no }))
}

/** Products with a passport newer than what their book knows of: stored by a process that issues nothing. */
export async function productsBehind(db: Database, limit: number): Promise<ProductOfParty[]> {
  const { rows } = await db.query<{ product_ref: string; party_no: number }>(
    `select p.product_ref, p.party_no
       from trace.product p left join trace.credential_book b on b.product_ref = p.product_ref
      where exists (select 1 from trace.passport s where s.party_no = p.party_no and s.product_ref = p.product_ref
          and s.version > coalesce(b.passport_version, 0))
      order by p.product_ref limit $1`,
    [limit],
  )
  return rows.map((row) => ({ productRef: row.product_ref, partyNo: row.party_no }))
}

/** Products with a live credential that none of the keys vouches for any more. */
export async function productsSignedByOthers(
  db: Database,
  keyIds: readonly string[],
  limit: number,
): Promise<ProductOfParty[]> {
  const { rows } = await db.query<{ product_ref: string; party_no: number }>(
    `select distinct product_ref, party_no from trace.credential
      where revoked_at is null and key_id <> all ($1) order by product_ref limit $2`,
    [keyIds, limit],
  )
  return rows.map((row) => ({ productRef: row.product_ref, partyNo: row.party_no }))
}

/** Credentials of a product that have not been revoked. */
export async function liveCredentials(
  client: ClientBase,
  partyNo: number,
  productRef: string,
): Promise<StoredCredential[]> {
  const { rows } = await client.query<CredentialRow>(
    `select ${COLUMNS} from trace.credential where party_no = $1 and product_ref = $2 and revoked_at is null
      order by recognition_ref, kind`,
    [partyNo, productRef],
  )
  return rows.map(fromRow)
}

/** `suspension`: carried over from the credential this one takes the place of. */
export async function insertCredential(
  client: ClientBase,
  credential: NewCredential,
  suspension: { at: Date; reason: string } | null,
): Promise<void> {
  const c = credential
  await client.query(
    `insert into trace.credential (party_no, credential_no, kind, product_ref, recognition_ref, content_hash, key_id,
       list_no, list_index, token, issued_at, valid_from, valid_until, suspended_at, suspended_reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      c.partyNo,
      c.credentialNo,
      c.kind,
      c.productRef,
      c.recognitionRef,
      c.contentHash,
      c.keyId,
      c.listNo,
      c.listIndex,
      c.token,
      c.issuedAt,
      c.validFrom,
      c.validUntil,
      suspension?.at ?? null,
      suspension?.reason ?? null,
    ],
  )
  await insertChange(client, c.partyNo, c.credentialNo, 'issued', null, c.issuedAt)
  if (suspension) {
    await insertChange(client, c.partyNo, c.credentialNo, 'suspended', suspension.reason, c.issuedAt)
  }
}

export async function revokeCredential(
  client: ClientBase,
  partyNo: number,
  credentialNo: string,
  reason: RevocationReason,
  at: Date,
): Promise<void> {
  const { rowCount } = await client.query(
    `update trace.credential set revoked_at = $3, revoked_reason = $4
      where party_no = $1 and credential_no = $2 and revoked_at is null`,
    [partyNo, credentialNo, at, reason],
  )
  if (rowCount === 1) await insertChange(client, partyNo, credentialNo, 'revoked', reason, at)
}

/** Sets (a reason) or lifts (null) the suspension of a live licence. */
export async function setSuspension(
  client: ClientBase,
  partyNo: number,
  credentialNo: string,
  suspension: { suspended: boolean; reason: string; at: Date },
): Promise<void> {
  const { suspended, reason, at } = suspension
  await client.query(
    `update trace.credential set suspended_at = $3, suspended_reason = $4
      where party_no = $1 and credential_no = $2 and revoked_at is null`,
    [partyNo, credentialNo, suspended ? at : null, suspended ? reason : null],
  )
  await insertChange(client, partyNo, credentialNo, suspended ? 'suspended' : 'resumed', reason, at)
}

export async function findCredential(
  db: Database,
  partyNo: number,
  credentialNo: string,
): Promise<StoredCredential | null> {
  const { rows } = await db.query<CredentialRow>(
    `select ${COLUMNS} from trace.credential where party_no = $1 and credential_no = $2`,
    [partyNo, credentialNo],
  )
  return rows[0] ? fromRow(rows[0]) : null
}

/** At most a hundred credentials ever issued for a recognition, newest first. */
export async function credentialsOfRecognition(db: Database, recognitionRef: string): Promise<StoredCredential[]> {
  const { rows } = await db.query<CredentialRow>(
    `select ${COLUMNS} from trace.credential where recognition_ref = $1
      order by issued_at desc, credential_no desc limit 100`,
    [recognitionRef],
  )
  return rows.map(fromRow)
}

async function insertChange(
  client: ClientBase,
  partyNo: number,
  credentialNo: string,
  change: 'issued' | 'revoked' | 'suspended' | 'resumed',
  reason: string | null,
  at: Date,
): Promise<void> {
  await client.query(
    `insert into trace.credential_change (party_no, credential_no, change_no, change, reason, changed_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [partyNo, credentialNo, uuidV7(), change, reason, at],
  )
}

function fromRow(row: CredentialRow): StoredCredential {
  return {
    partyNo: row.party_no,
    credentialNo: row.credential_no,
    kind: row.kind,
    productRef: row.product_ref,
    recognitionRef: row.recognition_ref,
    contentHash: row.content_hash,
    keyId: row.key_id,
    listNo: row.list_no,
    listIndex: row.list_index,
    token: row.token,
    issuedAt: row.issued_at,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    revokedAt: row.revoked_at,
    revokedReason: row.revoked_reason,
    suspendedAt: row.suspended_at,
    suspendedReason: row.suspended_reason,
  }
}
