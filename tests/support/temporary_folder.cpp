#include "support/temporary_folder.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "disk/disk.h"

namespace macrolint {

TemporaryFolder::TemporaryFolder() : path_((std::filesystem::temp_directory_path() / "macrolint-XXXXXX").string()) {
  REQUIRE(::mkdtemp(path_.data()) != nullptr);
}

TemporaryFolder::TemporaryFolder(std::string_view archive) : TemporaryFolder() {
  const MemoryDisk disk = MemoryDisk::from_archive(archive);
  for (const auto& [below, text] : disk.files()) {
    write(below, text);
  }
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void TemporaryFolder::write(std::string_view below, std::string_view text) const {
  const std::filesystem::path file = path(below);
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

std::string TemporaryFolder::read(std::string_view below) const { return text_of(path(below)); }

std::string text_of(const std::string& path) {
  INFO(path);
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.is_open());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace macrolint
