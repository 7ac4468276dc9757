import Testing

@testable import FEEL

@Suite("Functions as text")
struct FunctionTextTests {
  @Test(
    "A function is printed so that it reads back",
    arguments: [
      ("sum", "sum"), ("date and time", "date and time"), ("[sum, 1]", "[sum, 1]"),
      ("function(a,b)a+b", "function(a, b) a + b"), ("{f: function() 1}", "{f: function() 1}"),
      ("[function(a: list<number>) -(a[1]**2), 2]", "[function(a: list<number>) -(a[1] ** 2), 2]"),
      ("function(a) function(b) if a then \"\\n\" else b", "function(a) function(b) if a then \"\\n\" else b"),
      ("string(function(a) \"a\")", "\"function(a) \\\"a\\\"\""),
    ])
  func printed(text: String, printed: String) throws {
    let value = try Surroundings.value(of: text)
    #expect(value.feelText == printed)
    #expect(try Surroundings.value(of: printed).feelText == printed)
  }

  @Test(
    "The bound on its length holds",
    arguments: [
      "function(a,b)a+b", "function(年龄)[1e6000,1e-6000]", "function(a)\"\\\\\\\\\"",
      "function(a)if(a)then(1)else{\"b\":1}",
      "function(x)some y in x satisfies y in(1,2)",
    ])
  func bound(text: String) throws {
    let value = try Surroundings.value(of: text)
    let bound = try #require(value.textLength(atMost: .max))
    #expect(bound >= value.feelText.utf8.count)
    #expect(value.textLength(atMost: bound - 1) == nil)
  }

  @Test func manyOfThemAreTooLarge() throws {
    let body = (1...200).map { "a\($0)" }.joined(separator: "+")
    let text = "{f: function(a) \(body), all: string(for i in 1..5000 return f)}.all"
    guard case .null(let cause?) = try Surroundings.value(of: text) else {
      Issue.record("there is a text")
      return
    }
    #expect(cause.diagnostic.code == "limit-characters")
  }
}
