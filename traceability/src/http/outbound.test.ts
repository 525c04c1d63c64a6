import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { RECEIVER_CERTIFICATE, type Receiver, startReceiver } from '../testing/receiver.ts'
import { checkDestination, type OutboundRules, postOutbound, resolveDestination } from './outbound.ts'

const PUBLIC: OutboundRules = { reach: 'public', ownHosts: ['saolang.test'] }
const LOCAL: OutboundRules = { reach: 'local', ownHosts: [] }
const message = { headers: { 'content-type': 'application/json' }, body: Buffer.from('{}') }
const never = new AbortController().signal

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
async function receiver(...given: Parameters<typeof startReceiver>): Promise<Receiver> {
  const made = await startReceiver(...given)
  closing.push(() => made.close())
  return made
}

describe('a destination', () => {
  it.each([
    'https://partner.example.com/hook',
    'https://partner.example.com:8443/hook?id=1',
    'https://8.8.8.8/hook',
    'https://[2606:4700::1111]/hook',
  ])('is taken: %s', (text) => {
    expect(checkDestination(text, PUBLIC).href).toBe(text)
  })

  it.each([
    ['no URL', 'partner.example.com'],
    ['plain http', 'http://partner.example.com/'],
    ['another scheme', 'ftp://partner.example.com/'],
    ['a file', 'file:///etc/passwd'],
    ['a user', 'https://user@partner.example.com/'],
    ['a password', 'https://:secret@partner.example.com/'],
    ['a fragment', 'https://partner.example.com/#a'],
    ['a port of another service', 'https://partner.example.com:22/'],
    ['a bare name', 'https://intranet/'],
    ['localhost', 'https://localhost/'],
    ['a host of ours', 'https://saolang.test/'],
    ['a host of ours in capitals with a dot', 'https://SAOLANG.test./'],
    ['a host below ours', 'https://trace.saolang.test/'],
    ['loopback', 'https://127.0.0.1/'],
    ['loopback as one number', 'https://2130706433/'],
    ['loopback in octal and hex', 'https://0177.0.0x1/'],
    ['metadata', 'https://169.254.169.254/latest/meta-data'],
    ['mapped loopback', 'https://[::ffff:127.0.0.1]/'],
    ['full-width digits', 'https://１２７.０.０.１/'],
  ])('is refused with %s', (_what, text) => {
    expect(() => checkDestination(text, PUBLIC)).toThrow(/^dest: /)
  })

  it('is refused when any address of its name is not public', async () => {
    const url = new URL('https://partner.example.com/')
    const resolving = (...found: string[]) => ({ ...PUBLIC, resolve: async () => found })
    await expect(resolveDestination(url, resolving('8.8.8.8', '2606:4700::1111'))).resolves.toHaveLength(2)
    await expect(resolveDestination(url, resolving('8.8.8.8', '10.0.0.1'))).rejects.toThrow(
      /not of the public internet/,
    )
    await expect(resolveDestination(url, resolving('::ffff:8.8.8.8'))).rejects.toThrow(/not of the public internet/)
    await expect(resolveDestination(url, resolving())).rejects.toThrow(/no address/)
    await expect(resolveDestination(url, resolving('10.0.0.1'))).rejects.not.toThrow(/10\.0/)
  })

  it('in a development set-up may be this machine, but no other private one', () => {
    expect(checkDestination('http://127.0.0.1:4000/', LOCAL).port).toBe('4000')
    expect(checkDestination('http://[::1]:4000/', LOCAL).port).toBe('4000')
    for (const host of ['10.0.0.1', '169.254.169.254', '0.0.0.0', '[::ffff:127.0.0.1]']) {
      expect(() => checkDestination(`http://${host}/`, LOCAL), host).toThrow(/may not be reached/)
    }
  })
})

