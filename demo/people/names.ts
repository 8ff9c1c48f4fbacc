import type { Random } from '../geography/random.ts'

/** Invented names are put together from these: common surnames, and signs that names are made of. */
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎']
const first = [...'建志文国海春秀玉晓丽永立明德庆振少学宏俊雅慧思佳婷雪美金红桂兰兴长保新世家子嘉欣']
const second = [...'华强军平伟敏静杰磊涛燕霞艳芳娜莉勇刚辉鹏飞斌琳颖玲梅英萍波宁健龙浩宇轩怡然悦彤阳林']

/** A name as people here have: a surname and one or two signs. Whose it may be in life is chance. */
export function personName(random: Random): string {
  const surname = random.pick(surnames)
  return random.next() < 0.2 ? surname + random.pick(second) : surname + random.pick(first) + random.pick(second)
}

/** A telephone number for the demo, by counting: nobody is called there. */
export const demoPhone = (number: number) => `1380000${String(number).padStart(4, '0')}`
