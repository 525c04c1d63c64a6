import { createHash } from 'node:crypto'
import { statusListLeaf } from '../log/documents.ts'
import { queueLeaf } from '../log/leaves.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import {
  insertPublication,
  newestPublication,
  readStatusList,
  STATUS_PURPOSES,
  type StatusIndex,
  type StatusPurpose,
  statusListNumbers,
} from '../storage/status-lists.ts'
import { uuidV7 } from '../storage/uuid-v7.ts'
import { encodeStatusList, statusBitstring } from '../verify/bitstring-status-list.ts'
import { VC_CONTEXT } from './contexts.ts'
import type { CredentialIssuer } from './issuer.ts'

/** After this a reader should ask again: what is revoked is seen as revoked within a minute. */
export const STATUS_TTL_MS = 60_000

/** A device without network may go on with a list for so long; then it must say that it does not know any more. */
const STATUS_VALID_MS = 7 * 86_400_000

/** An unchanged list is signed anew when it is older, so that whoever reads it has at least six days. */
const STATUS_RENEW_MS = 86_400_000

/** The name of a list in its URL, e.g. `1-revocation`. */
export function statusListUrl(issuer: CredentialIssuer, listNo: number, purpose: StatusPurpose): string {
  return `${issuer.origin}/credentials/status/${listNo}-${purpose}`
}

/** Reads `1-revocation`. Out: null for anything that names no list. */
export function parseStatusListName(name: string): { listNo: number; purpose: StatusPurpose } | null {
  const [, number, purpose] = /^([1-9]\d{0,8})-([a-z]+)$/.exec(name) ?? []
  const known = STATUS_PURPOSES.find((each) => each === purpose)
  return number && known ? { listNo: Number(number), purpose: known } : null
}

/** `credentialStatus` of a credential: one entry a purpose, at the same index of two lists. */
export function statusEntries(
  issuer: CredentialIssuer,
  { listNo, index }: StatusIndex,
  purposes: readonly StatusPurpose[],
): object[] {
  return purposes.map((purpose) => {
    const url = statusListUrl(issuer, listNo, purpose)
    return {
      id: `${url}#${index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: purpose,
      statusListIndex: String(index),
      statusListCredential: url,
    }
  })
}

/**
 * The signed status list as of now (BitstringStatusListCredential, section 2.2): the newest publication when it says what
 * is on record, is young and signed with a key still published; else a new one, which is stored and queued for the log. Two processes may publish
 * the same state at once; both lists are right.
 * Out: null when there is no such list; `fresh` when it was published by this call.
 */
export async function publishStatusList(
  db: Database,
  issuer: CredentialIssuer,
  list: { listNo: number; purpose: StatusPurpose },
  now: Date,
): Promise<{ token: string; publishedAt: Date; fresh: boolean } | null> {
  const { listNo, purpose } = list
  const newest = await newestPublication(db, listNo, purpose, now)
  const current = await readStatusList(db, listNo, purpose)
  if (!current) return null
  const bits = statusBitstring(current.size, current.set)
  const url = statusListUrl(issuer, listNo, purpose)
  // Key and address are part of what must not have changed.
  const bitsHash = createHash('sha256').update(`${url}\n${issuer.keyId}\n`).update(bits).digest()
  if (newest?.bitsHash.equals(bitsHash) && now.getTime() - newest.publishedAt.getTime() < STATUS_RENEW_MS) {
    return { token: newest.token, publishedAt: newest.publishedAt, fresh: false }
  }
  const token = issuer.sign({
    '@context': [VC_CONTEXT],
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuer.did,
    validFrom: now.toISOString(),
    validUntil: new Date(now.getTime() + STATUS_VALID_MS).toISOString(),
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: await encodeStatusList(bits),
      ttl: STATUS_TTL_MS,
    },
  })
  await inTransaction(db, async (client) => {
    await insertPublication(client, listNo, purpose, uuidV7(now.getTime()), { publishedAt: now, bitsHash, token })
    await queueLeaf(client, statusListLeaf(url, token))
  })
  return { token, publishedAt: now, fresh: true }
}

/** Every list of every purpose as of now: what an inspector's bundle carries and a log records. */
export async function publishStatusLists(
  db: Database,
  issuer: CredentialIssuer,
  now: Date,
): Promise<{ url: string; token: string; fresh: boolean }[]> {
  const published: { url: string; token: string; fresh: boolean }[] = []
  for (const listNo of await statusListNumbers(db)) {
    for (const purpose of STATUS_PURPOSES) {
      const list = await publishStatusList(db, issuer, { listNo, purpose }, now)
      if (list) published.push({ url: statusListUrl(issuer, listNo, purpose), token: list.token, fresh: list.fresh })
    }
  }
  return published
}
