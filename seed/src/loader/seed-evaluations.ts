import type { MedusaContainer } from '@medusajs/framework/types'
import { toEnded } from '@sao-lang/backend/evaluations/after-result'
import { dueDay } from '@sao-lang/backend/evaluations/due-day'
import { DOSSIER_MODULE } from '@sao-lang/backend/modules/dossier/index'
import type { DossierModuleService } from '@sao-lang/backend/modules/dossier/service'
import { EVALUATION_MODULE } from '@sao-lang/backend/modules/evaluation/index'
import type { EvaluationDTO, EvaluationModuleService } from '@sao-lang/backend/modules/evaluation/service'
import type { AuditActor } from '@sao-lang/backend/officials/record-audit'
import type { Rules } from '@sao-lang/backend/rules/rules'
import { rulesOn } from '@sao-lang/backend/rules/rules-on'
import { adviseWorkflow } from '@sao-lang/backend/workflows/evaluation/workflows/advise'
import { callSittingWorkflow } from '@sao-lang/backend/workflows/evaluation/workflows/call-sitting'
import { foundCouncilWorkflow } from '@sao-lang/backend/workflows/evaluation/workflows/found-council'
import { openRoundWorkflow } from '@sao-lang/backend/workflows/evaluation/workflows/open-round'
import { openSittingWorkflow } from '@sao-lang/backend/workflows/evaluation/workflows/open-sitting'
import { receiveDossierWorkflow } from '@sao-lang/backend/workflows/evaluation/workflows/receive-dossier'
import { scoreItemWorkflow } from '@sao-lang/backend/workflows/evaluation/workflows/score-item'
import { settleEvaluationWorkflow } from '@sao-lang/backend/workflows/evaluation/workflows/settle-evaluation'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { criteriaOf, type RubricOption, roundsOfYear, setOf } from '@sao-lang/traceability/verify/rating'
import { shopRows } from './shop.ts'

/** Tuyên Quang, where the demo officials are. */
const PROVINCE = '08'
const PLACE = { provinceCode: PROVINCE, communeCode: null }
const COUNCIL = { number: '01/QĐ-UBND (minh hoạ)', date: '2026-06-01', founded_by: 'UBND tỉnh Tuyên Quang' }
const BY: AuditActor = { type: 'system', id: 'seed', name: 'Dữ liệu minh hoạ', post: null }
const MEMBERS = [
  { email: 'chu-tich-hoi-dong@saolang.example', role: 'chair', body: 'UBND tỉnh Tuyên Quang' },
  { email: 'uy-vien-1@saolang.example', role: 'member', body: 'Sở Nông nghiệp và Môi trường' },
  { email: 'uy-vien-2@saolang.example', role: 'member', body: 'Sở Công Thương' },
  { email: 'uy-vien-3@saolang.example', role: 'member', body: 'Sở Y tế' },
  { email: 'thu-ky-hoi-dong@saolang.example', role: 'secretary', body: 'Văn phòng điều phối nông thôn mới' },
] as const

/** Steps in the order an evaluation takes them; a sample stops at its own. */
const STEPS = ['sent', 'received', 'ready', 'sitting', 'scored', 'settled'] as const
type Step = (typeof STEPS)[number]

/** Products of communes that are known, by handle: the criteria set, how far each goes, and points below the best sheet. */
const SAMPLES: readonly { handle: string; setNo: number; until: Step; below: number }[] = [
  { handle: 'tui-xach-thao-moc', setNo: 21, until: 'sent', below: 20 },
  { handle: 'thit-de-nui-tho-binh', setNo: 2, until: 'received', below: 25 },
  { handle: 'buoi-xuan-van', setNo: 1, until: 'ready', below: 22 },
  { handle: 'hop-dung-che-thao-moc', setNo: 21, until: 'sitting', below: 18 },
  { handle: 'coc-thao-moc', setNo: 21, until: 'scored', below: 24 },
  { handle: 'ruou-chuoi-kim-binh', setNo: 15, until: 'settled', below: 26 },
  { handle: 'tinh-dau-huong-nhu', setNo: 20, until: 'settled', below: 0 },
]
/** The class the samples keep the minimum options of. */
const STARS = 4
/** How many of the members have handed in where the sheets are still sealed. */
const SUBMITTED = 2

const WITH_COUNCIL: ReadonlySet<string> = new Set(['passed_on', 'evaluated', 'decided'])

interface Product {
  id: string
  handle: string
  title: string
  producer: { id: string; name: string; commune_code: string | null } | null
}
interface Sample {
  product: Product
  dossierId: string
  setNo: number
  until: Step
  picks: Record<string, string | null>
}

/**
 * A council, a round and one evaluation in each state that waits for somebody, for the demo officials. What an earlier run made is found
 * and goes on where it stopped. Out: how many evaluations there are.
 */
export async function seedEvaluations(container: MedusaContainer): Promise<number> {
  const service: EvaluationModuleService = container.resolve(EVALUATION_MODULE)
  const today = vietnamDay(new Date())
  const rules = await rulesOn(container, today)
  const council = await seedCouncil(container, service)
  const round = await seedRound(container, service, rules)
  for (const sample of await seedDossiers(container, rules)) {
    await advance(container, service, { sample, council, round, today, rules })
  }
  const [, total] = await service.listAndCountEvaluations({ sample: true }, { take: 1 })
  return total
}

