import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, devices, type Page, test } from '@playwright/test'
import { readRun } from './run.ts'

const FRAME = { width: 1280, height: 720 }
/** A second of it; Chromium plays the film again and again. */
const FRAMES = 30

/**
 * A phone whose camera films a label (SVG), or whose owner refuses the camera (null). The browser is one of its own, since
 * Chromium is told of its camera when it starts; it has gone when `work` is done.
 */
export async function withCamera(
  browser: Browser,
  label: string | null,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'camera-'))
  const film = join(folder, 'film.mjpeg')
  if (label !== null) writeFileSync(film, await filmOf(browser, label))
  const { launchOptions } = test.info().project.use
  const own = await chromium.launch({
    ...launchOptions,
    args: [
      ...(launchOptions?.args ?? []),
      '--use-fake-device-for-media-stream',
      ...(label !== null
        ? ['--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${film}`]
        : ['--use-fake-ui-for-media-stream=deny']),
    ],
  })
  try {
    const { defaultBrowserType: _, ...phone } = devices['Pixel 5']
    const page = await own.newPage({
      ...{ ...phone, baseURL: readRun().storefront, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' },
      // Requests that pass a worker are out of the test's reach.
      serviceWorkers: 'block',
    })
    await page.addInitScript(rememberStreams)
    await work(page)
  } finally {
    await own.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whether each camera picture the page asked for so far is still coming, oldest first: `live` or `ended`. */
export function cameraStates(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ((globalThis as unknown as Remembering).cameraStreams ?? []).flatMap((stream) =>
      stream.getTracks().map((track) => track.readyState),
    ),
  )
}

/** Says to the page that its camera went away, as when its owner takes the permission back. */
export function loseCamera(page: Page): Promise<void> {
  return page.evaluate(() => {
    const last = (globalThis as unknown as Remembering).cameraStreams?.at(-1)
    for (const track of last?.getTracks() ?? []) track.dispatchEvent(new Event('ended'))
  })
}

interface Remembering {
  cameraStreams?: MediaStream[]
}

/** Runs in the page: keeps what the camera gave at hand, so that it can be seen whether it was let go. */
function rememberStreams(): void {
  const devices = navigator.mediaDevices
  const ask = devices.getUserMedia.bind(devices)
  devices.getUserMedia = async (wanted) => {
    const stream = await ask(wanted)
    const page = globalThis as unknown as Remembering
    page.cameraStreams = [...(page.cameraStreams ?? []), stream]
    return stream
  }
}

/** A label on a table, as Motion JPEG: one still picture after the other. */
async function filmOf(browser: Browser, svg: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: FRAME, deviceScaleFactor: 1 })
  try {
    await page.setContent(`<style>
      body { margin: 0; height: 100vh; display: grid; place-items: center; background: #b9b2a3 }
      svg { width: auto; height: 88vh; background: #fff; rotate: 3deg }
    </style>${svg}`)
    const frame = await page.screenshot({ type: 'jpeg', quality: 85 })
    return Buffer.concat(Array.from({ length: FRAMES }, () => frame))
  } finally {
    await page.close()
  }
}
