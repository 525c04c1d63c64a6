import { memoryBytes } from '../../scripts/stack/processes.mjs'

const ROWS = 15_000
const ROUNDS = 25
const MOST_MS = 100
const NAMES = ['Chè', 'Mật ong', 'Gạo', 'Cam sành', 'Nước mắm', 'Măng khô', 'Cá lăng', 'Bưởi', 'Hạt sen', 'Miến dong']
const HEAD = [
  'Số quyết định',
  'Ngày quyết định',
  'Cơ quan ban hành',
  'Cấp',
  'Tên sản phẩm',
  'Chủ thể',
  'Tỉnh',
  'Nhóm sản phẩm',
  'Hạng sao',
  'Hiệu lực đến',
]
const QUESTIONS = [
  'q=mat+ong',
  'q=che&province=08',
  'status=expired',
  'status=valid&stars=4',
  'q=ca+lang&status=valid',
  'year=2025&sector=drink',
  'q=1234',
  'q=hop+tac+xa',
  '',
]

/**
 * A register of 15,000 recognitions more, brought in as the officials do: what checking, taking over, searching, handing on as a file
 * and undoing cost. In: address of a running backend, its publishable key, the account of a ministry's officer, the backend's process.
 * Out: rows for `npm run bench`; the record is as it was.
 */
export async function benchRegister({ backendUrl, publishableKey, account, pid }) {
  const token = await signIn(backendUrl, account)
  const official = (method, path, options = {}) =>
    ask(new URL(`/official/decision-imports${path}`, backendUrl), {
      method,
      ...options,
      headers: { authorization: `Bearer ${token}`, ...options.headers },
    })
  const form = new FormData()
  form.set('file', new Blob([file()]), 'so-cong-nhan.csv')
  const checking = await timed(() => official('POST', '', { body: form }))
  const { id, errors } = checking.answer.import
  if (errors > 0) throw new Error(`${errors} of the rows are faulty; the figure is void.`)
  const act = (deed) =>
    timed(() => official('POST', `/${id}/${deed}`, { body: '{}', headers: { 'content-type': 'application/json' } }))
  const taking = await act('commit')

  const headers = { 'x-publishable-api-key': publishableKey }
  const took = []
  for (let round = 0; round <= ROUNDS; round++) {
    for (const question of QUESTIONS) {
      const { ms } = await timed(() => ask(new URL(`/store/register?${question}`, backendUrl), { headers }))
      // The first round fills the caches of a server that has just got these rows.
      if (round > 0) took.push(ms)
    }
  }
  const p95 = took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)]
  const exported = await measuredExport(new URL('/store/register.json', backendUrl), headers, pid)
  const undoing = await act('undo')
  return [
    {
      name: `register of ${ROWS} more recognitions: search and filters, p95, against ${MOST_MS} ms`,
      unit: 'ms (peer: the limit)',
      ours: p95,
      peer: MOST_MS,
      ratio: MOST_MS / p95,
      bar: 1,
    },
    plain('register: checking a file of 15,000 rows', 's', checking.ms / 1000),
    plain('register: taking it over', 's', taking.ms / 1000),
    plain('register: undoing it', 's', undoing.ms / 1000),
    plain(`register: the whole as JSON, memory of the backend grew by ${exported.grownMB} MB`, 'rows/s', exported.rate),
  ]
}

function plain(name, unit, ours) {
  return { name, unit, ours, peer: null, ratio: null, bar: null }
}

/** Decisions of 25 results each; every fifth has expired. */
function file() {
  const rows = Array.from({ length: ROWS }, (_, n) => [
    `BM${1000 + Math.floor(n / 25)}/QĐ-UBND`,
    '10/01/2025',
    'UBND tỉnh Tuyên Quang',
    'tỉnh',
    `${NAMES[n % 10]} ${NAMES[(n * 7) % 10]} số ${n}`,
    `Hợp tác xã ${NAMES[(n * 3) % 10]} ${n % 4000}`,
    n % 2 ? 'Tuyên Quang' : 'Đồng Tháp',
    n % 3 ? 'Đồ uống' : 'Thực phẩm',
    '4',
    n % 5 ? '09/01/2028' : '01/06/2026',
  ])
  return [HEAD, ...rows].map((row) => row.join(';')).join('\r\n')
}

async function measuredExport(url, headers, pid) {
  const before = memoryBytes(pid)
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, memoryBytes(pid))
  }, 50)
  const { ms, answer } = await timed(() => ask(url, { headers }))
  clearInterval(watch)
  return { rate: answer.length / (ms / 1000), grownMB: Math.round((most - before) / 1e6) }
}

async function signIn(backendUrl, { email, password }) {
  const { token } = await ask(new URL('/auth/official/emailpass', backendUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  return token
}

async function ask(url, options) {
  const response = await fetch(url, options)
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${(await response.text()).slice(0, 300)}`)
  return await response.json()
}

async function timed(work) {
  const start = performance.now()
  const answer = await work()
  return { ms: performance.now() - start, answer }
}
