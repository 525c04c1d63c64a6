import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { networkInterfaces } from 'node:os'
import { addressFault, isLoopback } from './public-address.ts'

/** A destination that nothing is sent to; the message says why, for the subscriber to read. */
export class DestinationError extends Error {}

export interface OutboundRules {
  /** `local` also allows plain http and this machine's loopback addresses: for development and tests. */
  reach: 'public' | 'local'
  /** Names of our own hosts; they and all below them are refused. */
  ownHosts: readonly string[]
  /** Looks a name up; the system's resolver when it is left out. */
  resolve?: (host: string) => Promise<string[]>
  /** For the whole request, from looking the name up to the end of the answer. */
  timeoutMs?: number
  /** Certificates to trust instead of the usual ones. */
  ca?: string
}

const TIMEOUT_MS = 15_000
/** Bytes of an answer that are read before the connection is closed; nothing of them is kept. */
const MOST_ANSWER_BYTES = 64 * 1024
const MOST_ADDRESSES = 16

/**
 * Checks the text of a destination: an https URL without user or fragment, at port 443 or one above 1023, whose host is a
 * public name or address and none of ours. Names are not looked up yet. Throws DestinationError.
 */
export function checkDestination(text: string, rules: OutboundRules): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null) throw new DestinationError('dest: is no URL.')
  const local = rules.reach === 'local'
  if (url.protocol !== 'https:' && !(local && url.protocol === 'http:')) {
    throw new DestinationError('dest: must be an https URL.')
  }
  if (url.username !== '' || url.password !== '') throw new DestinationError('dest: must not hold a user or password.')
  if (url.hash !== '') throw new DestinationError('dest: must not have a fragment.')
  const port = url.port === '' ? 443 : Number(url.port)
  if (!local && port !== 443 && port < 1024) {
    throw new DestinationError('dest: the port must be 443 or above 1023.')
  }
  const host = hostOf(url)
  if (isIP(host) !== 0) {
    checkAddress(host, rules)
    return url
  }
  const name = host.replace(/\.$/, '').toLowerCase()
  if (rules.ownHosts.some((own) => name === own.toLowerCase() || name.endsWith(`.${own.toLowerCase()}`))) {
    throw new DestinationError('dest: is a host of this service itself.')
  }
  if (!local && !name.includes('.')) throw new DestinationError('dest: the host must be a public name.')
  return url
}

/**
 * The addresses of a destination, all of them checked: one that may not be reached refuses the name, since which of them
 * is taken is chance. Throws DestinationError.
 */
export async function resolveDestination(url: URL, rules: OutboundRules): Promise<string[]> {
  const host = hostOf(url)
  if (isIP(host) !== 0) {
    checkAddress(host, rules)
    return [host]
  }
  const found = await (rules.resolve ?? systemResolve)(host).catch(() => [])
  // One sentence for names that are unknown and names that lead inside: what our own resolver knows is nobody's business.
  if (found.length === 0 || found.some((address) => faultOf(address, rules) !== null)) {
    throw new DestinationError('dest: the host has no address, or one that is not of the public internet.')
  }
  return found.slice(0, MOST_ADDRESSES)
}

/**
 * Posts a body to a destination. The name is looked up once and the connection made to an address that was checked, so a
 * name that changes in between (DNS rebinding) gains nothing; the certificate is still checked against the name.
 * Redirects are not followed, and nothing of the answer but its status is kept. Throws DestinationError when the
 * destination may not be reached, and Error with a sentence when it did not answer in time or at all.
 */
export async function postOutbound(
  dest: string,
  { headers, body }: { headers: Record<string, string>; body: Buffer },
  signal: AbortSignal,
  rules: OutboundRules,
): Promise<{ status: number }> {
  const url = checkDestination(dest, rules)
  const timeoutMs = rules.timeoutMs ?? TIMEOUT_MS
  const deadline = AbortSignal.timeout(timeoutMs)
  const late = new Error(`The receiver did not answer within ${timeoutMs / 1_000} seconds.`)
  const ended = AbortSignal.any([deadline, signal])
  const addresses = await Promise.race([
    resolveDestination(url, rules),
    new Promise<never>((_resolve, reject) => {
      ended.addEventListener('abort', () => reject(late), { once: true })
    }),
  ])
  return new Promise((resolve, reject) => {
    const sender = url.protocol === 'https:' ? https : http
    const request = sender.request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(body.length), 'user-agent': 'sao-lang-traceability' },
      // A kept connection would outlive the check of its address.
      agent: false,
      lookup: fixedLookup(addresses),
      signal: ended,
      maxHeaderSize: 16_384,
      ...(rules.ca === undefined ? {} : { ca: rules.ca }),
    })
    let status: number | null = null
    const over = () => {
      if (status !== null) resolve({ status })
      request.destroy()
    }
    request.on('error', (error) => {
      over()
      reject(deadline.aborted ? late : connectionError(error))
    })
    // An answer that is none, such as a change of protocol, ends without an error.
    request.on('close', () => reject(new Error('The receiver gave no answer.')))
    request.on('response', (response) => {
      // The status is the answer; the rest is read within limits, so that the receiver is not cut off in mid-sentence.
      status = response.statusCode ?? 0
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        if (bytes > MOST_ANSWER_BYTES) over()
      })
      response.on('end', over)
      response.on('error', over)
      response.on('close', over)
    })
    request.end(body)
  })
}

function checkAddress(address: string, rules: OutboundRules): void {
  const fault = faultOf(address, rules)
  if (fault !== null) throw new DestinationError(`dest: ${address} may not be reached: ${fault}.`)
}

function faultOf(address: string, { reach }: OutboundRules): string | null {
  if (reach === 'local' && isLoopback(address)) return null
  const own = Object.values(networkInterfaces()).some((each) => each?.some((mine) => mine.address === address))
  return addressFault(address) ?? (own ? 'it is a host of this service itself' : null)
}

/** The host as a name or a bare address: URLs write IPv6 addresses in brackets. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

async function systemResolve(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address)
}

/** Answers every look-up with addresses known beforehand. */
function fixedLookup(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_host, options, done) => {
    if (options.all) done(null, found)
    else done(null, found[0]?.address ?? '', found[0]?.family)
  }
}

function connectionError(error: Error): Error {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'an error'
  return new Error(`The receiver could not be reached (${code}).`)
}
