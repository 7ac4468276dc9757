extension FunctionGuide {
  /// DMN 1.5, 10.3.4.3.
  static let strings = Group(
    en: "strings", zh: "文字（字符串）",
    [
      FunctionGuide(
        "substring",
        en:
          "the part of a text from a position, up to its end or `length` characters; a negative one counts from the end",
        zh: "从某个位置截取文字，到末尾或取 `length` 个字；位置为负时从末尾数起", #"substring("惠民政策", -2, 1)"#,
        gives: #""政""#),
      FunctionGuide(
        "string length", en: "how many characters a text has", zh: "文字有多少个字符", #"string length("惠民政策")"#,
        gives: "4"),
      FunctionGuide(
        "upper case", en: "a text in capital letters", zh: "把字母变成大写", #"upper case("sh310107a")"#,
        gives: #""SH310107A""#),
      FunctionGuide(
        "lower case", en: "a text in small letters", zh: "把字母变成小写", #"lower case("Huimin")"#, gives: #""huimin""#),
      FunctionGuide(
        "substring before", en: "what stands before the first `match`; nothing where there is none",
        zh: "第一个 `match` 之前的部分；没有时为空文字", #"substring before("普陀区甘泉路街道", "区")"#, gives: #""普陀""#),
      FunctionGuide(
        "substring after", en: "what stands after the first `match`; nothing where there is none",
        zh: "第一个 `match` 之后的部分；没有时为空文字", #"substring after("普陀区甘泉路街道", "区")"#,
        gives: #""甘泉路街道""#),
      FunctionGuide(
        "contains", en: "whether a text holds another; case counts", zh: "文字里是否有另一段文字；区分大小写",
        #"contains("普陀区甘泉路街道", "甘泉")"#, gives: "true"),
      FunctionGuide(
        "starts with", en: "whether a text begins with another; case counts", zh: "文字是否以另一段文字开头；区分大小写",
        #"starts with("310107", "31")"#, gives: "true"),
      FunctionGuide(
        "ends with", en: "whether a text ends with another; case counts", zh: "文字是否以另一段文字结尾；区分大小写",
        #"ends with("甘泉路街道", "街道")"#, gives: "true"),
      FunctionGuide(
        "matches",
        en:
          "whether a part of a text fits an XPath regular expression; flags: i ignores case, s lets . match line ends, "
          + "m lets ^ and $ match at lines, x skips spaces in the pattern, q takes it literally",
        zh: "文字中是否有一段符合 XPath 正则表达式；标志：i 不分大小写，s 使 . 也匹配换行，m 使 ^ 和 $ 匹配每行首尾，"
          + "x 忽略模式中的空白，q 按原样匹配", #"matches("沪A12345", "^沪[a-z]\d{5}$", "i")"#, gives: "true"),
      FunctionGuide(
        "replace",
        en: "a text with all that fits an XPath regular expression replaced; $1 is what its first group has read; "
          + "flags s m i x q as for `matches`",
        zh: "替换所有符合 XPath 正则表达式之处；$1 是第一个分组读到的内容；标志 s m i x q 同 `matches`",
        #"replace("13812345678", "(\d{3})\d{4}", "$1****")"#, gives: #""138****5678""#),
      FunctionGuide(
        "split", en: "the parts of a text between whatever fits an XPath regular expression",
        zh: "在符合 XPath 正则表达式之处把文字分开", #"split("张三；李四；王五", "；")"#,
        gives: #"["张三", "李四", "王五"]"#),
      FunctionGuide(
        "string join", en: "texts joined into one, `delimiter` between them; nulls are left out",
        zh: "把几段文字连成一段，中间加 `delimiter`；空值略去", #"string join(["张三", null, "李四"], "、")"#,
        gives: #""张三、李四""#),
    ])
}
