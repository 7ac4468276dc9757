import TestSupport
import Testing

@testable import Huimin

/// A policy above whose file is there and cannot be read: that it is missing would be false.
@Suite("Policies above that stand in error")
struct BrokenParentTests {
  private static let city = """
    policy: cn.province.city
    title: City
    in force: 2026-01-01..
    implements: cn.province
    uses: [cn.people]
    decisions: { old: age >= 60 }
    """

  private static let people = "module: cn.people\ntitle: People\n"
  private static let head = "policy: cn.province\ntitle: Province\nin force: 2026-01-01..\n"

  /// What is said of a province's file of a text and a city below it, told of the folder or of the city's file alone.
  private func codes(_ province: String, people: String = people, of file: String = "") throws -> [String] {
    let folder = TemporaryFolder()
    try folder.write(province, to: "province.yaml")
    try folder.write(people, to: "people.yaml")
    try folder.write(Self.city, to: "city.yaml")
    let library = PolicyLibrary(loading: ["\(folder.path)/\(file)"])
    #expect(library.diagnostics.allSatisfy { $0.location != nil })
    #expect(!library.programs.contains { $0.policy.id == "cn.province.city" })
    return library.diagnostics.filter { $0.severity == .error }.map(\.code).sorted()
  }

  @Test(arguments: ["", "city.yaml"])
  func areNotSaidToBeMissing(file: String) throws {
    #expect(try codes(Self.head + "facts: { age: years\n", of: file) == ["broken-policy", "yaml-syntax"])
    #expect(
      try codes("policy：cn.province\ntitle: Province\n", of: file) == ["broken-policy", "full-width-punctuation"])
  }

  @Test func areNotSaidToBeMissingWhereTheirIDIsMisspelt() throws {
    let codes = try codes("polcy: cn.province\ntitle: Province\nin force: 2026-01-01..\n")
    #expect(codes.contains("broken-policy"))
    #expect(!codes.contains("unknown-policy"))
  }

  @Test func areModulesToo() throws {
    let province = Self.head + "facts: { age: years }\n"
    #expect(try codes(province, people: Self.people + "facts: [\n") == ["broken-policy", "yaml-syntax"])
  }

  @Test func areMissingWhereNoFileIsTheirs() throws {
    #expect(try codes("policy: cn.other\nfacts: [\n").contains("unknown-policy"))
    #expect(try codes("policy: cn.other\nimplements: cn.province\nfacts: [\n").contains("unknown-policy"))
  }

  @Test func aFileSaysWhichPolicyItWasToBe() {
    func ids(_ text: String) -> Set<String> { PolicyLoader.ids(in: Array(text.utf8)) }
    #expect(ids("政策: cn.a # the province\n标题: 甲.乙 丙\n  policy: cn.inner\n实施: cn.b\n") == ["cn.a"])
    #expect(ids("\"policy\": \"cn.a\"\r\nurl: https://a.b/c\n") == ["cn.a"])
  }
}
