/// Members of enumerations, written bare where nothing says which enumeration is meant.
extension Checker {
  /// Checks an item of a list or an argument. Where no type is wanted, a name that nothing else has is the member of the
  /// one enumeration that has it: `every r in [head, nurse] satisfies …`.
  mutating func checkItem(_ item: Expression, in scope: TypeScope, expecting expected: FeelType?) -> Checked {
    if expected?.isOpen ?? true, case .name(let name) = item.kind, scope.variables[name] == nil, !scope.isOpen,
      Builtins.named(name) == nil, let enumeration = scope.onlyEnumeration(with: name)
    {
      return Checked(expression: Expression(.literal(.string(name)), item.span), type: .enumeration(enumeration))
    }
    return check(item, in: scope, expecting: expected)
  }
}

extension TypeScope {
  /// The enumeration that has this member, where exactly one does.
  fileprivate func onlyEnumeration(with member: String) -> Enumeration? {
    var found: Set<Enumeration> = []
    for type in variables.values { type.collectEnumerations(with: member, into: &found) }
    return found.count == 1 ? found.first : nil
  }
}

extension FeelType {
  fileprivate func collectEnumerations(with member: String, into found: inout Set<Enumeration>) {
    switch self {
    case .enumeration(let enumeration):
      if enumeration.position(of: member) != nil { found.insert(enumeration) }
    case .list(let element), .range(let element): element.collectEnumerations(with: member, into: &found)
    case .context(let fields):
      for field in fields { field.type.collectEnumerations(with: member, into: &found) }
    default: break
    }
  }
}
