import { expect, type Page } from '@playwright/test'
import type { VerdictResponse } from '@sao-lang/traceability/verify'
import pg from 'pg'
import { readRun } from './run.ts'

const { accounts, admin, database, traceability } = readRun()
const account = accounts.find(({ role }) => role === 'operator')

/** Signs in to Medusa Admin, whatever language it speaks to this browser. */
export async function signInOperator(page: Page): Promise<void> {
  await page.goto(admin)
  await page.getByPlaceholder('Email').fill(account?.email ?? '')
  await page.getByPlaceholder(/Password|Mật khẩu/).fill(account?.password ?? '')
  await page.getByRole('button', { name: /Email/ }).click()
}

/** Opens one of our own pages from the menu of Medusa Admin. */
export async function openPage(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Opens an alert about the last label of the batch that a code is of, as a judgement would. Out: the size of the batch. */
export async function openAlert(code: string): Promise<number> {
  const answer = await fetch(new URL(`/verify/${code}`, traceability), { headers: { 'x-scan-log': 'off' } })
  const { batch } = (await answer.json()) as VerdictResponse
  if (batch === null) throw new Error(`${code} is of no label batch`)
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  try {
    await client.query(
      `insert into trace.clone_alert (party_no, alert_no, batch_no, unit_ix, product_ref, kind, level, score, checks,
         signals, areas, province_codes, opened_at, updated_at)
       select party_no, gen_random_uuid(), batch_no, size - 1, product_ref, 'copied', 'suspect', 4, 9,
         '[{"name": "areas", "points": 2}, {"name": "impossible_speed", "points": 2}]',
         '[{"provinceCode": "82", "checks": 9, "firstAt": "2026-11-01T00:00:00Z", "lastAt": "2026-11-09T20:00:00Z"}]',
         '{82}', now(), now()
       from trace.label_batch where batch_no = $1 on conflict do nothing`,
      [batch.batchNo],
    )
  } finally {
    await client.end()
  }
  return batch.size
}
