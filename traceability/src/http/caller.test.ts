import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { bearerCheck, callerOf, clientNetwork, requestIdOf } from './caller.ts'

function incoming(headers: Record<string, string>): IncomingMessage {
  const message = new IncomingMessage(new Socket())
  Object.defineProperty(message.socket, 'remoteAddress', { value: '::ffff:198.51.100.7' })
  Object.assign(message.headers, headers)
  return message
}

describe('the caller', () => {
  it('is the socket’s address and its own agent without the token, whatever its headers say', () => {
    const forged = incoming({
      'x-forwarded-for': '1.2.3.4',
      'x-client-ip': '1.2.3.4',
      'x-client-agent': 'forged',
      'x-client-province': '82',
      'x-scan-log': 'off',
      'user-agent': 'phone',
      'x-device': 'device-cookie',
    })
    expect(callerOf(forged, false)).toEqual({
      address: '198.51.100.7',
      agent: 'phone',
      device: 'device-cookie',
      provinceCode: null,
      logScan: true,
    })
  })

  it('is who our own service says it is, with the token', () => {
    const relayed = incoming({
      'x-client-ip': '2001:DB8::1',
      'x-client-agent': 'phone',
      'x-client-province': '82',
      'x-scan-log': 'off',
    })
    expect(callerOf(relayed, true)).toEqual({
      address: '2001:db8::1',
      agent: 'phone',
      device: null,
      provinceCode: '82',
      logScan: false,
    })
  })

  it('has no address rather than a malformed one', () => {
    expect(callerOf(incoming({ 'x-client-ip': 'unknown' }), true).address).toBeNull()
    expect(callerOf(incoming({}), true).address).toBeNull()
  })

  it.each(['short', 'with spaces in it', 'x'.repeat(201)])('has no device cookie when it reads "%s"', (device) => {
    expect(callerOf(incoming({ 'x-device': device }), false).device).toBeNull()
  })
})

describe('the network of a client', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['2001:db8:1:2::', '2001:db8:1:2'],
  ])('of %s is %s', (address, network) => {
    expect(clientNetwork(address)).toBe(network)
  })
})

describe('the bearer token', () => {
  const check = bearerCheck('the-right-token')
  it.each([
    ['Bearer the-right-token', true],
    ['bearer the-right-token', true],
    ['Bearer the-wrong-token', false],
    ['Bearer the-right-token-and-more', false],
    ['Bearer the-right-tokeñ', false],
    ['Basic the-right-token', false],
    ['the-right-token', false],
    ['', false],
  ])('"%s" is %s', (authorization, right) => {
    expect(check(incoming({ authorization }))).toBe(right)
  })
})

describe('the request id', () => {
  it('is the caller’s when it has the agreed form, else a new one', () => {
    expect(requestIdOf(incoming({ 'x-request-id': 'abcDEF-12345678' }))).toBe('abcDEF-12345678')
    for (const id of ['short', 'x'.repeat(65), 'with space 123', 'line\nbreak123', '<script>']) {
      expect(requestIdOf(incoming({ 'x-request-id': id }))).toMatch(/^[0-9a-f-]{36}$/)
    }
  })
})
