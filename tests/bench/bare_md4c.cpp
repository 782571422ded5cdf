// Usage: bare_md4c <FILES
// Reads the files that standard input names, separated by NUL bytes, and parses each with md4c and callbacks that do
// nothing, on as many threads as `macrolint check` uses by default. It is what ci/bench compares macrolint with: no
// program that sees every link of the same pages through the same parser can be faster.
#include <fcntl.h>
#include <md4c.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

namespace {

/// False if the file cannot be read.
bool read_file(const std::string& path, std::string& text) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return false;
  }
  struct stat status {};
  bool done = ::fstat(file, &status) == 0;
  if (done) {
    text.resize(static_cast<std::size_t>(status.st_size));
    done = ::read(file, text.data(), text.size()) == status.st_size;
  }
  ::close(file);
  return done;
}

bool parse(const std::string& text) {
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void*) { return 0; };
  return md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, nullptr) == 0;
}

std::vector<std::string> read_paths() {
  std::vector<std::string> paths;
  for (std::string path; std::getline(std::cin, path, '\0');) {
    paths.push_back(path);
  }
  return paths;
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> paths = read_paths();
  std::atomic<std::size_t> next{0};
  std::atomic<bool> failed{false};
  const auto work = [&] {
    std::string text;
    for (std::size_t index = next++; index < paths.size(); index = next++) {
      if (!read_file(paths[index], text) || !parse(text)) {
        failed = true;
      }
    }
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned count = std::max(1U, std::thread::hardware_concurrency()); count > 1; --count) {
      threads.emplace_back(work);
    }
    work();
  }
  if (failed) {
    std::cerr << "bare_md4c: error: Some file could not be read or parsed.\n";
    return 1;
  }
  return 0;
}
