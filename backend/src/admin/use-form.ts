import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { askShop } from './ask-shop'

/**
 * A form of the dashboard: what is typed stays until the shop has taken it. In: an empty form, where it goes, what is asked anew then, and
 * how the body is made of what was typed. Out: its values, a setter by field, and how it stands.
 */
export function useForm<Fields extends Record<string, string>>(given: {
  empty: Fields
  path: string
  refresh: string
  toBody(typed: Fields): Record<string, unknown>
}) {
  const queries = useQueryClient()
  const [typed, setTyped] = useState(given.empty)
  const send = useMutation({
    networkMode: 'always',
    mutationFn: () => askShop(given.path, given.toBody(typed)),
    onSuccess: async () => {
      setTyped(given.empty)
      await queries.invalidateQueries({ queryKey: [given.refresh] })
    },
  })
  return {
    typed,
    set: (field: keyof Fields) => (value: string) => setTyped((before) => ({ ...before, [field]: value })),
    submit: () => send.mutate(),
    busy: send.isPending,
    error: send.error,
    done: send.isSuccess,
  }
}

/** A whole number as it was typed, with points or blanks between thousands; null for nothing; NaN, which the shop refuses, for other words. */
export function wholeNumber(text: string): number | null {
  const plain = text.replace(/[\s.]/g, '')
  if (plain === '') return null
  return /^\d+$/.test(plain) ? Number(plain) : Number.NaN
}

/** `2,5` percent are 250 hundredths of a percent; null for nothing. */
export function percentPoints(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  return plain === '' ? null : Math.round(Number(plain) * 100)
}

/** Null for a field left empty. */
export function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
