// What people here choose before anything else, and the lists of the world do not have: names, words, numbers and lines that everybody
// learned at school, as they stand and as they are typed by their sounds. The commonest first: the place in a list is its rank.

const listed = (words: string) => words.split(/\s+/).filter(Boolean)

/** Words and numbers, typed by their sounds. */
export const words = listed(`
  woaini woaiwojia woaizhongguo wobuzhidao nihao zhongguo beijing shanghai mima wodemima laopo laogong baobao baobei xiaoming
  5201314 1314520 520520 1314 666666 888888 168168 aini aiwo taiyang kuaile pingan fafafa xiaoxiao
  shequ jiedao wangge wanggeyuan wuye dangyuan renmin weirenminfuwu guanliyuan linli shandong weifang jinan qingdao`)

// The surnames that most people have.
const surnames = listed(`
  wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng han feng cao peng
  zeng xiao tian dong yuan pan jiang cai yu du ye cheng su wei lv ding ren shen yao lu fu zhong cui tan fan liao shi jin jia xia
  fang zou xiong bai meng qin qiu hou yin xue yan lei long duan hao kong shao mao chang wan gu lai wen qian tao niu yi`)

// What given names are made of, and what somebody is called who is anybody.
const given = listed(`
  wei min jing li qiang lei jun yang yong yan jie juan tao ming chao xiu xia ping gang gui hua hong mei lan ying xin jian guo bin bo
  hui peng fei hao yu ning lin ting na dan xue fang yun qing zhi wen wu xiang rong long yuan sheng zhen hai feng bao cheng dong hu
  jia jin kai kun liang nan qi qin rui shan shu song tian xiao xing xu yi yue zhe zhong zi ze san si er liu qu qian shi zhang jiang
  shuai gen lu lian mao sen shuang yuan zhou cui feng xian`)

/** The first lines of what everybody had to learn by heart. */
export const lines = new RegExp(
  listed(`
  床前明月光 疑是地上霜 chuangqianmingyueguang yishidishangshuang
  春眠不觉晓 处处闻啼鸟 chunmianbujuexiao chuchuwentiniao
  白日依山尽 黄河入海流 bairiyishanjin huangheruhailiu
  锄禾日当午 汗滴禾下土 chuheridangwu handihexiatu
  谁知盘中餐 粒粒皆辛苦 shuizhipanzhongcan lilijiexinku
  欲穷千里目 更上一层楼 yuqiongqianlimu gengshangyicenglou
  鹅鹅鹅 曲项向天歌 eee quxiangxiangtiange
  离离原上草 一岁一枯荣 liliyuanshangcao yisuiyikurong
  红豆生南国 春来发几枝 hongdoushengnanguo chunlaifajizhi
  慈母手中线 游子身上衣 cimushouzhongxian youzishenshangyi
  千山鸟飞绝 万径人踪灭 qianshanniaofeijue wanjingrenzongmie
  空山不见人 但闻人语响 kongshanbujianren danwenrenyuxiang
  举头望明月 低头思故乡 jutouwangmingyue ditousiguxiang
  两个黄鹂鸣翠柳 一行白鹭上青天 lianggehuanglimingcuiliu yihangbailushangqingtian
  日照香炉生紫烟 遥看瀑布挂前川 rizhaoxianglushengziyan yaokanpubuguaqianchuan
  飞流直下三千尺 疑是银河落九天 feiliuzhixiasanqianchi yishiyinheluojiutian
  朝辞白帝彩云间 千里江陵一日还 zhaocibaidicaiyunjian qianlijianglingyirihuan
  清明时节雨纷纷 路上行人欲断魂 qingmingshijieyufenfen lushangxingrenyuduanhun
  故人西辞黄鹤楼 烟花三月下扬州 gurenxicihuanghelou yanhuasanyuexiayangzhou
  碧玉妆成一树高 万条垂下绿丝绦 biyuzhuangchengyishugao wantiaochuixialvsitao
  独在异乡为异客 每逢佳节倍思亲 duzaiyixiangweiyike meifengjiajiebeisiqin
  少小离家老大回 乡音无改鬓毛衰 shaoxiaolijialaodahui xiangyinwugaibinmaoshuai
  明月几时有 把酒问青天 mingyuejishiyou bajiuwenqingtian
  大江东去 浪淘尽 dajiangdongqu langtaojin
  人之初 性本善 renzhichu xingbenshan
  天地玄黄 宇宙洪荒 tiandixuanhuang yuzhouhonghuang
  起来不愿做奴隶的人们 qilaibuyuanzuonulide renmen`).join('|'),
  'gi',
)

/** A name, typed by its sounds: a surname and one or two syllables, with no letter beside it. */
export const names = new RegExp(`(?<![a-z])(?:${surnames.join('|')})(?:${given.join('|')}){1,2}(?![a-z])`, 'gi')

/** What others can look up of somebody: the number of their identity card, or how it begins, a day of birth, a telephone. */
export const numbers = new RegExp(
  [
    /[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:(?:0[1-9]|[12]\d|3[01])(?:\d{3}[\dXx]?)?)?/,
    /1[3-9]\d{9}/,
    /(?:19|20)\d{2}(?:[-./年](?:0?[1-9]|1[0-2])[-./月]|(?:0[1-9]|1[0-2]))(?:3[01]|[12]\d|0?[1-9])日?/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
)
