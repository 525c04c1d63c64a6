import { evaluationStep } from './evaluation-step'

/** A photo of a visit to the producer, in the file store. */
export interface VisitPhoto {
  /** Name in the file store, made at random. */
  file: string
  title: string
  /** Hex SHA-256 of the bytes as they are stored. */
  sha256: string
  mediaType: string
}

export interface AddVisitPhotoInput {
  evaluationId: string
  photo: VisitPhoto
  author: { id: string; name: string }
}

/** Notes a stored photo of a visit. */
export const addVisitPhotoStep = evaluationStep('add-visit-photo', async (service, input: AddVisitPhotoInput) => ({
  output: input.photo.file,
  before: await service.addVisitPhoto({ ...input, photo: { ...input.photo } }),
}))
