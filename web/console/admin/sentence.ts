import type { Changes } from '#kernel/people/admin/shown.ts'
import { isRole, roles } from '#kernel/people/roles.ts'
import { type Words, words as w } from '#kernel/words.ts'

/** A line of the trail. */
export type Change = Changes['rows'][number]

/** A line of the trail, ready to be said: what it is about by name, and what was told with it. */
interface Told {
  who: string
  text: (name: string) => string | undefined
  named: (name: string) => string
  roles: (name: string) => Words
  /** Roles with the minutes of each. */
  minutes: (name: string) => Words
  /** The numbers of open cases and errands that went along, or were left. */
  open: readonly string[]
  /** The turns of duty, by when each began, that went along. */
  turns: readonly string[]
  /** What a field was changed to, if it was. */
  became: (name: string) => unknown
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])
const roleNamed = (role: string): Words => (isRole(role) ? roles[role] : w(role, role))
const post = ({ named, text }: Told): Words => {
  const role = roleNamed(text('role') ?? '')
  return w(`${named('unit')}${role.zh}`, `${role.en} at ${named('unit')}`)
}

/** What became of a webhook that was changed. */
function webhookChange({ text, became }: Told): Words {
  const [name, movedTo, paused] = [became('name'), text('movedTo'), became('paused')]
  const changes = [
    ...(typeof name === 'string' ? [w(`改名为“${name}”`, `renamed to ${name}`)] : []),
    ...(movedTo === undefined
      ? []
      : [
          became('host') === undefined
            ? w(`换了 ${movedTo} 上的地址`, `it goes to another address at ${movedTo}`)
            : w(`改为推送到 ${movedTo}`, `it goes to ${movedTo} now`),
        ]),
    ...(became('events') === undefined ? [] : [w('换了推送哪些变化', 'other events are sent')]),
    ...(paused === true ? [w('暂停', 'paused')] : paused === false ? [w('恢复', 'taken up again')] : []),
  ]
  return w(changes.map(({ zh }) => zh).join('、'), changes.map(({ en }) => en).join(', '))
}

/** What was open when somebody left, by its numbers. */
const openSaid = (open: readonly string[]): Words =>
  open.length === 0
    ? w('', '')
    : w(
        `；没办完的 ${open.length} 件随岗位交接：${open.join('、')}`,
        `; ${open.length} open go along with the post: ${open.join(', ')}`,
      )

/** That somebody's turns of duty went with their post. */
const turnsSaid = ({ length }: readonly string[]): Words =>
  length === 0 ? w('', '') : w(`；从值班表撤下 ${length} 班`, `; ${length} turns of duty went from the roster`)

