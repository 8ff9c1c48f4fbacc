import type { Words } from '../shared/language.ts'

const w = (zh: string, en: string): Words => ({ zh, en })

/** A step of a guide: what one does, in a sentence or two, and the page as it looks then (`web/public/help`). */
export interface Step {
  words: Words
  picture?: string
  /** Of a desk's screen, not of a phone's. */
  desk?: boolean
}

/** A short guide for one of the people whom the pages are for. */
export interface Guide {
  name: string
  who: Words
  steps: readonly Step[]
}

export const guides: readonly Guide[] = [
  {
    name: 'resident',
    who: w('居民', 'Residents'),
    steps: [
      {
        words: w(
          '扫门上的码，或打开首页点“报单”。用自己的话写一句，能拍就拍一张。',
          'Scan the code on a door, or press “Report”. Say it in your own words; take a photo if you can.',
        ),
        picture: 'report-words',
      },
      {
        words: w(
          '说清在哪里：就在现在的位置、选小区楼栋、在地图上指，都可以。扫码进来的不用再选。',
          'Say where: right here, by estate and building, or by a pin. Whoever scanned a code need not.',
        ),
        picture: 'report-where',
      },
      {
        words: w(
          '看一眼是哪类事、谁会看到，点“送出”。记下编号和查询码，不登录也能查。',
          'Look at what kind it is and who will see it, and send. Keep the number and query code: no account is needed.',
        ),
        picture: 'report-check',
      },
      {
        words: w(
          '每一步走到哪、最晚什么时候，都在“我的报单”里。等急了可以催一下，一天一次。',
          'Every step and its limit stand under “My reports”. Remind them if need be, once a day.',
        ),
        picture: 'case-reporter',
      },
      {
        words: w(
          '办结以后请评一评。没解决就选“没解决”，会回到办的人手上；只有您能评。',
          'When it is resolved, rate it. “Not solved” sends it back; nobody but you can rate it.',
        ),
        picture: 'rate',
      },
      {
        words: w(
          '谁看过您的姓名电话，在“谁看过我的信息”里一条条写着；也可以在那里下载一份、或者删除。',
          'Who looked at your name and number stands under “Who looked at mine”; there you can take a copy along, or have it erased.',
        ),
      },
    ],
  },
  {
    name: 'grid',
    who: w('网格员', 'Grid workers'),
    steps: [
      {
        words: w('待办按先到时限排。点“承单”就接了。', 'The queue is in the order of limits. One tap accepts.'),
        picture: 'queue-grid',
      },
      {
        words: w(
          '能当场办的点“自处置”，“办理中”里就能点：写做了什么，附一张处理后的照片。',
          'What you can do on the spot, do, from the list already: say what, with a photo of how it is now.',
        ),
        picture: 'case-grid',
      },
      {
        words: w(
          '办不了的点“派单”，系统按类别提出单位；也列出常协办的、以前办过的。',
          'What you cannot, dispatch: the unit is suggested by category, and those that usually assist or solved it before.',
        ),
        picture: 'dispatch',
      },
      {
        words: w(
          '路上看见的，点“巡查上报”：地点就是您站的地方，定不了位先记本网格；写一句就能送出。',
          'What you see on the way, report by “Seen on patrol”: the place is where you stand, or else your grid; a sentence is enough.',
        ),
      },
      {
        words: w(
          '没有网络也能办：照常点，先存在手机上，有网自动送出；要是别人同时动过，会摆出两边让您选。',
          'Without a network go on as usual: it waits on the phone and is sent once; where somebody else acted too, you are shown both.',
        ),
      },
    ],
  },
  {
    name: 'unit',
    who: w('承办单位', 'Departments and companies'),
    steps: [
      {
        words: w(
          '待办里 j、k 上下移动，回车打开，a 接单。打开以后 j、k 换下一件，Esc 回列表。按 ? 看全部按键。',
          'In the queue j and k move, Enter opens, a receives. In a case j and k go to the next, Escape back. ? shows all keys.',
        ),
        picture: 'queue-unit',
        desk: true,
      },
      {
        words: w(
          '先联系报单人，再办理。不是本单位的事，接单前或接单后一个工作日内可以退单，写明该谁办。',
          'Contact the reporter first. What is not yours may be returned within a working day, naming whose it is.',
        ),
        picture: 'case-unit',
        desk: true,
      },
      {
        words: w(
          '来不及的，在到时限以前申请延期（一轮最多两次、合计十个工作日）；等材料、等程序的申请挂起。',
          'Ask for more time before the limit (twice, ten working days together); what waits for material or a procedure is paused.',
        ),
      },
    ],
  },
  {
    name: 'desk',
    who: w('社区、街道和指挥中心', 'Communities, streets and the dispatcher'),
    steps: [
      {
        words: w('看板上一列一件要做的事：待分流、待裁定、快到时、已超时。', 'Each column of the board is one thing to do.'),
        picture: 'board',
        desk: true,
      },
      {
        words: w(
          '来电来访在一页里登记：电话、什么事、在哪里；下面会提示附近有没有同样的。',
          'A caller’s report is one page: number, matter, place; similar ones nearby are shown.',
        ),
        picture: 'intake',
        desk: true,
      },
      {
        words: w(
          '全部事项可以按条件筛、按词查、存成常用条件，导出的就是筛出来的。',
          'All cases can be filtered, searched and kept as a view; what is exported is what is shown.',
        ),
        picture: 'table',
        desk: true,
      },
    ],
  },
  {
    name: 'leader',
    who: w('区领导', 'District leaders'),
    steps: [
      {
        words: w(
          '每个数点开“怎么算的”，看口径和分母；点“看这些事项”，看是哪几件。不排人，不按报单多少评地方。',
          'Every figure says how it is counted, and leads to its cases. Nobody is ranked, and no place by how much it reports.',
        ),
        picture: 'overview',
        desk: true,
      },
    ],
  },
  {
    name: 'admin',
    who: w('系统管理员', 'System administrators'),
    steps: [
      {
        words: w(
          '新区从“开始使用”一步步来：单位、网格、人员、类别、日历，每步都告诉您还差什么，随时能停。',
          'A new district begins under “Start”: units, grids, people, categories, calendar; each step says what is missing.',
        ),
      },
      {
        words: w(
          '单位和网格可以逐个改，也可以用 GeoJSON 导入；先预检，全部没错才写进去。',
          'Units and grids are changed one by one, or imported as GeoJSON: looked at first, and all or nothing.',
        ),
        picture: 'places',
        desk: true,
      },
      {
        words: w(
          '改类别以前，先看“最近 500 件会怎样”。',
          'Before a category is changed, see how the latest 500 cases would have gone.',
        ),
        picture: 'category',
        desk: true,
      },
    ],
  },
]
