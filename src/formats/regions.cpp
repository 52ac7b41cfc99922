// SPDX-License-Identifier: Apache-2.0
#include "formats/regions.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <stdexcept>
#include <vector>

#include "formats/reference_list.hpp"

namespace tenpoint::formats {
namespace {

std::string code_of_region(const std::string& number) {
    return number.empty() ? std::string{} : "M49-" + number;
}

// All regions, read once.
class Regions {
  public:
    Regions() {
        std::vector<Region> listed;
        for_each_reference("regions.csv", [&](auto cell) {
            listed.push_back({code_of_region(cell(0)),
                              code_of_region(cell(1)),
                              {cell(2), cell(3), cell(4), cell(5)}});
        });
        // They are listed by their numbers, which say nothing of what lies in what.
        while (!listed.empty()) {
            const auto may_stand = [&](const Region& region) {
                return region.parent.empty() || find(region.parent);
            };
            const auto rest = std::ranges::stable_partition(
                listed, [&](const Region& region) { return !may_stand(region); });
            if (rest.empty()) throw std::logic_error("regions that lie in none");
            std::ranges::move(rest, std::back_inserter(regions_));
            listed.erase(rest.begin(), rest.end());
        }
        for_each_reference("countries.csv", [&](auto cell) {
            const bool is_group = cell(1).empty();
            if (!is_group) of_countries_.emplace(cell(0), code_of_region(cell(4)));
        });
    }

    const std::vector<Region>& all() const { return regions_; }
    const Region* find(std::string_view code) const {
        const auto found = std::ranges::find(regions_, code, &Region::code);
        return found == regions_.end() ? nullptr : &*found;
    }
    std::string of_country(std::string_view alpha3) const {
        const auto found = of_countries_.find(alpha3);
        return found == of_countries_.end() ? std::string{} : found->second;
    }

  private:
    std::vector<Region> regions_;
    std::map<std::string, std::string, std::less<>> of_countries_;
};

const Regions& regions() {
    static const Regions regions;
    return regions;
}

}  // namespace

std::span<const Region> all_regions() {
    return regions().all();
}

const Region* region(std::string_view code) {
    return code.starts_with("M49-") ? regions().find(code) : nullptr;
}

std::string region_of_country(std::string_view alpha3) {
    return regions().of_country(alpha3);
}

}  // namespace tenpoint::formats
