import type { Illustration } from '../illustrations/compose.ts'
import type { FieldSector } from '../illustrations/contour-field.ts'

/** A kind of product for the synthetic catalogue. Prices in đồng for one package, before rounding to thousands. */
export interface Kind {
  key: string
  sector: FieldSector
  /** First words of the title; a place or a manner follows. */
  nouns: string[]
  manners: string[]
  price: [number, number]
  packs: { title: string; grams: number | null; factor: number }[]
  /** Takes its picture from this product of the programme's documents, or has its own. */
  picture: string | Illustration
}

const BAGS = [
  { title: 'Gói 200 g', grams: 200, factor: 1 },
  { title: 'Gói 500 g', grams: 500, factor: 2.4 },
]
const KILOS = [
  { title: 'Túi 1 kg', grams: 1000, factor: 1 },
  { title: 'Thùng 5 kg', grams: 5000, factor: 4.7 },
]
const BOTTLES = [
  { title: 'Chai 500 ml', grams: 900, factor: 1 },
  { title: 'Chai 1 lít', grams: 1700, factor: 1.9 },
]
const PIECE = [{ title: '1 chiếc', grams: 600, factor: 1 }]
const NIGHT = [{ title: '1 đêm, 1 khách', grams: null, factor: 1 }]

export const KINDS: Kind[] = [
  kind(
    'che-xanh',
    'food',
    ['Chè xanh', 'Chè búp', 'Chè nõn', 'Chè móc câu'],
    ['sao tay', 'hương cốm', 'một tôm hai lá', ''],
    [60, 220],
    BAGS,
    'prd-007',
  ),
  kind(
    'che-shan',
    'food',
    ['Chè Shan', 'Hồng trà Shan', 'Bạch trà Shan'],
    ['cổ thụ', 'núi cao', ''],
    [140, 480],
    BAGS,
    'prd-012',
  ),
  kind(
    'mat-ong',
    'food',
    ['Mật ong', 'Mật ong hoa rừng', 'Mật ong bạc hà'],
    ['nguyên chất', 'mùa xuân', ''],
    [140, 320],
    BOTTLES,
    'prd-021',
  ),
  kind(
    'cam',
    'food',
    ['Cam sành', 'Cam Vinh', 'Quýt', 'Cam xoàn'],
    ['đồi cao', 'chín cây', ''],
    [28, 65],
    KILOS,
    'prd-006',
  ),
  kind(
    'buoi',
    'food',
    ['Bưởi Diễn', 'Bưởi đỏ', 'Bưởi da xanh'],
    ['vườn nhà', 'vụ Tết', ''],
    [30, 70],
    KILOS,
    'prd-010',
  ),
  kind(
    'gao',
    'food',
    ['Gạo nếp', 'Gạo Séng cù', 'Gạo tám', 'Gạo lứt'],
    ['ruộng bậc thang', 'vụ mùa', ''],
    [28, 60],
    KILOS,
    { colour: '#d9d3a0', hero: 'sheaf-of-rice', companions: ['cooked-rice', 'sun'] },
  ),
  kind(
    'lac',
    'food',
    ['Lạc nhân', 'Lạc đỏ', 'Vừng đen', 'Đậu nành'],
    ['phơi nắng', 'nhặt tay', ''],
    [45, 110],
    BAGS,
    'prd-015',
  ),
  kind(
    'mien',
    'food',
    ['Miến dong', 'Bún khô', 'Phở khô', 'Mì gạo'],
    ['phơi giàn tre', 'không phẩm màu', ''],
    [35, 90],
    BAGS,
    'prd-052',
  ),
  kind(
    'thit',
    'food',
    ['Thịt lợn gác bếp', 'Thịt trâu gác bếp', 'Lạp sườn', 'Giò bê'],
    ['hun khói', 'ướp mắc khén', ''],
    [180, 620],
    BAGS,
    { colour: '#c99a7c', hero: 'cut-of-meat', companions: ['fire', 'herb'] },
  ),
  kind(
    'ca',
    'food',
    ['Cá tầm phi lê', 'Chả cá', 'Cá kho', 'Khô cá'],
    ['cấp đông', 'kho niêu đất', ''],
    [80, 360],
    BAGS,
    'prd-017',
  ),
  kind(
    'nuoc-mam',
    'food',
    ['Nước mắm', 'Mắm tôm', 'Tương nếp', 'Nước mắm cá linh'],
    ['ủ chượp', 'ba năm', ''],
    [45, 190],
    BOTTLES,
    { colour: '#c98f5a', hero: 'own:wine-jar', companions: ['own:catfish', 'salt'] },
  ),
  kind(
    'say',
    'food',
    ['Mít sấy', 'Chuối sấy', 'Xoài sấy', 'Khoai lang sấy'],
    ['dẻo', 'giòn', ''],
    [55, 160],
    BAGS,
    'prd-038',
  ),
  kind(
    'banh',
    'food',
    ['Bánh gai', 'Bánh khảo', 'Bánh phồng', 'Bánh đa nem'],
    ['gia truyền', 'vừng đen', ''],
    [30, 120],
    BAGS,
    'prd-005',
  ),
  kind(
    'ca-phe',
    'food',
    ['Cà phê Arabica', 'Cà phê Robusta', 'Cà phê mật ong'],
    ['rang mộc', 'chế biến ướt', ''],
    [90, 320],
    BAGS,
    'prd-053',
  ),
  kind('nam', 'food', ['Nấm hương', 'Mộc nhĩ', 'Măng khô', 'Nấm rơm'], ['phơi khô', 'rừng', ''], [60, 280], BAGS, {
    colour: '#c4ab8a',
    hero: 'brown-mushroom',
    companions: ['deciduous-tree', 'sun'],
  }),
  kind(
    'ruou',
    'drink',
    ['Rượu nếp', 'Rượu ngô', 'Rượu men lá', 'Rượu mơ'],
    ['hạ thổ', 'chưng hai lần', ''],
    [60, 260],
    BOTTLES,
    'prd-025',
  ),
  kind(
    'nuoc-qua',
    'drink',
    ['Nước cốt mơ', 'Nước dứa ép', 'Giấm táo mèo', 'Nước dâu tằm'],
    ['nguyên chất', 'ít đường', ''],
    [40, 150],
    BOTTLES,
    { colour: '#e8a7b0', hero: 'tumbler-glass', companions: ['cherries', 'droplet'] },
  ),
  kind(
    'tinh-dau',
    'herbal',
    ['Tinh dầu sả', 'Tinh dầu tràm', 'Tinh dầu quế', 'Tinh dầu bạc hà'],
    ['chưng hơi nước', ''],
    [70, 240],
    PIECE,
    'prd-033',
  ),
  kind(
    'duoc-lieu',
    'herbal',
    ['Cao atiso', 'Trà giảo cổ lam', 'Bột nghệ', 'Trà gừng', 'Cà gai leo'],
    ['cô đặc', 'sấy lạnh', ''],
    [80, 380],
    BAGS,
    'prd-055',
  ),
  kind(
    'tho-cam',
    'craft',
    ['Khăn thổ cẩm', 'Túi thổ cẩm', 'Vải lanh'],
    ['dệt tay', 'nhuộm chàm', ''],
    [120, 900],
    PIECE,
    { colour: '#b79bc4', hero: 'thread', companions: ['yarn', 'blossom'] },
  ),
  kind(
    'may-tre',
    'craft',
    ['Giỏ mây', 'Lồng đèn tre', 'Mâm tre', 'Chiếu cói'],
    ['đan tay', 'hun khói', ''],
    [80, 650],
    PIECE,
    'prd-036',
  ),
  kind('gom', 'craft', ['Bình gốm', 'Chén gốm', 'Ấm gốm', 'Đĩa gốm'], ['men tro', 'nung củi', ''], [90, 1200], PIECE, {
    colour: '#c9a58c',
    hero: 'amphora',
    companions: ['fire', 'teapot'],
  }),
  kind('hoa', 'ornamental', ['Hoa lan', 'Hoa hồng chậu', 'Cúc mâm xôi'], ['chậu nhỏ', 'vụ Tết', ''], [60, 480], PIECE, {
    colour: '#f2b5c9',
    hero: 'hibiscus',
    companions: ['blossom', 'seedling'],
  }),
  kind(
    'cay-canh',
    'ornamental',
    ['Mai vàng', 'Quất cảnh', 'Bonsai sanh', 'Kiểng lá'],
    ['dáng trực', 'chậu sành', ''],
    [150, 2400],
    PIECE,
    { colour: '#b5d3a3', hero: 'potted-plant', companions: ['herb', 'droplet'] },
  ),
  kind(
    'luu-tru',
    'tourism',
    ['Homestay', 'Nhà sàn', 'Vườn trái cây', 'Điểm du lịch sinh thái'],
    ['bản', 'ven suối', ''],
    [90, 600],
    NIGHT,
    'prd-030',
  ),
]

function kind(
  key: string,
  sector: FieldSector,
  nouns: string[],
  manners: string[],
  thousands: [number, number],
  packs: Kind['packs'],
  picture: Kind['picture'],
): Kind {
  return { key, sector, nouns, manners, price: [thousands[0] * 1000, thousands[1] * 1000], packs, picture }
}
