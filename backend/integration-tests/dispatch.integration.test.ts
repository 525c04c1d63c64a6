import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'
import { loadSource } from './load-source'
import { adminToken, shopCall } from './shop-client'
import { shopSuite } from './shop-suite'

const { dispatch } = loadSource<typeof import('../src/dispatch/dispatch')>('./src/dispatch/dispatch')
const { mailProvider } = loadSource<typeof import('../src/dispatch/mail-provider')>('./src/dispatch/mail-provider')
const { sendDue } = loadSource<typeof import('../src/dispatch/send-due')>('./src/dispatch/send-due')
const { inTransaction } = loadSource<typeof import('../src/money/in-transaction')>('./src/money/in-transaction')

type Draft = Parameters<typeof dispatch>[1]

shopSuite(({ getContainer, api, dbUtils }) => {
  const call = shopCall({ api })
  let admin = ''

  beforeAll(async () => {
    admin = await adminToken({ getContainer, api })
    await dbUtils.snapshot()
  })

  const paid = (dedupeKey: string, email = 'nga@example.com'): Draft => ({
    to: { email },
    kind: 'order_paid',
    params: { displayNo: 'SL-2611-0001AB', total: 320_000 },
    dedupeKey,
    path: '/don-hang/ogrp_1?t=bi-mat',
  })
  const listed = async (state = 'all') => (await call('GET', `/admin/messages?state=${state}`, { token: admin })).data
  const rows = (sql: string) => inTransaction(getContainer(), ({ query }) => query<Record<string, unknown>>(sql))
  async function send(env: { SMTP_URL?: string; OUTGOING_DIR?: string }) {
    const mail = await mailProvider({
      MAIL_FROM: 'Sao Làng <gui@saolang.example>',
      files: { kind: 'local', dir: '/nowhere' },
      ...env,
    } as Parameters<typeof mailProvider>[0])
    try {
      return await sendDue(getContainer(), { mail, phone: null }, 'https://saolang.example', Date.now() + 20_000)
    } finally {
      mail.close()
    }
  }

  it('the same news is one message, sent once to a folder, and its address is erased', async () => {
    await Promise.all(Array.from({ length: 8 }, () => dispatch(getContainer(), paid('order-paid:1'))))
    expect((await listed()).count).toBe(1)
    const [before] = await rows('SELECT params, sealed, hint FROM dispatch_message')
    expect(JSON.stringify(before)).not.toMatch(/nga@|bi-mat/)

    const dir = await mkdtemp(path.join(tmpdir(), 'outgoing-'))
    expect(await Promise.all([send({ OUTGOING_DIR: dir }), send({ OUTGOING_DIR: dir })])).toContainEqual({
      sent: 1,
      failed: 0,
    })
    const files = await readdir(dir)
    expect(files).toHaveLength(1)
    const file = path.join(dir, files[0] ?? '')
    expect((await stat(file)).mode & 0o077).toBe(0)
    const eml = await readFile(file, 'utf8')
    expect(eml).toContain('To: nga@example.com')
    const { messages } = await listed('sent')
    expect(messages[0]).toMatchObject({
      subject: 'Đã nhận thanh toán cho đơn SL-2611-0001AB',
      hint: 'n•••@example.com',
      retriable: false,
    })
    expect((await rows('SELECT sealed FROM dispatch_message'))[0]).toEqual({ sealed: null })
    expect(await dispatch(getContainer(), paid('order-paid:1'))).toEqual([])
  })

  it('what is rolled back is not told', async () => {
    const { dispatchIn } = loadSource<typeof import('../src/dispatch/dispatch')>('./src/dispatch/dispatch')
    await expect(
      inTransaction(getContainer(), async (sql) => {
        await dispatchIn(sql, paid('rolled-back'))
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect((await listed()).count).toBe(0)
  })

  it('a mail server gets the message whole; one that is away is tried again, one that refuses is given up until an operator retries', async () => {
    const received: string[] = []
    let refuse = true
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        if (refuse) done(Object.assign(new Error(`no such box ${address}`), { responseCode: 550 }))
        else done()
      },
      onData(stream, _session, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          received.push(Buffer.concat(parts).toString())
          done()
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as AddressInfo
    try {
      const [id] = await dispatch(getContainer(), paid('order-paid:2'))
      expect(await send({ SMTP_URL: 'smtp://127.0.0.1:1' })).toEqual({ sent: 0, failed: 1 })
      const [waiting] = (await listed('waiting')).messages
      expect(waiting).toMatchObject({ id, attempts: 1, retriable: false })
      expect(Date.parse(waiting.nextAttemptAt)).toBeGreaterThan(Date.now() + 10_000)
      expect(await send({ SMTP_URL: `smtp://127.0.0.1:${port}` })).toEqual({ sent: 0, failed: 0 })

      await rows('UPDATE dispatch_message SET next_attempt_at = now()')
      expect(await send({ SMTP_URL: `smtp://127.0.0.1:${port}` })).toEqual({ sent: 0, failed: 1 })
      expect((await listed('failed')).messages[0]).toMatchObject({ id, lastError: 'SMTP 550', retriable: true })

      refuse = false
      expect((await call('POST', `/admin/messages/${id}/retry`, { token: admin, body: {} })).status).toBe(200)
      expect((await call('POST', `/admin/messages/${id}/retry`, { token: admin, body: {} })).status).toBe(409)
      expect(await send({ SMTP_URL: `smtp://127.0.0.1:${port}` })).toEqual({ sent: 1, failed: 0 })
      expect(received).toHaveLength(1)
      expect(received[0]).toContain(`Message-ID: <${id}@sao-lang>`)
      expect(received[0]).toMatch(/^To: nga@example\.com$/m)
      expect(received[0]).toMatch(/multipart\/alternative/)
    } finally {
      await new Promise<void>((resolve) => server.close(() => resolve()))
    }
  })

  it('messages to telephones and to wrong addresses stay where the operator sees why', async () => {
    await dispatch(getContainer(), [
      { ...paid('phone'), to: { phone: '0912345678' } } as never,
      paid('wrong', 'nga@example.com\r\nBcc: x@example.com') as never,
      { ...paid('nobody'), to: { groupId: 'ogrp_none' } } as never,
    ])
    const { messages } = await listed('unsendable')
    expect(messages.map(({ reason }: { reason: string }) => reason).sort()).toEqual([
      'address_invalid',
      'no_address',
      'no_phone_provider',
    ])
    const dir = await mkdtemp(path.join(tmpdir(), 'outgoing-'))
    expect(await send({ OUTGOING_DIR: dir })).toEqual({ sent: 0, failed: 0 })
  })

  it('nobody but the staff reads or retries messages', async () => {
    expect((await call('GET', '/admin/messages')).status).toBe(401)
    expect((await call('POST', '/admin/messages/x/retry', { body: {} })).status).toBe(401)
    expect((await call('POST', '/admin/messages/x/retry', { token: admin, body: {} })).status).toBe(404)
    expect((await call('GET', '/admin/messages?state=lost', { token: admin })).status).toBe(400)
  })
})
