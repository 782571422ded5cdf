#include "report/report_html.h"

#include <fmt/format.h>

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "output/text.h"
#include "report/assets.h"
#include "report/report_json.h"

namespace macrolint {

namespace {

namespace mustache = kainjow::mustache;

int digit_value(char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; }

/// Base64 of bytes that are given as hexadecimal digits, as a Content Security Policy wants hashes.
std::string base64_of_hex(std::string_view digits) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  // Three hexadecimal digits are twelve bits, which are two digits of base64.
  for (std::size_t at = 0; at < digits.size(); at += 3) {
    unsigned bits = 0;
    for (std::size_t i = at; i < at + 3; ++i) {
      bits = bits * 16 + (i < digits.size() ? static_cast<unsigned>(digit_value(digits[i])) : 0);
    }
    text += alphabet[bits / 64];
    text += at + 1 < digits.size() ? std::string(1, alphabet[bits % 64]) : "";
  }
  while (text.size() % 4 != 0) {
    text += '=';
  }
  return text;
}

std::string policy(const ReportAssets& assets) {
  return fmt::format(
      "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; "
      "form-action 'none'",
      base64_of_hex(assets.script_hash), base64_of_hex(assets.style_hash));
}

mustache::data number(std::size_t count, std::string_view word) {
  mustache::data data;
  data.set("count", std::to_string(count));
  data.set("word", std::string(word) + (count == 1 ? "" : "s"));
  return data;
}

/// The numbers that can be read without a script.
mustache::data numbers_of(const Report& report) {
  mustache::data list{mustache::data::type::list};
  const LintSummary& summary = report.summary;
  list.push_back(number(summary.errors, "error"));
  list.push_back(number(summary.warnings, "warning"));
  list.push_back(number(summary.notes, "note"));
  list.push_back(number(summary.macros, "macro"));
  list.push_back(number(summary.documents, "document"));
  list.push_back(number(summary.references, "reference"));
  return list;
}

}  // namespace

std::string json_in_html(std::string_view json) {
  constexpr std::string_view line_separator = "\xE2\x80\xA8";
  constexpr std::string_view paragraph_separator = "\xE2\x80\xA9";
  std::string text;
  text.reserve(json.size() + json.size() / 16);
  for (std::size_t at = 0; at < json.size(); ++at) {
    const std::string_view rest = json.substr(at, line_separator.size());
    if (json[at] == '<') {
      text += "\\u003c";
    } else if (json[at] == '>') {
      text += "\\u003e";
    } else if (json[at] == '&') {
      text += "\\u0026";
    } else if (rest == line_separator || rest == paragraph_separator) {
      text += rest == line_separator ? "\\u2028" : "\\u2029";
      at += line_separator.size() - 1;
    } else {
      text += json[at];
    }
  }
  return text;
}

std::string format_report_html(const Report& report, std::string_view version) {
  const ReportAssets& assets = report_assets();
  mustache::mustache page{std::string(assets.page)};
  if (!page.is_valid()) {
    throw std::runtime_error("the template of the report is broken: " + page.error_message());
  }
  const std::string json =
      report_json(report, version).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  mustache::data data;
  data.set("policy", policy(assets));
  data.set("style", std::string(assets.style));
  data.set("script", std::string(assets.script));
  data.set("licence", std::string(assets.licence));
  data.set("date", report.date);
  data.set("version", std::string(version));
  data.set("numbers", numbers_of(report));
  data.set("data", json_in_html(json));
  return page.render(data);
}

}  // namespace macrolint
