import Glibc

@main
enum Main {
  static func main() {
    let console = Console.standard()
    let code = Tool.run(Array(CommandLine.arguments.dropFirst()), console)
    exit(console.finish() ? code : 2)
  }
}
