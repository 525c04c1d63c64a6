import { MedusaError } from '@medusajs/framework/utils'
import { MeilisearchApiError } from 'meilisearch'

/** Throws: the caller asked for something Meilisearch cannot express without changing the meaning (400). */
export function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}

/** Throws: the input contradicts the index definition (400). */
export function invalid(message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
}

/** Throws the error by which the Search Module notices that a version was dropped, and looks for the next one once. */
export function indexNotFound(index: string): never {
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Meilisearch holds no index "${index}"`)
}

/** Meilisearch's own error code, e.g. `index_not_found`; null for anything that is not an answer of the engine. */
export function apiErrorCode(error: unknown): string | null {
  return error instanceof MeilisearchApiError ? (error.cause?.code ?? null) : null
}

/**
 * Runs calls to the engine and translates their failures.
 * Out: what `run` returns. Throws MedusaError: NOT_FOUND for a dropped index, UNEXPECTED_STATE for everything else,
 * naming what was being done but never the key or the document.
 */
export async function callEngine<T>(doing: string, index: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof MedusaError) throw error
    if (apiErrorCode(error) === 'index_not_found') indexNotFound(index)
    const reason = error instanceof Error ? error.message : 'unknown error'
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `Meilisearch failed while ${doing}: ${reason}`)
  }
}
