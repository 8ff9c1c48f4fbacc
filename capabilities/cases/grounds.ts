import type { Words } from '#kernel/words.ts'
import type { DeclineReason } from './contract/terms.ts'

interface Ground {
  label: Words
  /** The rule it rests on, as read on `asOf`: a lawyer corrects it here, without a programmer. */
  ground: Words
  /** Where the resident can turn instead. */
  door: Words
  asOf: string
}

/** Why a report is not taken up. Matters for 信访 go to its office; they are never "resolved" here. */
export const declineGrounds: Record<DeclineReason, Ground> = {
  court: {
    label: { zh: '已由或应由法院处理', en: 'before a court, or for one' },
    ground: { zh: '《民事诉讼法》第122条：属于人民法院受理民事诉讼的范围', en: 'Civil Procedure Law, art. 122' },
    door: {
      zh: '区人民法院诉讼服务中心；社区法律工作站可先行咨询',
      en: 'the district court; ask the community law station first',
    },
    asOf: '2026-11-01',
  },
  arbitration: {
    label: { zh: '应由仲裁处理', en: 'for arbitration' },
    ground: {
      zh: '《劳动争议调解仲裁法》第5条：劳动争议可向仲裁委员会申请仲裁',
      en: 'Labour Dispute Mediation and Arbitration Law, art. 5',
    },
    door: { zh: '区劳动人事争议仲裁委员会', en: 'the labour dispute arbitration commission' },
    asOf: '2026-11-01',
  },
  review: {
    label: { zh: '应由行政复议处理', en: 'for administrative review' },
    ground: { zh: '《行政复议法》第11条：行政复议范围', en: 'Administrative Reconsideration Law, art. 11' },
    door: { zh: '区人民政府行政复议受理窗口（区司法局）', en: 'the review counter at the bureau of justice' },
    asOf: '2026-11-01',
  },
  discipline: {
    label: { zh: '属纪检监察事项', en: 'for discipline inspection' },
    ground: { zh: '《监察法》第35条：监察机关对报案或举报应当接受并处理', en: 'Supervision Law, art. 35' },
    door: { zh: '区纪委监委信访室，举报电话 12388', en: 'the discipline inspection office, telephone 12388' },
    asOf: '2026-11-01',
  },
  disclosure: {
    label: { zh: '属政府信息公开申请', en: 'a request for disclosure' },
    ground: {
      zh: '《政府信息公开条例》第29条：向行政机关的信息公开工作机构提出申请',
      en: 'Regulations on Disclosure of Government Information, art. 29',
    },
    door: { zh: '该机关的信息公开工作机构', en: 'the disclosure office of the body concerned' },
    asOf: '2026-11-01',
  },
  petition: {
    label: { zh: '已进入信访程序', en: 'in the petition procedure already' },
    ground: { zh: '《信访工作条例》第20条：信访事项由信访部门登记、转送、交办', en: 'Regulations on Petition Work, art. 20' },
    door: { zh: '区信访局接访大厅', en: 'the petition office' },
    asOf: '2026-11-01',
  },
  secrets: {
    label: { zh: '涉及国家秘密、商业秘密或他人隐私', en: 'state secrets, trade secrets or the privacy of others' },
    ground: { zh: '《保守国家秘密法》及相关规定', en: 'Law on Guarding State Secrets and related rules' },
    door: { zh: '请当面向有权单位反映，不在网上填写', en: 'tell the competent body in person, not online' },
    asOf: '2026-11-01',
  },
  repeated: {
    label: { zh: '同一事项正在办理', en: 'the same matter is in hand' },
    ground: { zh: '同一诉求已有在办工单，可附议', en: 'a case on the same matter is open: join it' },
    door: { zh: '在“我的报单”中查看并附议', en: 'see it under my reports, and join' },
    asOf: '2026-11-01',
  },
  unfounded: {
    label: { zh: '内容不具体，无法核实', en: 'too vague to look into' },
    ground: { zh: '没有可核实的时间、地点或事实', en: 'no time, place or fact that could be checked' },
    door: { zh: '补充地点或照片后可重新报单', en: 'report it again with a place or a photo' },
    asOf: '2026-11-01',
  },
}
