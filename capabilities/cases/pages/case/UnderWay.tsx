import { LongWords } from '#web/shared/LongWords.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { At } from '#web/shared/parts.tsx'
import { type Look, Shape } from '#web/shared/Shape.tsx'
import type { SeenCase } from '../view.ts'
import { valueWords } from '../words.ts'
import { Box } from './Box.tsx'

/** What is under way around a case: pauses, more time, the ledger, who answers for it, and who assists. */
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
    </>
  )
}

const partLooks: Record<string, Look> = { asked: 'waiting', received: 'inhand', contributed: 'done', relieved: 'stopped' }
