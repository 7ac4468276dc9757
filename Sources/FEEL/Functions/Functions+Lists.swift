/// Lists (DMN 1.5, 10.3.4.4). Positions count from 1, or from the end where negative.
extension Builtins {
  private static let list = Builtin.Parameter("list", .list(.any))

  static let lists: [Builtin] = [
    Builtin(
      "list contains", [list, .init("element", .any, takesNull: true)], seesUnknown: true, .boolean, body: listContains),
    Builtin("count", [list], seesUnknown: true, .number) { call in
      if case .unknown(let unknown) = call[0] {
        return .unknown(unknown.open.limited(to: Bounds(lower: .number(0), upper: nil)))
      }
      return .number(Decimal128(call.list(0).count))
    },
    Builtin("all", listOf: .any, takesNull: true, seesUnknown: true, .boolean) { call, items in
      quantify(call, items, decisive: false)
    },
    Builtin("any", listOf: .any, takesNull: true, seesUnknown: true, .boolean) { call, items in
      quantify(call, items, decisive: true)
    },
    Builtin(
      "sublist",
      [list, .init("start position", .number), .init("length", .number, optional: true, takesNull: true)],
      .list(.any), body: sublist),
    Builtin("append", [list, .init("item", .any, takesNull: true)], variadic: true, .list(.any)) { call in
      call.list(call.list(0) + call.list(1))
    },
    Builtin("concatenate", [.init("list", .list(.any))], variadic: true, .list(.any)) { call in
      joined(call.list(0), call).map { call.list($0) } ?? call.tooLarge
    },
    Builtin(
      "insert before", [list, .init("position", .number), .init("newItem", .any, takesNull: true)], .list(.any)
    ) { call in
      var items = call.list(0)
      guard let index = call.index(1, in: items.count) else { return call.noPosition(1, in: items.count) }
      items.insert(call[2], at: index)
      return call.list(items)
    },
    Builtin("remove", [list, .init("position", .number)], .list(.any)) { call in
      var items = call.list(0)
      guard let index = call.index(1, in: items.count) else { return call.noPosition(1, in: items.count) }
      items.remove(at: index)
      return .list(items)
    },
    Builtin("reverse", [list], .list(.any)) { .list($0.list(0).reversed()) },
    Builtin("index of", [list, .init("match", .any, takesNull: true)], .list(.number)) { call in
      .list(
        call.list(0).enumerated().filter { $0.element.equals(call[1]) }.map { .number(Decimal128($0.offset + 1)) })
    },
    Builtin("union", [.init("list", .list(.any))], variadic: true, .list(.any)) { call in
      joined(call.list(0), call).map { distinct($0, call) } ?? call.tooLarge
    },
    Builtin("distinct values", [list], .list(.any)) { distinct($0.list(0), $0) },
    Builtin("flatten", [list], .list(.any)) { call in
      var items: [Value] = []
      return flatten(call.list(0), into: &items, atMost: call.run.limits.items) ? call.list(items) : call.tooLarge
    },
    Builtin(
      "list replace",
      [
        .init(
          parameters: [list, .init("position", .number), .init("newItem", .any, takesNull: true)], isVariadic: false,
          result: .list(.any)
        ) { call in
          var items = call.list(0)
          // The position counts without what stands behind its point.
          let position = call.number(1)?.rounded(.down, scale: 0)?.int
          guard let index = call.index(position, in: items.count) else { return call.noPosition(1, in: items.count) }
          items[index] = call[2]
          return .list(items)
        },
        .init(
          parameters: [list, .init("match", .function([], .any)), .init("newItem", .any, takesNull: true)],
          isVariadic: false, result: .list(.any), body: replaceMatches),
      ]),
    Builtin(
      "sort", [list, .init("precedes", .function([], .boolean), optional: true)], .list(.any), body: sort),
  ]

  /// True where one item is the element, whatever the others turn out to be; open while one may be.
  private static func listContains(_ call: Invocation) -> Value {
    if call[0].isUnknown { return Value.unknowns(in: [call[0], call[1]]).map { .unknown($0) } ?? .null }
    var result = Value.boolean(false)
    for item in call.list(0) {
      switch item.relation(to: call[1]) {
      case .equal: return .boolean(true)
      case .undecided(let unknown): result = Value.or(result, .unknown(unknown))
      default: continue
      }
    }
    return result
  }

