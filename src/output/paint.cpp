#include "output/paint.h"

namespace macrolint {

namespace {

std::string_view sequence_of(Paint paint) {
  switch (paint) {
    case Paint::plain:
      return "";
    case Paint::strong:
      return "\x1B[1m";
    case Paint::error:
      return "\x1B[1;31m";
    case Paint::warning:
      return "\x1B[1;33m";
    case Paint::note:
      return "\x1B[1;36m";
    case Paint::help:
      return "\x1B[1;32m";
    case Paint::gutter:
      return "\x1B[34m";
  }
  return "";
}

}  // namespace

std::string painted(std::string_view text, Paint paint, bool color) {
  const std::string_view sequence = sequence_of(paint);
  if (!color || sequence.empty() || text.empty()) {
    return std::string(text);
  }
  std::string result(sequence);
  result += text;
  result += "\x1B[0m";
  return result;
}

}  // namespace macrolint
