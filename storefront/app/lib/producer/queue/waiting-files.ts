import type { WaitingFile } from './waiting-entry.ts'

/** The server makes photos no larger than this; a phone's weak signal should not carry more. */
const LONGEST_SIDE = 2_000
const QUALITY = 0.85

/**
 * The photos and papers of a form as blobs the phone can keep. Photos are drawn anew in a smaller size, which also leaves what
 * the camera noted behind; what cannot be drawn is kept as it is, and the server says what is wrong with it.
 */
export async function filesOfForm(form: FormData, titles: { photo: string; paper: string }): Promise<WaitingFile[]> {
  const files: WaitingFile[] = []
  for (const name of ['photo', 'paper'] as const) {
    for (const file of form.getAll(name)) {
      if (typeof file === 'string' || file.size === 0) continue
      const blob = file.type.startsWith('image/') ? await smaller(file) : file.slice(0, file.size, file.type)
      const shown = name === 'photo' && form.get('photoPublic') === 'true'
      files.push({ blob, title: titles[name], public: shown, received: null })
    }
  }
  return files
}

async function smaller(photo: File): Promise<Blob> {
  try {
    const image = await createImageBitmap(photo, { imageOrientation: 'from-image' })
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.width * scale)
    canvas.height = Math.round(image.height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    image.close()
    const drawn = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', QUALITY)
    })
    return drawn ?? photo
  } catch {
    return photo
  }
}
