import { body, chapter, station } from '../leaf.ts'

/** Working, buying and travelling. */
export const working = [
  chapter(
    'labour',
    ['劳动与社保', 'work and social insurance'],
    '职工 employees 4, 工资 wages 4, 社保 social insurance 5, 员工 staff 4, 单位 employer 1, 待遇 benefits 2',
    [
      {
        code: 'wages',
        name: ['拖欠工资', 'unpaid wages'],
        lead: body('labour'),
        kind: 'help',
        photos: 'none',
        accepted: ['用人单位拖欠、克扣工资', 'an employer does not pay, or pays less'],
        closed: ['工资支付到位，或已立案并告知仲裁途径', 'it is paid, or a case is opened and the way to arbitration told'],
        words:
          '拖欠工资 unpaid wages 5, 欠薪 unpaid wages 5, 农民工 migrant workers 5, 克扣 deducted 4, 讨薪 claiming wages 5, 血汗钱 hard-earned pay 4, 提成 commission 3',
      },
      {
        code: 'contract',
        name: ['劳动合同与工时', 'contracts and hours'],
        lead: body('labour'),
        photos: 'none',
        accepted: ['不签合同、辞退、加班、违法用工', 'no contract, dismissal, overtime or illegal hire'],
        closed: ['查处或引导仲裁', 'it is dealt with, or arbitration is shown'],
        words:
          '劳动合同 labour contract 5, 加班 overtime 5, 辞退 dismissal 5, 劳动法 labour law 5, 劳务派遣 agency work 5, 双休 two days off 5, 劳动监察 labour inspection 5, 临时工 temporary worker 4, 辞职 resignation 4, 带薪 paid leave 4, 非法用工 illegal hire 5, 劳动仲裁 labour arbitration 5, 下岗 laid off 5, 高温津贴 heat allowance 5',
      },
      {
        code: 'pension',
        name: ['养老保险与退休', 'pensions'],
        lead: body('labour'),
        kind: 'consultation',
        photos: 'none',
        accepted: ['参保、缴费、退休、待遇', 'joining, paying, retiring or benefits'],
        closed: ['已答复或办理', 'answered or done'],
        words:
          '养老保险 pension insurance 5, 退休 retirement 5, 养老金 pension 5, 工龄 years of service 5, 病退 early retirement for illness 5, 缴费年限 years paid 5, 退休金 pension 5, 内退 early retirement 5, 失地农民 farmers without land 3',
      },
      {
        code: 'medicalInsurance',
        name: ['医疗保险与生育保险', 'medical and maternity insurance'],
        lead: body('medicalInsurance'),
        kind: 'consultation',
        photos: 'none',
        accepted: ['参保、报销、异地就医、生育津贴', 'joining, refunds, care elsewhere, maternity pay'],
        closed: ['已答复或办理', 'answered or done'],
        words:
          '医保 medical insurance 5, 医疗保险 medical insurance 5, 生育保险 maternity insurance 5, 报销 refund 4, 新农合 rural medical insurance 4, 合作医疗 cooperative medical care 4, 医保卡 medical card 5, 生育津贴 maternity pay 5',
      },
      {
        code: 'injury',
        name: ['工伤与失业保险', 'injury and unemployment insurance'],
        lead: body('labour'),
        kind: 'consultation',
        photos: 'none',
        accepted: ['工伤认定、失业金', 'injury at work or unemployment pay'],
        closed: ['已答复或办理', 'answered or done'],
        words:
          '工伤 injury at work 5, 失业金 unemployment pay 5, 失业保险 unemployment insurance 5, 尘肺 dust lung 5, 职业病 occupational disease 4, 五险一金 social insurance and fund 5, 住房公积金 housing fund 4, 公积金 housing fund 4',
      },
      {
        code: 'jobs',
        name: ['就业与技能培训', 'jobs and skills'],
        lead: body('labour'),
        kind: 'consultation',
        photos: 'none',
        accepted: ['求职、创业、培训补贴、人才政策、职业资格', 'jobs, starting up, training grants, talent or licences'],
        closed: ['已答复或办理', 'answered or done'],
        words:
          '就业 jobs 4, 技能培训 skills training 5, 人才补贴 talent grant 5, 创业 starting up 4, 求职 looking for work 5, 公务员 civil servant 4, 事业单位 public institution 3, 人社局 labour bureau 5, 招聘 recruiting 4, 资格证 licence 3, 人才 talent 3, 编制 establishment post 3, 人事 personnel 4, 聘用 hire 3, 再就业 new job 5',
      },
    ],
  ),
  chapter(
    'market',
    ['市场与旅游', 'markets and tourism'],
    '消费者 consumers 4, 商家 trader 4, 旅游 tourism 5, 经营 trade 2, 企业 firms 2, 市场 market 2',
    [
      {
        code: 'food',
        name: ['食品安全', 'food safety'],
        lead: station('market'),
        kind: 'tipOff',
        photos: 'both',
        accepted: ['变质、无证、卫生差、食物中毒', 'spoilt food, no licence, dirt or poisoning'],
        closed: ['查处并告知结果', 'it is dealt with and the result told'],
        words:
          '食品 food 4, 过期 past its date 4, 变质 spoilt 5, 餐馆 restaurant 3, 食品安全 food safety 4, 外卖 take-away 4, 食物中毒 food poisoning 5, 猪肉 pork 4, 地沟油 waste oil 5',
      },
      {
        code: 'consumer',
        name: ['消费维权', 'consumer complaints'],
        lead: station('market'),
        photos: 'none',
        accepted: ['商品质量、退换、预付卡、欺诈', 'quality, returns, prepaid cards or fraud'],
        closed: ['调解达成，或终止并告知途径', 'settled, or ended and the way told'],
        words:
          '退款 refund 4, 假货 fakes 5, 预付卡 prepaid card 5, 消费 spending 3, 欺诈 fraud 3, 霸王条款 unfair terms 4, 虚假宣传 false claims 4, 健身卡 gym card 5, 售后 after-sales 5, 质量问题 quality fault 3, 保健品 health products 4, 网购 buying online 5, 超市 supermarket 4, 专卖店 shop 3, 欺骗 deceit 2, 银行 bank 2, 保险公司 insurance company 3',
      },
      {
        code: 'price',
        name: ['价格与计量', 'prices and measures'],
        lead: station('market'),
        kind: 'tipOff',
        photos: 'none',
        accepted: ['哄抬价格、不明码标价、短斤少两', 'raised or hidden prices, short weight'],
        closed: ['查处并告知结果', 'it is dealt with and the result told'],
        words:
          '涨价 price rise 4, 物价 prices 5, 明码标价 marked prices 5, 短斤少两 short weight 5, 垄断 monopoly 5, 价格 price 2, 加油站 petrol station 3, 油价 petrol price 4',
      },
      {
        code: 'licence',
        name: ['无证照经营', 'trading without a licence'],
        lead: station('market'),
        kind: 'tipOff',
        photos: 'none',
        accepted: ['无营业执照或许可经营', 'somebody trades without a licence'],
        closed: ['查处或补办', 'it is dealt with or licensed'],
        dutyList: 'takenBack',
        words:
          '无证经营 trade without licence 5, 营业执照 business licence 5, 工商 trade office 4, 虚假广告 false advertisement 5, 虚假医药广告 false drug advertisement 5, 商标 trademark 5, 直销 direct sales 4, 中介 agent 3',
      },
      {
        code: 'trade',
        name: ['农贸市场与商业服务', 'markets and trade'],
        lead: body('commerce'),
        assisting: [body('market')],
        photos: 'none',
        accepted: ['农贸市场管理、营商环境、招商', 'a food market, help for firms, investment'],
        closed: ['整改或书面答复', 'it is put right or answered'],
        words:
          '农贸市场 food market 5, 菜市场 food market 5, 商场 shopping centre 3, 营商环境 climate for firms 4, 招商 investment 4, 外贸 foreign trade 5, 商贸 trade 5, 小微企业 small firms 5, 税务 tax 3, 个体户 small trader 4, 贸易 trade 4, 公平竞争 fair competition 4, 烟草 tobacco 4',
      },
      {
        code: 'tourism',
        name: ['旅游服务', 'tourism'],
        lead: body('culture'),
        photos: 'none',
        accepted: ['景区、旅行社、导游、退团', 'sights, agencies, guides or refunds'],
        closed: ['查处或退费完成', 'it is dealt with or paid back'],
        words:
          '景区 sights 5, 旅行社 travel agency 5, 导游 guide 5, 游客 tourists 5, 门票 entrance ticket 5, 酒店 hotel 4, 风景区 scenic area 5, 古城 old town 4, 旅游景点 sight 5, 景点 sight 5, 宾馆 hotel 4, 客栈 inn 4',
      },
    ],
  ),
]
