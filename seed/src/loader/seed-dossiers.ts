import type { MedusaContainer } from '@medusajs/framework/types'
import { criterionPlace, optionsFor, paperPlace } from '@sao-lang/backend/dossiers/completeness'
import { type DossierRules, dossierRules } from '@sao-lang/backend/dossiers/dossier-rules'
import { newDossierRow } from '@sao-lang/backend/dossiers/new-dossier'
import { storiesOf } from '@sao-lang/backend/dossiers/product-story'
import { DOSSIER_ACTS, type DossierAct } from '@sao-lang/backend/dossiers/transitions'
import type { DossierActor, DossierChange, DossierDTO } from '@sao-lang/backend/modules/dossier/service'
import type { AuditDraft } from '@sao-lang/backend/officials/record-audit'
import { rulesOn } from '@sao-lang/backend/rules/rules-on'
import { beginDossierWorkflow } from '@sao-lang/backend/workflows/dossier/workflows/begin-dossier'
import { passOnDossierWorkflow } from '@sao-lang/backend/workflows/dossier/workflows/pass-on-dossier'
import { returnDossierWorkflow } from '@sao-lang/backend/workflows/dossier/workflows/return-dossier'
import { reviewDossierWorkflow } from '@sao-lang/backend/workflows/dossier/workflows/review-dossier'
import { saveDossierWorkflow } from '@sao-lang/backend/workflows/dossier/workflows/save-dossier'
import { saveStoryWorkflow } from '@sao-lang/backend/workflows/dossier/workflows/save-story'
import { submitDossierWorkflow } from '@sao-lang/backend/workflows/dossier/workflows/submit-dossier'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { criteriaOf, evidenceFor, type RubricSet, requiredPapers, setOf } from '@sao-lang/traceability/verify/rating'
import { putPapers, type SamplePaper } from './seed-papers.ts'
import { shopRows } from './shop.ts'

interface DemoDossier {
  product: string
  producer: string
  setNo: number
  kind: 'first' | 'upgrade' | 'renewal'
  /** How far it is brought. */
  target: 'draft' | 'returned' | 'passed_on'
  /** Sections left open, so that there is something to do. */
  leaveOpen: readonly string[]
}

/** Three products of the commune with demo officials: one to finish and submit, one sent back, one with the province. */
const DOSSIERS: readonly DemoDossier[] = [
  {
    ...{ product: 'prd-012', producer: 'chu-the-tai-hong-thai', setNo: 11, kind: 'upgrade', target: 'draft' },
    leaveOpen: ['3'],
  },
  {
    ...{ product: 'prd-013', producer: 'chu-the-tai-hong-thai', setNo: 11, kind: 'upgrade', target: 'returned' },
    leaveOpen: [],
  },
  {
    ...{ product: 'prd-027', producer: 'chu-the-tai-son-phu', setNo: 14, kind: 'upgrade', target: 'passed_on' },
    leaveOpen: [],
  },
]

const SAMPLE = '(dữ liệu minh hoạ)'
const OFFICER = 'can-bo-xa@saolang.example'
/** Long enough for the whole first evaluation of the demo. */
const PAPERS_UNTIL = '2029-12-31'
const RETURN_DAYS = 30
const DAY_MS = 86_400_000
const STORY_END =
  'Câu chuyện này được viết để minh hoạ cách trình bày. Chủ thể sẽ thay bằng lời kể của chính mình: ai làm ra sản phẩm, nghề có từ bao giờ, nguyên liệu lấy ở đâu, và điều gì của quê hương làm nên nét riêng mà nơi khác không có.'

/**
 * Brings the demo dossiers to where they stand, through the same workflows as people; one that somebody took further is left as it is.
 * In: product ids by fact, producer ids by handle. Out: how many were brought on.
 */