async function seedCouncil(container: MedusaContainer, service: EvaluationModuleService): Promise<string> {
  const [known] = await service.listCouncils({ number: COUNCIL.number }, { take: 1 })
  if (known) return known.id
  const officials = await shopRows<{ id: string; email: string; name: string }>(container, {
    entity: 'official',
    fields: ['id', 'email', 'name'],
    filters: { email: MEMBERS.map(({ email }) => email) },
  })
  const members = MEMBERS.map(({ email, role, body }) => {
    const official = officials.find((each) => each.email === email)
    if (!official) throw new Error(`There is no demo official ${email}.`)
    return { official_id: official.id, name: official.name, role, body }
  })
  const seat = { level: 'province' as const, province_code: PROVINCE, created_by: BY.id, sample: true }
  const { result } = await foundCouncilWorkflow(container).run({
    input: { council: { ...COUNCIL, ...seat, members }, by: BY },
  })
  return result
}

/** The first round of the law that is not over yet. */
async function seedRound(
  container: MedusaContainer,
  service: EvaluationModuleService,
  rules: Rules,
): Promise<{ id: string; meetsBy: string }> {
  const year = Number(rules.day.slice(0, 4))
  const due = [year, year + 1].flatMap((each) =>
    roundsOfYear(rules.rounds, each, 'province').map((round, at) => ({ ...round, year: each, no: at + 1 })),
  )
  const next = due.find(({ doneBy }) => doneBy >= rules.day)
  if (!next) throw new Error('The rules know no round of the province.')
  const place = { level: 'province' as const, province_code: PROVINCE, year: next.year, no: next.no }
  const [known] = await service.listEvaluationRounds(place, { take: 1 })
  if (known) return { id: known.id, meetsBy: known.meets_by }
  const row = { ...place, sends_until: next.sentBy, meets_by: next.doneBy, created_by: BY.id, sample: true }
  const { result } = await openRoundWorkflow(container).run({ input: { row, by: BY } })
  return { id: result, meetsBy: next.doneBy }
}

/** Dossiers as communes pass them on, with the producer's own picks; one a product, and none beside one that is there. */
async function seedDossiers(container: MedusaContainer, rules: Rules): Promise<Sample[]> {
  const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
  const products = await shopRows<Product>(container, {
    entity: 'product',
    fields: ['id', 'handle', 'title', 'producer.id', 'producer.name', 'producer.commune_code'],
    filters: { handle: SAMPLES.map(({ handle }) => handle) },
  })
  const samples: Sample[] = []
  for (const { handle, setNo, until, below } of SAMPLES) {
    const product = products.find((each) => each.handle === handle)
    const commune = product?.producer?.commune_code
    if (!product?.producer || !commune) continue
    const picks = picksBelow(rules, setNo, below)
    const [known] = await dossiers.listDossiers({ product_id: product.id }, { take: 1, order: { created_at: 'DESC' } })
    // What a producer has begun, or a commune still looks at, is theirs.
    if (known && !(known.sample && WITH_COUNCIL.has(known.state))) continue
    const dossierId = known?.id ?? (await makeDossier(dossiers, { product, commune, setNo, rules, picks }))
    samples.push({ product, dossierId, setNo, until, picks })
  }
  return samples
}

async function makeDossier(
  dossiers: DossierModuleService,
  given: { product: Product; commune: string; setNo: number; rules: Rules; picks: Sample['picks'] },
): Promise<string> {
  const { product, commune, setNo, rules, picks } = given
  const made = await dossiers.createDossiers({
    producer_id: product.producer?.id ?? '',
    product_id: product.id,
    product_name: product.title,
    kind: 'first',
    rubric_version: rules.rubric.version,
    set_no: setNo,
    variant: null,
    state: 'passed_on',
    province_code: PROVINCE,
    commune_code: commune,
    form: {},
    passed_on_at: new Date(),
    sample: true,
  })
  const rows = Object.entries(picks).map(([criterion_id, option_id]) => ({
    ...{ dossier_id: made.id, criterion_id, option_id },
    ...{ answered: true, note: 'Tự đánh giá minh hoạ' },
  }))
  await dossiers.createDossierPicks(rows)
  return made.id
}

/** The best option everywhere, but for so many points, taken where no criterion is left empty and no minimum option is missed. */
function picksBelow(rules: Rules, setNo: number, below: number): Record<string, string | null> {
  let left = below
  const picks = criteriaOf(setOf(rules.rubric, setNo)).map(({ id, options }) => {
    const best = highest(options)
    const marked = options.filter(({ minForStar }) => minForStar !== null && minForStar <= STARS)
    const least = Math.max(0, ...marked.map(({ points }) => points))
    const enough = options.filter(({ points }) => points > 0 && points >= least && best.points - points <= left)
    const picked = enough.reduce((low, each) => (each.points < low.points ? each : low), best)
    left -= best.points - picked.points
    return [id, picked.id] as const
  })
  return Object.fromEntries(picks)
}

