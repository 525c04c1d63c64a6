import { Button, Container, Heading, InlineTip, Label, StatusBadge, Text, Textarea, toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, type FormEvent, useState } from 'react'
import { RULE_KIND_WORDS } from '../../rules/kind-words'
import type { RuleResult } from '../../rules/weigh-records'
import { askShop } from '../ask-shop'

const OUTCOME_WORDS = {
  new: ['Sẽ được thêm', 'green'],
  same: ['Đã có trong sổ', 'grey'],
  refused: ['Chưa thêm được', 'red'],
} as const

/** The answer to a check belongs to the text it was made of. */
interface Checked {
  text: string
  results: RuleResult[]
}

/** Adds records to the book: paste or choose a JSON file, have it checked with every fault named, then adopt. */
export function AdoptRules() {
  const [text, setText] = useState('')
  const [checked, setChecked] = useState<Checked | null>(null)
  const queries = useQueryClient()
  const send = useMutation({
    networkMode: 'always',
    mutationFn: async (dryRun: boolean) => {
      const { results } = await askShop<{ results: RuleResult[] }>('/rules', { records: recordsOf(text), dryRun })
      return { text, results }
    },
    onSuccess: async (answer, dryRun) => {
      if (dryRun) {
        setChecked(answer)
        return
      }
      setChecked(null)
      setText('')
      toast.success('Đã đưa vào Sổ quy định')
      await queries.invalidateQueries({ queryKey: ['/rules'] })
    },
  })
  const current = checked?.text === text ? checked : null
  const ready = current?.results.some(({ outcome }) => outcome === 'new')
  const sound = current?.results.every(({ outcome }) => outcome !== 'refused')

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    if (file) setText(await file.text())
  }
  function check(event: FormEvent) {
    event.preventDefault()
    send.mutate(true)
  }

  return (
    <Container className="p-0">
      <form onSubmit={check} className="flex flex-col items-start gap-3 px-4 py-4 sm:px-6">
        <Heading level="h2">Thêm bản ghi</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          Mỗi bản ghi là một đối tượng JSON có loại, mã, ngày hiệu lực, nguồn và nội dung; có thể gửi nhiều bản trong
          một danh sách. Kiểm tra trước, rồi mới đưa vào sổ.
        </Text>
        <Label htmlFor="rule-file" size="small">
          Chọn tệp JSON
        </Label>
        <input id="rule-file" type="file" accept="application/json,.json" onChange={choose} className="max-w-full" />
        <Label htmlFor="rule-text" size="small">
          Hoặc dán nội dung
        </Label>
        <Textarea
          id="rule-text"
          value={text}
          rows={10}
          spellCheck={false}
          required
          className="font-mono"
          onChange={(event) => setText(event.target.value)}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" size="small" variant="secondary" isLoading={send.isPending}>
            Kiểm tra
          </Button>
          <Button
            type="button"
            size="small"
            disabled={!ready || !sound}
            isLoading={send.isPending}
            onClick={() => send.mutate(false)}
          >
            Đưa vào sổ
          </Button>
        </div>
        {send.error ? (
          <div role="alert">
            <InlineTip variant="error" label="Chưa thực hiện được">
              {send.error.message}
            </InlineTip>
          </div>
        ) : null}
        <div role="status" className="w-full">
          {current ? <Results results={current.results} /> : null}
        </div>
      </form>
    </Container>
  )
}

function Results({ results }: { results: readonly RuleResult[] }) {
  return (
    <ul className="flex w-full flex-col gap-3">
      {results.map((result, index) => {
        const [word, colour] = OUTCOME_WORDS[result.outcome]
        const kind = RULE_KIND_WORDS[result.kind as keyof typeof RULE_KIND_WORDS] ?? result.kind ?? 'Không rõ loại'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: records stand in the order they were given and never move
          <li key={index} className="flex flex-col gap-1">
            <div className="flex flex-wrap items-center gap-2">
              <StatusBadge color={colour}>{word}</StatusBadge>
              <Text size="small" weight="plus">
                {[kind, result.key, result.validFrom].filter(Boolean).join(' · ')}
              </Text>
            </div>
            {result.faults.length > 0 ? (
              <ul className="txt-small list-disc ps-5">
                {result.faults.map((fault) => (
                  <li key={fault.vi} className="break-words">
                    {fault.vi}
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

/** One record or a list of them. Throws an Error with a sentence when the text is no JSON. */
function recordsOf(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : [value]
  } catch {
    throw new Error(
      'Nội dung không phải là JSON hợp lệ. Hãy mở tệp bằng trình soạn thảo và xem lại dấu ngoặc, dấu phẩy.',
    )
  }
}
