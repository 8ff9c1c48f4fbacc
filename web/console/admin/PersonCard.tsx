import { useState } from 'react'
import { ask, patch, post } from '../../shared/ask.ts'
import { useSay, w } from '../../shared/language.ts'
import { Trouble } from '../../shared/parts.tsx'
import { useSending } from '../../shared/sending.ts'
import { GivePost } from './GivePost.tsx'
import { type MayAct, MayButton } from './MayButton.tsx'
import { FirstPassword } from './NewPerson.tsx'
import { PostLine } from './PostLine.tsx'
import { anywayWords, heldUp, type Person, type ShownChoices } from './person.ts'
import { ResetSecondFactor } from './ResetSecondFactor.tsx'
import './personCard.css'

/** Somebody, with their posts in words and what an administrator may do with them, by the server's word. */
export function PersonCard({ person, give, changed }: { person: Person; give: ShownChoices; changed: () => void }) {
  const say = useSay()
  const [doing, setDoing] = useState<'secondFactor' | 'end'>()
  const [password, setPassword] = useState<string>()
  const done = () => {
    setDoing(undefined)
    changed()
  }
  const path = `/api/people/${person.id}`
  const resetting = useSending(
    () => post<{ password: string }>(`${path}/password`),
    (reply) => setPassword(reply.password),
  )
  const leaving = useSending(() => ask(`${path}/sessions`, { method: 'DELETE' }), done)
  const ending = useSending((input: object) => patch(path, input), done)
  const { may, mayNot } = person
  // What may not be done is folded: it would stand on every card alike.
  const acts: MayAct[] = [
    {
      words: w('重置密码', 'New first password'),
      because: mayNot?.resetPassword,
      busy: resetting.busy,
      press: () => resetting.press({}),
    },
    {
      words: w('重置动态口令', 'Reset second factor'),
      because: mayNot?.resetSecondFactor,
      press: () => setDoing('secondFactor'),
    },
    {
      words: w('退出其全部登录', 'Sign them out everywhere'),
      because: mayNot?.endSessions,
      busy: leaving.busy,
      press: () => leaving.press({}),
    },
    { words: w('停用账号', 'End the account'), because: mayNot?.end, press: () => setDoing('end') },
  ]
  const givesNot: MayAct = { words: w('给岗位', 'Give a post'), because: mayNot?.givePost, press: () => {} }
  const refused = [...(may?.includes('givePost') ? [] : [givesNot]), ...acts.filter(({ because }) => because !== undefined)]
  const asButton = (act: MayAct) => <MayButton key={act.words.zh} {...act} />
  return (
    <article className="card stack close">
      <p className="line">
        <span className="strong">{person.name}</span>
        {person.ended && <span className="chip look-stopped">{say(w('已停用', 'ended'))}</span>}
        {person.secondFactor && <span className="soft small">{say(w('已开动态口令', 'second factor on'))}</span>}
        <span className="soft small far">{person.account}</span>
      </p>
      {person.posts.length === 0 && <p className="soft">{say(w('没有岗位', 'no post'))}</p>}
      <ul className="stack close">
        {person.posts.map((one) => (
          <PostLine key={one.id} post={one} changed={changed} />
        ))}
      </ul>
      <Trouble problem={resetting.problem ?? leaving.problem ?? ending.problem} />
      {may && (
        <div className="line">
          {may.includes('givePost') && <GivePost account={person.id} give={give} done={changed} />}
          {acts.filter(({ because }) => because === undefined).map(asButton)}
          {refused.length > 0 && (
            <details className="refused">
              <summary>{say(w(`现在不能做的 ${refused.length} 项`, `${refused.length} that may not be done now`))}</summary>
              <div className="line">{refused.map(asButton)}</div>
            </details>
          )}
        </div>
      )}
      {doing === 'secondFactor' && <ResetSecondFactor person={person} done={done} leave={() => setDoing(undefined)} />}
      {doing === 'end' && (
        <div className="note bad stack close">
          <p>
            {say(
              w(
                `${person.name}的岗位和代班今天起都结束，登录退出，不能再登录。手上的事仍在原岗位。`,
                `All posts of ${person.name} end today, and they can sign in no more. What is in hand stays with the posts.`,
              ),
            )}
          </p>
          <div className="line">
            {heldUp(ending.problem) ? (
              <button
                type="button"
                className="button danger"
                disabled={ending.busy}
                onClick={() => ending.press({ ended: true, anyway: true })}
              >
                {say(anywayWords)}
              </button>
            ) : (
              <button
                type="button"
                className="button danger"
                disabled={ending.busy}
                onClick={() => ending.press({ ended: true })}
              >
                {say(w('确定停用', 'End it'))}
              </button>
            )}
            <button type="button" className="button" onClick={() => setDoing(undefined)}>
              {say(w('先不停', 'Not now'))}
            </button>
          </div>
        </div>
      )}
      {password !== undefined && <FirstPassword name={person.name} password={password} />}
    </article>
  )
}
