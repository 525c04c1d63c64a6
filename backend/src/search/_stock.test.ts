import { describe, expect, it } from 'vitest'
import { availableFrom, type StockedVariant } from './stock'

const part = (required: number, ...levels: [location: string, stocked: number, reserved: number][]) => ({
  required_quantity: required,
  inventory: {
    location_levels: levels.map(([location_id, stocked_quantity, reserved_quantity]) => ({
      location_id,
      stocked_quantity,
      reserved_quantity,
    })),
  },
})
const variant = (parts: ReturnType<typeof part>[], more: Partial<StockedVariant> = {}): StockedVariant => ({
  manage_inventory: true,
  allow_backorder: false,
  inventory_items: parts,
  ...more,
})
const hanoi = new Set(['hanoi'])

describe('availableFrom', () => {
  it('takes reservations off, and counts only the given locations', () => {
    expect(availableFrom(variant([part(1, ['hanoi', 10, 3], ['hue', 5, 0])]), hanoi)).toBe(7)
    expect(availableFrom(variant([part(1, ['hanoi', 10, 3], ['hue', 5, 0])]), new Set(['hanoi', 'hue']))).toBe(12)
    expect(availableFrom(variant([part(1, ['hanoi', 10, 3])]), new Set())).toBe(0)
  })

  it('makes as many sets as the scarcest part allows', () => {
    expect(availableFrom(variant([part(2, ['hanoi', 9, 0]), part(1, ['hanoi', 3, 0])]), hanoi)).toBe(3)
  })

  it('is never negative, and nothing without an inventory item', () => {
    expect(availableFrom(variant([part(1, ['hanoi', 2, 5])]), hanoi)).toBe(0)
    expect(availableFrom(variant([]), hanoi)).toBe(0)
  })

  it('does not count what is not managed or sold beyond stock', () => {
    expect(availableFrom(variant([], { manage_inventory: false }), hanoi)).toBeNull()
    expect(availableFrom(variant([part(1, ['hanoi', 0, 0])], { allow_backorder: true }), hanoi)).toBeNull()
  })
})
