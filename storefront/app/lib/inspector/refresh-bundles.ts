import { type InspectionBundle, openBundle, openBundleFile } from '@sao-lang/traceability/verify'
import { verificationKeysOf } from '@sao-lang/traceability/verify/did-web'
import type { InspectorStore } from './inspector-store.ts'
import { API, type Fetch } from './sync.ts'

export interface BundleState {
  bundles: InspectionBundle[]
  /** Why a province has none, or was not brought up to date: a sentence of the verifier, or null. */
  problem: string | null
}

/** Verifies and reads the bundles kept on the phone. What does not hold is not used, and is said. */
export async function keptBundles(
  store: InspectorStore,
  provinces: readonly string[],
  now: Date,
): Promise<BundleState> {
  const state: BundleState = { bundles: [], problem: null }
  const keys = keysOf(await store.issuer(), now)
  for (const province of provinces) {
    const held = await store.bundle(province)
    if (!held) continue
    const opened = await openBundle(held, keys)
    if (opened.ok) state.bundles.push(opened.bundle)
    else state.problem = opened.message
  }
  return state
}

/**
 * Brings the bundles of the provinces up to date: what changed since the kept edition, else the whole. The issuer's keys come
 * from its DID document, asked for at every round: a key that was taken back must not be trusted longer than that.
 * Out: the bundles as kept afterwards. A network that fails leaves what was there.
 */
export async function refreshBundles(
  store: InspectorStore,
  provinces: readonly string[],
  fetch: Fetch,
  now: Date,
): Promise<BundleState> {
  let problem: string | null = null
  const document = await jsonOf(fetch, '/.well-known/did.json')
  if (document !== null) await store.putIssuer(document)
  const keys = keysOf(await store.issuer(), now)
  for (const province of provinces) {
    const held = await store.bundle(province)
    const current = held && (await openBundle(held, keys))
    const since = current?.ok ? `?since=${current.bundle.manifest.edition}` : ''
    const file = await jsonOf(fetch, `${API}/bundles/${province}${since}`)
    if (file === null) continue
    const opened = await openBundleFile(file, keys, current?.ok ? held : null)
    if (opened.ok) await store.putBundle(province, opened.held)
    else problem = opened.message
  }
  const kept = await keptBundles(store, provinces, now)
  return { bundles: kept.bundles, problem: problem ?? kept.problem }
}

function keysOf(document: unknown, now: Date) {
  try {
    return document === null ? [] : verificationKeysOf(document, now)
  } catch {
    return []
  }
}

async function jsonOf(fetch: Fetch, path: string): Promise<unknown> {
  try {
    const answer = await fetch(path)
    return answer.ok ? ((await answer.json()) as unknown) : null
  } catch {
    return null
  }
}
