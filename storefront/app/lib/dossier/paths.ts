/** Where producers keep their papers. */
export const PAPERS_PATH = '/chu-the/ho-so/giay-to'
export const DOSSIERS_PATH = '/chu-the/ho-so'

/** The page of one paper, or a page below it. */
export function paperPath(id: string, page = ''): string {
  return `${PAPERS_PATH}/${encodeURIComponent(id)}${page === '' ? '' : `/${page}`}`
}

/** A page of a dossier of the producer's. */
export function dossierPath(id: string, page = ''): string {
  return `${DOSSIERS_PATH}/${encodeURIComponent(id)}${page === '' ? '' : `/${page}`}`
}

/** A page of a dossier in the officials' workspace. */
export function officialDossierPath(id: string): string {
  return `/can-bo/ho-so/${encodeURIComponent(id)}`
}
