import type { Logger, SearchTypes } from '@medusajs/framework/types'
import {
  AbstractSearchProviderService,
  extractPrimaryKeyFilter,
  MedusaError,
  projectDocument,
  readDocumentPath,
} from '@medusajs/framework/utils'
import type { EnqueuedTask, MultiSearchQuery, MultiSearchResult } from 'meilisearch'
import { Meilisearch, MeilisearchTaskTimeOutError } from 'meilisearch'
import { toEngineDocument } from './document'
import { apiErrorCode, callEngine, indexNotFound, invalid } from './errors'
import type { FacetRequests } from './facets'
import { facetRequestsOf } from './facets'
import { compileFilter } from './filter'
import type { IndexPlan } from './index-plan'
import { planIndex, SOURCE_ATTRIBUTE } from './index-plan'
import { settingsOf } from './index-settings'
import type { HighlightRequest, HitsRequest } from './query'
import { hitsRequestOf, selectionOf } from './query'

export interface MeilisearchOptions {
  /** URL of the server. */
  host: string
  /** A key that may create, write and search indexes; not the master key. */
  apiKey?: string
  /** Milliseconds a single request may take; default 5,000. */
  timeoutMs?: number
}

interface Dependencies {
  logger?: Logger
}

/** What the provider remembers of an index, so that a deletion by filter can be compiled from the index's name alone. */
interface StoredDefinition {
  id: string
  primary_key: string
  fields: string
  settings: string
}

type Answer = MultiSearchResult<Record<string, unknown>>
type Definition = Pick<SearchTypes.ResolvedSearchIndexDefinition, 'fields' | 'primary_key' | 'settings'>

/** One query, translated, with the requests it needs. */
interface Prepared {
  input: SearchTypes.ProviderSearchQuery
  hits: HitsRequest
  facets: FacetRequests | null
  queries: MultiSearchQuery[]
}

const DEFINITIONS_INDEX = 'medusa_search_definitions'
const DEFAULT_TIMEOUT_MS = 5_000
/** Longest wait for a write of the provider's own, and for a seed's batch when the caller names none. */
const TASK_TIMEOUT_MS = 120_000
const POLL_MS = 20

/**
 * Search provider for Meilisearch 1.12 and newer, to the contract of `ISearchProvider`.
 * Writes are applied later by the engine: they answer an enqueued task, and `waitForTask` waits for it.
 * What Meilisearch cannot express is refused with a MedusaError, never approximated; keywords are compared without regard
 * to case, which is the engine's nature (see docs/decisions/0003).
 */
export class MeilisearchProviderService extends AbstractSearchProviderService {
  static override identifier = 'meilisearch'

  private readonly client: Meilisearch
  private readonly plans = new Map<string, IndexPlan>()

  constructor(_dependencies: Dependencies, options: MeilisearchOptions) {
    super()
    if (!options.host) invalid('The Meilisearch provider needs the option "host", e.g. http://127.0.0.1:7700')
    this.client = new Meilisearch({
      host: options.host,
      ...(options.apiKey ? { apiKey: options.apiKey } : {}),
      timeout: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    })
  }

  /**
   * Creates the physical index, or brings its settings in line. An index with another shape or primary key is rebuilt
   * empty; the module calls this only for an index it is about to fill.
   */
  override async upsertIndex({
    index,
  }: {
    index: SearchTypes.ResolvedSearchIndexDefinition
  }): Promise<SearchTypes.SearchTask> {
    const plan = planIndex(index, this.identifier)
    const settings = settingsOf(index, plan, this.identifier)
    const uid = index.physical_name
    if (!/^[a-zA-Z0-9_-]{1,400}$/.test(uid)) invalid(`"${uid}" cannot name an index of Meilisearch`)
    await callEngine(`creating the index "${uid}"`, uid, async () => {
      const stored = await this.storedDefinition(uid)
      const next = storedOf(uid, index)
      if (stored && (stored.fields !== next.fields || stored.primary_key !== next.primary_key)) {
        await this.settled(await this.client.deleteIndex(uid), ['index_not_found'])
      }
      await this.settled(await this.client.createIndex(uid, { primaryKey: plan.primaryKey }), ['index_already_exists'])
      await this.settled(await this.client.index(uid).updateSettings(settings))
      await this.settled(await this.client.index(DEFINITIONS_INDEX).addDocuments([next], { primaryKey: 'id' }))
    })
    this.plans.set(uid, plan)
    return { index: uid, status: 'succeeded' }
  }

  override async deleteIndex({ index }: { index: string }): Promise<SearchTypes.SearchTask> {
    this.plans.delete(index)
    await callEngine(`deleting the index "${index}"`, index, async () => {
      await this.settled(await this.client.deleteIndex(index), ['index_not_found'])
      await this.settled(await this.client.index(DEFINITIONS_INDEX).deleteDocument(index), ['index_not_found'])
    })
    return { index, status: 'succeeded' }
  }

