import type { Pool } from 'pg'
import { ownContext } from '../credentials/contexts.ts'
import { didDocument } from '../credentials/did-document.ts'
import { credentialUrl } from '../credentials/issue.ts'
import type { CredentialIssuer } from '../credentials/issuer.ts'
import { parseStatusListName, publishStatusList, STATUS_TTL_MS } from '../credentials/status-lists.ts'
import { suspendMarkLicence, suspensionSchema } from '../credentials/suspension.ts'
import { credentialsOfRecognition, findCredential, type StoredCredential } from '../storage/credentials.ts'
import { InputError, parseInput } from '../storage/input-error.ts'
import { decodeBase64url } from '../verify/base64url.ts'
import { jsonBody } from './json-body.ts'
import { chooseMediaType } from './media-type-choice.ts'
import { openToAll } from './open-access.ts'
import { limitCaller } from './public-routes.ts'
import { rateLimit } from './rate-limit.ts'
import { HttpError, json, jsonBytes } from './respond.ts'
import type { Answer, Request, Route } from './router.ts'

export interface CredentialParts {
  /** For what is read. */
  pool: Pool
  /** For suspensions. */
  writers: Pool
  issuer: CredentialIssuer
}

const TOKEN_TYPE = 'application/vc+jwt'
const OFFERS = [TOKEN_TYPE, 'application/json', 'application/vc', 'application/ld+json'] as const

/** A list just looked up is not looked up again for so long, whoever asks. */
const LIST_KEPT_MS = 5_000

/**
 * Credentials, their status lists, the issuer's DID document and the JSON-LD context: all public, all readable by scripts
 * of other origins. The one internal route suspends a mark licence and lifts that again.
 */
export function credentialRoutes({ pool, writers, issuer }: CredentialParts): Route[] {
  const reads = rateLimit(3_000, 300)
  const currentList = keptLists(pool, issuer)

  return [
    {
      method: 'GET',
      pattern: '/.well-known/did.json',
      handle: openToAll(() =>
        json(200, didDocument(issuer), { 'content-type': 'application/did+json', ...cachedFor(300) }),
      ),
    },
    {
      method: 'GET',
      pattern: '/credentials/context/v1',
      handle: openToAll(() =>
        json(200, ownContext(issuer.origin), {
          'content-type': 'application/ld+json; charset=utf-8',
          ...cachedFor(86_400),
        }),
      ),
    },
    {
      method: 'GET',
      pattern: '/credentials/status/:list',
      handle: openToAll(async (request) => {
        limitCaller(reads, request)
        const list = parseStatusListName(request.params.list ?? '')
        const token = list && (await currentList(list, new Date()))
        if (!token) throw notFound('There is no status list at this address')
        return document(request, token, STATUS_TTL_MS / 1000)
      }),
    },
    {
      method: 'GET',
      pattern: '/credentials/by-recognition/:ref',
      handle: openToAll(async (request) => {
        limitCaller(reads, request)
        const ref = request.params.ref ?? ''
        const found = ref.includes('\0') ? [] : await credentialsOfRecognition(pool, ref)
        if (found.length === 0) throw notFound('No credential was issued for a recognition of this name')
        const now = new Date()
        return json(200, { credentials: found.map((each) => summaryOf(issuer, each, now)) }, cachedFor(15))
      }),
    },
    {
      method: 'GET',
      pattern: '/credentials/:id',
      handle: openToAll(async (request) => {
        limitCaller(reads, request)
        const id = credentialId(request.params.id ?? '')
        const found = id && (await findCredential(pool, id.partyNo, id.credentialNo))
        if (!found) throw notFound('No credential with this number was issued here')
        return document(request, found.token, 86_400)
      }),
    },
    {
      method: 'PUT',
      pattern: '/internal/mark-licences/:ref/suspension',
      async handle({ incoming, params, trusted }) {
        if (!trusted) {
          throw new HttpError(401, 'unauthorized', 'This route needs the internal bearer token', {
            headers: { 'www-authenticate': 'Bearer' },
          })
        }
        const body = await jsonBody(incoming)
        if ('recognitionRef' in body) {
          throw new InputError('recognitionRef', 'recognitionRef: stands in the path and must not be in the body')
        }
        const input = parseInput(suspensionSchema, { ...body, recognitionRef: params.ref })
        return json(200, await suspendMarkLicence(writers, input, new Date()))
      },
    },
  ]
}

/** One look-up at a time for a list, and its answer for a few seconds: a rush of readers costs one publication. */
function keptLists(pool: Pool, issuer: CredentialIssuer) {
  const kept = new Map<string, { until: number; token: Promise<string | null> }>()
  return (list: NonNullable<ReturnType<typeof parseStatusListName>>, now: Date): Promise<string | null> => {
    const name = `${list.listNo}-${list.purpose}`
    const held = kept.get(name)
    if (held && held.until > now.getTime()) return held.token
    const token = publishStatusList(pool, issuer, list, now).then((published) => published?.token ?? null)
    kept.set(name, { until: now.getTime() + LIST_KEPT_MS, token })
    // Neither a failure nor a name without a list is kept.
    const forget = () => kept.get(name)?.token === token && kept.delete(name)
    token.then((found) => found === null && forget(), forget)
    return token
  }
}

/** The token as it is, or what it says as JSON. What follows from neither being wanted is 406. */
function document(request: Request, token: string, seconds: number): Answer {
  const type = chooseMediaType(request.incoming.headers.accept, OFFERS)
  if (type === null) {
    throw new HttpError(406, 'not_acceptable', `This address offers ${OFFERS.join(', ')}`)
  }
  const headers = { ...cachedFor(seconds), vary: 'accept', 'content-type': type }
  if (type === TOKEN_TYPE) return { status: 200, headers, body: token }
  return jsonBytes(200, Buffer.from(decodeBase64url(token.split('.')[1] ?? '') ?? []), headers)
}

function summaryOf(issuer: CredentialIssuer, credential: StoredCredential, now: Date): object {
  const { partyNo, credentialNo, kind, issuedAt, validFrom, validUntil } = credential
  const { revokedAt, revokedReason, suspendedAt, suspendedReason } = credential
  return {
    id: `${partyNo}-${credentialNo}`,
    url: credentialUrl(issuer, partyNo, credentialNo),
    kind,
    status: statusOf(credential, now),
    issuedAt,
    validFrom,
    validUntil,
    revoked: revokedAt && { at: revokedAt, reason: revokedReason },
    suspended: suspendedAt && { at: suspendedAt, reason: suspendedReason },
  }
}

function statusOf(credential: StoredCredential, now: Date): string {
  if (credential.revokedAt !== null) return 'revoked'
  if (credential.validUntil < now) return 'expired'
  if (credential.suspendedAt !== null) return 'suspended'
  return credential.validFrom > now ? 'not_yet_valid' : 'valid'
}

function credentialId(text: string): { partyNo: number; credentialNo: string } | null {
  const [, partyNo, credentialNo] =
    /^([1-9]\d{0,9})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text.toLowerCase()) ?? []
  if (!partyNo || !credentialNo || Number(partyNo) > 2_147_483_647) return null
  return { partyNo: Number(partyNo), credentialNo }
}

function cachedFor(seconds: number): Record<string, string> {
  return { 'cache-control': `public, max-age=${seconds}` }
}

function notFound(message: string): HttpError {
  return new HttpError(404, 'not_found', message)
}
