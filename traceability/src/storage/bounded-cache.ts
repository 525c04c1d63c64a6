/**
 * A map that forgets what was not used for long: at most `limit` entries, memory flat under any traffic. Two halves take
 * turns: what is used moves to the young one, and when that is full the old one is dropped whole. So no entry is ever
 * deleted singly, which a `Map` pays for with ever longer walks over the gaps.
 */
export class BoundedCache<K, V> {
  private young = new Map<K, V>()
  private old = new Map<K, V>()
  private readonly half: number

  constructor(limit: number) {
    this.half = Math.max(1, Math.floor(limit / 2))
  }

  get(key: K): V | undefined {
    const value = this.young.get(key)
    if (value !== undefined) return value
    const older = this.old.get(key)
    if (older !== undefined) this.set(key, older)
    return older
  }

  set(key: K, value: V): void {
    if (this.young.size >= this.half && !this.young.has(key)) {
      this.old = this.young
      this.young = new Map()
    }
    this.young.set(key, value)
  }
}
