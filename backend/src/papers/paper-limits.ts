/** How large the file of one paper may be. A dossier of 300 to 500 pages is many papers, not one scan. */
export const PAPER_LIMITS = {
  photos: 20,
  pages: 200,
  /** Of one photo or PDF, and of the stored PDF. */
  fileBytes: 25 * 1024 * 1024,
  /** Of all photos of one paper together. */
  formBytes: 100 * 1024 * 1024,
} as const
