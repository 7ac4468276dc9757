extension FunctionGuide {
  /// DMN 1.5, 10.3.4.4; and `sort`.
  static let lists = Group(en: "lists", zh: "列表", items + statistics)

  private static let items = [
    FunctionGuide(
      "list contains", en: "whether a value is an item of a list", zh: "列表里是否有某个值", "list contains([1, 2, 3], 2)",
      gives: "true"),
    FunctionGuide("count", en: "how many items a list has", zh: "列表有几项", "count([1, 2, null])", gives: "3"),
    FunctionGuide(
      "all", en: "whether every item is true; null where a null leaves it open; true of an empty list",
      zh: "是否全部为真；因空值而不定时为空值；空列表为真", "all([true, true, false])", gives: "false"),
    FunctionGuide(
      "any", en: "whether some item is true; null where a null leaves it open; false of an empty list",
      zh: "是否至少有一项为真；因空值而不定时为空值；空列表为假", "any([false, true])", gives: "true"),
    FunctionGuide(
      "sublist",
      en: "the items from a position, up to the end or exactly `length`; a negative position counts from the end",
      zh: "从某个位置取出若干项，到末尾或正好 `length` 项；位置为负时从末尾数起", "sublist([4, 5, 6, 7], -3, 2)",
      gives: "[5, 6]"),
    FunctionGuide(
      "append", en: "a list with items after its last", zh: "在列表末尾添上若干项", "append([1, 2], 3, 4)",
      gives: "[1, 2, 3, 4]"),
    FunctionGuide(
      "concatenate", en: "the items of several lists in one, repeated ones too", zh: "把几个列表接成一个，重复的保留",
      "concatenate([1, 2], [2, 3])", gives: "[1, 2, 2, 3]"),
    FunctionGuide(
      "insert before",
      en: "a list with an item put in before the one at a position; a negative position counts from the end",
      zh: "在某个位置之前插入一项；位置为负时从末尾数起", "insert before([1, 3], 2, 2)", gives: "[1, 2, 3]"),
    FunctionGuide(
      "remove", en: "a list without the item at a position; a negative position counts from the end",
      zh: "去掉某个位置的一项；位置为负时从末尾数起", "remove([1, 2, 3], -1)", gives: "[1, 2]"),
    FunctionGuide(
      "reverse", en: "a list from its end to its start", zh: "把列表倒过来", "reverse([1, 2, 3])", gives: "[3, 2, 1]"),
    FunctionGuide(
      "index of", en: "the positions at which a value stands in a list", zh: "某个值在列表中的各个位置",
      "index of([1, 2, 3, 2], 2)", gives: "[2, 4]"),
    FunctionGuide(
      "union", en: "the items of several lists in one, each value once", zh: "把几个列表合成一个，每个值只留一次",
      "union([1, 2], [2, 3])", gives: "[1, 2, 3]"),
    FunctionGuide(
      "distinct values", en: "the items of a list, each value once, in their order", zh: "去掉列表中重复的值，顺序不变",
      "distinct values([2, 1, 2, 3])", gives: "[2, 1, 3]"),
    FunctionGuide(
      "flatten", en: "one list of all items of the lists in a list, however deep", zh: "把列表里的各层列表展开成一层",
      "flatten([[1, 2], [[3]], 4])", gives: "[1, 2, 3, 4]"),
    FunctionGuide(
      "list replace",
      en: "a list with another item at a position (negative: from the end), or wherever a function of the old item and "
        + "the new says true",
      zh: "换掉某个位置的一项（位置为负时从末尾数起），或换掉函数（参数为旧项和新项）给出真的各项",
      "list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)", gives: "[5, 5, 7, 8]"),
    FunctionGuide(
      "sort",
      en:
        "a list in order: as the function says, true where its first argument comes first, or else from small to large",
      zh: "给列表排序：函数给出真表示第一个参数排在前；不写函数时从小到大", "sort([2, 3, 1], function(a, b) a > b)",
      gives: "[3, 2, 1]"),
  ]

  private static let statistics = [
    FunctionGuide(
      "min", en: "the smallest of values of one kind, such as numbers, texts or dates; null of an empty list",
      zh: "同类值（数、文字、日期等）中最小的；空列表为空值", "min([3, 1, 2])", gives: "1"),
    FunctionGuide(
      "max", en: "the greatest of values of one kind, such as numbers, texts or dates; null of an empty list",
      zh: "同类值（数、文字、日期等）中最大的；空列表为空值", "max(3, 1, 2)", gives: "3"),
    FunctionGuide(
      "sum", en: "numbers added up; null of an empty list, or where one is null", zh: "各数之和；空列表或其中有空值时为空值",
      "sum([0.10, 0.20])", gives: "0.30"),
    FunctionGuide(
      "mean", en: "the average of numbers; null of an empty list, or where one is null", zh: "平均数；空列表或其中有空值时为空值",
      "mean([1, 2, 6])", gives: "3"),
    FunctionGuide(
      "median", en: "the number in the middle, or the average of the two there; null of an empty list",
      zh: "中位数；项数为偶数时取中间两数的平均；空列表为空值", "median([8, 1, 2, 3])", gives: "2.5"),
    FunctionGuide(
      "mode", en: "the numbers that occur most often, from small to large", zh: "出现次数最多的数（众数），从小到大",
      "mode([6, 3, 9, 6, 3])", gives: "[3, 6]"),
    FunctionGuide(
      "stddev", en: "the standard deviation of a sample (divided by n - 1) of at least two numbers",
      zh: "样本标准差（除以 n - 1），至少两个数", "stddev([1, 2, 3])", gives: "1"),
    FunctionGuide(
      "product", en: "numbers multiplied; null of an empty list, or where one is null", zh: "各数之积；空列表或其中有空值时为空值",
      "product([2, 3, 4])", gives: "24"),
  ]
}
