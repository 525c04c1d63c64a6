import type { Pool } from 'pg'
import { gtinDirectory } from '../identifiers/gtins.ts'
import { qrPng, qrSvg, scanPageUrl } from '../labels/qr.ts'
import { productTrace } from '../passports/product-trace.ts'
import { gtinAt } from '../storage/gtins.ts'
import type { DeviceHasher } from '../verdicts/asking-device.ts'
import type { ProbingMonitor } from '../verdicts/probing.ts'
import type { ScanLog } from '../verdicts/scan-log.ts'
import { notIssuedVerdict } from '../verdicts/verdict.ts'
import { verdictJson } from '../verdicts/verdict-json.ts'
import type { Verifier } from '../verdicts/verifier.ts'
import { callerOf, clientNetwork } from './caller.ts'
import { type RateLimit, rateLimit } from './rate-limit.ts'
import { HttpError, json, jsonBytes } from './respond.ts'
import type { Request, Route } from './router.ts'

export interface PublicParts {
  pool: Pool
  verifier: Verifier
  scanLog: ScanLog
  devices: DeviceHasher
  probing: ProbingMonitor
  storefrontUrl: string
}

/**
 * Routes anybody may call. Limits are per client address, wide enough for a mobile carrier's shared address while a
 * television show runs (1,000 scans/s in the whole country), and narrow for codes that were never issued: a guess is
 * right with odds below 1 in 10⁸, and a client has 60 of them, then one each ten seconds.
 */
export function publicRoutes(parts: PublicParts): Route[] {
  const checks = rateLimit(3_000, 300)
  const wrongCodes = rateLimit(60, 0.1)
  const pictures = rateLimit(600, 60)
  const products = rateLimit(3_000, 300)
  const gtins = gtinDirectory(parts.pool, 'transaction')

  /** Whether `/01/{gtin}/21/{code}` names one thing: the GTIN is, or was, that of the product the label was printed for. */
  async function agree(code: string, gtin: string): Promise<boolean> {
    const [found, owner] = await Promise.all([parts.verifier.findIssued(code), gtins.ownerOf(gtin)])
    if (!found) return true
    return owner?.partyNo === found.batch.partyNo && owner.productRef === found.batch.productRef
  }

  return [
    {
      method: 'GET',
      pattern: '/verify/*code',
      async handle(request) {
        const caller = callerOf(request.incoming, request.trusted)
        const client = caller.address === null ? null : clientNetwork(caller.address)
        limit(checks, client)
        refuse(client === null ? 0 : wrongCodes.wait(client, Date.now()))
        const now = new Date()
        const gtin = request.query.get('gtin')
        if (gtin !== null && !(await agree(request.params.code ?? '', gtin))) {
          if (client !== null) wrongCodes.take(client, Date.now())
          const answer = notIssuedVerdict(request.params.code ?? '', true, now, 'gtin_of_another_product')
          return jsonBytes(404, verdictJson(answer, { lot: null, passport: null }))
        }
        const device = parts.devices.deviceOf(
          { cookie: caller.device, address: caller.address, agent: caller.agent },
          now,
        )
        const { response, kept, issued } = await parts.verifier.verify(request.params.code ?? '', device, now)
        if (issued === null) {
          if (client !== null) wrongCodes.take(client, Date.now())
          parts.probing.wrongCode(device.hash, now)
        } else if (caller.logScan && request.incoming.method === 'GET') {
          parts.scanLog.add({
            ...issued,
            scannedAt: now,
            verdict: response.verdict,
            person: device.person,
            deviceHash: device.hash,
            provinceCode: caller.provinceCode,
          })
          parts.probing.label(device.hash, issued.batchNo, issued.index, now)
        }
        return jsonBytes(issued === null ? 404 : 200, verdictJson(response, kept))
      },
    },
    {
      method: 'GET',
      pattern: '/qr/:file',
      async handle(request) {
        limitCaller(pictures, request)
        const file = /^(.+)\.(svg|png)$/i.exec(request.params.file ?? '')
        const found = file?.[1] === undefined ? null : await parts.verifier.findIssued(file[1])
        if (!found || !file?.[2]) {
          throw new HttpError(404, 'not_issued_here', 'There is no QR picture: the code was not issued here')
        }
        const { partyNo, productRef, issuedAt } = found.batch
        const gtin = await gtinAt(parts.pool, 'transaction', partyNo, productRef, issuedAt)
        const url = scanPageUrl(parts.storefrontUrl, found.code, gtin)
        const svg = file[2].toLowerCase() === 'svg'
        return {
          status: 200,
          headers: {
            'content-type': svg ? 'image/svg+xml; charset=utf-8' : 'image/png',
            'cache-control': 'public, max-age=86400',
            'cross-origin-resource-policy': 'cross-origin',
          },
          body: svg ? await qrSvg(url) : await qrPng(url),
        }
      },
    },
    {
      method: 'GET',
      pattern: '/products/:ref/trace',
      async handle(request) {
        limitCaller(products, request)
        const trace = await productTrace(parts.pool, request.params.ref ?? '', new Date())
        return json(200, trace, { 'cache-control': 'public, max-age=15' })
      },
    },
  ]
}

/** Throws 429 when the caller's address has used up its share. */
export function limitCaller(limiter: RateLimit, request: Request): void {
  const { address } = callerOf(request.incoming, request.trusted)
  limit(limiter, address === null ? null : clientNetwork(address))
}

/** Our own services may ask without naming a client; then they are not limited. */
function limit(limiter: RateLimit, client: string | null): void {
  if (client !== null) refuse(limiter.take(client, Date.now()))
}

/** Throws 429 when there is something to wait for. */
export function refuse(seconds: number): void {
  if (seconds === 0) return
  throw new HttpError(
    429,
    'too_many_requests',
    `Too many requests from this address. Please wait ${seconds} seconds.`,
    {
      headers: { 'retry-after': String(seconds) },
    },
  )
}
