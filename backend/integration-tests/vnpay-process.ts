import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The simulator of VNPay in a process of its own, as a shop meets the real one: through its addresses alone. */
export interface VnpayProcess {
  control<T>(name: string, body?: Record<string, unknown>): Promise<T>
  stop(): void
}

/** Starts it where this process's VNPAY_* point. In: address of the shop's IPN. Throws when it does not come up within 15 s. */
export async function startVnpay(ipnUrl: string): Promise<VnpayProcess> {
  const base = new URL(process.env.VNPAY_API_URL ?? '').origin
  const child: ChildProcess = spawn(process.execPath, [path.resolve('../test/vnpay-simulator/main.mjs')], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      VNPAY_PORT: new URL(base).port,
      VNPAY_TMN_CODE: process.env.VNPAY_TMN_CODE,
      VNPAY_HASH_SECRET: process.env.VNPAY_HASH_SECRET,
      VNPAY_IPN_URL: ipnUrl,
      VNPAY_CLOCK_SCALE: '1',
    },
    stdio: 'inherit',
  })
  for (let waited = 0; waited < 15_000; waited += 100) {
    const up = await fetch(`${base}/health`).catch(() => null)
    if (up?.ok) {
      return {
        async control<T>(name: string, body?: Record<string, unknown>) {
          const answer = await fetch(`${base}/control/${name}`, {
            method: body === undefined ? 'GET' : 'POST',
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          })
          return (await answer.json()) as T
        },
        stop: () => void child.kill(),
      }
    }
    await pause(100)
  }
  child.kill()
  throw new Error('The simulator of VNPay did not come up.')
}
