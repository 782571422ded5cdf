#include "conformance/awkward_site.h"

#include "disk/disk.h"
#include "support/golden.h"

namespace macrolint::conformance {

AwkwardSite::AwkwardSite() {
  for (const char* const part : {"headings", "paths", "links"}) {
    const std::string archive = text_of(project_path("tests/conformance/awkward/") + part + ".txtar");
    const MemoryDisk disk = MemoryDisk::from_archive(archive);
    for (const auto& [below, text] : disk.files()) {
      folder_.write(below, text);
    }
  }
}

}  // namespace macrolint::conformance
