import { body, chapter, community, property, station, street } from '../leaf.ts'

/** What endangers people, and what spoils their air, water and sleep. */
export const safety = [
  chapter('safety', ['公共安全', 'safety'], '安全隐患 hazard 2, 危险 danger 2, 消防 fire safety 3, 火灾 fire 3', [
    {
      code: 'fireLane',
      name: ['占用消防通道', 'blocked fire lanes'],
      lead: property,
      assisting: [body('fire')],
      accepted: ['消防通道、出口被车辆或杂物占用', 'cars or things block a fire lane or exit'],
      closed: ['清出通道，现场核查畅通', 'it is seen to be free'],
      photos: 'both',
      withdrawable: false,
      words:
        '消防通道 fire lane 5, 堵塞通道 blocked lane 4, 生命通道 rescue lane 5, 安全出口 exit 5, 消防栓 hydrant 4, 灭火器 extinguisher 4',
    },
    {
      code: 'eBike',
      name: ['电动车充电与飞线', 'charging e-bikes'],
      lead: property,
      assisting: [body('fire'), community],
      accepted: ['电动车进楼入户、飞线充电、缺少充电桩', 'e-bikes inside, wires from windows, or no place to charge'],
      closed: ['隐患消除，或答复充电设施安排', 'the danger is gone, or a place to charge is arranged'],
      photos: 'both',
      withdrawable: false,
      words:
        '电动车充电 charging e-bikes 5, 飞线 wire from a window 5, 充电桩 charging point 4, 电动车上楼 e-bike upstairs 5, 电动车进楼 e-bike inside 5, 车棚 bike shed 3',
    },
    {
      code: 'wires',
      name: ['线缆下垂与乱拉', 'hanging wires'],
      lead: body('telecom'),
      assisting: [body('power'), property],
      kind: 'help',
      accepted: ['通信、电力线缆下垂、脱落或杂乱', 'cables hang, have come off or are a tangle'],
      closed: ['归整或移除，现场核查安全', 'they are tidied or removed and seen to be safe'],
      photos: 'both',
      withdrawable: false,
      verified: true,
      words:
        '电线下垂 hanging wire 5, 线缆 cable 4, 电缆 power cable 3, 飞线乱拉 wires anywhere 5, 电线杆 pole 4, 光缆 optical cable 4, 乱拉电线 wires anywhere 5',
    },
    {
      code: 'electricDanger',
      name: ['漏电触电险情', 'live wires'],
      lead: body('power'),
      kind: 'help',
      danger: {
        call: ['120', '119'],
        advice: [
          '请勿触碰，远离至少 8 米，有人触电请拨打 120。',
          'Do not touch, keep 8 metres away, and call 120 if somebody is hurt.',
        ],
      },
      accepted: ['电线断落、设备漏电', 'a wire is down or something is live'],
      closed: ['断电抢修，险情排除', 'it is off and repaired'],
      words:
        '漏电 live 5, 触电 electric shock 5, 电线断 wire down 5, 变压器冒火 transformer on fire 5, 高压线 high-voltage line 3',
    },
    {
      code: 'gasLeak',
      name: ['燃气泄漏', 'gas leaks'],
      lead: body('gas'),
      assisting: [body('fire')],
      kind: 'help',
      danger: {
        call: ['119'],
        advice: [
          '请开窗关阀，勿动电器和明火，到室外拨打 119 和燃气抢修电话。',
          'Open windows, shut the valve, touch no switch or flame, go outside and call 119.',
        ],
      },
      accepted: ['闻到燃气味或管道泄漏', 'there is a smell of gas or a pipe leaks'],
      closed: ['抢修完成，检测合格', 'it is repaired and measured safe'],
      words: '燃气泄漏 gas leak 5, 煤气味 smell of gas 5, 漏气 gas leak 4, 天然气泄漏 gas leak 5, 煤气罐 gas bottle 3',
    },
    {
      code: 'fire',
      name: ['火情', 'fire'],
      lead: body('fire'),
      kind: 'help',
      danger: {
        call: ['119'],
        advice: ['请立即撤离并拨打 119，勿乘电梯。', 'Leave at once, call 119, and do not take the lift.'],
      },
      accepted: ['正在起火或冒烟', 'something burns or smokes'],
      closed: ['火情处置完毕', 'the fire is dealt with'],
      words: '着火 on fire 5, 起火 on fire 5, 冒烟 smoking 4, 失火 fire 5',
    },
    {
      code: 'hazard',
      name: ['安全生产与其他隐患', 'unsafe work and other hazards'],
      lead: body('emergency'),
      assisting: [street],
      kind: 'tipOff',
      accepted: ['企业、场所或公共部位存在安全隐患', 'a firm, a place or a public part is unsafe'],
      closed: ['隐患整改并复查合格', 'it is put right and checked'],
      photos: 'both',
      verified: true,
      withdrawable: false,
      words:
        '安全生产 safety at work 4, 危化品 dangerous goods 5, 烟花爆竹 fireworks 4, 高空抛物 thing thrown from above 5, 安监 safety inspection 3, 广告牌松动 loose billboard 5, 护栏 railing 3',
    },
    {
      code: 'crime',
      name: ['治安与诈骗线索', 'crime and fraud'],
      lead: station('police'),
      kind: 'tipOff',
      dispatchBy: 'street',
      photos: 'none',
      danger: { call: ['110'], advice: ['正在发生的违法犯罪请立即拨打 110。', 'Call 110 at once if it is happening now.'] },
      accepted: ['盗窃、诈骗、斗殴、赌博等线索', 'theft, fraud, fights or gambling'],
      closed: ['已移交公安机关依法处理并告知', 'it is with the police, and the reporter is told'],
      words:
        '盗窃 theft 5, 偷窃 theft 5, 诈骗 fraud 4, 打架 fight 4, 赌博 gambling 5, 传销 pyramid scheme 5, 治安 public order 4, 黑社会 gangs 4, 吸毒 drugs 5, 派出所 police station 2',
    },
  ]),
  chapter(
    'environment',
    ['生态环境', 'environment'],
    '污染 pollution 4, 环保 environment 4, 扰民 disturbing people 2, 排放 emission 3, 环境保护 environment 4',
    [
      {
        code: 'siteNoise',
        name: ['施工与工业噪声', 'noise of sites and factories'],
        lead: body('urban'),
        assisting: [body('environment')],
        accepted: ['夜间施工、厂界噪声超标', 'works at night or a factory too loud'],
        closed: ['停止超时施工或整改达标', 'it has stopped or is within limits'],
        photos: 'none',
        words:
          '施工噪音 noise of works 5, 夜间施工 works at night 5, 通宵作业 works all night 5, 通宵 all night 4, 噪声 noise 3, 噪音 noise 3',
      },
      {
        code: 'shopNoise',
        name: ['商业与广场舞噪声', 'noise of shops and dancing'],
        lead: station('police'),
        assisting: [station('urban'), community],
        accepted: ['音响、叫卖、广场舞等噪声', 'loudspeakers, hawking or dancing in squares'],
        closed: ['劝导处置后达标', 'it is quiet after a word or a measure'],
        photos: 'none',
        words:
          '广场舞 dancing in squares 5, 音响 loudspeaker 4, 喇叭 loudspeaker 4, 噪音扰民 noise 4, 叫卖 hawking 4, 酒吧 bar 2',
      },
      {
        code: 'smoke',
        name: ['油烟与废气', 'smoke and fumes'],
        lead: body('environment'),
        assisting: [station('urban')],
        accepted: ['餐饮油烟、工业废气、焚烧', 'kitchen smoke, factory fumes or burning'],
        closed: ['安装净化或停止排放，现场核查', 'it is filtered or has stopped'],
        words:
          '油烟 kitchen smoke 5, 废气 fumes 5, 异味 smell 4, 臭味 stench 5, 恶臭 stench 5, 焚烧 burning 4, 烧烤 barbecue 3, 空气质量 air 4, 粉尘 dust 4',
        dutyList: 'takenBack',
      },
      {
        code: 'water',
        name: ['污水与河道', 'sewage and rivers'],
        lead: body('environment'),
        assisting: [body('water')],
        kind: 'tipOff',
        pace: 'long',
        verified: true,
        accepted: ['污水直排、河道黑臭、水源污染', 'sewage runs out, or a river or well is foul'],
        closed: ['查处并整改，现场核查', 'it is dealt with and seen to be clean'],
        words:
          '污水 sewage 4, 河道 river 4, 黑臭 foul 4, 排污 discharge 5, 水源 source of water 3, 水质 water quality 4, 采砂 sand digging 4, 砂石场 gravel pit 4, 养猪场 pig farm 4, 养殖场 animal farm 4',
        dutyList: 'takenBack',
      },
      {
        code: 'dust',
        name: ['扬尘与渣土', 'dust and spoil'],
        lead: body('urban'),
        assisting: [body('housing')],
        accepted: ['工地扬尘、渣土抛洒', 'dust from a site or spoil on the road'],
        closed: ['覆盖、冲洗或查处完成', 'it is covered, washed or fined'],
        words: '扬尘 dust 5, 灰尘 dust 4, 渣土 spoil 3, 抛洒 spilt 4, 煤矿 coal mine 4, 采石场 quarry 3, 堆场 yard 3',
      },
      {
        code: 'industry',
        name: ['企业污染与选址', 'polluting firms and where they stand'],
        lead: body('environment'),
        kind: 'tipOff',
        pace: 'long',
        photos: 'none',
        accepted: ['企业污染、变电站与基站选址、环评异议', 'a polluting firm, or doubts on where a station is put'],
        closed: ['已查处或依法答复', 'it is dealt with or answered by law'],
        words:
          '化工厂 chemical works 5, 变电站 transformer station 4, 辐射 radiation 5, 环评 environmental assessment 5, 厂区 works 2, 砖厂 brickworks 4, 重金属 heavy metals 5, 固废 solid waste 5, 垃圾焚烧厂 incinerator 5',
      },
    ],
  ),
]
