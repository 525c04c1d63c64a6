import type { Picture } from '@sao-lang/traceability/verify'

/** What a picture is called by in forms: the path of its first variant. */
export function pictureKey(picture: Picture): string {
  return picture.variants[0]?.path ?? ''
}

/** The pictures a posted form keeps, in its order, with what they show. */
export function keptPictures(form: FormData): { path: string; alt: string }[] {
  return form.getAll('keep').map((kept) => {
    const path = String(kept)
    return { path, alt: String(form.get(`alt:${path}`) ?? '').trim() }
  })
}
