import { useEffect, useRef, useState } from 'react'
import { inspector } from '#app/i18n/inspector.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { readCode } from '#app/lib/inspector/read-code.ts'
import { buttonClass } from '../button.tsx'

const LOOK_EVERY_MS = 200

/** Reads a code by the camera, or from a picture that is chosen; `onText` gets what it says. */
export function CodeScanner({ onText }: { onText: (text: string) => void }) {
  const t = useT(inspector)
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState<'cameraRefused' | 'cameraLost' | 'imageEmpty' | null>(null)

  async function readFile(file: File | undefined): Promise<void> {
    if (!file) return
    setProblem(null)
    const text = await createImageBitmap(file).then(readCode, () => null)
    if (text === null) setProblem('imageEmpty')
    else onText(text)
  }

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        <button
          type="button"
          className={buttonClass('quiet', true)}
          onClick={() => {
            setProblem(null)
            setOpen(!open)
          }}
        >
          {t(open ? 'closeCamera' : 'openCamera')}
        </button>
        <label className={`${buttonClass('quiet', true)} cursor-pointer focus-within:outline-2`}>
          {t('chooseImage')}
          <input
            type="file"
            accept="image/*"
            className="sr-only"
            onChange={(event) => {
              void readFile(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </label>
      </div>
      {open ? (
        <Camera
          onText={(text) => {
            setOpen(false)
            onText(text)
          }}
          onProblem={(what) => {
            setOpen(false)
            setProblem(what)
          }}
        />
      ) : null}
      {problem ? (
        <p className="notice notice-warning" role="alert">
          {t(problem)}
        </p>
      ) : null}
    </div>
  )
}

interface CameraProps {
  onText: (text: string) => void
  onProblem: (what: 'cameraRefused' | 'cameraLost') => void
}

/** Shows what the camera sees until a code is read. The camera is let go when this leaves the page, whatever the reason. */
function Camera({ onText, onProblem }: CameraProps) {
  const t = useT(inspector)
  const video = useRef<HTMLVideoElement>(null)
  const told = useRef({ onText, onProblem })
  told.current = { onText, onProblem }
  useEffect(() => {
    let stopped = false
    let stream: MediaStream | null = null
    const look = async () => {
      const element = video.current
      if (stopped || !element) return
      const text = await readCode(element).catch(() => null)
      if (stopped) return
      if (text !== null) told.current.onText(text)
      else setTimeout(() => void look(), LOOK_EVERY_MS)
    }
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (stopped || !video.current) {
        for (const track of stream.getTracks()) track.stop()
        return
      }
      // The permission was taken back, or another app took the camera: the picture would stand still for ever.
      for (const track of stream.getTracks())
        track.addEventListener('ended', () => told.current.onProblem('cameraLost'))
      video.current.srcObject = stream
      await video.current.play()
      await look()
    }
    start().catch(() => {
      if (!stopped) told.current.onProblem('cameraRefused')
    })
    return () => {
      stopped = true
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
  }, [])
  return (
    <div className="grid gap-2">
      <p role="status">{t('cameraHint')}</p>
      <video
        ref={video}
        playsInline
        muted
        aria-label={t('cameraView')}
        className="aspect-video w-full max-w-xl rounded-lg bg-black object-cover"
      />
    </div>
  )
}
