import { Button, Heading, InlineTip, Input, Label, StatusBadge, Text, Textarea, toast } from '@medusajs/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { readableMoment } from '../../calendar/vietnam-moment'
import type { SitePageKey } from '../../modules/site-page/keys'
import type { SitePageVersionView } from '../../site-pages/read-site-pages'
import { askShop } from '../ask-shop'

type Version = SitePageVersionView & { author: string | null }

const STATES = {
  in_force: ['green', 'Đang áp dụng'],
  coming: ['blue', 'Sắp áp dụng'],
  past: ['grey', 'Đã thay'],
} as const

const FIELDS = [
  ['titleVi', 'Tiêu đề', 'Input'],
  ['leadVi', 'Lời dẫn', 'Input'],
  ['bodyVi', 'Nội dung (Markdown, đề mục “## ”)', 'Textarea'],
  ['titleEn', 'Tiêu đề tiếng Anh', 'Input'],
  ['leadEn', 'Lời dẫn tiếng Anh', 'Input'],
  ['bodyEn', 'Nội dung tiếng Anh', 'Textarea'],
] as const

/** Every wording of a page, and the form for the next one, which begins with the newest. */
export function SitePageEditor({ pageKey }: { pageKey: SitePageKey }) {
  const { data, error } = useQuery({
    queryKey: ['/site-pages', pageKey],
    queryFn: () => askShop<{ versions: Version[] }>(`/site-pages/${pageKey}`),
  })
  if (error) {
    return (
      <InlineTip variant="error" label="Chưa tải được">
        {error.message}
      </InlineTip>
    )
  }
  if (!data) return <Text role="status">Đang tải…</Text>
  const newest = data.versions[0]
  return (
    <div className="flex flex-col gap-6">
      <WordingForm key={newest?.no ?? 0} pageKey={pageKey} newest={newest} />
      <Heading level="h3">Các bản</Heading>
      <ul className="flex flex-col gap-3">
        {data.versions.map((version) => (
          <li key={version.id} className="flex flex-wrap items-center gap-2">
            <Text size="small">
              Bản số {version.no}, từ {readableMoment(version.publishedFrom)}, {version.author ?? 'kèm phần mềm'}
              {version.note ? `: ${version.note}` : ''}
            </Text>
            <StatusBadge color={STATES[version.state][0]}>{STATES[version.state][1]}</StatusBadge>
          </li>
        ))}
      </ul>
    </div>
  )
}

function WordingForm({ pageKey, newest }: { pageKey: SitePageKey; newest: Version | undefined }) {
  const queries = useQueryClient()
  const [failure, setFailure] = useState<string | null>(null)
  const write = useMutation({
    networkMode: 'always',
    mutationFn: (body: Record<string, unknown>) => askShop(`/site-pages/${pageKey}`, body),
    onSuccess: async () => {
      setFailure(null)
      await queries.invalidateQueries({ queryKey: ['/site-pages'] })
      toast.success('Đã công bố bản mới')
    },
    onError: (error) => setFailure(error.message),
  })
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const from = text('publishedFrom')
    write.mutate({
      ...Object.fromEntries(FIELDS.map(([name]) => [name, text(name)])),
      publishedFrom: from === '' ? null : new Date(`${from}:00+07:00`).toISOString(),
      note: text('note') || null,
      after: newest?.no ?? 0,
      sample: form.get('sample') === 'on',
    })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      {failure ? (
        <InlineTip variant="error" label="Chưa công bố">
          {failure}
        </InlineTip>
      ) : null}
      {FIELDS.map(([name, label, kind]) => (
        <div key={name} className="flex flex-col gap-1">
          <Label htmlFor={`${pageKey}-${name}`} size="small">
            {label}
          </Label>
          {kind === 'Input' ? (
            <Input id={`${pageKey}-${name}`} name={name} defaultValue={newest?.[name]} required />
          ) : (
            <Textarea id={`${pageKey}-${name}`} name={name} defaultValue={newest?.[name]} rows={12} required />
          )}
        </div>
      ))}
      <div className="flex flex-col gap-1">
        <Label htmlFor={`${pageKey}-from`} size="small">
          Áp dụng từ (giờ Việt Nam; để trống là ngay bây giờ)
        </Label>
        <Input id={`${pageKey}-from`} name="publishedFrom" type="datetime-local" />
      </div>
      <div className="flex flex-col gap-1">
        <Label htmlFor={`${pageKey}-note`} size="small">
          Sửa gì, cho đồng nghiệp (không bắt buộc)
        </Label>
        <Input id={`${pageKey}-note`} name="note" maxLength={500} />
      </div>
      <label className="flex items-center gap-2">
        <input type="checkbox" name="sample" defaultChecked={newest?.sample ?? false} />
        <Text size="small">Thông tin trong trang là dữ liệu minh hoạ</Text>
      </label>
      <Button type="submit" size="small" className="self-start" isLoading={write.isPending}>
        Công bố bản mới
      </Button>
    </form>
  )
}
