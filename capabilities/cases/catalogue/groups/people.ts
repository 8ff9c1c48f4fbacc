import { body, chapter, community, station, street } from '../leaf.ts'

/** Who needs care, and what a counter does. */
export const people = [
  chapter('care', ['民生关爱', 'care'], '老人 old people 3, 困难 hardship 2, 低保 minimum income 4, 残疾 disability 4', [
    {
      code: 'elder',
      name: ['养老与助餐助浴', 'care for old people'],
      lead: community,
      assisting: [body('civilAffairs')],
      kind: 'help',
      photos: 'none',
      accepted: ['老人需要照料、助餐、探访', 'an old person needs care, meals or visits'],
      closed: ['已上门并落实服务', 'somebody has called, and the service runs'],
      words:
        '独居老人 old person alone 5, 养老院 home for the old 5, 助餐 meals 5, 高龄津贴 allowance for great age 5, 空巢 left alone 5, 孤寡 kinless 5',
    },
    {
      code: 'child',
      name: ['一小服务与托管', 'services for children'],
      lead: community,
      kind: 'help',
      photos: 'none',
      accepted: ['课后托管、儿童活动、留守儿童关爱', 'after-school care, activities, children left behind'],
      closed: ['已答复或落实服务', 'answered, or the service runs'],
      words: '留守儿童 children left behind 5, 课后托管 after-school care 5, 孤儿 orphan 5, 儿童活动 activities for children 5',
    },
    {
      code: 'assistance',
      name: ['低保救助', 'social assistance'],
      lead: body('civilAffairs'),
      assisting: [community],
      kind: 'help',
      photos: 'none',
      accepted: ['低保、临时救助、大病救助申请或异议', 'asking for or doubting minimum income or relief'],
      closed: ['已核查并书面答复', 'checked and answered in writing'],
      words:
        '低保户 household on minimum income 5, 救助 relief 4, 大病 severe illness 4, 贫困 poverty 4, 五保 five guarantees 5, 扶贫 poverty relief 4, 精准扶贫 targeted relief 5, 困难群众 people in hardship 4',
    },
    {
      code: 'disabled',
      name: ['残疾人服务', 'disabled people'],
      lead: body('disabled'),
      assisting: [community],
      kind: 'help',
      photos: 'none',
      accepted: ['残疾证、补贴、无障碍设施', 'certificates, allowances or access'],
      closed: ['已办理或答复', 'done or answered'],
      words:
        '残疾人 disabled people 5, 残疾证 disability certificate 5, 无障碍 access 5, 盲道 tactile path 5, 轮椅 wheelchair 4, 聋哑人 deaf people 3',
    },
    {
      code: 'veterans',
      name: ['退役军人服务', 'veterans'],
      lead: body('veterans'),
      kind: 'consultation',
      photos: 'none',
      accepted: ['安置、优抚、证件', 'placement, support or papers'],
      closed: ['已办理或答复', 'done or answered'],
      words:
        '退役军人 veterans 5, 退伍 discharged 4, 优抚 support for veterans 5, 复员 demobilised 5, 退役士兵 former soldiers 3, 参战 served in war 5',
    },
    {
      code: 'minors',
      name: ['侵害未成年人', 'harm to minors'],
      lead: station('police'),
      kind: 'tipOff',
      dispatchBy: 'district',
      protected: 'minors',
      photos: 'none',
      danger: {
        call: ['110', '120'],
        advice: ['孩子正处于危险时，请立即拨打 110；受伤请拨打 120。', 'If a child is in danger now call 110, if hurt 120.'],
      },
      accepted: ['未成年人遭受或疑似遭受侵害、遗弃、欺凌', 'a minor is, or seems to be, harmed, abandoned or bullied'],
      closed: [
        '已依强制报告制度报告，孩子安全，公安、民政已介入',
        'it is reported as the law demands, the child is safe, police and civil affairs act',
      ],
      answer: [
        '您反映的情况已按强制报告要求移交有关部门，处理过程依法保密。',
        'It has been passed on as the duty to report demands; how it is handled is confidential by law.',
      ],
      words:
        '虐待儿童 child abuse 5, 校园欺凌 bullying 5, 猥亵 indecent acts 5, 未成年人 minors 4, 打孩子 beating a child 5, 霸凌 bullying 5, 遗弃 abandoned 4, 童工 child labour 5, 性侵 sexual assault 5',
    },
    {
      code: 'violence',
      name: ['家庭暴力', 'violence at home'],
      lead: station('police'),
      kind: 'help',
      dispatchBy: 'district',
      protected: 'violence',
      photos: 'none',
      danger: {
        call: ['110', '120'],
        advice: ['请先到安全处，立即拨打 110；受伤请拨打 120。', 'Get to safety and call 110 at once, if hurt 120.'],
      },
      accepted: ['家庭成员间的殴打、恐吓、限制自由', 'beating, threats or locking in within a family'],
      closed: [
        '公安已处置，当事人安全，庇护和保护令途径已告知',
        'the police have acted, the person is safe and knows of shelter and protection orders',
      ],
      answer: [
        '您反映的情况已由公安机关处置，庇护和人身安全保护令的途径已告知，处理过程保密。',
        'The police have acted; shelter and protection orders were explained; it is kept confidential.',
      ],
      words:
        '家暴 violence at home 5, 家庭暴力 violence at home 5, 打老婆 beating a wife 5, 殴打 beating 3, 毒打 beating 5, 打骂 beating and abuse 4',
    },
  ]),
  chapter(
    'services',
    ['证照与政务', 'papers and counters'],
    '办理 getting it done 1, 证明 certificate 2, 窗口 counter 2, 咨询 asking 1, 政策 policy 1',
    [
      {
        code: 'household',
        name: ['户籍与身份证', 'household register and identity card'],
        lead: station('police'),
        kind: 'consultation',
        photos: 'none',
        accepted: ['落户、迁移、身份证、居住证', 'registering, moving, identity or residence cards'],
        closed: ['已答复或办理', 'answered or done'],
        words:
          '户口 household register 5, 落户 registering 5, 身份证 identity card 5, 居住证 residence card 5, 迁户 moving register 5, 户籍 household register 5',
      },
      {
        code: 'certificate',
        name: ['社区证明与代办', 'certificates and errands'],
        lead: community,
        kind: 'help',
        pace: 'quick',
        photos: 'none',
        accepted: ['开具证明、红色代办、盖章', 'a certificate, an errand or a stamp'],
        closed: ['已办理或告知依据', 'done, or told why not'],
        words: '开证明 certificate 5, 代办 errand 5, 盖章 stamp 4, 跑腿 errand 4, 居住证明 proof of residence 5',
      },
      {
        code: 'station',
        name: ['驿站与服务中心', 'stations and service centres'],
        lead: community,
        pace: 'quick',
        photos: 'none',
        accepted: [
          '没按时开门、缺水缺药、设施坏了、登记有误',
          'closed when it should be open, something missing or broken, wrong facts',
        ],
        closed: ['已补齐、修好或改正登记', 'it is there again, mended, or the facts are put right'],
        words: '驿站 station 5, 党群服务中心 service centre 5, 服务站没开门 station closed 4',
      },
      {
        code: 'marriage',
        name: ['婚姻殡葬登记', 'marriage and burial'],
        lead: body('civilAffairs'),
        kind: 'consultation',
        photos: 'none',
        accepted: ['结婚登记、殡葬、公墓', 'marriage, burial or cemeteries'],
        closed: ['已答复或办理', 'answered or done'],
        words:
          '结婚证 marriage certificate 5, 殡葬 burial 5, 火化 cremation 5, 公墓 cemetery 5, 结婚登记 registering a marriage 5, 坟墓 grave 4, 墓地 grave 5',
      },
      {
        code: 'window',
        name: ['政务大厅服务', 'service counters'],
        lead: body('services'),
        photos: 'none',
        accepted: ['办事排队、流程、网办系统', 'queues, steps or the online system'],
        closed: ['整改或书面答复', 'it is put right or answered'],
        words:
          '政务大厅 service hall 5, 办事大厅 service hall 5, 审批 approval 3, 一次办好 done in one go 5, 网上办 online service 4, 行政审批 approval 4',
      },
      {
        code: 'policy',
        name: ['政策咨询', 'questions on policy'],
        lead: street,
        kind: 'consultation',
        photos: 'none',
        accepted: ['咨询政策、流程、联系方式', 'a question on rules, steps or whom to ask'],
        closed: ['已准确答复', 'answered exactly'],
        words:
          '请问 may I ask 1, 怎么办理 how to do it 4, 什么政策 which rule 4, 联系电话 telephone 3, 咨询政策 asking on policy 5',
      },
    ],
  ),
]
