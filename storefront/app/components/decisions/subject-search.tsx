import { Form } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { decisions } from '#app/i18n/decisions.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { DecisionKind } from '#app/lib/medusa/register-types.ts'

/** Finds the recognition that a decision is about; a form of its own, so that it works without scripts. */
export function SubjectSearch({ kind, q }: { kind: DecisionKind; q: string }) {
  const t = useT(decisions)
  return (
    <Form role="search" className="grid gap-3 pb-6 sm:grid-cols-[1fr_auto] sm:items-end">
      <input type="hidden" name="loai" value={kind} />
      <TextField label={t('find')} hint={t('findHint')} name="q" type="search" defaultValue={q} maxLength={200} />
      <Button>{t('search')}</Button>
    </Form>
  )
}
