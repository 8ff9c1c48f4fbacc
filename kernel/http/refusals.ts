import { refusalKinds } from '../flow/refusal.ts'

/** The page `docs/refusals.md`, to which every problem document's `type` leads: each kind of refusal, with its status. */
export function refusalPage(): string {
  const rows = Object.entries(refusalKinds).map(
    ([kind, { status, zh, en }]) => `| <a id="${kind}"></a>\`${kind}\` | ${status} | ${zh} | ${en} |`,
  )
  return [
    '# What a request can be refused for',
    'Every refusal is an `application/problem+json` document (RFC 9457): `type` leads here, `code` is one of these, `detail` and `because` say in Chinese and English what was refused, why, and what to do; `fields` which entries were wrong. A refused command leaves no trace. Drawn from `kernel/flow/refusal.ts` by `node bin/docs.ts`; a test compares.',
    ['| code | status | 中文 | English |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    '',
  ].join('\n\n')
}
