import { Button } from '#app/components/button.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { Refusal } from '#app/lib/post-inspection/ask.server.ts'
import { type InspectionDetail, LOOKS } from '#app/lib/post-inspection/types.ts'
import { RefusedSentence, Section, useFormState } from './form-parts.tsx'

interface PhotosPartProps {
  detail: Pick<InspectionDetail, 'photos' | 'inspection'>
  /** False once it is concluded: photos are part of what was concluded on. */
  open: boolean
  refused: Refusal | undefined
}

/** Photos and papers by look, and the form that adds one. */
export function PhotosPart({ detail: { photos, inspection }, open, refused }: PhotosPartProps) {
  const t = useT(postInspection)
  const { values, error } = useFormState(refused, 'photo')
  const address = (file: string) =>
    `/can-bo/hau-kiem/${encodeURIComponent(inspection.id)}/anh/${encodeURIComponent(file)}`
  return (
    <Section id="anh" title={t('photosTitle')}>
      {photos.length === 0 ? (
        <p className="text-muted">{t('photosEmpty')}</p>
      ) : (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {photos.map(({ file, look, kind, title }) => (
            <li key={file} className="grid content-start gap-1">
              <a className="link grid gap-1" href={address(file)}>
                {kind === 'photo' ? (
                  <img
                    className="aspect-[4/3] w-full rounded object-cover"
                    src={address(file)}
                    alt=""
                    loading="lazy"
                    width={320}
                    height={240}
                  />
                ) : null}
                <span>{title}</span>
              </a>
              <span className="text-sm text-muted">{t(`look_${look}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {open ? (
        <form method="post" encType="multipart/form-data" className="grid gap-4" noValidate>
          <input type="hidden" name="viec" value="photo" />
          <RefusedSentence refused={refused} form="photo" />
          <TextField
            name="file"
            type="file"
            accept="image/jpeg,image/png,image/webp,application/pdf"
            label={t('photoFile')}
            hint={t('photoFileHint')}
            error={error('file')}
            required
          />
          <SelectField name="look" label={t('photoLook')} defaultValue={values.look ?? 'mark_use'}>
            {LOOKS.map((look) => (
              <option key={look} value={look}>
                {t(`look_${look}`)}
              </option>
            ))}
          </SelectField>
          <TextField
            name="photo_title"
            label={t('photoTitle')}
            defaultValue={values.photo_title}
            maxLength={200}
            required
          />
          <Button look="quiet">{t('addPhoto')}</Button>
        </form>
      ) : null}
    </Section>
  )
}
