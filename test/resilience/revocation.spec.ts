import { expect, test } from '@playwright/test'
import { decisionDocuments } from '@sao-lang/traceability/log/documents'
import type { VerdictResponse } from '@sao-lang/traceability/verify'
import { decodeStatusList, statusAt } from '@sao-lang/traceability/verify/bitstring-status-list'
import pg from 'pg'
import { asOfficial, signDecision } from '../e2e/official.ts'
import { packageOf } from '../e2e/package-of.ts'
import { readRun, stackSecrets, store } from '../e2e/run.ts'
import { changeRecognition } from './change-recognition.ts'

const run = readRun()
const vietnamDay = (moment: number) => new Date(moment + 7 * 3_600_000).toISOString().slice(0, 10)
const trace = (path: string, init?: RequestInit) => fetch(new URL(path, run.traceability), init)

async function verdict(): Promise<VerdictResponse> {
  return (await trace(`/verify/${run.sampleCodes.genuine}`)).json()
}

/** Badge on the product's page and in the list, and how many products the star has in the facet; nulls while the shop is away. */
async function shopSays(handle: string, title: string, stars: number) {
  const json = async (path: string) => (await store(path)).json()
  try {
    const { product } = (await json(`/store/catalogue/${handle}`)) as { product: { badge: { status: string } } }
    const { items } = (await json(`/store/catalogue?q=${encodeURIComponent(title)}`)) as {
      items: { handle: string; badge: { stars: number | null } }[]
    }
    const { facets } = (await json('/store/catalogue?per_page=1')) as {
      facets: { stars: { value: string; count: number }[] }
    }
    const listed = items.find((item) => item.handle === handle)?.badge.stars
    return {
      badge: product.badge.status,
      listed,
      facet: facets.stars.find(({ value }) => value === String(stars))?.count ?? 0,
    }
  } catch {
    return { badge: null, listed: undefined, facet: null }
  }
}

/** The revocation bit of a credential, read as anybody reads it. */
async function revocationBit(credentialUrl: string): Promise<number> {
  const readable = async (url: string) =>
    (await trace(new URL(url).pathname, { headers: { accept: 'application/json' } })).json()
  const { credentialStatus } = await readable(credentialUrl)
  const [entry] = credentialStatus as { statusListCredential: string; statusListIndex: string }[]
  if (!entry) throw new Error('the credential has no status')
  const list = await readable(entry.statusListCredential)
  return statusAt(await decodeStatusList(list.credentialSubject.encodedList), Number(entry.statusListIndex))
}

async function orderLabels(partyRef: string, productRef: string): Promise<[number, string]> {
  const answer = await trace('/internal/label-batches', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${stackSecrets().TRACE_INTERNAL_TOKEN}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ partyRef, productRef, lotRef: null, size: 1, requestKey: `revocation-${Date.now()}` }),
  })
  return [answer.status, ((await answer.json()) as { error?: { code: string } }).error?.code ?? '']
}

async function messagesWaiting(productId: string): Promise<number> {
  const client = new pg.Client({ connectionString: run.database })
  await client.connect()
  try {
    const found = await client.query('select 1 from outbox_message where key = $1 and delivered_at is null', [
      productId,
    ])
    return found.rowCount ?? 0
  } finally {
    await client.end()
  }
}

