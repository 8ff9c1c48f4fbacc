import { type Words, w } from '../shared/language.ts'

interface Way {
  title: Words
  what: Words
  links: readonly { href: string; words: Words }[]
}

/** Each step, where it is done, and in which order; whatever else the server tells is shown by its name. */
export const ways: Record<string, Way> = {
  places: {
    title: w('单位', 'Units'),
    what: w(
      '街道、社区、小区楼栋，和能承办的部门、专营单位、物业。',
      'Streets, communities, estates, and the units that handle cases.',
    ),
    links: [
      { href: '/console/import', words: w('导入单位', 'Import units') },
      { href: '/console/places', words: w('查看和修改', 'See and change') },
    ],
  },
  grids: {
    title: w('网格', 'Grids'),
    what: w('网格边界决定报单先到谁手里。', 'Their boundaries decide who has a report first.'),
    links: [
      { href: '/console/import', words: w('导入网格', 'Import grids') },
      { href: '/console/places', words: w('查看和修改', 'See and change') },
    ],
  },
  people: {
    title: w('人员与岗位', 'People and posts'),
    what: w(
      '事项由岗位承接：网格员、社区书记、承办单位经办人、派单员、督办员。',
      'Posts hold cases: grid workers, secretaries, clerks, dispatcher, supervisor.',
    ),
    links: [
      { href: '/console/people?by=sheet', words: w('用表格导入人员', 'Import people by a sheet') },
      { href: '/console/people', words: w('逐个建账号、给岗位', 'Make accounts, give posts') },
      { href: '/console/duties', words: w('排夜间值班', 'Rosters for the night') },
    ],
  },
  categories: {
    title: w('事项类别', 'Categories'),
    what: w(
      '居民能报什么、谁主办、多久办好。有现成的一套可以采用。',
      'What can be reported, who leads, how long it takes. There is a set to adopt.',
    ),
    links: [
      { href: '/console/categories/starting', words: w('采用起步目录', 'Adopt the starting set') },
      { href: '/console/categories', words: w('逐项修改', 'Change them') },
    ],
  },
  calendar: {
    title: w('工作日历', 'Calendar'),
    what: w('上班时间、节假日和调休，时限按它算。', 'Office hours, holidays and make-up days: limits go by them.'),
    links: [{ href: '/console/calendar', words: w('核对日历', 'Check the calendar') }],
  },
  invite: {
    title: w('请大家进来', 'Invite them'),
    what: w(
      '把初始密码当面交给每个人；给居民贴出二维码。',
      'Hand everybody their first password, and put up the codes for residents.',
    ),
    links: [
      { href: '/console/people', words: w('看谁还没登录', 'Who has not come yet') },
      { href: '/console/codes', words: w('打印二维码', 'Print the codes') },
    ],
  },
}
