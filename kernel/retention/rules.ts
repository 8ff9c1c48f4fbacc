import { forgetErased, forgetPhotosNeverNamed } from '../files/store.ts'
import { forgetOutbox } from '../record/store/outbox.ts'
import { words } from '../words.ts'
import { halfYear, type Rule, rowsBefore, type Standing, threeYears } from './rule.ts'

const made = words('产生之日', 'when it was made')

/** What the kernel keeps for so long and no longer. */
export const kernelRules: readonly Rule[] = [
  {
    what: words('谁看过个人信息', 'who looked at personal data'),
    table: 'vault.looks',
    days: threeYears,
    from: words('查看之日', 'the look'),
    why: words('个人信息保护法第五十六条：处理情况记录至少三年', 'PIPL article 56: records of processing, at least three years'),
    forget: rowsBefore({ table: 'vault.looks', key: 'id', at: 'at' }),
  },
  {
    what: words('人员、岗位、值班的变更记录', 'changes of people, posts and rosters'),
    table: 'people.changes',
    days: threeYears,
    from: words('变更之日', 'the change'),
    why: words('审计；网络日志不少于六个月', 'for audits; logs are kept for six months at least'),
    forget: rowsBefore({ table: 'people.changes', key: 'id', at: 'at' }),
  },
  {
    what: words('工作人员登录记录', 'who of the staff signed in'),
    table: 'people.sign_ins',
    days: halfYear,
    from: words('登录之日', 'the day of it'),
    why: words(
      '网络安全法第二十一条：网络日志不少于六个月',
      'Cybersecurity Law article 21: logs are kept for six months at least',
    ),
    forget: rowsBefore({ table: 'people.sign_ins', key: 'id', at: 'at' }),
  },
  {
    what: words('站内消息', 'notices in the product'),
    table: 'record.notices',
    days: halfYear,
    from: words('送达之日；本人要求删除的，当即', 'when they came; at once as the person asks for their erasure'),
    why: words('事项的经过另有记录', 'what happened stands in the record of the case'),
    forget: rowsBefore({ table: 'record.notices', key: 'id', at: 'at' }),
  },
  {
    what: words('已经发出的通知、推送', 'what has left: notices, live updates'),
    table: 'record.outbox',
    days: 30,
    from: made,
    why: words('查找没有送达的原因', 'to find out why something did not arrive'),
    forget: forgetOutbox,
  },
  {
    what: words('向外推送的记录', 'deliveries to webhooks'),
    table: 'record.deliveries',
    days: 30,
    from: made,
    why: words('查找没有送达的原因', 'to find out why something did not arrive'),
    forget: rowsBefore({ table: 'record.deliveries', key: 'id', at: 'made_at' }),
  },
  {
    what: words('请求编号（防止重复提交）', 'keys of commands, against sending twice'),
    table: 'flow.keys',
    days: 30,
    from: made,
    why: words('没有网络的手机可能很久以后才送出', 'a phone without a network may send late'),
    forget: rowsBefore({ table: 'flow.keys', key: 'scope, key', at: 'at' }),
  },
  {
    what: words('上传后没有用上的照片', 'photos that were never named in anything'),
    table: 'files.files',
    days: 7,
    from: words('上传之日', 'the upload'),
    why: words('没有网络的手机可能很久以后才送出', 'a phone without a network may send late'),
    forget: forgetPhotosNeverNamed,
  },
  {
    what: words('已删除照片留下的记录（不含内容）', 'what is left of an erased photo, without its content'),
    table: 'files.files',
    days: 30,
    from: words('删除之日', 'the erasure'),
    why: words('说明照片为什么打不开', 'to say why a photo no longer opens'),
    forget: forgetErased,
  },
  {
    what: words('登录（设备、起止时间）', 'sessions: the device, from when to when'),
    table: 'people.sessions',
    days: 1,
    from: words('失效之日', 'its end'),
    why: words('失效后没有用处', 'of no use once over'),
    forget: rowsBefore({ table: 'people.sessions', key: 'token', at: 'ends_at' }),
  },
  {
    what: words('短信验证码（加密摘要）', 'one-time codes, hashed'),
    table: 'people.phone_codes',
    days: 1,
    from: made,
    why: words('五分钟后失效', 'they are good for five minutes'),
    forget: rowsBefore({ table: 'people.phone_codes', key: 'phone', at: 'made_at' }),
  },
  {
    what: words('尝试次数（含网络地址）', 'attempts, with network addresses'),
    table: 'people.attempts',
    days: 1,
    from: made,
    why: words('限制的时段最长一小时', 'no limit looks back further than an hour'),
    forget: rowsBefore({ table: 'people.attempts', key: 'subject, window_start', at: 'window_start' }),
  },
]

/** What the kernel keeps until something else ends it, or for good. */
export const kernelStanding: readonly Standing[] = [
  {
    what: words('姓名、电话、住址、原话（加密）', 'name, telephone, home, own words, encrypted'),
    table: 'vault.secrets',
    until: words('随所属事项遗忘，或本人要求删除', 'forgotten with their case, or as the person asks'),
    why: words('办理、回访、复查', 'to handle, to call back, to look again'),
  },
  {
    what: words('居民账号、手机号的加密摘要', 'accounts of residents, and the keyed hash of a telephone'),
    table: 'people.accounts, vault.phones',
    until: words('本人要求删除', 'the person asks for their erasure'),
    why: words('再次登录', 'to sign in again'),
  },
  {
    what: words('数据密钥', 'data keys'),
    table: 'vault.keys',
    until: words('本人要求删除时销毁；空行留存', 'destroyed as the person asks; the empty row stays'),
    why: words('不再为已删除的人保存新内容', 'so that nothing more is kept for whoever was erased'),
  },
  {
    what: words('办理经过（链式记录，个人信息只存引用）', 'the record: events and seals; of personal data references only'),
    table: 'record.events, record.seals',
    until: words('不删除', 'for good'),
    why: words('证明没有人改过历史', 'to prove that nobody rewrote the past'),
  },
]