test('everything follows a revocation within a minute, although the shop was killed before it told anybody', async ({
  page,
}) => {
  const { passport, recognition } = await verdict()
  const held = recognition?.today.recognition
  if (!passport || !held) throw new Error('the sample package has no recognition')
  const { handle, name } = passport.product
  const before = await shopSays(handle, name.vi, held.stars)
  expect(before).toMatchObject({ badge: 'valid', listed: held.stars })
  const { credentials } = (await (await trace(`/credentials/by-recognition/${held.ref}`)).json()) as {
    credentials: { kind: string; status: string; url: string }[]
  }
  const decision = credentials.find(({ kind, status }) => kind === 'decision' && status === 'valid')?.url ?? ''
  expect(await revocationBit(decision)).toBe(0)

  const today = vietnamDay(Date.now())
  const { backend } = readRun().pids
  if (backend === undefined) throw new Error('the stack does not say which process the shop is')
  changeRecognition('revoke', held.ref, today, backend)
  const revoked = Date.now()
  try {
    expect(await messagesWaiting(passport.productRef), 'nobody has been told yet').toBeGreaterThan(0)
    const seconds: Record<string, string> = {}
    const follows = async (what: string, look: () => Promise<unknown>, wanted: unknown) => {
      await expect
        .poll(look, { message: what, timeout: Math.max(1, 60_000 - (Date.now() - revoked)), intervals: [500] })
        .toEqual(wanted)
      seconds[what] = ((Date.now() - revoked) / 1000).toFixed(1)
    }
    const answer = async () => {
      const { verdict: found, recognition: star } = await verdict()
      return [found, star?.today.status, star?.today.stars]
    }
    await Promise.all([
      follows('badge, list, facet', () => shopSays(handle, name.vi, held.stars), {
        badge: 'revoked',
        listed: null,
        facet: (before.facet ?? 0) - 1,
      }),
      follows('credential', () => revocationBit(decision), 1),
      follows('scan', answer, ['expired_recognition', 'revoked', null]).then(async () => {
        const { passport: newer } = await verdict()
        const subject = newer && decisionDocuments(newer).find(({ body }) => JSON.parse(body).ref === held.ref)?.subject
        await Promise.all([
          follows('labels', () => orderLabels(passport.producer.ref, passport.productRef), [
            409,
            'no_valid_recognition',
          ]),
          follows('log leaf', async () => (await trace(`/log/proof/decision/${subject}`)).status, 200),
        ])
      }),
    ])
    console.log(`followed the revocation, in seconds after it: ${JSON.stringify(seconds)}`)
    await page.goto(`/q/${run.sampleCodes.genuine}`)
    await expect(page.getByRole('main')).toContainText('đã thu lại hạng sao')
    await expect(page.getByRole('main')).toContainText('được đóng gói khi còn hạn')
    await page.goto(`/san-pham/${handle}`)
    await expect(page.getByRole('main')).toContainText('Công nhận bị thu hồi từ')
  } finally {
    await expect.poll(() => readRun().pids.backend, { timeout: 60_000 }).not.toBe(backend)
    changeRecognition('restore', held.ref, today)
    await expect.poll(async () => (await verdict()).verdict, { timeout: 60_000 }).toBe('genuine')
  }
})

test('a revocation drafted by one official and signed by another takes the star off the product and warns its buyers', async ({
  page,
  browser,
}) => {
  const title = 'Mật ong hương rừng'
  const listed = (await (await store(`/store/catalogue?q=${encodeURIComponent(title)}`)).json()) as {
    items: { id: string; handle: string; title: string }[]
  }
  const product = listed.items.find((item) => item.title === title)
  if (!product) throw new Error(`the shop does not sell “${title}”`)
  const today = vietnamDay(Date.now())

  await asOfficial(browser, 'province', '/can-bo/quyet-dinh', async (office) => {
    await office.goto(`/can-bo/quyet-dinh/moi?loai=revocation&q=${encodeURIComponent(title)}`)
    await office.getByLabel(new RegExp(`^${title}`)).check()
    await office.getByLabel('Căn cứ thu hồi').selectOption({ label: 'Sản phẩm không còn đáp ứng tiêu chí' })
    await office.getByLabel('Ngày có kết luận').fill(today)
    await office.getByLabel('Nội dung kết luận').fill('Không còn giữ được tiêu chí về nguồn gốc.')
    await office.getByLabel('Từ ngày').fill(today)
    await office.getByRole('button', { name: 'Lưu dự thảo' }).click()
    await expect(office.getByText('Không còn giữ được tiêu chí về nguồn gốc.')).toBeVisible()
    await expect(office.getByRole('button', { name: 'Ký', exact: true })).toHaveCount(0)
  })
  await asOfficial(browser, 'province-leader', '/can-bo/quyet-dinh', async (office) => {
    await office.getByRole('link', { name: /^Thu hồi: 1 dòng/ }).click()
    await signDecision(office, '1502/QĐ-UBND')
  })

  const code = await packageOf(product.id)
  const says = (path: string, words: RegExp) =>
    expect
      .poll(async () => (await page.goto(path)) && words.test(await page.getByRole('main').innerText()), {
        timeout: 60_000,
      })
      .toBe(true)
  await says(`/san-pham/${product.handle}`, /Công nhận bị thu hồi từ/)
  await says(`/q/${code}`, /đã thu lại hạng sao/)
  await says(`/dang-ba?q=${encodeURIComponent(title)}`, /Thu hồi từ/)
  const { recognition } = (await (await trace(`/verify/${code}`)).json()) as VerdictResponse
  const ref = recognition?.today.recognition?.ref ?? ''
  const { credentials } = (await (await trace(`/credentials/by-recognition/${ref}`)).json()) as {
    credentials: { kind: string; url: string }[]
  }
  const decision = credentials.find(({ kind }) => kind === 'decision')?.url ?? ''
  await expect.poll(() => revocationBit(decision), { timeout: 60_000 }).toBe(1)
})
