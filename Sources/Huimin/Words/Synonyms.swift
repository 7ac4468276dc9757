import Diagnostics

/// Words that people write by habit for words of the language: 施行 for `in force`, `bool` for `boolean`. They are not
/// read as such, since a document has one word for a thing; what was meant is told.
enum Synonyms {
  /// The word among those that stand in a place which somebody meant by another.
  ///
  /// - Parameter words: in English, as the reader knows them.
  static func meant(by text: String, among words: [String]) -> String? {
    let text = text.lowercased()
    return words.first { habits[$0]?.contains(text) == true }
  }

  private static let habits: [String: Set<String>] = document.merging(values) { $0.union($1) }
    .merging(declarations) { $0.union($1) }.merging(rules) { $0.union($1) }

  private static let document: [String: Set<String>] = [
    Key.policy: ["id", "标识", "编号"],
    Key.title: ["name", "题目", "名称", "政策名称"],
    Key.level: ["jurisdiction", "级别", "行政层级"],
    Key.inForce: [
      "effective", "effective date", "effective from", "valid", "valid from", "validity", "period", "施行", "施行日期", "生效",
      "生效日期", "实施日期", "执行日期", "有效", "有效期限", "有效期间", "有效时间", "期间", "期限", "起止日期",
    ],
    Key.sources: ["source", "references", "legal basis", "文件", "来源", "依据", "政策依据", "法律依据", "文件依据"],
    Key.facts: ["inputs", "variables", "变量", "输入", "要素"],
    Key.parameters: ["params", "constants", "常数", "常量", "标准", "参数表"],
    Key.decisions: ["rules", "rule", "规则", "决定", "判断", "认定", "决策"],
    Key.outcome: ["result", "results", "output", "outputs", "结果", "输出", "结论项"],
    Key.review: [
      "appeal", "appeals", "remedy", "remedies", "rights of review", "救济", "救济途径", "权利救济途径", "行政复议", "复议", "申诉", "不服",
    ],
    Key.to: ["body", "with", "机关", "受理单位", "受理部门"],
    Key.within: ["deadline", "term", "valid for", "时限", "期间", "申请期限"],
    Key.uses: ["use", "import", "imports", "使用", "导入"],
    Key.number: ["发文字号", "发文号", "文件编号"],
    Key.issuer: ["authority", "department", "机关", "发文机关", "发布机关", "部门", "单位"],
    Key.url: ["link", "href", "链接", "地址"],
    Key.expect: ["expected", "expects", "result", "期望", "预计", "应为", "结果"],
    Key.cases: ["tests", "scenarios", "用例", "案例"],
    Key.tests: ["test", "policy", "政策"],
    Key.holidays: ["holiday", "节假日", "假日", "放假日"],
    Key.worked: ["workdays", "working", "调休", "上班", "补班"],
  ]

  private static let declarations: [String: Set<String>] = [
    Key.type: ["kind", "数据类型", "种类"],
    Key.members: ["values", "options", "choices", "enum", "枚举", "可选值", "选择"],
    Key.label: ["name", "title", "标签", "标题", "显示名称"],
    Key.ask: ["question", "prompt", "问题", "询问", "问"],
    Key.unit: ["units", "计量单位"],
    Key.range: ["limits", "min", "max", "取值范围", "区间"],
    Key.evidence: ["proof", "material", "materials", "材料", "证明", "证据"],
    Key.note: ["comment", "remark", "备注", "注释", "注"],
    Key.cite: ["source", "citation", "basis", "article", "引用", "出处", "条款", "来源", "依据文件"],
  ]

