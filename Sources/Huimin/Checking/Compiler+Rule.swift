import FEEL

extension Compiler {
  mutating func check(_ rule: Rule<AsWritten>, expecting expected: FeelType?) -> (Form<Checked>, FeelType)? {
    var type = FeelType.null
    return check(rule, expecting: expected, joining: &type).map { (.rule($0), type) }
  }

  private mutating func check(_ rule: Rule<AsWritten>, expecting expected: FeelType?, joining type: inout FeelType)
    -> Rule<Checked>?
  {
    let when = rule.when.flatMap { condition($0) }
    let value = output(rule.value, expecting: expected, joining: &type)
    var exceptions: [Rule<Checked>] = []
    for exception in rule.exceptions {
      if let checked = check(exception, expecting: expected, joining: &type) { exceptions.append(checked) }
    }
    if let when { warnOfConstant(when, at: rule.location) }
    guard let value, rule.when == nil || when != nil, exceptions.count == rule.exceptions.count else { return nil }
    return Rule(
      name: rule.name, label: rule.label, when: when, value: value,
      because: formulas.template(rule.because, in: scope), citations: rule.citations, readings: rule.readings,
      over: rule.over, exceptions: exceptions, origin: rule.origin, location: rule.location)
  }
}
