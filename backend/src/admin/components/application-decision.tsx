import { Button, Checkbox, Label, Text, Textarea, toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApplicationCase } from '../../sellers/application-view'
import { askShop } from '../ask-shop'
import { APPLICATION_FIELD_WORDS } from './application-words'
import { ChoiceField } from './choice-field'

type Mode = 'approve' | 'send-back' | 'refuse'
type Field = keyof typeof APPLICATION_FIELD_WORDS

const FIELDS = Object.entries(APPLICATION_FIELD_WORDS) as [Field, string][]
const DONE: Record<Mode, string> = {
  approve: 'Đã duyệt, lời mời đã gửi',
  'send-back': 'Đã trả lại',
  refuse: 'Đã từ chối',
}

/** Approve, send back with a reason for each part, or refuse. */
export function ApplicationDecision({ application }: { application: ApplicationCase }) {
  const { id, duplicates } = application
  const [mode, setMode] = useState<Mode>('approve')
  const [verified, setVerified] = useState(false)
  const [producerId, setProducerId] = useState('new')
  const [reasons, setReasons] = useState<{ field: Field; reason: string }[]>([{ field: 'papers', reason: '' }])
  const [reason, setReason] = useState('')
  const queries = useQueryClient()
  const decide = useMutation({
    networkMode: 'always',
    mutationFn: (body: Record<string, unknown>) => askShop(`/seller-applications/${id}/${mode}`, body),
    onSuccess: async () => {
      toast.success(DONE[mode], { description: application.name })
      await queries.invalidateQueries({ queryKey: ['/seller-applications'] })
    },
    onError: (error) => toast.error('Chưa lưu được', { description: error.message }),
  })
  const producers = duplicates.filter(({ kind }) => kind === 'producer')

  function send() {
    if (mode === 'approve') {
      decide.mutate({ producerId: producerId === 'new' ? null : producerId, bankVerified: verified })
    } else if (mode === 'refuse') decide.mutate({ reason })
    else decide.mutate({ reasons: reasons.filter((each) => each.reason.trim() !== '') })
  }

  return (
    <div className="flex max-w-2xl flex-col gap-4 border-t pt-4">
      <ChoiceField
        id={`mode-${id}`}
        label="Quyết định"
        placeholder="Chọn"
        value={mode}
        onChange={(value) => setMode(value as Mode)}
        choices={[
          ['approve', 'Duyệt'],
          ['send-back', 'Trả lại để bổ sung'],
          ['refuse', 'Từ chối'],
        ]}
      />
      {mode === 'approve' ? (
        <>
          {producers.length > 0 ? (
            <ChoiceField
              id={`producer-${id}`}
              label="Chủ thể"
              placeholder="Chọn"
              value={producerId}
              onChange={setProducerId}
              choices={[
                ['new', 'Tạo chủ thể mới'],
                ...producers.map((each) => [each.id, `Nối với: ${each.name}`] as const),
              ]}
            />
          ) : null}
          <div className="flex items-start gap-2">
            <Checkbox id={`bank-${id}`} checked={verified} onCheckedChange={(value) => setVerified(value === true)} />
            <Label htmlFor={`bank-${id}`} size="small">
              Đã đối chiếu số và tên chủ tài khoản với giấy tờ: cho phép chi trả
            </Label>
          </div>
        </>
      ) : null}
      {mode === 'send-back' ? (
        <>
          {reasons.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end, and keep their place
            <div key={index} className="flex flex-col gap-2">
              <ChoiceField
                id={`field-${id}-${index}`}
                label={`Mục cần sửa ${index + 1}`}
                placeholder="Chọn mục"
                value={each.field}
                onChange={(field) =>
                  setReasons(reasons.map((one, at) => (at === index ? { ...one, field: field as Field } : one)))
                }
                choices={FIELDS}
              />
              <Label htmlFor={`reason-${id}-${index}`} size="small">
                Cần sửa thế nào
              </Label>
              <Textarea
                id={`reason-${id}-${index}`}
                rows={2}
                maxLength={1000}
                value={each.reason}
                onChange={(event) =>
                  setReasons(reasons.map((one, at) => (at === index ? { ...one, reason: event.target.value } : one)))
                }
              />
            </div>
          ))}
          <Button
            size="small"
            variant="secondary"
            className="self-start"
            onClick={() => setReasons([...reasons, { field: 'name', reason: '' }])}
          >
            Thêm mục
          </Button>
        </>
      ) : null}
      {mode === 'refuse' ? (
        <>
          <Label htmlFor={`refuse-${id}`} size="small">
            Lý do từ chối
          </Label>
          <Textarea
            id={`refuse-${id}`}
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      ) : null}
      {mode === 'approve' ? null : (
        <Text size="xsmall" className="text-ui-fg-subtle">
          Người nộp đơn đọc nguyên văn lý do.
        </Text>
      )}
      <Button
        size="small"
        className="self-start"
        variant={mode === 'refuse' ? 'danger' : 'primary'}
        isLoading={decide.isPending}
        onClick={send}
      >
        {mode === 'approve' ? 'Duyệt và mời chủ cơ sở' : mode === 'refuse' ? 'Từ chối đơn' : 'Trả lại'}
      </Button>
    </div>
  )
}
