import { randomUUID } from 'node:crypto'
import type { MedusaRequest } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import { type Tenant, tenantOf } from '../http/tenant'
import { requireOwnProducts } from '../journal/own-goods'
import { readSourceAreas } from '../journal/source-areas'
import type { NewPaper, PaperDTO } from '../modules/evidence/service'
import { addPaperWorkflow } from '../workflows/papers/workflows/add-paper'
import { replacePaperWorkflow } from '../workflows/papers/workflows/replace-paper'
import { type PaperFacts, readPaperFields } from './paper-fields'
import type { PaperFile } from './paper-files'
import { paperRulesOn } from './paper-rules'
import { readPaperForm } from './read-paper-form'

/** Adds a paper from a form. Out: its id. Throws ApiError with `values`, what the form said, so that nobody types it again. */
export async function addPaper(req: MedusaRequest): Promise<string> {
  const { facts, file } = await paperOfForm(req)
  if (!file) throw new ApiError(422, 'paper_file_missing', { field: 'file', extra: { values: facts } })
  const { result } = await addPaperWorkflow(req.scope).run({
    input: { content: contentOf(file), row: rowOf(tenantOf(req.scope), facts, file) },
  })
  return result
}

/** Makes a new version of a paper from a form; without a file it shows the old one. Out: its id. Throws as `addPaper`. */
export async function replacePaper(req: MedusaRequest, old: PaperDTO): Promise<string> {
  if (old.state !== 'active') throw new ApiError(409, 'paper_moved')
  const { facts, file } = await paperOfForm(req)
  const kept = { pages: old.pages, bytes: old.bytes, sha256: old.sha256, mediaType: old.media_type }
  const row = file
    ? rowOf(tenantOf(req.scope), facts, file)
    : rowOf(tenantOf(req.scope), facts, { ...kept, bytes: { length: old.bytes } })
  const { result } = await replacePaperWorkflow(req.scope).run({
    input: {
      old: { id: old.id, version: old.version },
      content: file ? contentOf(file) : null,
      row: { ...row, file: old.file },
    },
  })
  return result
}

async function paperOfForm(req: MedusaRequest): Promise<{ facts: PaperFacts; file: PaperFile | null }> {
  const tenant = tenantOf(req.scope)
  const today = vietnamDay(new Date())
  const { kinds } = await paperRulesOn(req.scope, today)
  let facts: PaperFacts | undefined
  let typed: Record<string, string> = {}
  try {
    const { files } = await readPaperForm(req, async (fields) => {
      typed = fields
      facts = readPaperFields(fields, kinds, today)
      await requireOwn(req, tenant, facts)
    })
    if (!facts) throw new ApiError(400, 'upload_expected')
    return { facts, file: await files.toPdf(facts.title) }
  } catch (error) {
    throw withValues(error, typed)
  }
}

/** The refusal with what the form said: a page shows it again without having read the form itself. */
function withValues(error: unknown, values: Record<string, string>): unknown {
  if (!(error instanceof ApiError)) return error
  const { status, code, field, extra } = error
  return new ApiError(status, code, { ...(field === undefined ? {} : { field }), extra: { ...extra, values } })
}

async function requireOwn(
  req: MedusaRequest,
  tenant: Tenant,
  { productRef, sourceAreaRef }: PaperFacts,
): Promise<void> {
  await requireOwnProducts(req.scope, tenant, productRef === null ? [] : [productRef], 'productRef')
  if (sourceAreaRef === null) return
  const areas = await readSourceAreas(tenant)
  if (!areas.some(({ ref }) => ref === sourceAreaRef)) {
    throw new ApiError(422, 'paper_area_unknown', { field: 'sourceAreaRef' })
  }
}

function contentOf({ bytes }: PaperFile) {
  return { filename: `private-${randomUUID()}.pdf`, content: bytes.toString('base64') }
}

function rowOf(
  { producerId, memberId, sample }: Tenant,
  facts: PaperFacts,
  file: Pick<PaperFile, 'pages' | 'sha256'> & { bytes: { length: number }; mediaType: string },
): Omit<NewPaper, 'file'> {
  return {
    producer_id: producerId,
    member_id: memberId,
    kind: facts.kind,
    title: facts.title,
    issuer: facts.issuer,
    number: facts.number,
    issued_on: facts.issuedOn,
    expires_on: facts.expiresOn,
    source_area_ref: facts.sourceAreaRef,
    product_ref: facts.productRef,
    pages: file.pages,
    bytes: file.bytes.length,
    sha256: file.sha256,
    media_type: file.mediaType,
    sample,
  }
}
