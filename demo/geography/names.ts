/** The district and its streets, by their real names and statistical codes; the sixth, a development centre, is invented. */
export const district = { code: '370703', name: '寒亭区' }

/** With where each lies (degrees, WGS 84), so that every piece of the map gets the name that fits it best. */
export const streets = [
  { code: '370703001', name: '寒亭街道', form: 'street', longitude: 119.21, latitude: 36.77 },
  { code: '370703002', name: '开元街道', form: 'street', longitude: 119.17, latitude: 36.79 },
  { code: '370703003', name: '固堤街道', form: 'street', longitude: 119.2, latitude: 36.9 },
  { code: '370703006', name: '高里街道', form: 'street', longitude: 119.08, latitude: 36.78 },
  { code: '370703007', name: '朱里街道', form: 'street', longitude: 119.34, latitude: 36.75 },
  { code: '370703090', name: '春潮发展中心', form: 'developmentCentre', longitude: 119.15, latitude: 37.1 },
] as const

/** Invented names of communities, one each. */
export const communities = [
  '明珠', '春晖', '和顺', '锦绣', '向阳', '新桥', '泰和', '清溪', '东苑', '福安', '文昌', '翠湖',
  '金桂', '安泰', '祥云', '康宁', '柳荫', '丰泽', '学府', '民安', '望海', '景明', '百合', '长乐',
  '仁和', '青松', '凤栖', '兴隆', '润泽', '朝霞', '同心', '丹枫', '晨光', '永福', '沁园',
] as const // biome-ignore format: a table of words

/** Invented names of estates are put together from these. */
export const estateWords = [
  '明珠', '锦绣', '翠湖', '阳光', '金桂', '丽景', '和谐', '清风', '书香', '御景', '碧水', '紫荆',
  '银杏', '梧桐', '海棠', '玉兰', '丹桂', '芳草', '云锦', '天和', '福泽', '安居', '康乐', '怡心',
  '澜庭', '月亮', '星河', '晨曦', '枫林', '柳岸', '荷塘', '桃源', '松涛', '竹韵', '梅园', '兰亭',
] as const // biome-ignore format: a table of words
export const estateKinds = ['花园', '家园', '小区', '苑', '新城', '华庭', '嘉园', '雅居', '名邸', '公寓'] as const

/** What the dedicated grids are for: schools, markets, one business district. */
export const dedicated = [
  '第一实验小学', '第二实验小学', '明德中学', '启航中学', '城东集贸市场', '惠民农贸市场', '北苑市场', '家和建材市场', '春和商圈',
] as const // biome-ignore format: a table of words