export async function seedDossiers(
  container: MedusaContainer,
  { productIds, producerIds }: { productIds: ReadonlyMap<string, string>; producerIds: ReadonlyMap<string, string> },
): Promise<number> {
  const today = vietnamDay(new Date())
  const rules = await dossierRules(container, today)
  const { kinds } = (await rulesOn(container, today)).paperKinds
  const kindNames = new Map(kinds.map(({ code, vi }) => [code, vi]))
  const official = await officerOf(container)
  let brought = 0
  for (const demo of DOSSIERS) {
    const productId = productIds.get(demo.product)
    const producerId = producerIds.get(demo.producer)
    if (!productId || !producerId) throw new Error(`seed: the demo dossier of "${demo.product}" has no product`)
    const member = await memberOf(container, producerId)
    if (await bringOn(container, { demo, productId, producerId, member, official, rules, kindNames })) brought += 1
  }
  return brought
}

interface Bringing {
  demo: DemoDossier
  productId: string
  producerId: string
  member: DossierActor
  official: DossierActor
  rules: DossierRules
  /** Vietnamese name by code. */
  kindNames: ReadonlyMap<string, string>
}

async function bringOn(container: MedusaContainer, given: Bringing): Promise<boolean> {
  const before = await dossierOf(container, given.productId)
  // Beyond the first save it is somebody's work, unless it has further to go.
  if (before && (before.state !== 'draft' || (given.demo.target === 'draft' && before.version > 1))) {
    return before.state === given.demo.target ? false : await review(container, given, before)
  }
  const dossier = before ?? (await begin(container, given))
  await fill(container, given, dossier)
  if (given.demo.target === 'draft') return true
  const { version } = await dossierNow(container, given.productId)
  const now = new Date()
  await submitDossierWorkflow(container).run({
    input: {
      ...{ dossierId: dossier.id, version, actor: given.member },
      ...{ day: vietnamDay(now), at: now.toISOString() },
    },
  })
  return review(container, given, await dossierNow(container, given.productId))
}

async function begin(container: MedusaContainer, { demo, productId, producerId, member, rules }: Bringing) {
  const tenant = { memberId: member.id, role: 'owner' as const, sample: true, producerId, partyRef: '' }
  const body = { productId, kind: demo.kind, setNo: demo.setNo, variant: null }
  const row = await newDossierRow(container, tenant, body, rules)
  await beginDossierWorkflow(container).run({ input: { row, actor: member } })
  return dossierNow(container, productId)
}

/** Fills everything in but the sections that stay open. */
async function fill(
  container: MedusaContainer,
  { demo, productId, producerId, member, rules, kindNames }: Bringing,
  { id }: DossierDTO,
): Promise<void> {
  const set = setOf(rules.rubric, demo.setNo)
  await fillStore(container, { producerId, memberId: member.id }, rules, kindNames)
  const papers = await goodPapers(container, producerId)
  const save = async (change: Pick<DossierChange, 'set' | 'picks' | 'papers' | 'act'>) => {
    const { version } = await dossierNow(container, productId)
    await saveDossierWorkflow(container).run({
      input: { dossierId: id, version, from: DOSSIER_ACTS.edit.from, actor: member, ...change },
    })
  }
  await save({ act: 'form_saved', set: { form: formOf(demo, rules) } })
  await save({ act: 'scores_saved', ...scoresOf(demo, set, rules, papers) })
  const required = requiredPapers(rules.papers, demo.kind, demo.setNo).map(({ paper }) => paper)
  await save({
    act: 'papers_saved',
    papers: {
      places: required.map(paperPlace),
      rows: required.flatMap((kind) => {
        const paper = papers.get(kind)
        return paper ? [{ place: paperPlace(kind), paper_id: paper.id, sha256: paper.sha256 }] : []
      }),
    },
  })
  const story = (await storiesOf(container, [productId])).get(productId)
  if (!story || story.version > 0) return
  const vi = `${story.vi}\n\n${STORY_END}`.trim()
  const { version, en, pictures } = story
  await saveStoryWorkflow(container).run({ input: { productId, producerId, version, vi, en, pictures } })
}