  override async clearIndex({ index }: { index: string }): Promise<SearchTypes.SearchTask> {
    return await callEngine(`clearing the index "${index}"`, index, async () => {
      await this.client.getRawIndex(index)
      return taskOf(index, await this.client.index(index).deleteAllDocuments())
    })
  }

  override async listIndexes(): Promise<SearchTypes.SearchIndexInfo[]> {
    return await callEngine('listing the indexes', '', async () => {
      const [stats, { results }] = await Promise.all([
        this.client.getStats(),
        this.client.getRawIndexes({ limit: 1_000 }),
      ])
      return results
        .filter(({ uid }) => uid !== DEFINITIONS_INDEX)
        .map(({ uid, createdAt, updatedAt }) => ({
          name: uid,
          provider: this.identifier,
          document_count: stats.indexes[uid]?.numberOfDocuments ?? 0,
          created_at: new Date(createdAt),
          updated_at: new Date(updatedAt),
        }))
    })
  }

  /** Documents that carry the same id replace each other, the last one stays. */
  override async upsertDocuments({
    index,
    definition,
    documents,
  }: {
    index: string
    definition: SearchTypes.ResolvedSearchIndexDefinition
    documents: SearchTypes.SearchDocument[]
  }): Promise<SearchTypes.SearchTask> {
    const plan = planIndex(definition, this.identifier)
    const prepared = documents.map((document) => toEngineDocument(document, plan))
    return await callEngine(`writing to the index "${index}"`, index, async () => {
      // Meilisearch would create a missing index by itself, and a dropped version would come back without settings.
      await this.client.getRawIndex(index)
      if (prepared.length === 0) return { index, status: 'succeeded' }
      return taskOf(index, await this.client.index(index).addDocuments(prepared, { primaryKey: plan.primaryKey }))
    })
  }

  override async deleteDocuments({
    index,
    filters,
  }: SearchTypes.SearchDeleteDocumentsInput): Promise<SearchTypes.SearchTask> {
    return await callEngine(`deleting from the index "${index}"`, index, async () => {
      const plan = await this.planOf(index)
      await this.client.getRawIndex(index)
      const ids = extractPrimaryKeyFilter(filters, { primary_key: plan.primaryKey })
      if (ids) {
        if (ids.length === 0) return { index, status: 'succeeded' }
        return taskOf(index, await this.client.index(index).deleteDocuments(ids))
      }
      const filter = compileFilter(filters, plan)
      if (filter === null) return invalid('A deletion needs a filter; clear the index to remove everything')
      return taskOf(index, await this.client.index(index).deleteDocuments({ filter }))
    })
  }

  override async search(input: SearchTypes.ProviderSearchQuery): Promise<SearchTypes.SearchResult> {
    const [result] = await this.searchMany([input])
    return result ?? indexNotFound(input.index.physical_name)
  }

  /** Packs every query, its facets and their ranges into one request to the engine. */
  override async searchMany(inputs: SearchTypes.ProviderSearchQuery[]): Promise<SearchTypes.SearchResult[]> {
    const first = inputs[0]
    if (!first) return []
    const prepared = inputs.map((input) => this.prepare(input))
    const { results } = await callEngine(`searching "${first.index.name}"`, first.index.physical_name, () =>
      this.client.multiSearch<{ queries: MultiSearchQuery[] }, Record<string, unknown>>({
        queries: prepared.flatMap(({ queries }) => queries),
      }),
    )
    let next = 0
    return prepared.map((query) => {
      const start = next
      next += query.queries.length
      return resultOf(query, results.slice(start, next))
    })
  }

  /**
   * Waits until a write is applied. Out: the task, succeeded or failed with the engine's reason.
   * Throws MedusaError NOT_FOUND when the index is gone, UNEXPECTED_STATE when the time is up.
   */
  async waitForTask(
    task: SearchTypes.SearchTask,
    options: { timeout_ms?: number } = {},
  ): Promise<SearchTypes.SearchTask> {
    if (task.id === undefined || task.status === 'succeeded') return task
    const timeout = options.timeout_ms ?? TASK_TIMEOUT_MS
    const index = task.index ?? ''
    return await callEngine(`waiting for a write to "${index}"`, index, async () => {
      const done = await this.client.tasks
        .waitForTask(Number(task.id), { timeout, interval: POLL_MS })
        .catch((error: unknown) => {
          if (!(error instanceof MeilisearchTaskTimeOutError)) throw error
          throw new MedusaError(
            MedusaError.Types.UNEXPECTED_STATE,
            `Meilisearch has not applied a write to "${index}" within ${timeout} ms`,
          )
        })
      if (done.status === 'succeeded') return { ...task, status: 'succeeded' as const }
      if (done.error?.code === 'index_not_found') return indexNotFound(index)
      const message = done.error?.message ?? `the task was ${done.status}`
      return { ...task, status: 'failed' as const, error: { message, code: done.error?.code ?? done.status } }
    })
  }

