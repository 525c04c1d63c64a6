import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { codeEntry } from '#app/i18n/code-entry.ts'
import { useT } from '#app/i18n/use-locale.ts'

/** A plain GET form: it works without scripts, and its answer is a page with an address of its own. */
export function CodeForm({ typed = '', error }: { typed?: string; error?: string | null }) {
  const t = useT(codeEntry)
  return (
    <form action="/kiem-tra-tem" method="get" className="print-hidden grid max-w-xl gap-4" noValidate>
      <TextField
        label={t('label')}
        hint={t('hint')}
        error={error}
        name="ma"
        defaultValue={typed}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={300}
        required
      />
      <Button large className="justify-self-start">
        {t('submit')}
      </Button>
    </form>
  )
}
