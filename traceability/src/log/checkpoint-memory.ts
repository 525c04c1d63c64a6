import { open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Remembers the newest published checkpoint outside the database. A database restored from a backup has forgotten what was
 * published since; only this knows it, and keeps the log from signing a second history.
 */
export interface CheckpointMemory {
  /** The signed checkpoint as it was written; null when none ever was. */
  read(): Promise<string | null>
  /** Resolves when the checkpoint would survive a power cut. */
  write(note: string): Promise<void>
}

/**
 * A file as memory. It must not lie on what is restored together with the database. Writing replaces it whole: after a kill
 * there is the old checkpoint or the new one. Both functions throw what the file system throws, but a missing file is null.
 */
export function checkpointFile(path: string): CheckpointMemory {
  return {
    async read() {
      try {
        return await readFile(path, 'utf8')
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      }
    },
    async write(note) {
      const fresh = `${path}.${process.pid}.new`
      await writeDurably(fresh, 'w', note)
      await rename(fresh, path)
      await syncFolder(dirname(path))
    },
  }
}

async function writeDurably(path: string, flags: string, text: string): Promise<void> {
  const file = await open(path, flags, 0o644)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A renamed file is sure to be found after a power cut only when its folder is on disk too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
