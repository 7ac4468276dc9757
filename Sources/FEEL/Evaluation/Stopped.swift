/// Why an evaluation cannot go on to what it was to give: the null, or the unknown, that stands in its place.
struct Stopped: Error {
  let value: Value
}