  private static let rules: [String: Set<String>] = [
    Key.value: ["formula", "expression", "amount", "公式", "表达式", "算式", "计算", "数值", "数额", "结果"],
    Key.cases: ["case", "switch", "情况", "分情形", "分情况", "分支"],
    Key.table: ["decision table", "表", "表格", "决策表"],
    Key.criteria: ["conditions", "requirements", "要件", "资格条件"],
    Key.rule: ["general rule", "一般规则", "原则"],
    Key.exceptions: ["exception", "except", "unless", "除外", "例外情形", "特殊情形"],
    Key.bestOf: ["best", "从优", "就高", "取高", "就高享受", "就高原则", "择高", "比较"],
    Key.split: ["shares", "分摊", "分配"],
    Key.quota: ["limit", "cap", "配额", "上限", "次数限制"],
    Key.round: ["rounding", "舍入", "四舍五入", "取整方式"],
    Key.because: ["reason", "reasons", "why", "explanation", "原因", "说明理由"],
    Key.when: ["if", "condition", "如果", "若", "条件"],
    Key.then: ["result", "那么", "就", "结果", "值"],
    Key.otherwise: ["else", "default", "其他", "其它", "其他情形", "默认"],
    Key.hit: ["policy", "hit policy", "命中", "命中规则"],
    Key.inputs: ["input", "输入项", "输入列"],
    Key.outputs: ["output", "输出项", "输出列"],
    Key.rules: ["rule", "rows", "row", "行", "规则行"],
    Key.fallback: ["otherwise", "else", "否则", "缺省", "其他"],
    Key.all: ["and", "同时", "均须", "都", "全部满足"],
    Key.any: ["or", "任意", "任何", "任一项", "之一"],
    Key.require: ["condition", "requirement", "when", "须", "要件"],
    Key.atMost: ["max", "maximum", "limit", "上限", "至多", "不超过"],
    Key.among: ["payers", "shares", "各方", "分担人"],
    QuotaPeriod.day.rawValue: ["daily", "a day", "每日", "每天", "天"],
    QuotaPeriod.week.rawValue: ["week", "weekly", "a week", "周", "每周", "星期"],
    QuotaPeriod.month.rawValue: ["monthly", "natural month", "calendar month", "每月", "自然月"],
    QuotaPeriod.quarter.rawValue: ["quarterly", "季", "每季度"],
    QuotaPeriod.year.rawValue: ["yearly", "annual", "calendar year", "每年", "自然年", "年度"],
  ]

  /// Types and other words that are no keys.
  private static let values: [String: Set<String>] = [
    "boolean": ["bool", "yes/no", "yes", "flag", "logical", "是非", "布尔", "布尔值", "布尔型", "真假", "是/否", "逻辑"],
    "number": ["num", "numeric", "decimal", "float", "double", "real", "数字", "数值", "小数", "数量"],
    "integer": ["int", "whole", "whole number", "count", "整型", "个数", "次数", "人数", "整数型"],
    "years": ["year", "age", "年", "岁", "周岁", "岁数", "年龄", "年限"],
    "money": ["yuan", "rmb", "cny", "currency", "amount", "price", "元", "钱", "人民币", "货币", "数额", "费用"],
    "percent": ["percentage", "ratio", "rate", "%", "比例", "比率", "百分数", "百分率"],
    "date": ["day", "datetime", "日", "天", "时间", "年月日"],
    "text": ["string", "str", "char", "varchar", "字符串", "字符", "文本", "字"],
    Level.national.rawValue: ["nation", "state", "central", "country", "全国", "中央", "国家级"],
    Level.province.rawValue: ["provincial", "省级", "自治区", "直辖市"],
    Level.city.rawValue: ["municipal", "municipality", "市级", "地级市"],
    Level.district.rawValue: ["区级", "市辖区"],
    Level.county.rawValue: ["县级"],
    HitPolicy.collectSum.rawValue: ["sum", "求和", "合计"],
    HitPolicy.collectMaximum.rawValue: ["max", "maximum", "最大", "取最大"],
    HitPolicy.collectMinimum.rawValue: ["min", "minimum", "最小", "取最小"],
    HitPolicy.collectCount.rawValue: ["count", "计数"],
    HitPolicy.first.rawValue: ["第一条", "第一", "最先"],
    Preference.highest.rawValue: ["max", "maximum", "best", "高", "最大", "就高"],
    Preference.lowest.rawValue: ["min", "minimum", "低", "最小", "就低"],
  ]
}

extension Reader {
  /// Help that names the word that somebody meant by another, in the language of the document: one of habit, or else the
  /// nearest in its letters.
  ///
  /// - Parameter words: in English, as the reader knows them.
  func didYouMean(_ text: String, among words: [String], as phrase: Phrase = .any) -> Wording? {
    meant(by: text, among: words, as: phrase).map {
      Wording(en: "did you mean `\($0)`?", zh: "是否要写 `\($0)`？")
    }
  }

  /// The word that somebody meant by another, as the document spells it.
  func meant(by text: String, among words: [String], as phrase: Phrase = .any) -> String? {
    Synonyms.meant(by: text, among: words).map { phrase.spelled($0, in: language) }
      ?? Suggestion.nearest(to: text, among: words.map { phrase.spelled($0, in: language) })
  }
}
