import path from 'node:path'
import type { MedusaRequestHandler } from '@medusajs/framework/http'
import express from 'express'
import type { FileStore } from '../env'
import { ApiError } from '../http/api-error'

/** What the shop shows; anything else in the folder stays inside (SVG can carry scripts). */
const PICTURES = new Set(['.avif', '.webp', '.jpg', '.jpeg', '.png'])

/**
 * `GET /files/*`: pictures by path. Local files never change under their name, so they are cached for a year; hidden
 * files, other kinds and paths out of the folder answer 404. With S3 the answer points to the bucket.
 */
export function serveFiles(files: FileStore): MedusaRequestHandler {
  if (files.kind === 's3') {
    return (req, res, next) => {
      if (!isPicture(req.path)) next(new ApiError(404, 'not_found'))
      else res.redirect(307, `${files.url}${req.path}`)
    }
  }
  const fromDisk = express.static(files.dir, {
    dotfiles: 'ignore',
    index: false,
    redirect: false,
    immutable: true,
    maxAge: '1y',
    setHeaders: (res) => res.setHeader('cross-origin-resource-policy', 'cross-origin'),
  })
  return (req, res, next) => {
    if (!['GET', 'HEAD'].includes(req.method) || !isPicture(req.path)) {
      next(new ApiError(404, 'not_found'))
      return
    }
    fromDisk(req, res, (error?: unknown) => next(error ?? new ApiError(404, 'not_found')))
  }
}

/** Private evidence begins with `private-` in every store; no address leads there, whatever the bucket allows.
 * Names in the store need no percent-encoding. */
function isPicture(requestPath: string): boolean {
  if (/(^|\/)(private-|[^/]*%)/i.test(requestPath)) return false
  return PICTURES.has(path.posix.extname(requestPath).toLowerCase())
}
