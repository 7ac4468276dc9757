extension FunctionGuide {
  /// DMN 1.5, 10.3.4.5.
  static let numbers = Group(
    en: "numbers", zh: "数",
    [
      FunctionGuide(
        "decimal",
        en: "rounded to `scale` decimals, halves to the even digit: 20.005 gives 20.00 (`round half up` gives 20.01)",
        zh: "保留 `scale` 位小数，四舍六入五成双：20.005 得 20.00（四舍五入用 `round half up`，得 20.01）",
        "decimal(20.005, 2)", gives: "20.00"),
      FunctionGuide(
        "round half up", en: "rounded to `scale` decimals, halves away from zero", zh: "四舍五入，保留 `scale` 位小数",
        "round half up(20.005, 2)", gives: "20.01"),
      FunctionGuide(
        "round half down", en: "rounded to `scale` decimals, halves towards zero", zh: "五舍六入，保留 `scale` 位小数",
        "round half down(20.005, 2)", gives: "20.00"),
      FunctionGuide(
        "round up", en: "rounded to `scale` decimals, away from zero", zh: "保留 `scale` 位小数，其后只要不是零就进一（负数按绝对值）",
        "round up(-1.121, 2)", gives: "-1.13"),
      FunctionGuide(
        "round down", en: "cut to `scale` decimals, towards zero", zh: "保留 `scale` 位小数，其后的舍去",
        "round down(-1.129, 2)", gives: "-1.12"),
      FunctionGuide(
        "floor", en: "rounded down, towards minus infinity, to a whole number or to `scale` decimals",
        zh: "向下取到整数或 `scale` 位小数（朝负无穷）",
        "floor(-1.5)", gives: "-2"),
      FunctionGuide(
        "ceiling", en: "rounded up, towards plus infinity, to a whole number or to `scale` decimals",
        zh: "向上取到整数或 `scale` 位小数（朝正无穷）",
        "ceiling(-1.5)", gives: "-1"),
      FunctionGuide(
        "abs", en: "a number or duration without its sign", zh: "数或时长的绝对值", "abs(-12.5)", gives: "12.5"),
      FunctionGuide(
        "modulo", en: "the remainder of a division; it has the sign of the divisor", zh: "相除的余数，正负号与除数相同",
        "modulo(-12, 5)", gives: "3"),
      FunctionGuide(
        "sqrt", en: "the square root; null below zero", zh: "平方根；负数为空值", "sqrt(16)", gives: "4"),
      FunctionGuide(
        "log", en: "the natural logarithm, to the base e; null from zero down", zh: "自然对数（以 e 为底）；零和负数为空值",
        "log(10)", gives: "2.302585092994045684017991454684364"),
      FunctionGuide(
        "exp", en: "e raised to a power", zh: "e 的乘方", "exp(1)", gives: "2.718281828459045235360287471352662"),
      FunctionGuide(
        "odd", en: "whether a whole number is odd", zh: "整数是否为奇数", "odd(5)", gives: "true"),
      FunctionGuide(
        "even", en: "whether a whole number is even", zh: "整数是否为偶数", "even(5)", gives: "false"),
    ])
}
