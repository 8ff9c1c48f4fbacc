import { body, chapter } from '../leaf.ts'

/** Learning, and staying well. */
export const learning = [
  chapter(
    'education',
    ['教育文体', 'school, culture and sport'],
    '教育 education 4, 学校 school 5, 老师 teacher 4, 教师 teacher 5, 学生 pupils 5, 小学 primary school 4, 中学 secondary school 4, 教育局 education bureau 5, 家长 parents 3',
    [
      {
        code: 'enrolment',
        name: ['入学与学位', 'school places'],
        lead: body('education'),
        kind: 'consultation',
        photos: 'none',
        accepted: ['招生、学区、转学、学位', 'enrolment, catchment, changing school or places'],
        closed: ['已答复政策并指引办理', 'the rules and the way are told'],
        words:
          '学位 school place 5, 学区 catchment 5, 入学 enrolment 5, 转学 changing school 5, 招生 enrolment 5, 择校 choosing school 5, 中考 school examination 5, 高考 university entrance 5, 学籍 school record 5, 录取 admission 4',
      },
      {
        code: 'fees',
        name: ['学校收费与管理', 'school fees and conduct'],
        lead: body('education'),
        photos: 'none',
        accepted: ['乱收费、补课、师德、食堂', 'wrong fees, extra lessons, conduct or canteen'],
        closed: ['查处或书面答复', 'it is dealt with or answered'],
        words:
          '学费 school fee 5, 补课 extra lessons 5, 师德 conduct of teachers 5, 校服 school uniform 5, 食堂 canteen 2, 班主任 class teacher 5, 校长 head teacher 5, 校园 school grounds 4, 作业 homework 2, 住宿费 boarding fee 4, 职业学院 college 4, 大学 university 3, 毕业证 diploma 4, 体罚 corporal punishment 5',
      },
      {
        code: 'kindergarten',
        name: ['幼儿园与托育', 'kindergartens'],
        lead: body('education'),
        photos: 'none',
        accepted: ['收费、入园、办园资质', 'fees, places or licence'],
        closed: ['查处或书面答复', 'it is dealt with or answered'],
        words: '幼儿园 kindergarten 5, 托育 nursery 5, 普惠园 public-rate kindergarten 5, 幼师 kindergarten teacher 5',
      },
      {
        code: 'training',
        name: ['校外培训', 'training centres'],
        lead: body('education'),
        assisting: [body('market')],
        photos: 'none',
        accepted: ['退费、无证、虚假宣传', 'refunds, no licence or false claims'],
        closed: ['查处或退费完成', 'it is dealt with or paid back'],
        words:
          '培训机构 training centre 5, 培训班 course 3, 补习班 cram school 5, 退费 refund 3, 辅导班 tutoring 5, 英语培训 English course 4',
      },
      {
        code: 'teachers',
        name: ['教师待遇', 'pay of teachers'],
        lead: body('education'),
        photos: 'none',
        accepted: ['教师工资、编制、民办代课教师待遇', 'pay, posts or former substitute teachers'],
        closed: ['核查并书面答复', 'checked and answered in writing'],
        words:
          '教师工资 teachers’ pay 5, 代课 substitute teaching 5, 民办教师 village teacher 5, 教师编制 teachers’ posts 5, 绩效工资 performance pay 3, 职称 professional title 3, 特岗 special posts 4',
      },
      {
        code: 'culture',
        name: ['文化与文物', 'culture and monuments'],
        lead: body('culture'),
        kind: 'suggestion',
        photos: 'none',
        accepted: ['文化设施、文物保护、网吧、出版传媒', 'culture, monuments, internet cafés or media'],
        closed: ['查处或书面答复', 'it is dealt with or answered'],
        words:
          '文物 monument 5, 文化 culture 3, 图书馆 library 5, 网吧 internet café 5, 非遗 living heritage 5, 古建筑 old building 4, 遗产保护 heritage 4, 电视台 television station 4, 广播 broadcasting 4, 博物馆 museum 5, 古迹 ruins 4, 民俗 customs 4',
      },
      {
        code: 'sport',
        name: ['体育设施与赛事', 'sport'],
        lead: body('education'),
        kind: 'suggestion',
        photos: 'none',
        accepted: ['体育场馆、赛事、运动员', 'grounds, contests or athletes'],
        closed: ['书面答复', 'answered in writing'],
        words:
          '体育 sport 4, 体育馆 sports hall 5, 运动员 athletes 5, 运动会 games 5, 游泳馆 swimming pool 5, 球场 court 4, 健身房 gym 2, 篮球 basketball 4',
      },
    ],
  ),
  chapter(
    'health',
    ['卫生健康', 'health'],
    '医院 hospital 5, 医生 doctor 5, 卫生 health 2, 患者 patients 5, 医疗 medical 3, 医护 medical staff 5, 卫健 health office 5',
    [
      {
        code: 'hospital',
        name: ['医疗服务与收费', 'hospitals and their charges'],
        lead: body('health'),
        photos: 'none',
        accepted: ['就诊、收费、服务态度', 'treatment, charges or manners'],
        closed: ['核查并书面答复', 'checked and answered in writing'],
        words:
          '看病 seeing a doctor 4, 挂号 registration 5, 门诊 outpatients 4, 护士 nurse 5, 药价 price of drugs 5, 药品 drugs 4, 住院 hospital stay 4, 卫生院 township hospital 5, 人民医院 people’s hospital 5, 卫生室 clinic 5',
      },
      {
        code: 'dispute',
        name: ['医患纠纷', 'medical disputes'],
        lead: body('health'),
        assisting: [body('justice')],
        kind: 'help',
        photos: 'none',
        pace: 'long',
        accepted: ['诊疗争议、医疗损害', 'treatment is disputed or did harm'],
        closed: ['引导鉴定、调解或诉讼并答复', 'an expert, mediation or court is shown, and answered'],
        words:
          '医疗事故 medical accident 5, 医患 doctor and patient 5, 误诊 wrong diagnosis 5, 手术失败 failed operation 5, 医疗纠纷 medical dispute 5, 手术 operation 4, 医闹 trouble at hospital 4',
      },
      {
        code: 'illegalPractice',
        name: ['非法行医与医疗美容', 'unlicensed practice'],
        lead: body('health'),
        kind: 'tipOff',
        photos: 'none',
        accepted: ['无证行医、违规医美', 'practice without a licence'],
        closed: ['依法查处', 'it is dealt with by law'],
        words:
          '无证行医 practice without licence 5, 非法行医 unlicensed practice 5, 医疗美容 cosmetic medicine 5, 诊所 surgery 4, 行医 medical practice 4, 医师 physician 4, 卫生许可证 health licence 4',
        dutyList: 'takenBack',
      },
      {
        code: 'birth',
        name: ['生育服务与计生奖扶', 'births and family grants'],
        lead: body('health'),
        kind: 'consultation',
        photos: 'none',
        accepted: ['生育登记、独生子女与失独补助', 'registering births, grants for one-child families'],
        closed: ['已答复或办理', 'answered or done'],
        words:
          '生育 birth 3, 准生证 birth permit 5, 独生子女 only child 5, 计生 family planning 5, 二胎 second child 5, 计划生育 family planning 5, 超生 births beyond plan 5, 社会抚养费 social support fee 5, 失独 bereaved parents 5, 产假 maternity leave 4, 婚检 check before marriage 5, 流动人口 people from elsewhere 3',
      },
      {
        code: 'publicHealth',
        name: ['公共卫生与疫苗', 'public health and vaccination'],
        lead: body('health'),
        kind: 'consultation',
        photos: 'none',
        accepted: ['疫苗、传染病、体检、献血', 'vaccines, infection, checks or giving blood'],
        closed: ['已答复或处置', 'answered or dealt with'],
        words:
          '疫苗 vaccine 5, 传染病 infection 5, 防疫 disease control 5, 体检 health check 4, 献血 giving blood 5, 疾控 disease control 5, 乡村医生 village doctor 5, 公共卫生 public health 5, 艾滋 AIDS 5',
      },
    ],
  ),
]
