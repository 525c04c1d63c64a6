const MOST = 100_000

/** How many synthetic products `--products` asks for; null when the text is not a whole number from 1 to 100,000. */
export function readProductCount(text = '') {
  const count = /^[1-9]\d*$/.test(text) ? Number(text) : 0
  return count >= 1 && count <= MOST ? count : null
}
