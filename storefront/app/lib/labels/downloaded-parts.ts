/** When a part came whole to this device, ISO 8601 in UTC, and the SHA-256 it was checked with. */
export interface DownloadedPart {
  at: string
  sha256: string
}
export type DownloadedParts = Readonly<Record<number, DownloadedPart>>

const nameOf = (sheetNo: string) => `tem-da-tai:${sheetNo}`

/** What this device has of a print sheet; nothing where the browser keeps nothing. */
export function downloadedParts(sheetNo: string): DownloadedParts {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(sheetNo)) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as DownloadedParts) : {}
  } catch {
    return {}
  }
}

/** Remembers what this device has. A browser that keeps nothing is no reason to lose the file. */
export function keepDownloadedParts(sheetNo: string, parts: DownloadedParts): void {
  try {
    localStorage.setItem(nameOf(sheetNo), JSON.stringify(parts))
  } catch {
    return
  }
}
