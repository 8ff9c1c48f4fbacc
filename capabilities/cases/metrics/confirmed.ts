import { type RawBuilder, sql } from 'kysely'
import { defineMetric } from '#kernel/metric/define.ts'
import { words } from '#kernel/words.ts'
import { countedCases as of, ratioOf } from './countable.ts'
import { lastWord } from './rates.ts'
import { countedRows } from './rows.ts'
import { reported } from './said.ts'

// No outer join, as the rates have it: beside a look into the limits, whose policy asks for a setting, Citus refuses one.
const said = sql`(select (r.value->>'solved')::boolean ${lastWord})`
const saysYes = sql`coalesce(${said}, false)`
const saysNo = sql`coalesce(not ${said}, false)`
/** Somebody else than who did it looked on site, after it was done. */
const wasVisited = (
  district: RawBuilder<unknown>,
) => sql`exists (select from flow.limits m where m.district = ${district} and m.item = c.id and m.step = 'verify'
  and m.round = c.round and m.ended_at >= (c.item->'resolution'->>'at')::timestamptz)`
const hasPhotos = sql`jsonb_array_length(coalesce(c.item->'resolution'->'photos', '[]')) > 0`

const grounds = {
  short: words('没有依据的', 'not borne out'),
  byReporter: words('报单人确认', 'confirmed by the reporter'),
  byVisit: words('现场核查', 'seen on site'),
  byPhoto: words('有处理后照片', 'shown by a photo'),
  claimedOnly: words('只有承办单位自述', 'said by the unit alone'),
  denied: words('报单人说没解决', 'the reporter says it is not solved'),
  excluded: words('已剔除', 'excluded'),
}

/** A solution is one where somebody else than the unit says so, or a photo shows it (`loop.md`): each is counted apart. */
export const solvedConfirmed = defineMetric({
  name: 'solvedConfirmed',
  label: words('办结有据率', 'solutions that are borne out'),
  unit: words('比例（0 至 1）', 'share (0 to 1)'),
  kind: 'ratio',
  definition: {
    formula: words(
      '报单人确认、现场核查或有处理后照片的 ÷ 承办单位报“已解决”的；报单人说没解决的不算',
      'confirmed by the reporter, seen on site, or shown by a photo, over what units say is solved; never what the reporter says is not',
    ),
    window: reported,
    denominator: words('已办结（含归档）且结果为“已解决”的事项', 'resolved and closed cases whose outcome is solved'),
  },
  besides: grounds,
  measure: {
    ...{ name: 'solvedConfirmed', of },
    rows: (_, district) => {
      const seen = wasVisited(district)
      return ratioOf({
        where: sql`c.state in ('resolved', 'closed') and c.outcome = 'solved'`,
        due: sql`true`,
        good: sql`not ${saysNo} and (${saysYes} or ${seen} or ${hasPhotos})`,
        beside: {
          byReporter: saysYes,
          byVisit: seen,
          byPhoto: hasPhotos,
          claimedOnly: sql`not (${saysYes} or ${saysNo} or ${seen} or ${hasPhotos})`,
          denied: saysNo,
        },
      })
    },
  },
  ...countedRows('solvedConfirmed', grounds),
})
