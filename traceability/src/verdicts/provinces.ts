/** A province of today (34 since 2025-07-01) as clone signals see it. */
export interface Province {
  code: string
  name: string
  /** Centre of its largest part, degrees WGS 84. */
  latitude: number
  longitude: number
  /** Kilometres from that centre to the farthest border point of that part. */
  reachKm: number
}

/**
 * Centres computed from Natural Earth 10m admin-1 (public domain), the 63 former provinces dissolved to 34. Borders there
 * are partly old, so a centre is good to some kilometres: enough to tell a journey from a copy, not to place a point.
 */
const CENTRES: [string, string, number, number, number][] = [
  ['01', 'Hà Nội', 20.99, 105.7, 50],
  ['04', 'Cao Bằng', 22.73, 106.07, 81],
  ['08', 'Tuyên Quang', 22.47, 105.11, 115],
  ['11', 'Điện Biên', 21.79, 102.97, 111],
  ['12', 'Lai Châu', 22.39, 103.17, 89],
  ['14', 'Sơn La', 21.19, 104.09, 113],
  ['15', 'Lào Cai', 22.06, 104.3, 108],
  ['19', 'Thái Nguyên', 22.01, 105.85, 81],
  ['20', 'Lạng Sơn', 21.84, 106.61, 79],
  ['22', 'Quảng Ninh', 21.28, 107.23, 85],
  ['24', 'Bắc Ninh', 21.32, 106.43, 66],
  ['25', 'Phú Thọ', 21.02, 105.29, 89],
  ['31', 'Hải Phòng', 20.88, 106.46, 43],
  ['33', 'Hưng Yên', 20.62, 106.26, 53],
  ['37', 'Ninh Bình', 20.32, 106.04, 56],
  ['38', 'Thanh Hoá', 20.05, 105.33, 110],
  ['40', 'Nghệ An', 19.24, 104.93, 114],
  ['42', 'Hà Tĩnh', 18.29, 105.72, 92],
  ['44', 'Quảng Trị', 17.23, 106.52, 127],
  ['46', 'Huế', 16.33, 107.5, 76],
  ['48', 'Đà Nẵng', 15.65, 107.95, 91],
  ['51', 'Quảng Ngãi', 14.77, 108.12, 119],
  ['52', 'Gia Lai', 13.88, 108.43, 117],
  ['56', 'Khánh Hoà', 12.09, 108.97, 95],
  ['66', 'Đắk Lắk', 12.91, 108.43, 124],
  ['68', 'Lâm Đồng', 11.66, 107.98, 128],
  ['75', 'Đồng Nai', 11.44, 107.04, 99],
  ['79', 'Hồ Chí Minh', 11.07, 106.64, 76],
  ['80', 'Tây Ninh', 11.06, 106.17, 86],
  ['82', 'Đồng Tháp', 10.54, 105.91, 101],
  ['86', 'Vĩnh Long', 10, 106.29, 66],
  ['91', 'An Giang', 10.18, 105.1, 88],
  ['92', 'Cần Thơ', 9.82, 105.74, 72],
  ['96', 'Cà Mau', 9.14, 105.2, 80],
]

export const PROVINCES: ReadonlyMap<string, Province> = new Map(
  CENTRES.map(([code, name, latitude, longitude, reachKm]) => [code, { code, name, latitude, longitude, reachKm }]),
)

/**
 * Kilometres that surely lie between somebody in one province and somebody in another: centre to centre (haversine)
 * without the reach of both; 0 for neighbours, for the same one, and when a code is unknown.
 */
export function surelyApartKm(one: string, other: string): number {
  const a = PROVINCES.get(one)
  const b = PROVINCES.get(other)
  if (!a || !b || one === other) return 0
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.latitude - a.latitude) * rad) / 2) ** 2 +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(((b.longitude - a.longitude) * rad) / 2) ** 2
  return Math.max(0, 2 * 6_371 * Math.asin(Math.sqrt(h)) - a.reachKm - b.reachKm)
}
