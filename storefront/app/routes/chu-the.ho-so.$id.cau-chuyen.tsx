import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { StoryPictures } from '#app/components/dossier/story-pictures.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { dossier as words } from '#app/i18n/dossier.ts'
import { dossierDesk } from '#app/i18n/dossier-desk.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { dossierHead, dossierRefusal, inLanguage, readDossier } from '#app/lib/dossier/dossier-page.server.ts'
import { dossierPath } from '#app/lib/dossier/paths.ts'
import { keptPictures, pictureKey } from '#app/lib/dossier/story-form.ts'
import type { Story } from '#app/lib/dossier/types.ts'
import { formatMoment } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const MOST_LETTERS = 10_000
const DONE = ['luu', 'dang', 'lay-lai'] as const

const storyApi = (productId: string, what = ''): `/producer/${string}` =>
  `/producer/stories/${encodeURIComponent(productId)}${what === '' ? '' : `/${what}`}`

/** `?xong=` says what was just done. The story is the product's: it can be changed whatever becomes of the dossier. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { dossier } = await readDossier(producer, args.params.id)
  const { story } = await pageData(producer.ask<{ story: Story }>(storyApi(dossier.product.id)))
  const asked = new URL(args.request.url).searchParams.get('xong')
  const done = DONE.find((each) => each === asked) ?? null
  const { id, product } = dossier
  return { head: dossierHead(args, (t) => t('step_story')), id, product, story, done }
}

/** Saves the draft, publishes it, brings back what was shown before, or adds a picture (`intent`). */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const context = requestContext(args)
  const { locale } = context
  const form = await args.request.formData()
  const { dossier } = await readDossier(producer, args.params.id)
  const productId = dossier.product.id
  const text = (name: string) => String(form.get(name) ?? '')
  const typed = { vi: text('vi'), en: text('en') }
  const intent = text('intent')
  const refused = (sentence: string, status: number) =>
    data({ typed: intent === 'save' ? typed : null, sentence }, { status })
  try {
    if (intent === 'picture') {
      const file = form.get('file')
      if (!(file instanceof Blob) || file.size === 0 || text('title').trim() === '') {
        return refused(serverT(context, dossierDesk)('errorPicture'), 400)
      }
      const upload = new FormData()
      upload.set('file', file, 'file')
      upload.set('title', text('title').trim())
      upload.set('public', 'true')
      await producer.upload(storyApi(productId, 'pictures'), upload)
    } else if (intent === 'publish' || intent === 'take-back') {
      const body = intent === 'publish' ? { version: Number(text('version')) } : {}
      await producer.ask(storyApi(productId, intent), { method: 'POST', body, headers: inLanguage(locale) })
    } else {
      await producer.ask(storyApi(productId), {
        method: 'PUT',
        body: { version: Number(text('version')), ...typed, pictures: keptPictures(form) },
        headers: inLanguage(locale),
      })
    }
    const done = intent === 'publish' ? 'dang' : intent === 'take-back' ? 'lay-lai' : 'luu'
    return redirect(`${dossierPath(dossier.id, 'cau-chuyen')}?xong=${done}`, 303)
  } catch (error) {
    const { sentence, status } = dossierRefusal(error, locale)
    return refused(sentence, status)
  }
}

export default function StoryRoute() {
  const t = useT(dossierDesk)
  const word = useT(words)
  const locale = useLocale()
  const { id, product, story, done } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const typed = failed?.typed ?? null
  const theirs = (mine: string | undefined, saved: string) =>
    mine !== undefined && mine.trim() !== saved ? t('theirs', { value: saved || word('noFact') }) : null
  const differs =
    story.version > 0 &&
    (story.vi !== (story.shown.vi ?? '') ||
      story.en !== (story.shown.en ?? '') ||
      story.pictures.map(pictureKey).join() !== story.shown.pictures.map(pictureKey).join())
  const sentences = { luu: t('saved'), dang: t('publishedNow'), 'lay-lai': t('takenBack') }
  return (
    <div className="wrap max-w-[44rem] pb-14">
      <BackLink to={dossierPath(id)}>{t('backToDossier')}</BackLink>
      <PageHeader title={t('step_story')} lead={t('storyLead')} eyebrow={product.name} />
      <div className="grid gap-8">
        <ErrorSummary title={() => t('errorSummary')} errors={failed ? { form: failed.sentence } : {}} />
        {done === null || failed ? null : (
          <Notice kind="success" live>
            {sentences[done]}
          </Notice>
        )}
        <form method="post" className="grid gap-5" noValidate>
          <input type="hidden" name="version" value={story.version} />
          <TextAreaField
            name="vi"
            label={t('storyVi')}
            hint={t('storyViHint')}
            error={theirs(typed?.vi, story.vi)}
            defaultValue={typed?.vi ?? story.vi}
            maxLength={MOST_LETTERS}
            rows={12}
          />
          <TextAreaField
            name="en"
            label={t('storyEn')}
            error={theirs(typed?.en, story.en)}
            defaultValue={typed?.en ?? story.en}
            maxLength={MOST_LETTERS}
            rows={8}
            optional
          />
          <StoryPictures pictures={story.pictures} />
          <div className="save-bar">
            <Button large name="intent" value="save">
              {t('saveDraft')}
            </Button>
          </div>
        </form>
        <form method="post" encType="multipart/form-data" className="card grid gap-3 p-4">
          <h2 className="text-lg">{t('pictureAdd')}</h2>
          <p className="field-hint">{t('pictureSaveFirst')}</p>
          <TextField name="title" label={t('pictureTitle')} maxLength={200} required />
          <div className="field">
            <label className="field-label" htmlFor="field-file">
              {t('pictureFile')}
            </label>
            <input
              id="field-file"
              className="input file-input"
              type="file"
              name="file"
              accept="image/jpeg,image/png,image/webp"
              required
            />
          </div>
          <div>
            <Button look="quiet" name="intent" value="picture">
              {t('pictureSend')}
            </Button>
          </div>
        </form>
        <form method="post" className="grid gap-3">
          <input type="hidden" name="version" value={story.version} />
          {differs ? <p>{t('differs')}</p> : null}
          {story.publishedAt === null ? null : (
            <p className="text-muted">{t('published', { at: formatMoment(story.publishedAt, locale) })}</p>
          )}
          <div className="flex flex-wrap gap-3">
            {story.version > 0 && differs ? (
              <Button name="intent" value="publish">
                {t('publish')}
              </Button>
            ) : null}
            {story.canTakeBack ? (
              <Button look="quiet" name="intent" value="take-back">
                {t('takeBack')}
              </Button>
            ) : null}
          </div>
        </form>
      </div>
    </div>
  )
}
