import { codeIsGood } from '#kernel/people/signIn.ts'
import { allowances, countedBy } from '#kernel/people/throttle.ts'
import type { Words } from '#kernel/words.ts'
// Whatever is served declares how often it may be asked for.
import './house.ts'

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const both = ({ zh, en }: Words) => `${zh} · ${en}`
const long = (minutes: number) => (minutes === 60 ? '1 小时 · 1 hour' : `${minutes} 分钟 · ${minutes} minutes`)

/** `docs/allowances.md`: how often each thing may be done, and by whom it is counted. */
export const allowancesPage = (): string => `# 多久可以几次 · How often

Drawn from the code (\`allow\` in \`kernel/people/throttle.ts\`) by \`node bin/docs.ts\`. Windows run by the clock (10:00 to 11:00), so that around the end of
one there may be twice as many. Who asks more often is refused (429) and told when to try again, and nothing is changed. Attempts are counted also where they fail. What is counted by network address allows for a
neighbourhood that shares one.

下表由代码生成。时段按钟点算（如 10:00 到 11:00），所以前后两段交界处最多可到两倍。超过次数的请求会被拒绝（429），并告知多久后再试，什么都不会改变；失败的尝试也计入。按网络地址计的，考虑了一个小区共用一个地址。

${[
  row(['什么 what', '按谁计 counted by', '最多 most', '多长时间内 within']),
  row(['---', '---', '---', '---']),
  ...allowances().map(({ what, per, most, minutes }) => row([both(what), both(countedBy[per]), String(most), long(minutes)])),
].join('\n')}

一条短信验证码 ${codeIsGood.minutes} 分钟内有效，可试 ${codeIsGood.tries} 次。 A code by telephone is good for ${codeIsGood.minutes} minutes and ${codeIsGood.tries} tries.
`