describe('a post', () => {
  it('goes to the address that was checked, looked up once, with the name as host', async () => {
    const there = await receiver()
    let lookups = 0
    const resolve = async () => {
      lookups++
      return ['127.0.0.1']
    }
    const answer = await postOutbound(`http://receiver.test:${there.port}/a?b`, message, never, { ...LOCAL, resolve })
    expect(answer).toEqual({ status: 200 })
    expect(lookups).toBe(1)
    expect(there.received[0]?.headers.host).toBe(`receiver.test:${there.port}`)
    expect(there.received[0]?.body.toString()).toBe('{}')
  })

  it('checks the name anew each time: one that has moved inside is refused before anything is sent', async () => {
    const there = await receiver()
    const answers = [['8.8.8.8'], ['127.0.0.1']]
    const rules: OutboundRules = { ...PUBLIC, resolve: async () => answers.shift() ?? [] }
    const url = `https://receiver.test:${there.port}/`
    await resolveDestination(checkDestination(url, rules), rules)
    await expect(postOutbound(url, message, never, rules)).rejects.toThrow(/not of the public internet/)
    expect(there.received).toEqual([])
  })

  it('over TLS checks the certificate against the name', async () => {
    const there = await receiver({ tls: true })
    const rules: OutboundRules = { ...LOCAL, resolve: async () => ['127.0.0.1'], ca: RECEIVER_CERTIFICATE }
    await expect(postOutbound(`https://receiver.test:${there.port}/`, message, never, rules)).resolves.toEqual({
      status: 200,
    })
    await expect(postOutbound(`https://other.test:${there.port}/`, message, never, rules)).rejects.toThrow(
      /ERR_TLS_CERT_ALTNAME_INVALID/,
    )
    const { ca: _trusted, ...usual } = rules
    await expect(postOutbound(`https://receiver.test:${there.port}/`, message, never, usual)).rejects.toThrow(
      /could not be reached/,
    )
    expect(there.received).toHaveLength(1)
  })

  it('does not follow a redirect', async () => {
    const inside = await receiver()
    const there = await receiver({
      behave: (_nth, response) => void response.writeHead(307, { location: inside.url }).end(),
    })
    await expect(postOutbound(there.url, message, never, LOCAL)).resolves.toEqual({ status: 307 })
    expect(inside.received).toEqual([])
  })

  it('is over in time, whether the name, the answer or its end is slow', async () => {
    const silent = await receiver({ behave: () => undefined })
    const rules = { ...LOCAL, timeoutMs: 200 }
    const late = /did not answer within 0.2 seconds/
    await expect(postOutbound(silent.url, message, never, rules)).rejects.toThrow(late)
    const unnamed = { ...rules, resolve: () => new Promise<string[]>(() => undefined) }
    await expect(postOutbound('http://slow.test/', message, never, unnamed)).rejects.toThrow(late)
    const trickling = await receiver({ behave: (_nth, response) => void response.writeHead(202).write('a') })
    const started = performance.now()
    await expect(postOutbound(trickling.url, message, never, rules)).resolves.toEqual({ status: 202 })
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('reads an endless answer only so far', async () => {
    let sent = 0
    const endless = http.createServer((_incoming, response) => {
      response.writeHead(200)
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) sent += 16_384
      }
      response.on('drain', more)
      more()
    })
    await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve))
    closing.push(() => endless.close())
    const url = `http://127.0.0.1:${(endless.address() as AddressInfo).port}/`
    await expect(postOutbound(url, message, never, LOCAL)).resolves.toEqual({ status: 200 })
    expect(sent).toBeLessThan(20_000_000)
  })

  it('tells of a receiver that is not there, hangs up, or speaks something else', async () => {
    const gone = await startReceiver()
    await gone.close()
    await expect(postOutbound(gone.url, message, never, LOCAL)).rejects.toThrow(/ECONNREFUSED/)
    for (const said of [
      '',
      'SSH-2.0-x\r\n',
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
    ]) {
      const odd = net.createServer((socket) => {
        socket.on('error', () => undefined)
        socket.once('data', () => socket.end(said))
      })
      await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve))
      closing.push(() => odd.close())
      const url = `http://127.0.0.1:${(odd.address() as AddressInfo).port}/`
      await expect(postOutbound(url, message, never, LOCAL)).rejects.toThrow(/could not be reached|gave no answer/)
    }
  })
})
