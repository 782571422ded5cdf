#include "output/json_writer.h"

#include <nlohmann/json.hpp>

#include "catch.h"
#include "output/json_text.h"

namespace macrolint {

TEST_CASE("JSON written piece by piece looks like JSON written from a tree") {
  using nlohmann::ordered_json;
  for (const std::string text : {"plain", "", "\"quoted\" \\ back", "a\nb\tc\x01", "ü “x”", "\xff\xc3", "\x7f", "/"}) {
    CAPTURE(text);
    JsonWriter json;
    json.begin_object();
    json.member("number", 18446744073709551615U);
    json.member(text, text);
    for (const char* name : {"empty", "list"}) {
      json.key(name);
      json.begin_array();
      for (const char* element : {"a", "b"}) {
        if (std::string_view(name) == "list") {
          json.value(text);
          json.begin_object();
          json.member(element, 0U);
          json.end_object();
        }
      }
      json.end_array();
    }
    json.key("nothing");
    json.begin_object();
    json.end_object();
    json.end_object();

    ordered_json tree;
    tree["number"] = 18446744073709551615U;
    tree[text] = text;
    tree["empty"] = ordered_json::array();
    tree["list"] = {text, {{"a", 0}}, text, {{"b", 0}}};
    tree["nothing"] = ordered_json::object();
    CHECK(json.take() == to_text(tree));
  }
}

}  // namespace macrolint
