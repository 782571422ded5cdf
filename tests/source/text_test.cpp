#include "source/text.h"

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "catch.h"

using namespace macrolint;

namespace {

Text filled(std::size_t room, std::size_t size, char byte) {
  TextRoom memory(room);
  std::fill_n(memory.data(), memory.size(), byte);
  return memory.take(size);
}

bool holds(const Text& text, std::size_t size, char byte) { return std::string_view(text) == std::string(size, byte); }

}  // namespace

TEST_CASE("Texts keep their bytes whatever is read after them") {
  std::vector<Text> texts;
  for (std::size_t index = 0; index < 3'000; ++index) {
    const std::size_t size = index * 37 % 5'000;
    texts.push_back(filled(size + 1 + index % 3, size, static_cast<char>('a' + index % 26)));
  }
  for (std::size_t index = 0; index < texts.size(); ++index) {
    CAPTURE(index);
    CHECK(holds(texts[index], index * 37 % 5'000, static_cast<char>('a' + index % 26)));
  }
}

TEST_CASE("Two rooms at a time have different memory") {
  TextRoom first(100);
  TextRoom second(200);
  std::fill_n(second.data(), 200, 'b');
  std::fill_n(first.data(), 100, 'a');
  const Text text = first.take(50);
  const Text other = filled(80, 80, 'c');
  CHECK(holds(second.take(200), 200, 'b'));
  CHECK(holds(text, 50, 'a'));
  CHECK(holds(other, 80, 'c'));
}

TEST_CASE("A text outlives the thread that read it") {
  Text small;
  Text large;
  std::thread([&] {
    small = filled(10, 10, 's');
    large = filled(3'000'000, 3'000'000, 'l');
  }).join();
  CHECK(holds(small, 10, 's'));
  CHECK(holds(large, 3'000'000, 'l'));
  const Text copy = small;
  CHECK(copy.data() == small.data());
}

TEST_CASE("Texts are made of strings") {
  CHECK(std::string_view(Text("abc")) == "abc");
  CHECK(Text(std::string("abc"))[1] == 'b');
  CHECK(Text().empty());
  CHECK(std::string_view(Text()).empty());
}
