#include "cli/read_trend.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>
#include <variant>

#include "disk/disk.h"
#include "disk/paths.h"

namespace macrolint::cli {

namespace {

/// Far more than a weekly run makes in twenty years.
constexpr std::size_t most_points = 1000;
constexpr std::uint64_t longest_result = std::uint64_t{64} << 20;

std::variant<TrendPoint, std::string> read_point(const RealDisk& disk, const std::string& folder,
                                                 const DiskEntry& entry) {
  if (!entry.error.message.empty()) {
    return entry.error.message;
  }
  const FileText text = disk.read(entry.path, longest_result);
  if (const auto* error = std::get_if<DiskError>(&text)) {
    return error->message;
  }
  return read_trend_point(path_below(folder, entry.path), std::get<Text>(text));
}

/// The results in their order.
std::vector<DiskEntry> results_of(const Listing& listing) {
  std::vector<DiskEntry> results;
  std::copy_if(listing.entries.begin(), listing.entries.end(), std::back_inserter(results),
               [](const DiskEntry& entry) { return entry.path.ends_with(".json"); });
  std::stable_sort(results.begin(), results.end(), [](const DiskEntry& left, const DiskEntry& right) {
    return is_earlier_file(left.path, right.path);
  });
  return results;
}

}  // namespace

bool read_trend(const std::string& folder, std::vector<TrendPoint>& points, Console& console) {
  const RealDisk disk(std::filesystem::current_path().string());
  const ListResult listed = disk.list(folder);
  if (const auto* error = std::get_if<DiskError>(&listed)) {
    console.error(error->message);
    return false;
  }
  for (const DiskEntry& entry : results_of(std::get<Listing>(listed))) {
    if (points.size() == most_points) {
      console.warning(fmt::format("`{}` has more than {} results; those behind `{}` are left out.", folder, most_points,
                                  points.back().label));
      break;
    }
    auto point = read_point(disk, folder, entry);
    if (auto* read = std::get_if<TrendPoint>(&point)) {
      points.push_back(std::move(*read));
    } else {
      console.warning(fmt::format("{} It is left out of the trend.", std::get<std::string>(point)));
    }
  }
  return true;
}

}  // namespace macrolint::cli
