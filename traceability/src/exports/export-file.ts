/** A file as it is sent. */
export interface ExportFile {
  type: 'application/ld+json' | 'application/json' | 'text/csv'
  body: string
}
