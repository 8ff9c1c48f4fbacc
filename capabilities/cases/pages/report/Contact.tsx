import { Tick } from '#web/shared/form/Choice.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import type { Draft } from './draft.ts'
import { ForAnother } from './ForAnother.tsx'

interface Asked {
  draft: Draft
  change: (part: Partial<Draft>) => void
  staff: boolean
  wrong: Record<string, Words | undefined>
  /** Of those who look after the place, who will not see it. */
  unseenBy: Words | undefined
}

/** Who will see what, said before anything is sent; and how to be reached, which nobody has to give. */
export function Contact({ draft, change, staff, wrong, unseenBy }: Asked) {
  const say = useSay()
  const { forAnother } = draft
  return (
    <section className="stack">
      {!staff && <ForAnother value={forAnother} choose={(value) => change({ forAnother: value })} />}
      <div className="note stack tight">
        <p className="strong">{say(w('谁能看到什么', 'Who will see what'))}</p>
        <p>{say(w('您写的话和照片：只有办理这件事的工作人员。', 'Your words and photos: only those who handle this matter.'))}</p>
        {unseenBy && <p className="strong">{say(unseenBy)}</p>}
        <p>
          {say(
            w(
              '姓名和电话：加密保存，只有办理人员能看，每看一次都有记录，您可以查。',
              'Name and phone: encrypted; only those who handle it see them, and every look is on a record that you can read.',
            ),
          )}
        </p>
        <p>
          {say(
            w(
              '物业、供电等企业看不到姓名电话，除非同意。',
              'Property companies and utilities do not see name or phone unless that is agreed to.',
            ),
          )}
        </p>
      </div>
      <details open={draft.name !== '' || draft.phone !== '' || forAnother}>
        <summary>
          {say(
            forAnother
              ? w('那一位的姓名电话（可不填）', 'Their name and phone (optional)')
              : w('留个姓名电话，方便联系（可不填）', 'Leave a name and phone (optional)'),
          )}
        </summary>
        <div className="stack">
          <Line
            label={forAnother ? w('怎么称呼那一位', 'Their name') : w('怎么称呼您', 'Your name')}
            value={draft.name}
            change={(name) => change({ name })}
            wrong={wrong.name}
            optional
            most={40}
            autoComplete={forAnother ? 'off' : 'name'}
          />
          <Line
            label={forAnother ? w('那一位的电话', 'Their phone') : w('电话', 'Phone')}
            value={draft.phone}
            change={(phone) => change({ phone })}
            wrong={wrong.phone}
            optional
            most={20}
            type="tel"
            inputMode="tel"
            autoComplete={forAnother ? 'off' : 'tel'}
          />
          {draft.phone.trim() !== '' && (
            <Tick
              words={
                forAnother
                  ? w('那一位同意：承办的企业也可以打这个电话', 'They agree: the company that handles it may call them too')
                  : w('承办的企业也可以给我打电话', 'The company that handles it may call me too')
              }
              value={draft.shareContact}
              choose={(shareContact) => change({ shareContact })}
            />
          )}
        </div>
      </details>
    </section>
  )
}
