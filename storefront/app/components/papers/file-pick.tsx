interface FilePickProps {
  id: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  accept: string
  /** Opens the camera on phones. */
  camera?: boolean
  multiple?: boolean
}

/** One of the form's file fields; all are called `file`, so their order is that of the pages. */
export function FilePick({ id, label, hint, error, accept, camera, multiple }: FilePickProps) {
  const told = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <input
        id={id}
        className="input file-input"
        type="file"
        name="file"
        accept={accept}
        capture={camera ? 'environment' : undefined}
        multiple={multiple}
        aria-describedby={told || undefined}
        aria-invalid={error ? true : undefined}
      />
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  )
}
