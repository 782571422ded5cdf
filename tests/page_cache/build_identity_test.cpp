#include "page_cache/build_identity.h"

#include "catch.h"

namespace macrolint {

TEST_CASE("A build of the program is known by the ids that the linker gave it and its libraries") {
  const std::string identity = build_identity();
  CHECK(identity.size() > 20);
  CHECK(identity == build_identity());
}

}  // namespace macrolint
