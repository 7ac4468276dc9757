extension FunctionGuide {
  /// DMN 1.5, 10.3.4.10.
  static let contexts = Group(
    en: "contexts", zh: "上下文",
    [
      FunctionGuide(
        "get value",
        en: "the value of an entry, or of one in inner contexts by a list of keys; null where there is none",
        zh: "取某个键的值，或按一串键逐层取值；没有时为空值", #"get value({住址: {区: "普陀"}}, ["住址", "区"])"#,
        gives: #""普陀""#),
      FunctionGuide(
        "get entries", en: "the entries as a list of contexts with `key` and `value`",
        zh: "把各个条目列成带 `key` 和 `value` 的列表", "get entries({年龄: 83})", gives: #"[{key: "年龄", value: 83}]"#),
      FunctionGuide(
        "context", en: "a context from a list of contexts with `key` and `value`",
        zh: "由带 `key` 和 `value` 的列表得出上下文", #"context([{key: "年龄", value: 83}])"#, gives: "{年龄: 83}"),
      FunctionGuide(
        "context put", en: "a context with an entry set, or one in inner contexts by a list of keys",
        zh: "添上或改掉一个条目，或按一串键逐层写入", #"context put({年龄: 83}, "户籍", "上海")"#,
        gives: #"{年龄: 83, 户籍: "上海"}"#),
      FunctionGuide(
        "context merge", en: "the entries of several contexts in one; of one key, the last counts",
        zh: "把几个上下文合成一个；同一个键以后面的为准", "context merge([{年龄: 83}, {年龄: 84, 低保: true}])",
        gives: "{年龄: 84, 低保: true}"),
    ])
}
