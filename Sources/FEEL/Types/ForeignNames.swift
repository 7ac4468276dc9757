/// Names that people bring from spreadsheets, from other languages or from Chinese, and what FEEL writes instead.
enum ForeignNames {
  static func help(for name: String) -> Wording? {
    let key = name.lowercased()
    if let form = forms[key] { return Wording(en: "write `\(form)`", zh: "写 `\(form)`") }
    if let word = ComparisonWords.all.first(where: { name.hasPrefix($0) }) {
      return Wording(
        en: "in a policy, declare `comparison words: { \(word): including }`; or write `>=`, `<`",
        zh: "在政策中写明 `比较用语: { \(word): 含本数 }`，也可以写 `>=`、`<`")
    }
    if key == "if" || name.hasPrefix("如果") || name.hasPrefix("若") {
      return Wording(en: "write `if … then … else …`", zh: "写 `if … then … else …`")
    }
    return nil
  }

  private static let forms: [String: String] = {
    var found: [String: String] = [:]
    for (form, names) in table { for name in names { found[name] = form } }
    return found
  }()

  private static let table: [(form: String, names: [String])] = [
    ("true", ["是", "真", "yes", "true"]), ("false", ["否", "假", "no", "false"]),
    ("null", ["空", "无", "none", "nil", "null"]),
    ("round half up(n, scale)", ["round", "四舍五入", "roundhalfup"]), ("round up(n, scale)", ["roundup", "向上取整"]),
    ("round down(n, scale)", ["rounddown", "trunc", "truncate", "向下取整"]), ("floor(n)", ["取整"]),
    ("mean(list)", ["average", "avg", "平均", "平均值", "平均数"]), ("sum(list)", ["求和", "合计", "总和"]),
    ("count(list)", ["计数", "个数", "size"]), ("max(list)", ["最大", "最大值", "maximum"]),
    ("min(list)", ["最小", "最小值", "minimum"]), ("abs(n)", ["绝对值"]),
    ("string length(string)", ["len", "length", "长度", "字数"]),
    ("substring(string, start position, length)", ["mid", "left", "right", "substr"]),
    ("contains(string, match)", ["包含", "instr", "find", "search"]), ("upper case(string)", ["upper", "uppercase"]),
    ("lower case(string)", ["lower", "lowercase"]), ("replace(input, pattern, replacement)", ["substitute", "替换"]),
    ("modulo(dividend, divisor)", ["mod", "求余", "余数"]), ("sqrt(number)", ["根号", "开方"]),
    ("years and months duration(from, to)", ["datediff", "datedif", "months between", "年龄差"]),
    ("@\"P30D\"", ["days", "天数"]), ("some x in list satisfies …", ["exists", "存在"]),
    ("every x in list satisfies …", ["forall"]),
    ("list contains(list, element)", ["includes value", "isin"]),
  ]
}
