import { MedusaModule } from '@medusajs/framework/modules-sdk'
import type { ISearchModuleService } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'

const RECHECK_MS = 1_000

const served = new Set<string>()
let checked: { at: number; pending: Promise<Set<string>> } | null = null

/**
 * Whether an index has been filled at least once. Before that there is nothing to bring up to date: the first filling reads
 * every row, and an event would fail in the module for want of an active version.
 */
export async function isServed(index: string): Promise<boolean> {
  if (served.has(index)) return true
  if (checked === null || Date.now() - checked.at > RECHECK_MS) checked = { at: Date.now(), pending: pendingIndexes() }
  if ((await checked.pending).has(index)) return false
  served.add(index)
  return true
}

async function pendingIndexes(): Promise<Set<string>> {
  const loaded: Record<string, ISearchModuleService> | undefined = MedusaModule.getModuleInstance(Modules.SEARCH)
  const indexes = (await loaded?.[Modules.SEARCH]?.listIndexes()) ?? []
  return new Set(indexes.filter(({ status }) => status === 'pending').map(({ name }) => name))
}
