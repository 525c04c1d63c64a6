import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { uploadFilesStep } from '@medusajs/medusa/core-flows'
import type { Picture } from '@sao-lang/traceability/verify'
import { type SaveStoryInput, saveStoryStep } from '../steps/save-story'

export interface AddStoryPictureInput {
  story: SaveStoryInput
  picture: { alt: string; width: number; height: number }
  /** WebP, base64, with the name it is to be stored under. */
  variants: { filename: string; width: number; content: string }[]
}

/** Stores a picture in its widths and puts it at the end of a story's draft. Out: the draft's version. Throws ApiError 409. */
export const addStoryPictureWorkflow = createWorkflow('add-story-picture', (input: AddStoryPictureInput) => {
  const stored = uploadFilesStep(
    transform({ input }, ({ input: { variants } }) => ({
      files: variants.map(({ filename, content }) => ({
        ...{ filename, content, mimeType: 'image/webp' },
        access: 'public' as const,
      })),
    })),
  )
  const story = transform({ input, stored }, ({ input: { story: before, picture, variants }, stored: files }) => {
    const added: Picture = {
      ...picture,
      variants: variants.map(({ width }, at) => ({ path: files[at]?.id ?? '', format: 'webp' as const, width })),
    }
    return { ...before, pictures: [...before.pictures, added] }
  })
  return new WorkflowResponse(saveStoryStep(story))
})
