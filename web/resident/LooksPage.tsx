import { useState } from 'react'
import { Link } from 'wouter'
import { forgetErased } from '#capabilities/cases/pages/report/sent.ts'
import type { LooksAtMe } from '#kernel/people/shown.ts'
import { post } from '../shared/ask.ts'
import { Back } from '../shared/Back.tsx'
import { Barred } from '../shared/Barred.tsx'
import { Frame } from '../shared/Frame.tsx'
import { intoView } from '../shared/intoView.ts'
import { useSay, w } from '../shared/language.ts'
import { useLoaded } from '../shared/loaded.ts'
import { reasonWords, seenWords } from '../shared/looks.ts'
import { pageOf } from '../shared/notices/notices.ts'
import { Empty, Skeleton, Trouble, When } from '../shared/parts.tsx'
import { UnitName } from '../shared/places/UnitPicker.tsx'
import { roleWords } from '../shared/roles.ts'
import { useSending } from '../shared/sending.ts'
import { isStaff, useSession } from '../shared/session.tsx'
import { TakeAlong } from './TakeAlong.tsx'

/** Who looked at my name, phone and address, when, and why. */
export default function LooksPage() {
  const say = useSay()
  const { value: session } = useSession()
  const { value, problem, reload } = useLoaded<LooksAtMe>('/api/looks')
  return (
    <Frame title={w('谁看过我的信息', 'Who looked at my data')}>
      <div className="stack">
        <Back />
        <h1>{say(w('谁看过我的信息', 'Who looked at my data'))}</h1>
        <p className="soft">
          {say(
            w(
              '您的姓名、手机号和住址平时是遮住的，办事的人要看全，得写明原因。谁打开看过会自动记下；工作人员怕没网、先存到自己手机上的，也会记下。都列在这里，保存三年，谁也删不掉。',
              'Your name, phone number and address are covered: whoever handles your report gives a reason to see them whole. Who opened it, and whose phone kept it for when there is no network, is written down by itself. All of it is kept here for three years; nobody can remove it.',
            ),
          )}
        </p>
        {session?.signedIn && !isStaff(session) && (
          <p>
            <a href="#mine">{say(w('下载或删除我的资料 ↓', 'Take my data along, or erase them ↓'))}</a>
          </p>
        )}
        <Barred problem={problem} again={reload} />
        {!value && !problem && <Skeleton />}
        {value?.length === 0 && <Empty words={w('还没有人看过。', 'Nobody has looked so far.')} />}
        <ul className="stack close">
          {value?.map((look) => (
            <li key={`${look.at} ${look.by} ${look.item ?? ''} ${look.reason}`} className="card">
              {look.reason === 'takenAlong' && look.role === 'resident' ? <TakenAlong at={look.at} /> : <Look look={look} />}
            </li>
          ))}
        </ul>
        <div id="mine" className="stack">
          <TakeAlong then={reload} />
          <Erase />
        </div>
      </div>
    </Frame>
  )
}

/** One look: when, who, at what, what for, and for which of my reports. */
function Look({ look }: { look: LooksAtMe[number] }) {
  const { item, flow = 'case', about, fields, masked, by, role, unit, reason, at } = look
  const say = useSay()
  const seen = say(seenWords(fields, masked))
  return (
    <>
      <p className="soft small">
        <When at={at} />
      </p>
      <p>
        {unit !== undefined && <UnitName code={unit} />} {say(roleWords(role))} <span className="strong">{by}</span>
      </p>
      <p>
        {seen
          ? say(reason === 'ahead' ? w(`拿到了您的${seen}`, `was given your ${seen}`) : w(`看了您的${seen}`, `saw your ${seen}`))
          : say(w('打开看过；您没有留姓名电话', 'opened it; you had left no name or phone'))}
      </p>
      <p>
        {say(w('为什么看：', 'What for: '))}
        {say(reasonWords(reason))}
      </p>
      {item !== undefined && (
        <Link className="button" href={pageOf({ flow, item })}>
          <span>
            {about
              ? say(
                  flow === 'case'
                    ? w(`是您报的：${about.matter.zh}`, `Your report: ${about.matter.en}`)
                    : w(`是给您办的：${about.matter.zh}`, `Done for you: ${about.matter.en}`),
                )
              : say(w('看这一件', 'See the report'))}
            {about && (
              <>
                <br />
                <span className="soft">{about.number} ›</span>
              </>
            )}
          </span>
        </Link>
      )}
    </>
  )
}

/** That I took a copy along, or somebody with my phone in hand. */
function TakenAlong({ at }: { at: string }) {
  const say = useSay()
  return (
    <>
      <p className="soft small">
        <When at={at} />
      </p>
      <p>{say(w('您自己下载了一份资料', 'You took a copy of your data along'))}</p>
      <p className="soft">{say(w('不是您？可能有人用过您的手机。', 'It was not you? Somebody may have used your phone.'))}</p>
      <Link className="button" href="/sessions">
        {say(w('看看我在哪里登录着', 'See where I am signed in'))}
      </Link>
    </>
  )
}

/** Having everything of mine erased: said plainly, asked twice, done at once; what stands in its way is told before anybody is asked again. */
function Erase() {
  const say = useSay()
  const { value: session, reload } = useSession()
  const [step, setStep] = useState<'closed' | 'sure' | 'done'>('closed')
  const { busy, problem, press } = useSending(
    (input: { sure: boolean }) => post('/api/me/erase', input),
    (_, { sure }) => {
      setStep(sure ? 'done' : 'sure')
      if (!sure) return
      forgetErased(session?.kind === 'code' ? session.item : undefined)
      reload()
    },
  )
  if (step === 'done')
    return (
      <p className="note good" role="status" ref={intoView}>
        {say(w('您的资料已经删除。', 'Your data were erased.'))}
      </p>
    )
  if (!session?.signedIn || isStaff(session)) return null
  return (
    <section className="stack close">
      <h2>{say(w('删除我的资料', 'Erase my data'))}</h2>
      <p className="soft">
        {say(
          w(
            '姓名、手机号、住址、您写的话和照片都会删除，登录也会取消。报过的、请人办的事照常办理，但您不能再看进展、不能评价。原件还在代办员手里的，请先收回。删除后不能恢复。',
            'Name, phone number, address, what you wrote and your photos are erased, and you are signed out. What you reported or asked for is handled all the same, but you can no longer follow or rate it. Have originals that a helper has for you back first. It cannot be undone.',
          ),
        )}
      </p>
      <Trouble problem={problem} />
      {problem?.status === 409 && (
        <p className="line">
          <Link href="/my">{say(w('看我报的', 'What I reported'))}</Link>
          <Link href="/errands">{say(w('看我请人办的', 'What I asked for'))}</Link>
        </p>
      )}
      {step === 'closed' ? (
        <button type="button" className="button" disabled={busy} onClick={() => press({ sure: false })}>
          {say(w('我要删除', 'Erase them'))}
        </button>
      ) : (
        <div className="line">
          <button type="button" className="button danger" disabled={busy} onClick={() => press({ sure: true })}>
            {say(w('确定，全部删除', 'Yes, erase everything'))}
          </button>
          <button type="button" className="button" onClick={() => setStep('closed')}>
            {say(w('先不删', 'Not now'))}
          </button>
        </div>
      )}
    </section>
  )
}
