import Testing

@testable import Huimin

/// Answers as people type them, and what is said of those that cannot be taken.
@Suite("Answers in words")
struct AnswerReaderTests {
  private static let hukou = FactType.choice(
    ["Shanghai", "elsewhere"],
    labels: [
      "Shanghai": Wording(en: "Shanghai", zh: "上海"), "elsewhere": Wording(en: "elsewhere in China", zh: "外地"),
    ])
  private static let meals = FactType.list(.record([FactType.Field(name: "day", label: nil, type: .date)]))

  private func read(_ text: String, _ type: FactType) throws(Diagnostic) -> String {
    try AnswerReader(label: Wording(en: "x", zh: "某事实"), type: type).value(of: text).displayText
  }

  @Test(
    "are read in either language",
    arguments: [
      ("是", FactType.boolean, "true"), ("否", .boolean, "false"), (" Yes ", .boolean, "true"), ("n", .boolean, "false"),
      ("没有", .boolean, "false"), ("ＹＥＳ", .boolean, "true"),
      ("70", .years, "70"), ("70岁", .years, "70"), ("７０ 周岁", .years, "70"), ("七十", .years, "70"),
      ("70 years old", .years, "70"), ("二十一岁", .years, "21"),
      ("20", .money, "20"), ("20元", .money, "20"), ("¥20.50", .money, "20.50"), ("￥20.5", .money, "20.5"),
      ("1,000", .money, "1000"), ("1，234，567.89元", .money, "1234567.89"), ("3万元", .money, "30000"),
      ("1.5万", .money, "15000.0"), ("2亿元", .money, "200000000"), ("12元5角", .money, "12.50"), ("3块2毛", .money, "3.20"),
      ("8元零5分", .money, nil), ("20 yuan", .money, "20"), ("RMB 20", .money, "20"), ("5角", .money, "0.50"),
      ("12元5角5分", .money, "12.55"), ("100元整", .money, "100"),
      ("3张", .integer(unit: "张"), "3"), ("3", .integer(unit: nil), "3"), ("3人", .integer(unit: nil), "3"),
      ("-2.50", .number(unit: nil), "-2.50"),
      ("30%", .percent, "0.30"), ("３０％", .percent, "0.30"), ("百分之三十", .percent, "0.30"), ("0", .percent, "0.00"),
      ("2026-01-15", .date, "2026-01-15"), ("2026年1月15日", .date, "2026-01-15"), ("2026/1/5", .date, "2026-01-05"),
      ("20260115", .date, "2026-01-15"), ("２０２６－０１－１５", .date, "2026-01-15"),
      ("上海", hukou, "Shanghai"), ("SHANGHAI", hukou, "Shanghai"), ("2", hukou, "elsewhere"),
      ("elsewhere in china", hukou, "elsewhere"),
      ("“返回”", .text, "返回"), ("  某协会 ", .text, "某协会"),
      ("张三、李四", .list(.text), "[\"张三\", \"李四\"]"), ("无", .list(.text), "[]"),
      ("100、1,000；3万", .list(.money), "[100, 1000, 30000]"),
      ("1、外地", .list(hukou), "[\"Shanghai\", \"elsewhere\"]"), ("全部", .list(hukou), "[\"Shanghai\", \"elsewhere\"]"),
      ("2026-03-09、2026年3月8日", meals, "[{day: 2026-03-09}, {day: 2026-03-08}]"), ("none", meals, "[]"),
    ] as [(String, FactType, String?)])
  func areRead(text: String, type: FactType, expected: String?) throws {
    guard let expected else {
      #expect(throws: Diagnostic.self) { try read(text, type) }
      return
    }
    #expect(try read(text, type).replacing(": @", with: ": ") == expected)
  }

  @Test(
    "that could mean something else are refused, with what to write",
    arguments: [
      ("也许", FactType.boolean, "`也许` 不能回答 `某事实`：应为是或否", "写“是”或“否”"),
      ("七十多", .years, "`七十多` 不能回答 `某事实`：应为整数年数", "写年数：`70`"),
      ("70.5", .years, "`某事实` 为 70.5，不是整数", nil), ("-1", .years, "`某事实` 为 -1，不能为负", nil),
      ("20.005", .money, "`某事实` 为 20.005：金额最多两位小数", nil),
      ("20美元", .money, "`20美元` 不能回答 `某事实`：应为金额（元）", "写金额，以元计：`12.50`"),
      ("1,00", .money, "`1,00` 不能回答 `某事实`：应为金额（元）", "写金额，以元计：`12.50`"),
      ("30", .percent, "`30` 不能回答 `某事实`：应为百分比，例如30%", "写上 `%`：`30%`"),
      ("3次", .integer(unit: "张"), "`3次` 不能回答 `某事实`：应为整数（张）", "写数字：`3`"),
      ("2026-02-30", .date, "`2026-02-30` 不能回答 `某事实`：应为日期，例如2026-01-15", "没有这一天：2026年2月只有28天"),
      ("2026年1月", .date, "`2026年1月` 不能回答 `某事实`：应为日期，例如2026-01-15", "日期要写到日：`2026-01-01`"),
      ("上嗨", hukou, "`上嗨` 不能回答 `某事实`：应为选项之一", "是否要写 `上海`？"),
      ("3", hukou, "`3` 不能回答 `某事实`：应为选项之一", "写序号或名称：1 上海、2 外地"),
      ("", .text, "`某事实` 没有回答", "写文字"),
      ("a\u{1B}[31m", .text, "`a\\u{1B}[31m` 不能回答 `某事实`：应为文字", "其中含有控制字符"),
    ] as [(String, FactType, String, String?)])
  func areRefused(text: String, type: FactType, message: String, help: String?) {
    do throws(Diagnostic) {
      Issue.record("read as \(try read(text, type))")
    } catch {
      #expect(error.code == "fact-type")
      #expect(error.message[.zh] == message)
      #expect(error.help?[.zh] == help)
    }
  }

  @Test("of any length and kind end in a value or a diagnostic")
  func neverTrap() {
    let hostile = [
      String(repeating: "9", count: 100_000), String(repeating: "万", count: 50_000), "\u{0}", "\u{202E}70", "{", "[[[[",
      String(repeating: "[", count: 5_000), ",,,,", "、、、", "元", "-", ".", "%", "百分之", "1e999999999", "角元", "年月日",
      "９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９", "十百十百十百十百十百十百十百十百", "🀄️", "é\u{301}\u{301}",
    ]
    for text in hostile {
      for type in [FactType.boolean, .years, .money, .percent, .date, .text, Self.hukou, .list(.money), Self.meals] {
        _ = try? read(text, type)
      }
    }
  }
}