/** What each deed says. */
const sentences: Record<string, (told: Told) => Words> = {
  'account made': ({ who, text }) =>
    w(`给${text('name') ?? who}新建了账号 ${text('account')}`, `made the account ${text('account')} for ${text('name') ?? who}`),
  'account renamed': ({ who, text }) => w(`把${who}改名为“${text('name')}”`, `renamed ${who} to ${text('name')}`),
  'account ended': (told) => {
    const [open, turns] = [openSaid(told.open), turnsSaid(told.turns)]
    return w(`停用了${told.who}的账号${open.zh}${turns.zh}`, `ended the account of ${told.who}${open.en}${turns.en}`)
  },
  'password reset': ({ who }) => w(`给${who}换了新的初始密码`, `set a new first password for ${who}`),
  'post given': (told) => {
    const until = told.text('until')
    const { zh, en } = post(told)
    return w(
      `让${told.who}担任${zh}，${told.text('starts')} 起${until === undefined ? '' : `，到 ${until}`}`,
      `made ${told.who} ${en} from ${told.text('starts')}${until === undefined ? '' : ` until ${until}`}`,
    )
  },
  'post ended': (told) => {
    const { zh, en } = post(told)
    const [open, turns] = [openSaid(told.open), turnsSaid(told.turns)]
    return w(
      `让${told.who}不再担任${zh}，${told.text('ends')} 起${open.zh}${turns.zh}`,
      `${told.who} is no longer ${en}, from ${told.text('ends')}${open.en}${turns.en}`,
    )
  },
  'stand-in named': (told) => {
    const { zh, en } = post(told)
    const [from, until] = [told.text('from'), told.text('until')]
    return w(
      `让${told.named('standIn')}替${told.who}做${zh}，${from} 至 ${until}`,
      `${told.named('standIn')} stands in for ${told.who}, ${en}, ${from} to ${until}`,
    )
  },
  'roster changed': ({ who, text }) =>
    w(
      `重排了${who}的值班表（${text('from')?.slice(0, 10)} 至 ${text('to')?.slice(0, 10)}）`,
      `wrote the roster of ${who} anew (${text('from')?.slice(0, 10)} to ${text('to')?.slice(0, 10)})`,
    ),
  'second factor by role': (told) => {
    const [before, after] = [told.roles('before'), told.roles('after')]
    return w(
      `须用动态口令的岗位：原来是${before.zh}，现在是${after.zh}`,
      `a second factor is asked of: before ${before.en}, now ${after.en}`,
    )
  },
  'idle ends by role': (told) => {
    const [before, after] = [told.minutes('before'), told.minutes('after')]
    return w(
      `无操作自动退出：原来是${before.zh}，现在是${after.zh}`,
      `signing out what is left alone: before ${before.en}, now ${after.en}`,
    )
  },
  'second factor reset': ({ who, text }) =>
    w(`收回了${who}丢失的动态口令。原因：${text('reason')}`, `took away the lost second factor of ${who}: ${text('reason')}`),
  'sessions ended': ({ who }) => w(`让${who}的所有登录都退出`, `signed ${who} out everywhere`),
  'looks exported': () => w('把“谁看过个人信息”导出成了表', 'took the list of looks at personal data along'),
  'people tried': ({ text }) =>
    w(`试读了一份人员表格，${text('rows')} 行，没有建账号`, `tried a sheet of people with ${text('rows')} rows, and made nobody`),
  'places imported': ({ text }) => {
    const [zh, en] = text('what') === 'grids' ? ['网格', 'grids'] : ['单位', 'units']
    return w(`导入了 ${text('imported')} 个${zh}`, `imported ${text('imported')} ${en}`)
  },
  'unit made': ({ who, text }) => w(`新增了单位“${text('name') ?? who}”`, `added the unit ${text('name') ?? who}`),
  'unit corrected': ({ who }) => w(`更正了单位“${who}”`, `corrected the unit ${who}`),
  'members brought': ({ who, text }) =>
    w(
      `导入了${who}的党员名单：新增 ${text('added')}、更改 ${text('changed')}、去掉 ${text('gone')}`,
      `brought the members of the branches of ${who}: ${text('added')} new, ${text('changed')} changed, ${text('gone')} gone`,
    ),
  'member erased': ({ who }) =>
    w(`按本人要求删除了党支部“${who}”的一位党员`, `erased a member of the branch ${who}, as they asked`),
  'webhook made': ({ text }) =>
    w(`新增了对接“${text('name')}”，推送到 ${text('host')}`, `made the webhook ${text('name')}, to ${text('host')}`),
  'webhook changed': (told) => {
    const { zh, en } = webhookChange(told)
    return w(`改了对接“${told.text('name')}”：${zh}`, `changed the webhook ${told.text('name')}: ${en}`)
  },
  'webhook removed': ({ text }) =>
    w(
      `删除了对接“${text('name')}”，原来推送到 ${text('host')}`,
      `removed the webhook ${text('name')}, which went to ${text('host')}`,
    ),
  'calendar changed': ({ who }) => w(`改了 ${who} 年的工作日历`, `changed the calendar of ${who}`),
}

const fieldsOf = (value: unknown): Map<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])

/** What was done, as a sentence without its subject; `names` says what accounts and units are called. */
export function sentenceOf(
  { what, subject, told }: Pick<Change, 'what' | 'subject' | 'told'>,
  names: Record<string, string>,
): Words {
  const fields = fieldsOf(told)
  const after = fieldsOf(fields.get('after'))
  const text = (name: string) => {
    const value = fields.get(name)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }
  const rolesOf = (name: string) => {
    const all = listOf(fields.get(name)).map(roleNamed)
    return w(all.map(({ zh }) => zh).join('、') || '没有', all.map(({ en }) => en).join(', ') || 'none')
  }
  const minutesOf = (name: string) => {
    const given = fields.get(name)
    const all = (Array.isArray(given) ? given : []).map(fieldsOf).map((one) => ({
      role: roleNamed(String(one.get('role'))),
      minutes: one.get('minutes'),
    }))
    return w(
      all.map(({ role, minutes }) => `${role.zh} ${minutes} 分钟`).join('、') || '没有',
      all.map(({ role, minutes }) => `${role.en} after ${minutes} minutes`).join(', ') || 'none',
    )
  }
  const named = (name: string) => {
    const code = text(name) ?? ''
    return names[code] ?? code
  }
  const sentence = sentences[what]
  return sentence
    ? sentence({
        who: names[subject] ?? subject,
        text,
        named,
        roles: rolesOf,
        minutes: minutesOf,
        open: listOf(fields.get('open')),
        turns: listOf(fields.get('turns')),
        became: (name) => after.get(name),
      })
    : w(what, what)
}
