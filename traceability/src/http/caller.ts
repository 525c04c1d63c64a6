import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIP, isIPv6 } from 'node:net'

const REQUEST_ID = /^[A-Za-z0-9-]{8,64}$/
const DEVICE = /^[\x21-\x7e]{8,200}$/
const PROVINCE = /^[0-9]{2}$/

/** The caller's request id when it has the agreed form, else a new one. */
export function requestIdOf(incoming: IncomingMessage): string {
  const given = header(incoming, 'x-request-id')
  return given !== null && REQUEST_ID.test(given) ? given : randomUUID()
}

/** A check of bearer tokens that takes the same time for every wrong one of the right length. */
export function bearerCheck(token: string): (incoming: IncomingMessage) => boolean {
  const expected = Buffer.from(token)
  return (incoming) => {
    const given = /^Bearer ([^\s]+)$/i.exec(header(incoming, 'authorization') ?? '')?.[1]
    if (given === undefined) return false
    const bytes = Buffer.from(given)
    return bytes.length === expected.length && timingSafeEqual(bytes, expected)
  }
}

/** Who asks. Address and agent come from the caller's headers only when it holds the internal token. */
export interface Caller {
  address: string | null
  agent: string | null
  device: string | null
  provinceCode: string | null
  logScan: boolean
}

/** `x-forwarded-for` is never read: anybody can send it. */
export function callerOf(incoming: IncomingMessage, trusted: boolean): Caller {
  const device = header(incoming, 'x-device')
  const province = trusted ? header(incoming, 'x-client-province') : null
  const address = trusted ? header(incoming, 'x-client-ip') : (incoming.socket.remoteAddress ?? null)
  return {
    address: address !== null && isIP(address) ? plainAddress(address) : null,
    agent: header(incoming, trusted ? 'x-client-agent' : 'user-agent')?.slice(0, 400) ?? null,
    device: device !== null && DEVICE.test(device) ? device : null,
    provinceCode: province !== null && PROVINCE.test(province) ? province : null,
    logScan: !(trusted && header(incoming, 'x-scan-log') === 'off'),
  }
}

/** What rate limits count as one client: an IPv4 address, or the /64 network of an IPv6 one. */
export function clientNetwork(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups =
    tail === undefined
      ? left
      : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return groups.slice(0, 4).join(':')
}

function plainAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '')
}

function header(incoming: IncomingMessage, name: string): string | null {
  const value = incoming.headers[name]
  return typeof value === 'string' && value !== '' ? value : null
}
