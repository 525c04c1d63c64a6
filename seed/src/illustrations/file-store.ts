import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { HeadObjectCommand, NotFound, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { SeedEnvironment } from '../environment.ts'

/** Where pictures go. Paths are those of `Picture.variants`. */
export interface FileStore {
  has(path: string): Promise<boolean>
  put(path: string, content: Buffer, type: string): Promise<void>
}

/** The bucket when `S3_BUCKET` is set, else the folder `FILE_DIR`. */
export function openFileStore(env: SeedEnvironment): FileStore {
  return env.S3_BUCKET ? bucketStore(env, env.S3_BUCKET) : folderStore(env.FILE_DIR ?? '')
}

/** Files below a folder. A reader never sees half a file, and a killed run leaves none under the final name. */
export function folderStore(dir: string): FileStore {
  return {
    has: (path) =>
      stat(join(dir, path)).then(
        (found) => found.isFile() && found.size > 0,
        () => false,
      ),
    async put(path, content) {
      const file = join(dir, path)
      const part = `${file}.${process.pid}.part`
      await mkdir(dirname(file), { recursive: true })
      await writeFile(part, content)
      await rename(part, file)
    },
  }
}

function bucketStore(env: SeedEnvironment, bucket: string): FileStore {
  const client = new S3Client({
    ...(env.S3_ENDPOINT ? { endpoint: env.S3_ENDPOINT, forcePathStyle: true } : {}),
    region: env.S3_REGION ?? 'us-east-1',
    ...(env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY
      ? { credentials: { accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: env.S3_SECRET_ACCESS_KEY } }
      : {}),
  })
  return {
    async has(path) {
      try {
        await client.send(new HeadObjectCommand({ Bucket: bucket, Key: path }))
        return true
      } catch (error) {
        if (error instanceof NotFound) return false
        throw error
      }
    },
    async put(path, content, type) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: path,
          Body: content,
          ContentType: type,
          CacheControl: 'public, max-age=31536000, immutable',
        }),
      )
    },
  }
}
