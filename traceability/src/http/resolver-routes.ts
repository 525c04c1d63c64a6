import type { Pool } from 'pg'
import { gtinDirectory } from '../identifiers/gtins.ts'
import { DESCRIPTION_PATH, resolverDescription } from '../resolver/description.ts'
import { linksOfItem } from '../resolver/links-of-item.ts'
import { resolve } from '../resolver/resolve.ts'
import type { Verifier } from '../verdicts/verifier.ts'
import { APPLICATION_IDENTIFIERS } from '../verify/gs1/application-identifiers.ts'
import { decompressDigitalLink } from '../verify/gs1/compression.ts'
import { Gs1SyntaxError } from '../verify/gs1/gs1-syntax-error.ts'
import { callerOf, clientNetwork } from './caller.ts'
import { openToAll } from './open-access.ts'
import { limitCaller, refuse } from './public-routes.ts'
import { rateLimit } from './rate-limit.ts'
import { HttpError, json } from './respond.ts'
import type { Answer, Request, Route } from './router.ts'

export interface ResolverParts {
  pool: Pool
  verifier: Pick<Verifier, 'findIssued'>
  /** Origin that stands on labels; the subject of all links. */
  storefrontUrl: string
  /** Public origin of this service. */
  traceUrl: string
  /** Who runs the resolver, for its description. */
  operator: string
}

/** Keys a Digital Link may begin with; links are held for (01) alone, all others are answered 404. */
const PRIMARY_KEYS = [...APPLICATION_IDENTIFIERS.values()].filter((each) => each.keyQualifiers).map(({ ai }) => ai)

/** All of them reach the resolver, which answers 405 itself: its errors can be read by scripts of other origins. */
const METHODS = ['GET', 'OPTIONS', 'POST', 'PUT', 'DELETE'] as const

/**
 * The GS1-conformant resolver: `/q/{code}`, `/01/…` and the other primary keys, compressed Digital Links, and
 * `/.well-known/gs1resolver`. Path and query reach it as sent, so that percent-encoding survives. A wrong unit code costs
 * as much as at `/verify`.
 * Put these routes behind all others: one of them takes every path of a single segment.
 */
export function resolverRoutes({ pool, verifier, storefrontUrl, traceUrl, operator }: ResolverParts): Route[] {
  const requests = rateLimit(3_000, 300)
  const wrongCodes = rateLimit(60, 0.1)
  const gtins = gtinDirectory(pool, 'transaction')
  const source = { pool, verifier, gtins, addresses: { storefrontUrl, traceUrl } }

  async function answer(request: Request): Promise<Answer> {
    limitCaller(requests, request)
    const { incoming } = request
    const { address } = callerOf(incoming, request.trusted)
    const client = address === null ? null : clientNetwork(address)
    return resolve(
      {
        // The body of a HEAD is left out when it is sent, with the length that it would have.
        method: incoming.method === 'HEAD' ? 'GET' : (incoming.method ?? 'GET'),
        target: incoming.url ?? '/',
        accept: incoming.headers.accept ?? null,
        acceptLanguage: incoming.headers['accept-language'] ?? null,
      },
      {
        origin: storefrontUrl,
        async linksOf(item) {
          if (client !== null) refuse(wrongCodes.wait(client, Date.now()))
          const { levels, guessed } = await linksOfItem(source, item, new Date())
          if (guessed && client !== null) wrongCodes.take(client, Date.now())
          return levels
        },
      },
    )
  }

  const open = openToAll(answer)
  return [
    {
      method: 'GET',
      pattern: DESCRIPTION_PATH,
      handle: openToAll(() =>
        json(200, descriptionOf(storefrontUrl, operator), { 'cache-control': 'public, max-age=3600' }),
      ),
    },
    ...['q', ...PRIMARY_KEYS].flatMap((key) =>
      METHODS.map((method): Route => ({ method, pattern: `/${key}/*rest`, handle: open })),
    ),
    ...['/:compressed', '/:compressed/'].flatMap((pattern) =>
      (['GET', 'OPTIONS'] as const).map(
        (method): Route => ({ method, pattern, handle: (request) => ifCompressed(request, open) }),
      ),
    ),
  ]
}

/** What reads as a compressed Digital Link is one; any other word is an address where there is nothing. */
function ifCompressed(request: Request, handle: Route['handle']): Promise<Answer> | Answer {
  const [path = ''] = (request.incoming.url ?? '').split('?')
  try {
    decompressDigitalLink(path.replace(/\/+$/, ''))
  } catch (error) {
    if (!(error instanceof Gs1SyntaxError)) throw error
    throw new HttpError(404, 'not_found', 'There is nothing at this address')
  }
  return handle(request)
}

function descriptionOf(origin: string, operator: string): object {
  try {
    return resolverDescription({ origin, operator, primaryKeys: ['01'] })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new HttpError(404, 'no_resolver', 'This site has no https address, so it is no GS1-conformant resolver')
  }
}
