import { Button, InlineTip, Label, Text } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import type { TableFault } from '../../bank-transfer/table-cells'
import { sendForm } from '../ask-shop'

interface Check {
  known: boolean
  newLines: number
  faults: TableFault[]
  faultCount: number
}

/**
 * Takes a file in two steps: it is read and judged first, and counts only when the operator says so. A file with rows that cannot be read
 * is not taken at all. `fields`: what else the form carries; null while something is still to be chosen.
 */
export function FileCheck<Given extends Check>({
  path,
  refresh,
  fields,
  label,
  hint,
  children,
}: {
  path: string
  /** Lists to read again once it is taken. */
  refresh: readonly string[]
  fields: Readonly<Record<string, string>> | null
  label: string
  hint: string
  children(check: Given): ReactNode
}) {
  const id = useId()
  const queries = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const check = useMutation({
    mutationFn: (given: File) => sendForm<{ check: Given }>(`${path}/check`, { ...fields, file: given }),
    networkMode: 'always',
  })
  const take = useMutation({
    mutationFn: (given: File) => sendForm<{ newLines: number; taken: boolean }>(path, { ...fields, file: given }),
    onSuccess: async () => {
      check.reset()
      setFile(null)
      for (const each of refresh) await queries.invalidateQueries({ queryKey: [each] })
    },
    networkMode: 'always',
  })
  const error = check.error ?? take.error
  const found = check.data?.check
  return (
    <div className="flex flex-col gap-3 px-4 py-4 sm:px-6">
      <div className="flex flex-col gap-1">
        <Label htmlFor={id} size="small">
          {label}
        </Label>
        <input
          key={file === null ? 'none' : 'some'}
          id={id}
          type="file"
          accept=".xlsx,.csv"
          disabled={fields === null}
          aria-describedby={`${id}-hint`}
          className="txt-small max-w-full"
          onChange={(event) => {
            const given = event.target.files?.[0] ?? null
            take.reset()
            check.reset()
            if (given !== null) {
              setFile(given)
              check.mutate(given)
            }
          }}
        />
        <Text id={`${id}-hint`} size="small" className="text-ui-fg-subtle">
          {hint}
        </Text>
      </div>
      <div role="status">
        {check.isPending ? <Text size="small">Đang đọc tệp…</Text> : null}
        {take.data ? (
          <InlineTip variant="success" label="Đã nhận tệp">
            {take.data.taken
              ? `Có ${take.data.newLines.toLocaleString('vi-VN')} dòng mới.`
              : 'Tệp này đã nhận trước đây nên không có gì thay đổi.'}
          </InlineTip>
        ) : null}
      </div>
      {error ? (
        <div role="alert">
          <InlineTip variant="error" label="Chưa nhận được tệp">
            {error.message}
          </InlineTip>
        </div>
      ) : null}
      {file !== null && found ? (
        <section aria-label="Nội dung tệp" className="flex flex-col gap-3">
          {children(found)}
          {found.faultCount > 0 ? (
            <div role="alert" className="flex flex-col gap-2">
              <InlineTip variant="error" label={`${found.faultCount.toLocaleString('vi-VN')} dòng không đọc được`}>
                Chưa nhận gì từ tệp này. Hãy sửa các dòng dưới đây rồi chọn lại tệp.
              </InlineTip>
              <ul className="list-disc pl-5">
                {found.faults.map(({ row, column, sentence }) => (
                  <li key={`${row}:${column}`}>
                    <Text size="small">{sentence}</Text>
                  </li>
                ))}
              </ul>
            </div>
          ) : found.known ? (
            <InlineTip variant="info" label="Tệp đã nhận">
              Đúng tệp này đã được nhận trước đây. Nhận lại không thay đổi gì.
            </InlineTip>
          ) : (
            <div className="flex flex-wrap gap-2">
              <Button size="small" isLoading={take.isPending} onClick={() => take.mutate(file)}>
                Nhận {found.newLines.toLocaleString('vi-VN')} dòng mới
              </Button>
              <Button
                size="small"
                variant="secondary"
                onClick={() => {
                  setFile(null)
                  check.reset()
                }}
              >
                Bỏ tệp này
              </Button>
            </div>
          )}
        </section>
      ) : null}
    </div>
  )
}