function formOf({ kind }: DemoDossier, rules: DossierRules): Record<string, unknown> {
  const statements = rules.papers.statements.filter(({ kinds }) => kinds.includes(kind))
  return {
    ...{ representative: `Người đại diện ${SAMPLE}`, position: 'Chủ hộ', phone: '0900000000' },
    ...{ address: `Thôn bản ${SAMPLE}`, businessNumber: 'MH-HKD-0001' },
    description: `Sản phẩm làm từ nguyên liệu của xã, chế biến tại chỗ ${SAMPLE}.`,
    capacity: `Khoảng 2 tấn một năm ${SAMPLE}`,
    statements: Object.fromEntries(statements.map(({ code, vi }) => [code, `${vi}: đã làm ${SAMPLE}.`])),
  }
}

/** The second best option of each criterion, or the only one, with a paper where papers can show it. */
function scoresOf(
  { leaveOpen }: DemoDossier,
  set: RubricSet,
  rules: DossierRules,
  papers: ReadonlyMap<string, { id: string; sha256: string }>,
): Required<Pick<DossierChange, 'picks' | 'papers'>> {
  const open = new Set(
    set.parts.flatMap(({ sections }) =>
      sections.filter(({ code }) => leaveOpen.includes(code)).flatMap(({ criteria }) => criteria.map(({ id }) => id)),
    ),
  )
  const scored = criteriaOf(set).filter(({ id }) => !open.has(id))
  return {
    picks: {
      criteria: scored.map(({ id }) => id),
      rows: scored.map((criterion) => {
        const options = optionsFor(criterion, null)
        const option = options.at(-2) ?? options.at(-1)
        return { criterion_id: criterion.id, answered: true, option_id: option?.id ?? null, note: '' }
      }),
    },
    papers: {
      // The sections that stay open have their papers already: the choice of an option is all that is left.
      places: criteriaOf(set).map(({ id }) => criterionPlace(id)),
      rows: criteriaOf(set).flatMap(({ id, title }) => {
        const paper = evidenceFor(rules.papers, title).flatMap((kind) => papers.get(kind) ?? [])[0]
        return paper ? [{ place: criterionPlace(id), paper_id: paper.id, sha256: paper.sha256 }] : []
      }),
    },
  }
}

/** Does the commune's part, as far as the demo goes. Out: whether anything was done. */
async function review(container: MedusaContainer, given: Bringing, dossier: DossierDTO): Promise<boolean> {
  const { demo, official, rules, producerId } = given
  const { id: dossierId, product_name: product } = dossier
  const change = (act: DossierAct, name: string, version: number): DossierChange => {
    const { from, to } = DOSSIER_ACTS[act]
    return { dossierId, version, from, ...(to === null ? {} : { to }), actor: official, act: name }
  }
  if (demo.target === 'returned' && dossier.state === 'submitted') {
    const deadline = vietnamDay(new Date(Date.now() + RETURN_DAYS * DAY_MS))
    const reason = `Nêu rõ sản lượng của từng năm và diện tích vùng nguyên liệu ${SAMPLE}.`
    const items = [
      { what: 'field' as const, ref: 'capacity', reason },
      { what: 'field' as const, ref: 'story', reason: `Kể về người làm ra sản phẩm ${SAMPLE}.` },
    ]
    await returnDossierWorkflow(container).run({
      input: {
        change: { ...change('return', 'returned', dossier.version), newReturn: { deadline, items } },
        audit: audit(given, dossier, 'dossier:return'),
        ...{ producerId, product, deadline, count: items.length },
      },
    })
    return true
  }
  if (demo.target !== 'passed_on' || (dossier.state !== 'submitted' && dossier.state !== 'in_review')) return false
  const confirmations = rules.papers.communeConfirms.map(({ code }) => ({
    ...{ item: code, confirmed: true, figure: `80% ${SAMPLE}`, note: `Đã xem tại cơ sở ${SAMPLE}` },
  }))
  await reviewDossierWorkflow(container).run({
    input: {
      change: { ...change('confirm', 'confirmed', dossier.version), confirmations },
      audit: audit(given, dossier, 'dossier:confirm'),
    },
  })
  const now = new Date()
  await passOnDossierWorkflow(container).run({
    input: {
      ...{ dossierId, version: dossier.version + 1, actor: official },
      ...{ day: vietnamDay(now), at: now.toISOString(), audit: audit(given, dossier, 'dossier:pass_on') },
    },
  })
  return true
}