function highest(options: readonly RubricOption[]): RubricOption {
  const [first, ...rest] = options
  if (!first) throw new Error('A criterion has no options.')
  return rest.reduce((best, each) => (each.points > best.points ? each : best), first)
}

interface Advance {
  sample: Sample
  council: string
  round: { id: string; meetsBy: string }
  today: string
  rules: Rules
}

/** Takes a sample from where it stands to its own step. */
async function advance(container: MedusaContainer, service: EvaluationModuleService, given: Advance): Promise<void> {
  const { sample } = given
  const goes = (step: Step) => STEPS.indexOf(sample.until) >= STEPS.indexOf(step)
  if (!goes('received')) return
  const read = async () => {
    const [row] = await service.listEvaluations({ dossier_id: sample.dossierId, level: 'province' }, { take: 1 })
    return row
  }
  let row = await read()
  if (!row) {
    await receive(container, given)
    row = await read()
  }
  if (row && goes('ready') && (row.state === 'received' || row.state === 'advising')) {
    await advise(container, row, sample)
    row = await read()
  }
  if (row?.state === 'ready' && goes('sitting')) {
    await call(container, row, given)
    row = await read()
  }
  if (row?.state === 'sitting') {
    await score(container, service, row, given)
    row = await read()
  }
  if (row?.state === 'scored' && goes('settled')) {
    const input = { evaluation: toEnded(row), version: row.version, day: given.today, by: BY }
    await settleEvaluationWorkflow(container).run({ input })
  }
}

async function receive(container: MedusaContainer, { sample, round, today, rules }: Advance): Promise<void> {
  const { product, dossierId, setNo } = sample
  const row = {
    dossier_id: dossierId,
    round_id: round.id,
    level: 'province' as const,
    province_code: PROVINCE,
    commune_code: product.producer?.commune_code ?? '',
    kind: 'first' as const,
    product_id: product.id,
    product_name: product.title,
    producer_id: product.producer?.id ?? '',
    producer_name: product.producer?.name ?? '',
    rubric_version: rules.rubric.version,
    set_no: setNo,
    variant: null,
    received_on: today,
    due_on: dueDay('first', today, round.meetsBy, rules.windows),
    forwarded_from: null,
    sample: true,
  }
  await receiveDossierWorkflow(container).run({ input: { row, by: BY } })
}

async function advise(container: MedusaContainer, row: EvaluationDTO, { picks }: Sample): Promise<void> {
  const content = {
    papers_sound: true,
    papers_note: 'Giấy tờ minh hoạ, đủ theo danh mục.',
    visited_on: null,
    visit_place: '',
    visit_note: '',
    test_papers: [],
    test_note: '',
    picks,
    report: 'Báo cáo minh hoạ: hồ sơ đủ điều kiện đưa ra hội đồng.',
    author_id: BY.id,
    author_name: BY.name,
  }
  const place = { provinceCode: row.province_code, communeCode: row.commune_code }
  const advice = { evaluationId: row.id, version: row.version, content, handIn: true }
  await adviseWorkflow(container).run({ input: { advice, place, by: BY } })
}

async function call(container: MedusaContainer, row: EvaluationDTO, given: Advance): Promise<void> {
  const sitting = {
    ...{ council_id: given.council, round_id: given.round.id, level: 'province' as const, province_code: PROVINCE },
    ...{ day: given.today, place: 'Phòng họp số 1, UBND tỉnh (minh hoạ)', mode: 'meeting' as const },
    ...{ called_by: BY.id, sample: true },
  }
  const agenda = [{ evaluationId: row.id, version: row.version }]
  await callSittingWorkflow(container).run({ input: { row: sitting, agenda, officials: [], by: BY } })
}

/** Opens the sitting and hands sheets in: all of them, or the first few where the sample stays sealed. */
async function score(
  container: MedusaContainer,
  service: EvaluationModuleService,
  row: EvaluationDTO,
  { sample }: Advance,
): Promise<void> {
  const sitting = await service.retrieveSitting(row.sitting_id ?? '')
  if (sitting.state === 'prepared') {
    const input = { sittingId: sitting.id, version: sitting.version, place: PLACE, by: BY }
    await openSittingWorkflow(container).run({ input })
  }
  const sheets = await service.listScoreSheets({ sitting_id: sitting.id }, { take: null, order: { id: 'ASC' } })
  const missing = sheets.slice(0, sample.until === 'sitting' ? SUBMITTED : sheets.length)
  for (const sheet of missing.filter(({ state }) => state === 'draft')) {
    const command = {
      ...{ act: 'submit' as const, memberId: sheet.member_id, sheetId: sheet.id, picks: sample.picks },
      ...{ opinion: 'Phiếu minh hoạ', stance: null, at: new Date().toISOString() },
    }
    const input = { itemId: sheet.item_id, sittingId: sitting.id, product: row.product_name, command, members: [] }
    await scoreItemWorkflow(container).run({ input: { ...input, place: PLACE, by: BY } })
  }
}
