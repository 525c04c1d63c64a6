import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { VerdictResponse } from '@sao-lang/traceability/verify'
import { unzipSync } from 'fflate'
import { readRun, runFile } from './run.ts'

const { accounts, traceability } = readRun()
const account = accounts.find(({ role }) => role === 'inspector')

/** Calls the traceability service as the shop does: the key of this install lies beside its run file. */
async function trace(path: string, body?: unknown): Promise<Response> {
  const { TRACE_INTERNAL_TOKEN } = JSON.parse(readFileSync(join(dirname(runFile()), 'secrets.json'), 'utf8'))
  return fetch(new URL(path, traceability), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${TRACE_INTERNAL_TOKEN}`,
      'content-type': 'application/json',
      'x-scan-log': 'off',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

/**
 * The first signed label of the batch that a sample code is of: the address on it, what the register says of the code, and the
 * label as it is printed, SVG.
 */
export async function signedLabel(
  code: string,
): Promise<{ address: string; verdict: VerdictResponse; svg: () => Promise<string> }> {
  const verdict = (await (await trace(`/verify/${code}`)).json()) as VerdictResponse
  const sheets = `/internal/parties/${encodeURIComponent(verdict.passport?.producer.ref ?? '')}/label-sheets`
  const answer = await trace(sheets, {
    batchNo: verdict.batch?.batchNo,
    format: 'svg-labels',
    kind: 'signed',
    layout: { rollWidthMm: 60, rollHeightMm: 40 },
    requestKey: `e2e-inspector-${verdict.batch?.batchNo}`,
  })
  const sheet = (await answer.json()) as { sheetNo: string; firstUrl: string }
  const svg = async () => {
    const file = await trace(`${sheets}/${sheet.sheetNo}/file?from=0&to=1`)
    const [label] = Object.values(unzipSync(new Uint8Array(await file.arrayBuffer())))
    if (!label) throw new Error('the sheet has no label')
    return Buffer.from(label).toString('utf8')
  }
  return { address: sheet.firstUrl, verdict, svg }
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
