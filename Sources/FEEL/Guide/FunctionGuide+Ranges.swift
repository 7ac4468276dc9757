extension FunctionGuide {
  /// DMN 1.5, 10.3.4.9.
  static let ranges = Group(
    en: "ranges", zh: "区间",
    [
      FunctionGuide(
        "before", en: "whether the first, a point or range, ends before the second begins",
        zh: "前者（点或区间）是否在后者开始之前就已结束", "before([1..5), 5)", gives: "true"),
      FunctionGuide(
        "after", en: "whether the first, a point or range, begins after the second has ended",
        zh: "前者（点或区间）是否在后者结束之后才开始", "after([5..10], 4)", gives: "true"),
      FunctionGuide(
        "meets", en: "whether the first range ends with the very point with which the second begins, both having it",
        zh: "前一区间的终点是否正是后一区间的起点，且都包含该点", "meets([1..5], [5..10])", gives: "true"),
      FunctionGuide(
        "met by", en: "whether the first range begins with the very point with which the second ends, both having it",
        zh: "前一区间的起点是否正是后一区间的终点，且都包含该点", "met by([5..10], [1..5])", gives: "true"),
      FunctionGuide(
        "overlaps", en: "whether two ranges have something in common", zh: "两个区间是否有重叠", "overlaps([1..5], [5..8])",
        gives: "true"),
      FunctionGuide(
        "overlaps before", en: "whether the first range begins before the second, and ends within it",
        zh: "前一区间是否先开始，并在后一区间之内结束", "overlaps before([1..5], [3..8])", gives: "true"),
      FunctionGuide(
        "overlaps after", en: "whether the first range begins within the second, and ends no earlier",
        zh: "前一区间是否在后一区间之内开始，且不比它先结束", "overlaps after([3..8], [1..5])", gives: "true"),
      FunctionGuide(
        "finishes", en: "whether the first, a point or range, lies in the second and ends with it",
        zh: "前者（点或区间）是否在后者之内，并与它同时结束", "finishes([5..10], [1..10])", gives: "true"),
      FunctionGuide(
        "finished by", en: "whether the second, a point or range, lies in the first and ends with it",
        zh: "后者（点或区间）是否在前者之内，并与它同时结束", "finished by([1..10], 10)", gives: "true"),
      FunctionGuide(
        "includes", en: "whether the second, a point or range, lies wholly in the first",
        zh: "后者（点或区间）是否全部在前者之内", "includes([18..60), 60)", gives: "false"),
      FunctionGuide(
        "during", en: "whether the first, a point or range, lies wholly in the second",
        zh: "前者（点或区间）是否全部在后者之内", "during(59, [18..60))", gives: "true"),
      FunctionGuide(
        "starts", en: "whether the first, a point or range, lies in the second and begins with it",
        zh: "前者（点或区间）是否在后者之内，并与它同时开始", "starts([1..5], [1..10])", gives: "true"),
      FunctionGuide(
        "started by", en: "whether the second, a point or range, lies in the first and begins with it",
        zh: "后者（点或区间）是否在前者之内，并与它同时开始", "started by([1..10], 1)", gives: "true"),
      FunctionGuide(
        "coincides", en: "whether two points or two ranges are the same", zh: "两个点或两个区间是否相同",
        "coincides([1..5], [1..5))", gives: "false"),
    ])
}
