import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { command } from '#web/shared/ask.ts'
import { useEnded } from '#web/shared/ended.ts'
import { Choice } from '#web/shared/form/Choice.tsx'
import { Line, Lines } from '#web/shared/form/Line.tsx'
import { wrongTelephone } from '#web/shared/form/telephone.ts'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { type Photo, Photos } from '#web/shared/photo/Photos.tsx'
import { PlacePicker } from '#web/shared/places/PlacePicker.tsx'
import type { ChosenPlace } from '#web/shared/places/places.ts'
import SignInAgain from '#web/shared/SignInAgain.tsx'
import { Sure } from '#web/shared/Sure.tsx'
import { useSending } from '#web/shared/sending.ts'
import { useSession } from '#web/shared/session.tsx'
import { instantOf } from '#web/shared/time.ts'
import { useBegun } from '#web/shared/useBegun.ts'
import type { Concerned } from '../../contract/terms.ts'
import { CategoryPicker } from '../CategoryPicker.tsx'
import { Concerns, passedOver } from '../Concerns.tsx'
import { useCategories } from '../categories.ts'
import { Similar } from '../report/Similar.tsx'
import { type Sent, sentOf } from '../report/sent.ts'
import { useSuggestion } from '../suggestion.ts'
import type { CommandReply } from '../view.ts'
import { Why } from '../Why.tsx'
import { EarlierCalls } from './EarlierCalls.tsx'
import { Filed } from './Filed.tsx'
import { FromChat } from './FromChat.tsx'
import './intake.css'

interface Call {
  /** How it came. */
  as: string
  typed: typeof untyped
  place?: ChosenPlace | undefined
  category?: string | undefined
  concerns: Concerned[]
  photos: Photo[]
}

const untyped = { phone: '', name: '', words: '', where: '', outerId: '', outerDue: '' }
const nothing: Call = { as: 'phone', typed: untyped, concerns: [], photos: [] }

/** Whether there is anything in it that somebody would miss. */
const isBegun = ({ typed, place, category, concerns, photos }: Call): boolean =>
  Object.values(typed).some((one) => one.trim() !== '') || [place, category, ...concerns, ...photos].some(Boolean)

const begin = (form: HTMLElement | null) => form?.querySelector<HTMLElement>('input[type=tel]')?.focus()

/** Filing for somebody on the telephone, at the counter, or in a chat group: one page, in the order of a talk, by keys alone. */
export default function IntakePage() {
  const { value: session } = useSession()
  // Whoever signs in here after somebody else begins with what is theirs.
  return <Intake key={session?.account} role={session?.role} />
}