  private prepare(input: SearchTypes.ProviderSearchQuery): Prepared {
    const plan = planIndex(input.index, this.identifier)
    const selection = selectionOf(input, plan, this.identifier)
    const hits = hitsRequestOf(input, selection, plan)
    const facets = facetRequestsOf(input.search_options?.facets, selection, plan)
    const queries = [hits.params, ...(hits.countParams ? [hits.countParams] : []), ...(facets?.queries ?? [])]
    return { input, hits, facets, queries }
  }

  /** Waits for a write of the provider's own. Failures with one of the `tolerated` codes count as done. */
  private async settled(task: EnqueuedTask, tolerated: readonly string[] = []): Promise<void> {
    const done = await this.client.tasks.waitForTask(task, { timeout: TASK_TIMEOUT_MS, interval: POLL_MS })
    if (done.status === 'succeeded' || tolerated.includes(done.error?.code ?? '')) return
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, done.error?.message ?? `the task was ${done.status}`)
  }

  private async planOf(index: string): Promise<IndexPlan> {
    const known = this.plans.get(index)
    if (known) return known
    const stored = await this.storedDefinition(index)
    if (!stored) return indexNotFound(index)
    const definition: Definition = {
      primary_key: stored.primary_key,
      fields: JSON.parse(stored.fields),
      settings: JSON.parse(stored.settings),
    }
    const plan = planIndex(definition, this.identifier)
    this.plans.set(index, plan)
    return plan
  }

  private async storedDefinition(index: string): Promise<StoredDefinition | null> {
    try {
      return await this.client.index(DEFINITIONS_INDEX).getDocument<StoredDefinition>(index)
    } catch (error) {
      const code = apiErrorCode(error)
      if (code === 'index_not_found' || code === 'document_not_found') return null
      throw error
    }
  }
}

function storedOf(uid: string, { primary_key, fields, settings }: Definition): StoredDefinition {
  return { id: uid, primary_key, fields: JSON.stringify(fields), settings: JSON.stringify(settings) }
}

function taskOf(index: string, task: EnqueuedTask): SearchTypes.SearchTask {
  return { id: String(task.taskUid), index, status: 'enqueued' }
}

function resultOf({ input, hits, facets }: Prepared, answers: Answer[]): SearchTypes.SearchResult {
  const [page, ...rest] = answers
  const counted = hits.countParams ? rest.shift() : page
  const result: SearchTypes.SearchResult = {
    hits: (page?.hits ?? []).map((hit) => hitOf(hit, input, hits.highlight)),
    metadata: {
      skip: input.pagination?.skip ?? 0,
      take: input.pagination?.take ?? 20,
      count: countOf(hits, counted),
      ...(input.q === undefined ? {} : { query: input.q }),
      processing_time_ms: Math.max(0, ...answers.map((answer) => answer.processingTimeMs)),
    },
  }
  if (facets) result.facets = facets.read(rest)
  return result
}

function countOf(hits: HitsRequest, answer: Answer | undefined): number | null {
  if (hits.count === 'none') return null
  return (hits.count === 'exact' ? answer?.totalHits : answer?.estimatedTotalHits) ?? 0
}

function hitOf(
  hit: Answer['hits'][number],
  input: SearchTypes.ProviderSearchQuery,
  highlight: HighlightRequest | null,
): SearchTypes.SearchHit {
  const { primary_key: primaryKey } = input.index
  const { attributes_to_retrieve: asked } = input
  const document = hit[SOURCE_ATTRIBUTE] === undefined ? hit : JSON.parse(String(hit[SOURCE_ATTRIBUTE]))
  const result: SearchTypes.SearchHit = { id: String(hit[primaryKey]), document: projectDocument(document, asked) }
  if (hit._rankingScore !== undefined) result.score = hit._rankingScore
  const highlights = highlight ? highlightsOf(hit._formatted ?? {}, highlight) : {}
  if (Object.keys(highlights).length > 0) result.highlights = highlights
  return result
}

/** The fields in which something was found. */
function highlightsOf(formatted: object, { fields, preTag }: HighlightRequest): Record<string, string[]> {
  const found: [string, string[]][] = fields.map((path) => [
    path,
    readDocumentPath(formatted, path.split('.')).filter(
      (text): text is string => typeof text === 'string' && text.includes(preTag),
    ),
  ])
  return Object.fromEntries(found.filter(([, texts]) => texts.length > 0))
}
