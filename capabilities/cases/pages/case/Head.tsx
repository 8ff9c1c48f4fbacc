import { Link } from 'wouter'
import { Back } from '#web/shared/Back.tsx'
import { LongWords } from '#web/shared/LongWords.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { Due, When } from '#web/shared/parts.tsx'
import { roleWords } from '#web/shared/roles.ts'
import { kindWords } from '../../contract/categoryValues.ts'
import { stepWords } from '../../contract/steps.ts'
import { StateChip } from '../StateChip.tsx'
import { askedWords, spokenNext, spokenState } from '../spoken.ts'
import { isOpen } from '../states.ts'
import { UrgentChip } from '../UrgentChip.tsx'
import { isDoneAgain, nextLimit, ownRating, type SeenCase } from '../view.ts'
import { ratedWords } from '../words.ts'

/** What it is, how it stands, who has it, and until when; `asked` is whether a question waits for its reader's reply. */
export function Head({ item, staff, asked }: { item: SeenCase; staff: boolean; asked: boolean }) {
  const say = useSay()
  const limit = nextLimit(item)
  const rating = ownRating(item)
  const told = staff ? undefined : asked ? askedWords : spokenState(item.state)
  const next = limit && ((staff ? undefined : spokenNext(limit.step)) ?? stepWords(limit.step))
  const running = isOpen(item.state) && limit
  return (
    <section className="stack close">
      <Back />
      <div className="line">
        <StateChip state={item.state} dueAt={limit?.dueAt} yellowAt={limit?.yellowAt} />
        <UrgentChip urgency={item.urgency} />
        {item.supervised && <span className="chip look-soon">{say(w('督办', 'Supervised'))}</span>}
        <span className="soft far">{item.number}</span>
      </div>
      <h1>{say(item.categoryName)}</h1>
      {rating ? (
        <Thanks said={ratedWords(rating)} />
      ) : (
        told && (
          <p className="strong">
            {isDoneAgain(item) && say(w('您说没解决，已退回重办。', 'You said that it was not solved: it is done again. '))}
            {say(told)}
          </p>
        )
      )}
      <p>
        {item.place.label}
        {item.where !== undefined && ` · ${item.where}`}
      </p>
      {item.words !== undefined ? (
        <LongWords className="sheet pre" words={item.words} />
      ) : (
        <p className="sheet">
          {item.gist.join(say(w('、', ', '))) || say(w('您看不到原文', 'The words themselves are not yours to see'))}
        </p>
      )}
      {item.regards && (
        <p>
          {say(w('关于：', 'About: '))}
          <Link href={`/stations/${encodeURIComponent(item.regards.code)}`}>{item.regards.name}</Link>
          {item.regards.keeperName !== undefined && (
            <span className="soft">
              {say(w(`（由${item.regards.keeperName}看管）`, ` (kept by ${item.regards.keeperName})`))}
            </span>
          )}
        </p>
      )}
      <dl className="facts">
        {item.holder && (
          <>
            <dt>{say(w('在谁手上', 'Who has it'))}</dt>
            <dd>
              {item.holder.unitName} {say(roleWords(item.holder.role))}
              {item.takenBy && say(w(`（${item.takenBy.name}）`, ` (${item.takenBy.name})`))}
            </dd>
          </>
        )}
        {item.lead && item.lead.name !== item.holder?.unitName && (
          <>
            <dt>{say(w('主办单位', 'Lead unit'))}</dt>
            <dd>{item.lead.name}</dd>
          </>
        )}
        {running && (
          <>
            <dt>{say(w('下一步', 'Next'))}</dt>
            <dd>
              {next && say(next)}
              <br />
              <Due at={limit.dueAt} yellow={limit.yellowAt} />
            </dd>
          </>
        )}
        {item.closesAt !== undefined && (
          <>
            <dt>{say(w('请评价', 'Rate it'))}</dt>
            <dd>
              <Due at={item.closesAt} />
            </dd>
          </>
        )}
        <dt>{say(w('报单', 'Reported'))}</dt>
        <dd>
          <When at={item.reportedAt} />
        </dd>
        <dt>{say(w('诉求', 'Kind'))}</dt>
        <dd>
          {say(kindWords[item.kind])}
          {item.round > 1 && say(w(` · 第 ${item.round} 轮办理`, ` · round ${item.round}`))}
          {item.followers > 0 && say(w(` · ${item.followers} 人附议`, ` · ${item.followers} joined`))}
        </dd>
      </dl>
    </section>
  )
}

/** Whoever has rated reads first what they have said of it. */
function Thanks({ said }: { said: Words }) {
  const say = useSay()
  return <p className="note good strong">{say(w(`谢谢您的评价：${said.zh}`, `Thank you for your rating: ${said.en}`))}</p>
}
