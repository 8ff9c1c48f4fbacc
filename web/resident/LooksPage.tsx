import { Link } from 'wouter'
import { Frame } from '../shared/Frame.tsx'
import { useSay, type Words, w } from '../shared/language.ts'
import { useLoaded } from '../shared/loaded.ts'
import { Empty, Skeleton, Trouble, When } from '../shared/parts.tsx'
import { UnitName } from '../shared/places/UnitPicker.tsx'
import { roleWords } from '../shared/roles.ts'

interface Look {
  item?: string
  fields: string[]
  by: string
  role: string
  unit?: string
  reason: string
  at: string
}

const fieldWords: Record<string, Words> = {
  name: w('姓名', 'name'),
  phone: w('手机号', 'phone number'),
  home: w('住址', 'address'),
  words: w('原话', 'own words'),
  where: w('具体位置', 'exact place'),
  photos: w('照片', 'photos'),
}

/** Who looked at my name, phone and address, when, and why. */
export default function LooksPage() {
  const say = useSay()
  const { value, problem, reload } = useLoaded<Look[]>('/api/looks')
  const named = (field: string) => say(fieldWords[field] ?? w('其他信息', 'other data'))
  return (
    <Frame title={w('谁看过我的信息', 'Who looked at my data')}>
      <div className="stack">
        <Link href="/my">{say(w('‹ 我的报单', '‹ My reports'))}</Link>
        <h1>{say(w('谁看过我的信息', 'Who looked at my data'))}</h1>
        <p className="soft">
          {say(
            w(
              '您的姓名、手机号和住址平时是遮住的。办事的人要看全，必须写明原因，每看一次都记在这里，谁也删不掉。',
              'Your name, phone number and address are covered. Whoever handles your report must give a reason to see them, and every look is kept here; nobody can remove it.',
            ),
          )}
        </p>
        <Trouble problem={problem} again={reload} />
        {!value && !problem && <Skeleton />}
        {value?.length === 0 && <Empty words={w('还没有人看过。', 'Nobody has looked so far.')} />}
        <ul className="stack close">
          {value?.map(({ item, fields, by, role, unit, reason, at }) => (
            <li key={`${at} ${by} ${item ?? ''}`} className="card">
              <p>
                {unit !== undefined && <UnitName code={unit} />} {say(roleWords(role))} <span className="strong">{by}</span>
              </p>
              <p>
                {say(w('看了：', 'Saw: '))}
                {[...new Set(fields.map(named))].join(say(w('、', ', '))) ||
                  say(w('没有留下联系方式', 'there was nothing to see'))}
              </p>
              <p>
                {say(w('原因：', 'Why: '))}
                {reason === 'opened' ? say(w('打开这一件来办理', 'opened the report to handle it')) : reason}
              </p>
              <p className="soft small">
                <When at={at} />
                {item !== undefined && (
                  <>
                    {' · '}
                    <Link href={`/case/${item}`}>{say(w('看这一件', 'The report'))}</Link>
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </Frame>
  )
}
