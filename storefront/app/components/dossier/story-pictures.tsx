import type { Picture as PictureOf } from '@sao-lang/traceability/verify'
import { TextField } from '#app/components/field.tsx'
import { dossierDesk } from '#app/i18n/dossier-desk.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { pictureKey } from '#app/lib/dossier/story-form.ts'
import { Picture } from '../picture.tsx'

/** The pictures of a story, each to be kept or left out, with what it shows. */
export function StoryPictures({ pictures }: { pictures: PictureOf[] }) {
  const t = useT(dossierDesk)
  return (
    <fieldset className="choices">
      <legend className="field-label mb-2">{t('pictures')}</legend>
      {pictures.length === 0 ? <p className="field-hint">{t('picturesNone')}</p> : null}
      <ul className="grid gap-4 sm:grid-cols-2">
        {pictures.map((picture, at) => {
          const key = pictureKey(picture)
          return (
            <li key={key} className="card grid content-start gap-3 p-3">
              <Picture picture={picture} sizes="(min-width: 40rem) 20rem, 90vw" />
              <label className="flex min-h-11 items-center gap-3">
                <input className="check" type="checkbox" name="keep" value={key} defaultChecked />
                {t('pictureKeep')}
              </label>
              <TextField
                name={`alt:${key}`}
                label={t('pictureAlt', { n: at + 1 })}
                defaultValue={picture.alt}
                maxLength={200}
              />
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
