/** The bytes of a paper on their way into the file store. */
export interface PaperContent {
  /** Without folders, beginning with `private-`: the local store tells private files by the beginning of their whole name. */
  filename: string
  /** Base64. */
  content: string
}

/** What the file store is given. */
export function toUpload({ filename, content }: PaperContent) {
  return { filename, mimeType: 'application/pdf', content, access: 'private' as const }
}
