import Diagnostics

/// The words of policy and test documents: each English word with its one Chinese form.
///
/// The reader knows the English ones alone; ``Translation`` puts a Chinese document into them before it is read.
enum Vocabulary {
  /// The Chinese form of a key.
  static func chinese(_ english: String) -> String { keys[english] ?? english }

  /// The Chinese form of a word that is no key: a type, a hit policy, a level.
  static func chineseWord(_ english: String) -> String { words[english] ?? keys[english] ?? english }

  /// A key or word in the language of a document.
  static func spelled(_ english: String, in language: Language) -> String {
    language == .zh ? Phrase.any.chinese(english) ?? english : english
  }

  static let keys = Dictionary(uniqueKeysWithValues: document + facts + decisions + tests)

  private static let document: [(String, String)] = [
    (Key.policy, "政策"), (Key.module, "模块"), (Key.uses, "引用"), (Key.workingDays, "工作日历"), (Key.comparisonWords, "比较用语"),
    (Key.weekend, "周末"),
    (Key.holidays, "放假"), (Key.worked, "调休上班"), (Key.title, "标题"), (Key.level, "层级"), (Key.inForce, "有效期"),
    (Key.sourceChecked, "核对日期"), (Key.note, "说明"), (Key.sources, "依据文件"), (Key.readings, "解读"),
    (Key.implements, "实施"), (Key.amends, "修改"), (Key.facts, "事实"), (Key.parameters, "参数"),
    (Key.open, "待定"), (Key.decisions, "判定"), (Key.outcome, "结论"), (Key.changes, "修改内容"),
    (Key.number, "文号"), (Key.issuer, "制定机关"), (Key.date, "日期"), (Key.url, "网址"),
    (Key.silentIn, "未写明于"), (Key.review, "权利救济"), (Key.to, "受理机关"),
    (Key.within, "期限"), (Key.from, "起算"), (Language.zh.rawValue, "中文"), (Language.en.rawValue, "英文"),
  ]

  private static let facts: [(String, String)] = [
    (Key.type, "类型"), (Key.members, "选项"), (Key.label, "名称"), (Key.ask, "提问"), (Key.unit, "单位"),
    (Key.range, "范围"), (Key.evidence, "证明材料"), (Key.canChange, "可变"), (Key.of, "每项"), (Key.source, "来源"),
    (Key.cite, "依据"),
    (Key.filledBy, "填写层级"), (Key.judgement, "评定"), (Key.by, "评定人"), (Key.basis, "评定依据"), (Key.validFor, "有效期限"),
    (Key.on, "评定日期"), (Key.fallback, "默认"),
  ]

  private static let decisions: [(String, String)] = [
    (Key.value, "值"), (Key.cases, "情形"), (Key.table, "判定表"), (Key.criteria, "条件"), (Key.split, "分担"),
    (Key.rule, "一般规定"), (Key.exceptions, "例外"), (Key.over, "优先于"), (Key.bestOf, "择优"), (Key.choose, "选取"),
    (Key.reading, "按解读"), (Key.round, "取整"), (Key.because, "理由"), (Key.when, "当"), (Key.then, "则"),
    (Key.otherwise, "否则"), (Key.hit, "命中策略"), (Key.inputs, "输入"), (Key.outputs, "输出"), (Key.rules, "规则"),
    (Key.all, "全部"), (Key.any, "任一"), (Key.atLeast, "至少"), (Key.require, "要求"), (Key.met, "满足时"),
    (Key.unmet, "未满足"), (Key.cure, "补正"), (Key.waiveWhen, "免除条件"), (Key.among, "分担方"),
    (Key.amount, "数额"), (Key.remainder, "余数归"), (Key.ifOver, "超出时"), (Key.theRest, "其余"),
    (Key.reduceInOrder, "依次削减"), (Key.replace, "改为"), (Key.addExceptions, "增加例外"), (Key.addCriteria, "增加条件"),
    (Key.byDate, "分时期"), (Key.quota, "限额"), (Key.atMost, "最多"), (Key.counting, "计入"), (Key.dated, "按日期"),
    (Key.carryOver, "结转"),
    (Key.since, "起始日"), (Key.paidTo, "付给"), (Key.wanted, "所求"), (Key.override, "可另行决定"),
    (Key.decidedBy, "决定人"),
    (QuotaPeriod.day.rawValue, "日"), (QuotaPeriod.week.rawValue, "自然周"), (QuotaPeriod.month.rawValue, "月"),
    (QuotaPeriod.quarter.rawValue, "季度"), (QuotaPeriod.year.rawValue, "年"),
  ]

  static let words: [String: String] = Dictionary(uniqueKeysWithValues: [
    ("boolean", "是否"), ("number", "数"), ("integer", "整数"), ("years", "年数"), ("money", "金额"), ("percent", "百分比"),
    ("text", "文字"), (Inclusion.including.rawValue, "含本数"), (Inclusion.excluding.rawValue, "不含本数"), ("list", "列表"),
    ("error", "报错"), (Changeability.freely.rawValue, "可改"), (Changeability.up.rawValue, "可增"),
    (Changeability.down.rawValue, "可减"), (Changeability.overTime.rawValue, "随时间"), ("more", "越多越好"),
    ("less", "越少越好"),
    ("Monday", "星期一"), ("Tuesday", "星期二"), ("Wednesday", "星期三"), ("Thursday", "星期四"), ("Friday", "星期五"),
    ("Saturday", "星期六"), ("Sunday", "星期日"),
    (Level.national.rawValue, "国家"), (Level.province.rawValue, "省"), (Level.city.rawValue, "市"),
    (Level.district.rawValue, "区"), (Level.county.rawValue, "县"),
    (HitPolicy.unique.rawValue, "唯一"), (HitPolicy.first.rawValue, "首条"), (HitPolicy.priority.rawValue, "优先级"),
    (HitPolicy.ruleOrder.rawValue, "规则顺序"), (HitPolicy.outputOrder.rawValue, "输出顺序"),
    (HitPolicy.collect.rawValue, "收集"), (HitPolicy.collectSum.rawValue, "收集求和"),
    (HitPolicy.collectMinimum.rawValue, "收集最小"), (HitPolicy.collectMaximum.rawValue, "收集最大"),
    (HitPolicy.collectCount.rawValue, "收集计数"),
    (HitPolicy.any.rawValue, "任一"), (Preference.highest.rawValue, "最高"), (Preference.lowest.rawValue, "最低"),
    (Outcome.Status.decided.rawValue, "已定"), (Outcome.Status.undetermined.rawValue, "未定"),
    (Outcome.Status.failed.rawValue, "失败"),
  ])

  private static let tests: [(String, String)] = [
    (Key.tests, "测试"), (Key.expect, "预期"), (Key.status, "状态"), (Key.fails, "出错"),
  ]
}
