#include "net/address_policy.h"

#include <map>
#include <string>

#include "catch.h"
#include "net/web_url.h"

namespace macrolint::net {

TEST_CASE("Only addresses of the public internet may be asked, however they are written") {
  const std::map<std::string, std::string_view> cases = {
      {"8.8.8.8", ""},
      {"2606:4700::1111", ""},
      {"64:ff9b::8.8.8.8", ""},
      {"0.0.0.0", "unspecified"},
      {"0.1.2.3", "unspecified"},
      {"10.0.0.1", "private"},
      {"100.64.0.1", "private"},
      {"100.127.255.255", "private"},
      {"100.128.0.1", ""},
      {"127.0.0.1", "loopback"},
      {"127.255.0.1", "loopback"},
      {"169.254.169.254", "link-local"},
      {"172.15.0.1", ""},
      {"172.16.0.1", "private"},
      {"172.31.255.255", "private"},
      {"172.32.0.1", ""},
      {"192.168.1.1", "private"},
      {"198.18.0.1", "private"},
      {"224.0.0.1", "multicast"},
      {"255.255.255.255", "reserved"},
      {"::", "unspecified"},
      {"::1", "loopback"},
      {"::127.0.0.1", "loopback"},
      {"::ffff:127.0.0.1", "loopback"},
      {"::ffff:10.0.0.1", "private"},
      {"::ffff:8.8.8.8", ""},
      {"64:ff9b::10.0.0.1", "private"},
      {"64:ff9b::169.254.169.254", "link-local"},
      {"64:ff9b:1::8.8.8.8", "private"},
      {"2002:7f00:1::", "loopback"},
      {"2002:808:808::", ""},
      {"2001::1", "reserved"},
      {"2001:db8::1", "reserved"},
      {"fc00::1", "private"},
      {"fd00:ec2::254", "private"},
      {"fe80::1", "link-local"},
      {"fec0::1", "private"},
      {"ff02::1", "multicast"},
      {"4000::1", "reserved"},
  };
  const AddressPolicy policy;
  for (const auto& [text, refusal] : cases) {
    INFO(text);
    const auto address = IpAddress::parse(text);
    REQUIRE(address.has_value());
    CHECK(policy.refusal(*address) == refusal);
  }
}

TEST_CASE("Ranges that are allowed are allowed, and no others") {
  const AddressPolicy policy(
      {*AddressRange::parse("10.1.0.0/16"), *AddressRange::parse("fd00:1::/33"), *AddressRange::parse("127.0.0.1")});
  CHECK(policy.refusal(*IpAddress::parse("10.1.255.1")).empty());
  CHECK(policy.refusal(*IpAddress::parse("::ffff:10.1.0.1")).empty());
  CHECK(policy.refusal(*IpAddress::parse("10.2.0.1")) == "private");
  CHECK(policy.refusal(*IpAddress::parse("fd00:1:7fff::1")).empty());
  CHECK(policy.refusal(*IpAddress::parse("fd00:1:8000::1")) == "private");
  CHECK(policy.refusal(*IpAddress::parse("127.0.0.1")).empty());
  CHECK(policy.refusal(*IpAddress::parse("127.0.0.2")) == "loopback");
}

TEST_CASE("What is no range of addresses is not taken for one") {
  for (const char* text : {"", "10.0.0.0/33", "10.0.0/8", "10.0.0.0/", "10.0.0.0/x", "fd00::/129", "host", "1",
                           "010.0.0.1", "10.0.0.0/8 ", "0x7f.0.0.1"}) {
    INFO(text);
    CHECK_FALSE(AddressRange::parse(text).has_value());
  }
}

TEST_CASE("An address is read as it will be sent") {
  const std::map<std::string, std::string> cases = {
      {"https://www.example.com", "www.example.com https://www.example.com/"},
      {"HTTPS://WWW.Example.COM:443/A?b#c", "www.example.com https://www.example.com/A?b"},
      {"http://example.com:443/", "example.com:443 http://example.com:443/"},
      {"https://user:secret@example.com/", "example.com https://example.com/"},
      {"https://example.com@10.0.0.1/", "10.0.0.1 https://10.0.0.1/"},
      {"http://2130706433/", "127.0.0.1 http://127.0.0.1/"},
      {"http://0x7f.1/", "127.0.0.1 http://127.0.0.1/"},
      {"http://0177.0.0.1/", "127.0.0.1 http://127.0.0.1/"},
      {"http://[::1]:8080/x", "[::1]:8080 http://[::1]:8080/x"},
      {"https://example.com/a b/ü", "example.com https://example.com/a%20b/%c3%bc"},
      {"https://bücher.example/x", "xn--bcher-kva.example https://xn--bcher-kva.example/x"},
      {"https://example.com/a/../b/./c", "example.com https://example.com/b/c"},
      {"ftp://example.com/", "none"},
      {"file:///etc/passwd", "none"},
      {"gopher://example.com/", "none"},
      {"https://", "none"},
      {"https://exa mple.com/", "none"},
      {"https://example.com/\r\nX: y", "none"},
      {"http://[fe80::1%25eth0]/", "[fe80::1] http://[fe80::1]/"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    const auto url = parse_web_url(text);
    CHECK((url.has_value() ? url->authority + " " + url->text : "none") == expected);
  }
}

}  // namespace macrolint::net
