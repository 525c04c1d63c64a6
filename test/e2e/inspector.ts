import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { VerdictResponse } from '@sao-lang/traceability/verify'
import { readRun, runFile } from './run.ts'

const { accounts, traceability } = readRun()
const account = accounts.find(({ role }) => role === 'inspector')

/** Calls the traceability service as the shop does: the key of this install lies beside its run file. */
async function trace<T>(path: string, body?: unknown): Promise<T> {
  const { TRACE_INTERNAL_TOKEN } = JSON.parse(readFileSync(join(dirname(runFile()), 'secrets.json'), 'utf8'))
  const answer = await fetch(new URL(path, traceability), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${TRACE_INTERNAL_TOKEN}`,
      'content-type': 'application/json',
      'x-scan-log': 'off',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return (await answer.json()) as T
}

/** The address on a signed label of the batch that a sample code is of, and what the register says of it. */
export async function signedLabel(code: string): Promise<{ address: string; verdict: VerdictResponse }> {
  const verdict = await trace<VerdictResponse>(`/verify/${code}`)
  const party = verdict.passport?.producer.ref ?? ''
  const sheet = await trace<{ firstUrl: string }>(`/internal/parties/${encodeURIComponent(party)}/label-sheets`, {
    batchNo: verdict.batch?.batchNo,
    format: 'svg-labels',
    kind: 'signed',
    layout: { rollWidthMm: 60, rollHeightMm: 40 },
    requestKey: `e2e-inspector-${verdict.batch?.batchNo}`,
  })
  return { address: sheet.firstUrl, verdict }
}

export async function signInInspector(page: Page): Promise<void> {
  await page.goto('/kiem-tra')
  await page.getByLabel('Thư điện tử').fill(account?.email ?? '')
  await page.getByLabel('Mật khẩu').fill(account?.password ?? '')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).toHaveURL(/\/kiem-tra\/tra$/)
}

export async function lookUp(page: Page, text: string): Promise<void> {
  await page.getByLabel('Mã, đường dẫn hoặc số dưới mã vạch').fill(text)
  await page.getByRole('button', { name: 'Tra', exact: true }).click()
}
