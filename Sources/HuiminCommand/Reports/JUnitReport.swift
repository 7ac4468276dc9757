import Huimin

/// What tests came to, as JUnit XML: a suite a file, a test case a test. A file that could not be run is a suite with one
/// case that ended in an error.
///
/// There are no times in it: the same tests give the same bytes.
struct JUnitReport {
  let files: [TestedFile]
  let language: Language

  /// The document, with a line end after the last line.
  var text: String {
    let ran = files.filter { $0.isBroken || !$0.results.isEmpty }
    let tests = ran.reduce(0) { $0 + JUnitReport.count($1) }
    let failures = ran.reduce(0) { $0 + $1.failed }
    let errors = ran.count { $0.isBroken }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"huimin\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\">\n"
    for file in ran { text += suite(file) }
    return text + "</testsuites>\n"
  }

  private static func count(_ file: TestedFile) -> Int { file.results.count + (file.isBroken ? 1 : 0) }

  private func suite(_ file: TestedFile) -> String {
    let path = XMLText.escaped(file.path)
    var text = "  <testsuite name=\"\(path)\" tests=\"\(JUnitReport.count(file))\" failures=\"\(file.failed)\""
    text += " errors=\"\(file.isBroken ? 1 : 0)\" skipped=\"0\">\n"
    for result in file.results { text += testCase(result, of: file) }
    if file.isBroken {
      text += "    <testcase name=\"\(path)\" classname=\"\(XMLText.escaped(file.policy ?? file.path))\""
      text += " file=\"\(path)\">\n" + element("error", file.problems, files: file.files) + "    </testcase>\n"
    }
    return text + "  </testsuite>\n"
  }

  private func testCase(_ result: PolicyTestResult, of file: TestedFile) -> String {
    var text = "    <testcase name=\"\(XMLText.escaped(result.test.name))\""
    text += " classname=\"\(XMLText.escaped(file.policy ?? file.path))\" file=\"\(XMLText.escaped(file.path))\""
    text += " line=\"\(result.test.location.start.line)\""
    guard !result.passed else { return text + "/>\n" }
    let reasons = result.outcome.map { TestPage.reasons(TextReport($0, language: language), language) } ?? ""
    text += ">\n" + element("failure", result.differences, files: [file.path: file.bytes], more: reasons)
    return text + "    </testcase>\n"
  }

  /// The first message as the one to list, and all of them with their places below it.
  private func element(
    _ name: String, _ diagnostics: [Diagnostic], files: [String: [UInt8]], more: String = ""
  ) -> String {
    guard let first = diagnostics.first else { return "" }
    let printer = DiagnosticText(language: language, isColored: false, bytes: files)
    let details = diagnostics.map(printer.text).joined() + more
    let message = XMLText.escaped(first.message[language])
    return "      <\(name) message=\"\(message)\" type=\"\(first.code)\">\(XMLText.content(details))</\(name)>\n"
  }
}
