/** A product group of one version's taxonomy. */
export interface SectorRule {
  /** Roman number, as the version prints it. */
  code: string
  vi: string
  en: string
  /** The group of the shop's catalogue it is shown under. */
  catalogue: string
  sets: readonly { no: number; vi: string; en: string }[]
}

/** The `sectors` record: taxonomy of one version, and where its sets went in the next one. */
export interface Sectors {
  version: string
  sectors: readonly SectorRule[]
  /** Null for the newest version. Several targets are a choice that a person makes. */
  next: { version: string; sets: readonly { from: number; to: readonly number[] }[] } | null
}

/** The sector of a set; null when the version does not have it. */
export function sectorOfSet(taxonomy: Sectors, setNo: number): SectorRule | null {
  return taxonomy.sectors.find((sector) => sector.sets.some((set) => set.no === setNo)) ?? null
}

/**
 * Where a set of one version went in another, over the versions between. Out: set numbers, ascending; empty when it was given up or the
 * way is not known. More than one needs a person's choice.
 */
export function mapSet(taxonomies: readonly Sectors[], from: string, setNo: number, to: string): number[] {
  let version = from
  let sets = [setNo]
  const seen = new Set<string>()
  while (version !== to) {
    if (seen.has(version)) return []
    seen.add(version)
    const next = taxonomies.find((each) => each.version === version)?.next
    if (!next) return []
    sets = [...new Set(sets.flatMap((no) => next.sets.find((each) => each.from === no)?.to ?? []))]
    version = next.version
  }
  return sets.sort((a, b) => a - b)
}
