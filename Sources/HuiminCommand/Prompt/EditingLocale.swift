import Glibc

/// The character set in which lines are edited: UTF-8, whatever the terminal's settings say or the machine has installed.
///
/// It holds on this thread and while a line is edited; nothing else of the program depends on a locale.
final class EditingLocale {
  private let locale: locale_t

  /// - Returns: `nil` where the machine has no locale with UTF-8.
  init?() {
    for name in ["", "C.UTF-8", "en_US.UTF-8", "zh_CN.UTF-8"] {
      guard let locale = newlocale(1 << LC_CTYPE, name, nil) else { continue }
      // A static program cannot ask a locale that is not in use.
      let characterSet = EditingLocale.using(locale) { nl_langinfo(Int32(CODESET)).map { String(cString: $0) } }
      guard characterSet == "UTF-8" else {
        freelocale(locale)
        continue
      }
      self.locale = locale
      return
    }
    return nil
  }

  deinit { freelocale(locale) }

  /// Does something that depends on the character set.
  func using<Result>(_ body: () -> Result) -> Result { EditingLocale.using(locale, body) }

  private static func using<Result>(_ locale: locale_t, _ body: () -> Result) -> Result {
    let outer = uselocale(locale)
    defer { uselocale(outer) }
    return body()
  }
}
