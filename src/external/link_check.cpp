#include "external/link_check.h"

#include <algorithm>

#include "source/characters.h"

namespace macrolint {

namespace {

constexpr std::size_t max_witnesses = 3;

}  // namespace

bool is_example_host(const std::string& host) {
  const auto is_or_ends_with = [&](std::string_view name) {
    return host == name ||
           (host.size() > name.size() && host.ends_with(name) && host[host.size() - name.size() - 1] == '.');
  };
  constexpr std::string_view names[] = {"example", "invalid", "test", "example.com", "example.net", "example.org"};
  return std::any_of(std::begin(names), std::end(names), is_or_ends_with);
}

LinkCheck::LinkCheck(LinkCheckOptions options, LinkCache* cache, std::function<std::int64_t()> now)
    : options_(std::move(options)), cache_(cache), now_(std::move(now)) {}

bool LinkCheck::is_wanted(const std::string& url) const {
  return std::none_of(options_.skip.begin(), options_.skip.end(), [&](const Glob& glob) { return glob.matches(url); });
}

LinkCheck::Addresses LinkCheck::addresses_of(const ExternalRequest& request) const {
  Addresses addresses;
  for (const auto& [written, fragments] : request) {
    auto url = is_wanted(written) ? net::parse_web_url(written) : std::nullopt;
    if (!url.has_value() || is_example_host(url->host) || !is_wanted(url->text)) {
      continue;
    }
    const std::string key = url->text;
    ExternalTarget& target = addresses[key];
    target.url = std::move(*url);
    target.fragments.insert(fragments.begin(), fragments.end());
  }
  return addresses;
}

std::string LinkCheck::variant_of(const net::WebUrl& url) const {
  const auto host = options_.dispatch.hosts.find(url.authority);
  std::string names;
  if (host != options_.dispatch.hosts.end() && url.is_secure) {
    for (const std::string& header : host->second.headers) {
      names += lower_case(header.substr(0, header.find(':'))) + ' ';
    }
  }
  return names;
}

void LinkCheck::accept(ExternalOutcome& outcome) const {
  const bool has_status =
      outcome.kind == ExternalOutcome::Kind::unchecked || outcome.kind == ExternalOutcome::Kind::gone;
  if (has_status && options_.accepted_statuses.contains(outcome.status)) {
    outcome.kind = ExternalOutcome::Kind::working;
  }
}

bool LinkCheck::find_in_cache(const ExternalTarget& target, Known& known) {
  if (cache_ == nullptr) {
    return false;
  }
  auto found = cache_->find(target.url.text, variant_of(target.url), target.fragments, now_());
  if (!found.has_value()) {
    return false;
  }
  if (found->kind == ExternalOutcome::Kind::working && witnesses_.size() < max_witnesses) {
    witnesses_.push_back(target.url.host);
  }
  known.outcome = std::move(*found);
  known.has_outcome = true;
  return true;
}

void LinkCheck::ask(const std::vector<ExternalTarget>& targets) {
  const DispatchResult result =
      dispatch(options_.dispatch, targets, witnesses_, [&](std::size_t index, const ExternalOutcome& outcome) {
        const ExternalTarget& target = targets[index];
        Known& known = known_[target.url.text];
        known.outcome = outcome;
        known.has_outcome = true;
        if (cache_ != nullptr) {
          cache_->add(target.url.text, variant_of(target.url), outcome, now_());
        }
      });
  if (cache_ != nullptr) {
    cache_->write();
  }
  summary_.asked += result.done;
  summary_.hosts += result.hosts;
  summary_.was_stopped = summary_.was_stopped || result.was_stopped;
  summary_.ran_out_of_time = summary_.ran_out_of_time || result.ran_out_of_time;
  summary_.network_is_gone = summary_.network_is_gone || result.network_is_gone;
}

ExternalOutcomes LinkCheck::check(const ExternalRequest& request) {
  std::vector<ExternalTarget> targets;
  for (const auto& [url, target] : addresses_of(request)) {
    const auto [entry, is_new] = known_.try_emplace(url);
    Known& known = entry->second;
    const bool has_new_fragment = !std::includes(known.fragments.begin(), known.fragments.end(),
                                                 target.fragments.begin(), target.fragments.end());
    if (!is_new && !has_new_fragment) {
      continue;
    }
    known.fragments.insert(target.fragments.begin(), target.fragments.end());
    ++summary_.addresses;
    if (find_in_cache(target, known)) {
      ++summary_.from_cache;
    } else {
      targets.push_back(target);
    }
  }
  if (!targets.empty() && !summary_.was_stopped && !summary_.network_is_gone && !summary_.ran_out_of_time) {
    ask(targets);
  }
  ExternalOutcomes outcomes;
  for (const auto& [written, fragments] : request) {
    const auto url = net::parse_web_url(written);
    const auto known = url.has_value() ? known_.find(url->text) : known_.end();
    if (known != known_.end() && known->second.has_outcome && is_wanted(written)) {
      accept(outcomes.emplace(written, known->second.outcome).first->second);
    }
  }
  return outcomes;
}

}  // namespace macrolint
