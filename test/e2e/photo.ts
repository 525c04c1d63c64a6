/** A small picture, as a form of Playwright takes a file. */
export const PHOTO = {
  name: 'anh.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAE0lEQVR4nGM44KAARAwKDQ5ABAAezgQBqr2j3wAAAABJRU5ErkJggg==',
    'base64',
  ),
}