function Intake({ role }: { role: string | undefined }) {
  const say = useSay()
  const { value: call, wasBegun, change, clear } = useBegun('intake', nothing, isBegun)
  const { as, typed, place, category, concerns, photos } = call
  const [goesOn, setGoesOn] = useState(wasBegun)
  const [done, setDone] = useState<Sent>()
  const top = useRef<HTMLFormElement>(null)
  // Whoever wrote in a group did not call; and what a number told before is for desks.
  const looksUp = as !== 'chat' && role !== 'gridWorker' && role !== 'gridLeader'
  const suggestion = useSuggestion(typed.words, 400)
  const code = category ?? suggestion.category
  const { value: categories } = useCategories()
  const unseenBy = passedOver(concerns, categories?.find((one) => one.code === code)?.aboutChain)
  const set = (name: keyof typeof untyped) => (value: string) => change({ typed: { ...typed, [name]: value } })
  const anew = () => {
    clear()
    setGoesOn(false)
    begin(top.current)
  }
  const lacking = [
    ...(wrongTelephone(typed.phone) ? [w('写对的电话，或不填', 'a telephone that is right, or none')] : []),
    ...(as === 'outer' && typed.outerId.trim() === '' ? [w('对方编号', 'its number there')] : []),
    ...(typed.words.trim() === '' ? [w('什么事', 'what it is')] : []),
    ...(place === undefined ? [w('在哪里', 'where')] : []),
    ...(code === undefined ? [w('类别', 'category')] : []),
  ]
  const { busy, problem, press } = useSending(
    (input: object, key) => command<CommandReply>('/api/cases', input, key),
    (reply) => {
      setDone(sentOf(reply))
      anew()
      // The next one comes as this one did.
      change({ as })
    },
  )
  const hasEnded = useEnded(problem)
  // The talk begins with the telephone; once the place is known it goes on with what only words say.
  useEffect(() => begin(top.current), [])
  const exactly = useRef<HTMLDivElement>(null)
  const [placeBefore] = useState(place)
  useEffect(() => {
    if (place && place !== placeBefore) exactly.current?.querySelector('input')?.focus()
  }, [place, placeBefore])
  const send = () => {
    if (lacking.length > 0 || busy) return
    const { phone, name, words, where, outerId, outerDue } = typed
    press({
      ...{ words: words.trim(), place: place?.given, category: code },
      ...(as === 'outer' ? { outerId: outerId.trim(), ...(outerDue && { outerDueAt: instantOf(outerDue) }) } : { as }),
      ...(concerns.length > 0 && { concerns }),
      ...(as === 'chat' && photos.length > 0 && { photos: photos.map(({ id }) => id) }),
      ...(where.trim() && { where: where.trim() }),
      ...(name.trim() && { name: name.trim() }),
      ...(phone.trim() && { phone: phone.trim() }),
    })
  }
  return (
    <div className="two">
      <div className="stack">
        <form
          ref={top}
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
          }}
        >
          <h1>{say(w('来电来访登记', 'Calls and visits'))}</h1>
          {done && <Filed sent={done} />}
          {goesOn && (
            <div className="note" role="status">
              <p>{say(w('上次没登记完的还在，接着填就行。', 'What you had not filed yet is still here: go on with it.'))}</p>
              <Sure
                act={w('清空，登记新的', 'Clear it for a new one')}
                means={w('上面没登记完的会丢掉，找不回来。', 'What was not filed is lost for good.')}
                busy={false}
                done={anew}
              />
            </div>
          )}
          <Choice
            legend={w('怎么来的', 'How they came')}
            options={[
              { value: 'phone', words: w('来电', 'by telephone') },
              { value: 'counter', words: w('来访', 'in person') },
              { value: 'chat', words: w('网格群里', 'in a grid’s chat group') },
              { value: 'outer', words: w('其他平台转来', 'from another platform') },
            ]}
            value={as}
            choose={(chosen) => change({ as: chosen })}
          />
          {as === 'outer' && (
            <div className="filters">
              <Line label={w('对方编号', 'Its number there')} value={typed.outerId} change={set('outerId')} most={60} />
              <Line
                label={w('对方时限', 'Its limit there')}
                value={typed.outerDue}
                change={set('outerDue')}
                type="datetime-local"
                optional
              />
            </div>
          )}
          {as === 'chat' && (
            <FromChat
              take={({ words, name = '', phone = '' }) => change({ typed: { ...typed, words, name, phone } })}
              choose={(chosen) => change({ place: chosen })}
            />
          )}
          <div className="side-by-side">
            <div className="stack">
              <div className="filters caller">
                <Line
                  label={w('电话', 'Telephone')}
                  value={typed.phone}
                  change={set('phone')}
                  {...{ type: 'tel', most: 20, optional: true }}
                  wrong={wrongTelephone(typed.phone)}
                />
                <Line label={w('怎么称呼', 'Name')} value={typed.name} change={set('name')} most={40} optional />
              </div>
              <Lines
                label={w('什么事（用对方的话）', 'What it is, in their words')}
                value={typed.words}
                change={set('words')}
                most={5000}
              />
              {as === 'chat' && <Photos label={w('照片', 'Photos')} photos={photos} change={(all) => change({ photos: all })} />}
            </div>
            <section className="stack close">
              <h2>{say(w('在哪里', 'Where'))}</h2>
              {place ? (
                <div className="line">
                  <span className="strong">{place.label}</span>
                  <button type="button" className="button far" onClick={() => change({ place: undefined })}>
                    {say(w('换一处', 'Change'))}
                  </button>
                </div>
              ) : (
                <PlacePicker choose={(chosen) => change({ place: chosen })} atDesk />
              )}
              <div ref={exactly}>
                <Line label={w('具体位置', 'Exactly where')} value={typed.where} change={set('where')} most={200} optional />
              </div>
            </section>
          </div>
          <div className="side-by-side">
            <div className="stack close">
              <CategoryPicker
                label={w('类别', 'Category')}
                value={code}
                choose={(chosen) => change({ category: chosen })}
                folds
              />
              {code !== undefined && code === suggestion.category && <Why staff suggestion={suggestion} />}
            </div>
            <div className="stack close">
              <Concerns value={concerns} change={(all) => change({ concerns: all })} />
              {unseenBy && <p className="note">{say(unseenBy)}</p>}
            </div>
          </div>
          {!hasEnded && <Trouble problem={problem} />}
          {lacking.length > 0 && (typed.words !== '' || typed.phone !== '') && (
            <p className="soft">
              {say(w('还差：', 'Still missing: '))}
              {lacking.map(say).join(say(w('、', ', ')))}
            </p>
          )}
          <button type="submit" className="button main wide" disabled={busy || lacking.length > 0}>
            {say(busy ? w('正在送出…', 'Sending…') : w('登记（Ctrl+回车）', 'File it (Ctrl+Enter)'))}
          </button>
        </form>
        <SignInAgain problem={problem} />
      </div>
      <div className="aside stack">
        {looksUp && <EarlierCalls phone={typed.phone} />}
        {place && code !== undefined && <Similar place={place} category={code} staff />}
        <p className="soft small">
          {say(
            w(
              '来电人的姓名电话加密保存，只有办理人员能看。',
              'The caller’s name and number are encrypted; only those who handle it see them.',
            ),
          )}{' '}
          <Link href="/console/cases">{say(w('查全部事项', 'All cases'))}</Link>
        </p>
      </div>
    </div>
  )
}
