import { ApiError } from '../../http/api-error'

/** Tells that somebody else was faster: rethrows what the store said, as ApiError 409 `paper_moved`. */
export function movedAway(error: unknown): never {
  if (error instanceof Error && error.name === 'PaperMovedError') throw new ApiError(409, 'paper_moved')
  throw error
}
