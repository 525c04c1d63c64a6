import type { Pool } from 'pg'
import { consistencyProof, proofOfSubject, readCheckpoint, readEntryBundle, readTile } from '../log/reader.ts'
import type { LogSigner } from '../log/signer.ts'
import { parseTileLevel, parseTilePath } from '../log/tile-path.ts'
import { latestCheckpoint } from '../storage/log.ts'
import { findLogDocument } from '../storage/log-documents.ts'
import { base64Of } from '../verify/base64.ts'
import { readCount } from '../verify/checkpoint.ts'
import { isLeafKind, LEAF_KINDS } from '../verify/log-leaf.ts'
import { openToAll } from './open-access.ts'
import { limitCaller } from './public-routes.ts'
import { rateLimit } from './rate-limit.ts'
import { HttpError, json, jsonBytes } from './respond.ts'
import type { Answer, Request, Route } from './router.ts'

export interface LogParts {
  pool: Pool
  /** Whose keys `/log/keys` names. */
  signer: Pick<LogSigner, 'vkeys'>
}

const FOR_EVER = 'public, max-age=31536000, immutable'
const FOR_SECONDS = 'public, max-age=2'
/** A proof stays valid; only a newer checkpoint would be in a fresh one. */
const FOR_A_MINUTE = 'public, max-age=60'
const RETRY_SECONDS = '3'

/**
 * The transparency log over HTTP, as a tiled log (C2SP tlog-tiles) with the prefix `/log`, and our own short cuts to proofs
 * for those who do not want to compute them from tiles. Full tiles and bundles do not compress: they are hashes.
 */
export function logRoutes({ pool, signer }: LogParts): Route[] {
  // A reader of the whole log asks for two tiles every 256 leaves; a proof costs the database a little more.
  const tiles = rateLimit(6_000, 300)
  const proofs = rateLimit(600, 60)

  return [
    {
      method: 'GET',
      pattern: '/log/checkpoint',
      handle: openToAll(async (request) => {
        limitCaller(tiles, request)
        const note = await readCheckpoint(pool)
        if (note === null) throw tooEarly('The log has not published a checkpoint yet')
        return text(note, FOR_SECONDS)
      }),
    },
    {
      method: 'GET',
      pattern: '/log/keys',
      handle: openToAll(() => text(signer.vkeys.map((vkey) => `${vkey}\n`).join(''), FOR_A_MINUTE)),
    },
    {
      method: 'GET',
      pattern: '/log/tile/entries/*path',
      handle: openToAll(async (request) => {
        limitCaller(tiles, request)
        const { tileNo, width } = tilePathOf(request)
        return bytes(await readEntryBundle(pool, tileNo, width), 'bundle')
      }),
    },
    {
      method: 'GET',
      pattern: '/log/tile/:level/*path',
      handle: openToAll(async (request) => {
        limitCaller(tiles, request)
        const level = parseTileLevel(request.params.level ?? '')
        if (level === null) throw new HttpError(400, 'invalid_tile', 'The level of a tile is a number from 0 to 63')
        const { tileNo, width } = tilePathOf(request)
        return bytes(await readTile(pool, { level, tileNo }, width), 'tile')
      }),
    },
    {
      method: 'GET',
      pattern: '/log/proof/:kind/*subject',
      handle: openToAll(async (request) => {
        limitCaller(proofs, request)
        const { kind = '', subject = '' } = request.params
        if (!isLeafKind(kind)) {
          throw new HttpError(400, 'invalid_input', `The log holds leaves of ${Object.keys(LEAF_KINDS).join(', ')}`, {
            field: 'kind',
          })
        }
        if (subject.includes('\0')) throw notLogged()
        const found = await proofOfSubject(pool, kind, subject)
        if (found.state === 'logged') return text(found.proof, FOR_A_MINUTE)
        if (found.state === 'pending') throw tooEarly('This is queued for the log; its proof is ready in a few seconds')
        if (found.state === 'forgotten') {
          throw new HttpError(
            410,
            'forgotten',
            'The salt of this leaf was erased, so nobody can show what it stands for',
          )
        }
        throw notLogged()
      }),
    },
    {
      method: 'GET',
      pattern: '/log/document/:kind/*subject',
      handle: openToAll(async (request) => {
        limitCaller(proofs, request)
        const { kind = '', subject = '' } = request.params
        const body = subject.includes('\0') ? null : await findLogDocument(pool, kind, subject)
        if (body === null) throw notLogged()
        return jsonBytes(200, body, { 'cache-control': FOR_EVER })
      }),
    },
    {
      method: 'GET',
      pattern: '/log/consistency',
      handle: openToAll(async (request) => {
        limitCaller(proofs, request)
        const size = (await latestCheckpoint(pool))?.size ?? 0
        const from = sizeOf(request, 'from', null)
        const to = sizeOf(request, 'to', size)
        if (from < 1) throw wrongSize('from', 'must be at least 1: every log continues the empty one')
        if (from > to) throw wrongSize('to', 'must not be less than from')
        if (to > size) throw wrongSize('to', `must not be more than the ${size} leaves of the newest checkpoint`)
        const proof = await consistencyProof(pool, from, to)
        const settled = request.query.has('to')
        return json(
          200,
          { from, to, proof: proof.map(base64Of) },
          { 'cache-control': settled ? FOR_EVER : FOR_SECONDS },
        )
      }),
    },
  ]
}

function text(body: string, caching: string): Answer {
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': caching }, body }
}

function bytes(body: Buffer | null, what: string): Answer {
  if (body === null) {
    throw new HttpError(404, 'not_found', `No published checkpoint of the log covers this ${what} at this width`)
  }
  return { status: 200, headers: { 'content-type': 'application/octet-stream', 'cache-control': FOR_EVER }, body }
}

function tilePathOf(request: Request): { tileNo: number; width: number } {
  const path = parseTilePath(request.params.path ?? '')
  if (path === null) {
    throw new HttpError(
      400,
      'invalid_tile',
      'A tile is named like x001/x234/067 or, when partial, 067.p/112 (c2sp.org/tlog-tiles)',
    )
  }
  return path
}

function sizeOf(request: Request, name: 'from' | 'to', fallback: number | null): number {
  const given = request.query.get(name)
  const size = given === null ? fallback : readCount(given)
  if (size === null) throw wrongSize(name, 'must be a tree size: a number without leading zeros')
  return size
}

function wrongSize(field: string, message: string): HttpError {
  return new HttpError(400, 'invalid_input', `${field}: ${message}`, { field })
}

function tooEarly(message: string): HttpError {
  return new HttpError(404, 'not_yet', message, { headers: { 'retry-after': RETRY_SECONDS } })
}

function notLogged(): HttpError {
  return new HttpError(404, 'not_found', 'The log holds nothing under this name')
}
