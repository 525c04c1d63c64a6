import { chmod, mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Environment } from '../env'
import type { OutgoingMessage } from './compose'

/** Sends one message. Throws when it could not; MailRefused when trying again is of no use. */
export interface MailProvider {
  name: 'file' | 'smtp'
  send(message: OutgoingMessage): Promise<void>
  close(): void
}

/** The receiving side refused the message for good. */
export class MailRefused extends Error {
  override name = 'MailRefused'
}

/** The provider that the environment names: SMTP when `SMTP_URL` is set, else a folder of `.eml` files. */
export async function mailProvider(
  env: Pick<Environment, 'SMTP_URL' | 'MAIL_FROM' | 'OUTGOING_DIR' | 'files'>,
): Promise<MailProvider> {
  return env.SMTP_URL === undefined
    ? fileProvider(outgoingDir(env), env.MAIL_FROM)
    : await smtpProvider(env.SMTP_URL, env.MAIL_FROM)
}

/** Beside the pictures, never below them: pictures are public. */
function outgoingDir({ OUTGOING_DIR, files }: Pick<Environment, 'OUTGOING_DIR' | 'files'>): string {
  if (OUTGOING_DIR !== undefined) return path.resolve(OUTGOING_DIR)
  return files.kind === 'local'
    ? path.join(path.dirname(path.resolve(files.dir)), 'outgoing')
    : path.resolve('.data/outgoing')
}

/** Writes `<id>.eml`, readable by its owner alone; a message written twice is one file. */
async function fileProvider(dir: string, from: string): Promise<MailProvider> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  await mkdir(dir, { recursive: true, mode: 0o700 })
  return {
    name: 'file',
    async send(message) {
      const { message: content } = await transport.sendMail(mailOf(message, from))
      const file = path.join(dir, `${message.id}.eml`)
      await writeFile(`${file}.part`, content as Buffer, { mode: 0o600 })
      await chmod(`${file}.part`, 0o600)
      await rename(`${file}.part`, file)
    },
    close: () => transport.close(),
  }
}

async function smtpProvider(url: string, from: string): Promise<MailProvider> {
  const { createTransport } = await import('nodemailer')
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
  const transport = createTransport({ ...smtpOptions(url), pool: true, maxConnections: 2, ...timeouts })
  return {
    name: 'smtp',
    async send(message) {
      try {
        await transport.sendMail(mailOf(message, from))
      } catch (error) {
        const code = (error as { responseCode?: unknown }).responseCode
        // 535: wrong password of ours, which an operator mends; the message is not at fault.
        if (typeof code === 'number' && code >= 500 && code !== 535) throw new MailRefused(`SMTP ${code}`)
        throw new Error(
          typeof code === 'number' ? `SMTP ${code}` : `SMTP ${(error as { code?: string }).code ?? 'failed'}`,
        )
      }
    },
    close: () => transport.close(),
  }
}

/** `smtp://` speaks STARTTLS when the server offers it, `smtps://` TLS from the start. */
function smtpOptions(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  return {
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  }
}

/** Receivers are given as an object, so that nothing in them is read as a list of addresses. */
function mailOf({ id, to, subject, text, html }: OutgoingMessage, from: string) {
  if (/[\r\n]/.test(subject) || /[\r\n]/.test(to)) throw new MailRefused('a line break in a header')
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId: `<${id}@sao-lang>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
