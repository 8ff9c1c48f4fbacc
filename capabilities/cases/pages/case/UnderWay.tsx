import { LongWords } from '#web/shared/LongWords.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { At } from '#web/shared/parts.tsx'
import { type Look, Shape } from '#web/shared/Shape.tsx'
import type { SeenCase } from '../view.ts'
import { ratedWords, valueWords } from '../words.ts'
import { Box } from './Box.tsx'

/** What is under way around a case: pauses, more time, the ledger, who answers for it, who assists, and what was said of it. */
export default function UnderWay({ item }: { item: SeenCase }) {
  const say = useSay()
  const { pause, ledger, extension, suspension } = item
  return (
    <>
      {pause && (
        <Box title={w('为什么暂停', 'Why it is paused')}>
          {say(
            w(`${valueWords(pause.reason).zh}，到 ${pause.until} 恢复`, `${valueWords(pause.reason).en}, until ${pause.until}`),
          )}
        </Box>
      )}
      {suspension && (
        <Box title={w('申请挂起', 'A pause is asked for')}>
          {say(
            w(
              `${valueWords(suspension.reason).zh}，到 ${suspension.until}：${suspension.words}`,
              `${valueWords(suspension.reason).en}, until ${suspension.until}: ${suspension.words}`,
            ),
          )}
        </Box>
      )}
      {extension && (
        <Box title={w('申请延期', 'More time is asked for')}>
          {say(w(`${extension.days} 个工作日：${extension.reason}`, `${extension.days} working days: ${extension.reason}`))}
        </Box>
      )}
      {ledger && (
        <Box title={w('挂账', 'On the ledger')}>
          <p>{say(w(`责任领导：${ledger.leader}`, `Answers for it: ${ledger.leader}`))}</p>
          <LongWords words={ledger.plan} />
          <p className="pre">{say(w(`还差：${ledger.missing}`, `Missing: ${ledger.missing}`))}</p>
        </Box>
      )}
      {item.authority && (
        <Box title={w('强制报告', 'Reported to an authority')} look="good">
          <p>
            {say(valueWords(item.authority.to))} {item.authority.receipt}
          </p>
          <p className="small">
            {item.authority.by} · <At at={item.authority.at} />
          </p>
        </Box>
      )}
      {item.leader !== undefined && (
        <Box title={w('责任领导', 'Who answers for it by name')}>
          <p>{item.leader}</p>
        </Box>
      )}
      {item.parts.length > 0 && (
        <Box title={w('协办', 'Assisting units')}>
          {item.parts.map((part) => (
            <div key={part.unit}>
              <p className="line">
                <span className="strong">{part.name}</span>
                <span className={`chip look-${partLooks[part.state] ?? 'waiting'}`}>
                  <Shape look={partLooks[part.state] ?? 'waiting'} />
                  {say(valueWords(part.state))}
                </span>
              </p>
              <p className="pre">{part.task}</p>
              {part.answer !== undefined && <p className="said">{part.answer}</p>}
            </div>
          ))}
        </Box>
      )}
      {item.whistles.map(({ id: whistle, units, place, at, came }) => (
        <Box key={whistle} title={w('吹哨', 'Units called together')}>
          <p>
            {place} · <At at={at} />
          </p>
          <p>
            {say(w('请到：', 'Called: '))}
            {units.join('、')}
          </p>
          <p>
            {say(w('已报到：', 'Came: '))}
            {came.length > 0 ? came.join('、') : say(w('还没有', 'nobody yet'))}
          </p>
        </Box>
      ))}
      {item.ratings.map(({ round, solved, level, words, at, by }) => (
        <Box
          key={`${round} ${at}`}
          title={w(`评价（第 ${round} 轮）`, `Rating (round ${round})`)}
          look={solved ? 'good' : 'warm'}
        >
          <p>{say(ratedWords({ solved, level }))}</p>
          {words !== undefined && <p className="pre">{words}</p>}
          {by !== 'rating' && (
            <p className="soft small">
              {say(
                by === 'callBack'
                  ? w('电话回访', 'by call back')
                  : w(
                      '用工作人员经手的查询码评的，回访确认前不计入满意率',
                      'with a code that a worker had in hand: not counted until a call back',
                    ),
              )}
            </p>
          )}
        </Box>
      ))}
      {item.calls !== undefined && (
        <Box title={w('电话回访', 'Calls back')}>
          {item.calls.map(({ round, at, by, answered, outside }) => (
            <p key={at}>
              {say(
                outside
                  ? w('来源平台回访', 'Asked by the other platform')
                  : answered
                    ? w('接通了', 'Reached')
                    : w('没有接通', 'Not reached'),
              )}{' '}
              · {say(w(`第 ${round} 轮`, `round ${round}`))} · {by} · <At at={at} />
            </p>
          ))}
        </Box>
      )}
      {item.outerId !== undefined && (
        <Box title={w('其他平台转来', 'From another platform')}>
          <p>{say(w(`对方编号 ${item.outerId}`, `Its number there: ${item.outerId}`))}</p>
          {item.outerDueAt !== undefined && (
            <p>
              {say(w('对方时限：', 'Its limit there: '))}
              <At at={item.outerDueAt} />
            </p>
          )}
          {item.answeredOutside !== undefined && (
            <p>
              {say(w('已回告：', 'Answered: '))}
              <At at={item.answeredOutside} />
            </p>
          )}
        </Box>
      )}
    </>
  )
}

const partLooks: Record<string, Look> = { asked: 'waiting', received: 'inhand', contributed: 'done', relieved: 'stopped' }
