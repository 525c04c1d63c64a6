import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { LabelBatchRecord } from '../storage/label-batches.ts'
import { insertLogDocument } from '../storage/log-documents.ts'
import { canonicalJson } from '../storage/request-keys.ts'
import type { Passport } from '../verify/verdict.ts'
import { type NewLeaf, queueLeaves } from './leaves.ts'

/** A document that is logged: its text is canonical JSON (RFC 8785), and the leaf commits to its SHA-256. */
interface LoggedDocument {
  kind: 'decision' | 'label-batch'
  subject: string
  body: string
}

/**
 * Every recognition of a passport as a document: what was decided about which product, by whom, and how long it holds. A
 * corrected, extended, suspended or revoked recognition is another document; all stay logged. Its subject is the hash of its
 * text, so what says nothing is left out: a decision without extension or suspension reads as it did before there were any.
 */
export function decisionDocuments(passport: Passport): LoggedDocument[] {
  const { product, producer, productRef } = passport
  return passport.recognitions.map(({ extendedTo, suspensions, ...recognition }) => {
    const body = canonicalJson({
      type: 'Recognition',
      product: { ref: productRef, name: product.name.vi },
      producer: { ref: producer.ref, name: producer.name },
      ...recognition,
      ...(extendedTo === null ? {} : { extendedTo }),
      ...(suspensions.length === 0 ? {} : { suspensions }),
    })
    return { kind: 'decision', subject: createHash('sha256').update(body).digest('hex'), body }
  })
}

/** A label batch as a document: how many labels were issued for what, and when. Its subject is the batch number. */
export function labelBatchDocument(batch: LabelBatchRecord): LoggedDocument {
  const { batchNo, productRef, lotNo, size, issuedAt } = batch
  const body = canonicalJson({ type: 'LabelBatch', batchNo, product: { ref: productRef }, lotNo, size, issuedAt })
  return { kind: 'label-batch', subject: String(batchNo), body }
}

/** The platform's own party number in the log: status lists belong to no producer. */
const PLATFORM = 0

/** The leaf of a published status list: its address with the beginning of its hash, and the hash of the token. */
export function statusListLeaf(url: string, token: string): NewLeaf {
  const contentHash = createHash('sha256').update(token).digest()
  return {
    partyNo: PLATFORM,
    kind: 'status-list',
    subject: `${url}#${contentHash.toString('hex', 0, 8)}`,
    contentHash,
  }
}

/** Keeps documents and queues their leaves, in the caller's transaction. The same document again is the same leaf. */
export async function logDocuments(
  client: ClientBase,
  partyNo: number,
  documents: readonly LoggedDocument[],
): Promise<void> {
  for (const document of documents) await insertLogDocument(client, partyNo, document)
  await queueLeaves(
    client,
    documents.map(({ kind, subject, body }) => ({
      partyNo,
      kind,
      subject,
      contentHash: createHash('sha256').update(body).digest(),
    })),
  )
}
