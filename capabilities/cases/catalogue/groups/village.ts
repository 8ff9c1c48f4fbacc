import { body, chapter, community, street } from '../leaf.ts'

/** The village, and what people say about ourselves. */
export const village = [
  chapter(
    'village',
    ['农村与土地', 'village and land'],
    '农村 countryside 3, 村民 villagers 3, 村委会 village committee 4, 村里 in the village 2',
    [
      {
        code: 'land',
        name: ['宅基地与土地承包', 'plots and land'],
        lead: body('agriculture'),
        assisting: [street, body('planning')],
        pace: 'long',
        photos: 'none',
        accepted: ['宅基地、承包地、流转、占地', 'plots, leases, transfers or land taken'],
        closed: ['核查并书面答复或调解', 'checked and answered, or mediated'],
        words:
          '宅基地 house plot 5, 承包地 leased land 5, 土地流转 transfer of land 5, 占用耕地 field taken 5, 农田 fields 4, 建房 building a house 3, 林地 woodland 4',
      },
      {
        code: 'affairs',
        name: ['村务公开与集体资产', 'village accounts'],
        lead: street,
        assisting: [body('agriculture')],
        kind: 'tipOff',
        pace: 'long',
        photos: 'none',
        accepted: ['村务财务公开、分红、集体资产', 'accounts, shares or common property of a village'],
        closed: ['核查公开并书面答复', 'checked, shown and answered'],
        words:
          '村务 village affairs 5, 村干部 village official 4, 集体资产 common property 5, 分红 share 4, 村支书 village secretary 4, 村集体 village collective 5',
      },
      {
        code: 'farming',
        name: ['农业补贴与水利', 'farm grants and irrigation'],
        lead: body('agriculture'),
        assisting: [body('water')],
        kind: 'consultation',
        photos: 'none',
        accepted: ['补贴、灌溉、农资、畜禽', 'grants, irrigation, supplies or animals'],
        closed: ['已答复或办理', 'answered or done'],
        words:
          '农业补贴 farm grant 5, 灌溉 irrigation 5, 水渠 channel 5, 种子 seed 4, 化肥 fertiliser 4, 退耕还林 fields back to woods 5, 水库 reservoir 4',
      },
      {
        code: 'toilets',
        name: ['农村改厕与人居环境', 'village sanitation'],
        lead: street,
        assisting: [body('agriculture')],
        kind: 'help',
        accepted: ['旱厕改造、村庄环境', 'toilets and tidiness of a village'],
        closed: ['整改并现场核查', 'it is put right and seen'],
        words: '改厕 new toilets 5, 旱厕 dry toilet 5, 村容村貌 look of the village 5, 美丽乡村 model village 4',
      },
    ],
  ),
  chapter(
    'chain',
    ['建议表扬与队伍监督', 'suggestions, praise, and about ourselves'],
    '建议 suggestion 1, 社区工作 community work 2',
    [
      {
        code: 'suggestion',
        name: ['治理建议', 'suggestions'],
        lead: community,
        kind: 'suggestion',
        photos: 'none',
        accepted: ['对社区治理和服务的意见建议', 'a view on how the community is run'],
        closed: ['已答复是否采纳及理由', 'told whether it is taken up, and why'],
        words: '提个建议 a suggestion 5, 合理化建议 suggestion 5, 意见建议 views 4, 希望增设 please add 3',
      },
      {
        code: 'praise',
        name: ['表扬感谢', 'praise'],
        lead: community,
        kind: 'praise',
        photos: 'none',
        accepted: ['对人员或单位的表扬', 'praise of a person or unit'],
        closed: ['已转达当事人和所在单位', 'it has reached the person and the unit'],
        words: '表扬 praise 5, 感谢 thanks 3, 点赞 like 5, 锦旗 pennant 5, 热心 kind 3',
      },
      {
        code: 'worker',
        name: ['工作人员作风', 'conduct of a worker'],
        lead: body('inspection'),
        dispatchBy: 'district',
        dutyList: 'takenBack',
        photos: 'none',
        accepted: ['网格员、社工、窗口人员等态度差、推诿、失职', 'a worker was rude, passed it on or failed a duty'],
        closed: ['由上一级核查并书面答复', 'checked one level up and answered in writing'],
        words:
          '态度恶劣 rude 4, 推诿 passing on 4, 不作为 inaction 2, 工作人员态度 manner of staff 5, 失职 failed duty 4, 网格员 grid worker 3, 官僚 bureaucracy 4',
      },
      {
        code: 'unit',
        name: ['单位履职', 'conduct of a unit'],
        lead: body('inspection'),
        dispatchBy: 'district',
        dutyList: 'takenBack',
        photos: 'none',
        accepted: ['对单位办理结果、履职、违纪线索的反映', 'a unit did not do its duty or broke a rule'],
        closed: [
          '由上一级核查；违纪线索移交纪检并告知',
          'checked one level up; breaches go to the discipline body, and the reporter is told',
        ],
        words:
          '腐败 corruption 4, 以权谋私 abuse of office 5, 贪污 embezzlement 4, 举报干部 about an official 5, 滥用职权 abuse of power 5, 职务之便 use of office 4',
      },
      {
        code: 'other',
        name: ['其他', 'something else'],
        lead: street,
        kind: 'help',
        photos: 'none',
        accepted: ['不属于以上类别的事项', 'what fits nowhere else'],
        closed: ['已办理或指明正确渠道', 'done, or the right door is shown'],
        words: '',
      },
    ],
  ),
]