function audit({ official }: Bringing, { id, province_code, commune_code }: DossierDTO, verb: AuditDraft['verb']) {
  return {
    actor: { type: 'official' as const, id: official.id, name: official.name, post: null },
    verb,
    subject: { type: 'dossier', id },
    place: { provinceCode: province_code, communeCode: commune_code },
  }
}

/** A paper of every kind that the store has no good one of. */
async function fillStore(
  container: MedusaContainer,
  whose: { producerId: string; memberId: string },
  rules: DossierRules,
  kindNames: Bringing['kindNames'],
): Promise<void> {
  const held = await goodPapers(container, whose.producerId)
  const kinds = [
    ...new Set([
      ...rules.papers.required.map(({ paper }) => paper),
      ...rules.papers.evidence.flatMap(({ papers }) => papers),
    ]),
  ]
  const missing = kinds
    .filter((kind) => !held.has(kind))
    .map(
      (kind): SamplePaper => ({
        ...{ kind, title: `${kindNames.get(kind) ?? kind} ${SAMPLE}`, issuer: `Cơ quan cấp ${SAMPLE}` },
        ...{ number: `MH-HS-${kind}`, issuedOn: '2026-01-05', expiresOn: PAPERS_UNTIL },
      }),
    )
  await putPapers(container, whose, missing)
}

/** Papers in force beyond the demo's days, by kind. */
async function goodPapers(
  container: MedusaContainer,
  producerId: string,
): Promise<Map<string, { id: string; sha256: string }>> {
  const rows = await shopRows<{ id: string; kind: string; sha256: string; expires_on: string | null }>(container, {
    entity: 'paper',
    fields: ['id', 'kind', 'sha256', 'expires_on'],
    filters: { producer_id: producerId, state: 'active' },
  })
  const good = rows.filter(({ expires_on }) => expires_on === null || expires_on >= '2028-01-01')
  return new Map(good.map(({ id, kind, sha256 }) => [kind, { id, sha256 }]))
}

async function officerOf(container: MedusaContainer): Promise<DossierActor> {
  const [row] = await shopRows<{ id: string; name: string }>(container, {
    entity: 'official',
    fields: ['id', 'name'],
    filters: { email: OFFICER },
  })
  if (!row) throw new Error(`seed: there is no demo official "${OFFICER}"`)
  return { type: 'official', ...row }
}

/** The demo member of a producer; a producer without one is served by the seed. */
async function memberOf(container: MedusaContainer, producerId: string): Promise<DossierActor> {
  const [row] = await shopRows<{ id: string; name: string }>(container, {
    entity: 'producer_member',
    fields: ['id', 'name'],
    filters: { producer_id: producerId },
  })
  return { type: 'producer', ...(row ?? { id: 'seed', name: `Chủ thể ${SAMPLE}` }) }
}

async function dossierOf(container: MedusaContainer, productId: string): Promise<DossierDTO | null> {
  const [row] = await shopRows<DossierDTO>(container, {
    entity: 'dossier',
    fields: ['*'],
    filters: { product_id: productId },
  })
  return row ?? null
}

async function dossierNow(container: MedusaContainer, productId: string): Promise<DossierDTO> {
  const row = await dossierOf(container, productId)
  if (!row) throw new Error(`seed: the demo dossier of "${productId}" is gone`)
  return row
}