  /// `all` and `any`, three-valued.
  private static func quantify(_ call: Invocation, _ items: [Value], decisive: Bool) -> Value {
    if case .unknown(let unknown) = call[0] { return .unknown(unknown.open) }
    var result = Value.boolean(!decisive)
    for item in items {
      switch item {
      case .boolean, .null, .unknown: result = decisive ? Value.or(result, item) : Value.and(result, item)
      default:
        return call.null(
          "argument-type", argument: 0, en: "`\(call.function)` takes booleans, not \(item.kindName[.en])",
          zh: "`\(call.function)` 需要真假值，而不是\(item.kindName[.zh])")
      }
    }
    return result
  }

  private static func sublist(_ call: Invocation) -> Value {
    let items = call.list(0)
    guard let start = call.index(1, in: items.count) else { return call.noPosition(1, in: items.count) }
    guard !call[2].isNull else { return .list(Array(items[start...])) }
    guard let length = call.int(2), length >= 1, length <= items.count - start else {
      return call.null("argument-domain", argument: 2, en: "the list is not that long", zh: "列表没有这么长")
    }
    return .list(Array(items[start..<start + length]))
  }

  private static func distinct(_ items: [Value], _ call: Invocation) -> Value {
    var kept: [Value] = []
    for item in items where !kept.contains(where: { $0.equals(item) }) {
      guard call.run.spend(on: item), call.run.spend(kept.count) else { return call.run.exhausted(at: call.span) }
      kept.append(item)
    }
    return call.list(kept)
  }

  /// The items of all lists in one, unless there are too many.
  private static func joined(_ lists: [Value], _ call: Invocation) -> [Value]? {
    var items: [Value] = []
    for list in lists {
      guard items.count + list.items.count <= call.run.limits.items else { return nil }
      items += list.items
    }
    return items
  }

  /// Adds the items of lists in lists; false where there are too many. (How deep they lie is bounded by `bounded`.)
  private static func flatten(_ list: [Value], into items: inout [Value], atMost limit: Int) -> Bool {
    for item in list {
      if case .list(let inner) = item {
        guard flatten(inner, into: &items, atMost: limit) else { return false }
      } else {
        guard items.count < limit else { return false }
        items.append(item)
      }
    }
    return true
  }

  private static func replaceMatches(_ call: Invocation) -> Value {
    guard case .function(let function) = call[1] else {
      return call.wrongType(1, wanted: FeelType.function([], .any).wording)
    }
    var items = call.list(0)
    for index in items.indices {
      switch call.run.call(function, [items[index], call[2]], at: call.span) {
      case .boolean(true): items[index] = call[2]
      case .boolean(false): continue
      case let other:
        if case .null(.some) = other { return other }
        return call.null("argument-type", argument: 1, en: "the match must be true or false", zh: "匹配须为真或假")
      }
    }
    return .list(items)
  }

  /// A stable merge sort; without an order, values stand by `<`.
  private static func sort(_ call: Invocation) -> Value {
    var failure: Value?
    func precedes(_ a: Value, _ b: Value) -> Bool {
      guard failure == nil else { return false }
      let result: Value
      if case .function(let function) = call[1] {
        result = call.run.call(function, [a, b], at: call.span)
      } else {
        result = call.run.compare(.less, a, b, at: call.span)
      }
      if case .boolean(let holds) = result { return holds }
      if case .null(.some) = result {
        failure = result
      } else {
        failure = call.null("argument-type", argument: 1, en: "the order must be true or false", zh: "排序函数须给出真或假")
      }
      return false
    }
    let sorted = merged(call.list(0), by: precedes)
    return failure ?? .list(sorted)
  }

  private static func merged(_ items: [Value], by precedes: (Value, Value) -> Bool) -> [Value] {
    guard items.count > 1 else { return items }
    let middle = items.count / 2
    let left = merged(Array(items[..<middle]), by: precedes)
    let right = merged(Array(items[middle...]), by: precedes)
    var result: [Value] = []
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if precedes(right[j], left[i]) {
        result.append(right[j])
        j += 1
      } else {
        result.append(left[i])
        i += 1
      }
    }
    return result + left[i...] + right[j...]
  }
}

extension Invocation {
  /// The index of a position that counts from 1 or from the end.
  fileprivate func index(_ argument: Int, in count: Int) -> Int? { index(int(argument), in: count) }

  fileprivate func index(_ position: Int?, in count: Int) -> Int? {
    guard let position, position != 0, position.magnitude <= count else { return nil }
    return position > 0 ? position - 1 : count + position
  }

  fileprivate func noPosition(_ argument: Int, in count: Int) -> Value {
    let text = self[argument].displayText
    return null(
      "argument-domain", argument: argument, en: "there is no position `\(text)` in a list of \(count)",
      zh: "\(count) 项的列表没有第 `\(text)` 项")
  }
}

extension Value {
  /// The items of a list; anything else as one item.
  fileprivate var items: [Value] { if case .list(let items) = self { items } else { [self] } }
}
