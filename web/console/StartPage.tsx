import { Link } from 'wouter'
import type { Start, StartStep } from '#kernel/start/contract.ts'
import { useSay, type Words, w } from '../shared/language.ts'
import { useLoaded } from '../shared/loaded.ts'
import { Skeleton, Trouble } from '../shared/parts.tsx'

interface Way {
  title: Words
  what: Words
  links: readonly { href: string; words: Words }[]
}

/** Each step, where it is done, and in which order; whatever else the server tells is shown by its name. */
const ways: Record<string, Way> = {
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
      { href: '/console/people', words: w('建账号、给岗位', 'Make accounts, give posts') },
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

/** The way from an empty district to its first report: what is there, what is missing, and where each is done. */
export default function StartPage() {
  const say = useSay()
  const { value, problem, reload } = useLoaded<Start>('/api/start')
  const done = value?.steps.filter(({ state }) => state === 'done').length ?? 0
  const next = value?.steps.find(({ state }) => state !== 'done')
  return (
    <div className="stack">
      <div className="line">
        <h1>{say(w('开通向导', 'Getting started'))}</h1>
        <button type="button" className="button far" onClick={reload}>
          {say(w('再查一遍', 'Check again'))}
        </button>
      </div>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={6} />}
      {value && (
        <>
          <p className={value.complete ? 'note good' : 'soft'} role="status">
            {say(
              value.complete
                ? w(
                    '都齐了，居民可以报事了。这一页不再占菜单，随时可以从地址打开。',
                    'All is there: residents can report. This page leaves the menu now.',
                  )
                : w(
                    `${value.steps.length} 步做好了 ${done} 步。状态由数据算出，做一半可以走开，回来接着做。`,
                    `${done} of ${value.steps.length} steps are done. It is told from the data: leave at any time and go on later.`,
                  ),
            )}
          </p>
          <ol className="stack close">
            {value.steps.map((step, index) => (
              <Step key={step.name} step={step} number={index + 1} isNext={step === next} />
            ))}
          </ol>
        </>
      )}
    </div>
  )
}

const looks = {
  open: { className: 'chip look-waiting', words: w('○ 还没做', '○ not yet') },
  begun: { className: 'chip look-inhand', words: w('◐ 还差一些', '◐ in part') },
  done: { className: 'chip look-done', words: w('✓ 好了', '✓ done') },
} as const

function Step({ step, number, isNext }: { step: StartStep; number: number; isNext: boolean }) {
  const say = useSay()
  const { name, state, there, missing, hints } = step
  const way = ways[name] ?? { title: w(name, name), what: w('', ''), links: [] }
  const look = looks[state]
  return (
    <li className={isNext ? 'card current' : 'card'} data-testid={`step-${name}`}>
      <div className="line">
        <h2>
          {number}. {say(way.title)}
        </h2>
        <span className={look.className}>{say(look.words)}</span>
      </div>
      <p className="soft">{say(way.what)}</p>
      {there.length > 0 && (
        <p>
          {say(w('已有：', 'There: '))}
          {there.map(say).join(say(w('、', ', ')))}
        </p>
      )}
      <ul>
        {missing.map((words) => (
          <li key={words.en} className="strong">
            {say(words)}
          </li>
        ))}
        {hints.map((words) => (
          <li key={words.en} className="soft">
            {say(words)}
          </li>
        ))}
      </ul>
      <div className="line">
        {way.links.map(({ href, words }, index) => (
          <Link key={`${href} ${words.en}`} className={isNext && index === 0 ? 'button main' : 'button'} href={href}>
            {say(words)}
          </Link>
        ))}
      </div>
    </li>
  )
}
