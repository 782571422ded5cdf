#include "mutation/drift.h"

namespace macrolint {

Change replaced(std::string_view path, std::string_view from, std::string_view to) {
  return {Change::Kind::replaced, std::string(path), std::string(from), std::string(to)};
}

Change added(std::string_view path, std::string_view text) {
  return {Change::Kind::added, std::string(path), "", std::string(text)};
}

Change removed(std::string_view path) { return {Change::Kind::removed, std::string(path), "", ""}; }

Change moved(std::string_view path, std::string_view to) {
  return {Change::Kind::moved, std::string(path), "", std::string(to)};
}

}  // namespace macrolint
