import type { ConsentText } from '#app/lib/medusa/consents.server.ts'

interface ConsentBoxesProps {
  texts: readonly ConsentText[]
  /** What was ticked in a form that came back; nothing is ticked before. */
  ticked: readonly string[]
  error?: string | null
}

/** A box for each purpose, in the words that are stored with the answer. Never ticked beforehand. */
export function ConsentBoxes({ texts, ticked, error }: ConsentBoxesProps) {
  return (
    <div className="grid gap-3">
      {texts.map(({ purpose, text, needed }) => (
        <label key={purpose} className="flex min-h-11 items-start gap-3">
          <input
            type="checkbox"
            name="consent"
            value={purpose}
            id={needed ? 'field-consent' : undefined}
            className="mt-1 size-5 shrink-0 accent-leaf"
            defaultChecked={ticked.includes(purpose)}
            required={needed}
            aria-invalid={needed && error ? true : undefined}
            aria-describedby={needed && error ? 'loi-dong-y' : undefined}
          />
          <span className="min-w-0">
            {text}
            {needed ? ' *' : null}
          </span>
        </label>
      ))}
      {error ? (
        <p className="field-error" id="loi-dong-y">
          {error}
        </p>
      ) : null}
    </div>
  )
}
