// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/area_gathering.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.hpp"
#include "formats/countries.hpp"

namespace tenpoint::directory {
namespace {

constexpr std::size_t longest_code = 40;
constexpr std::size_t most_kept = 100;  // findings of a code
constexpr std::size_t longest_text = 200;

record::Coordinate coordinate_of(double degrees) {
    return {static_cast<std::int64_t>(std::llround(degrees * 1e6))};
}

bool is_on_the_globe(const formats::Position& at) {
    return std::abs(at.latitude) <= 90 && std::abs(at.longitude) <= 180 &&
           (at.latitude != 0 || at.longitude != 0);
}

// What the one does not say of a name, the other may.
void complete_name(LocalText& name, const LocalText& other) {
    for (const auto member : {&LocalText::en, &LocalText::fr, &LocalText::es, &LocalText::ar})
        if ((name.*member).empty()) name.*member = other.*member;
}

bool contradict(const LocalText& name, const LocalText& other) {
    return std::ranges::any_of(
        std::array{&LocalText::en, &LocalText::fr, &LocalText::es, &LocalText::ar},
        [&](const auto member) {
            return !(name.*member).empty() && !(other.*member).empty() &&
                   name.*member != other.*member;
        });
}

std::string& text_in(LocalText& name, Language language) {
    switch (language) {
        case Language::fr:
            return name.fr;
        case Language::es:
            return name.es;
        case Language::ar:
            return name.ar;
        default:
            return name.en;
    }
}

}  // namespace

void CountedFindings::add(Finding finding) {
    finding.text = shortened(finding.text, longest_text);
    if (++counts_[finding.code] <= static_cast<std::int64_t>(most_kept))
        first_.push_back(std::move(finding));
}

std::string AreaGatherer::cell(const std::vector<std::string>& cells, Holds holds,
                               int level) const {
    for (const auto& column : columns_)
        if (column.holds == holds && column.level == level && column.number < cells.size())
            return cells[column.number];
    return {};
}

// A name without a language, or in a language that is none of ours, stands as the English one
// where there is no English one: it is what the place is called in Latin letters.
LocalText AreaGatherer::name_in(const std::vector<std::string>& cells, int level) const {
    LocalText name;
    std::string plain;
    for (const auto& column : columns_) {
        if (column.holds != Holds::name || column.level != level || column.number >= cells.size())
            continue;
        const auto& text = cells[column.number];
        if (column.language)
            text_in(name, *column.language) = text;
        else if (plain.empty())
            plain = text;
    }
    for (const auto* other : {&plain, &name.fr, &name.es, &name.ar})
        if (name.en.empty()) name.en = *other;
    return name;
}

// As the row says it, else as the first two letters of the P-code do, else as whoever asks says.
std::string AreaGatherer::country_of(const std::vector<std::string>& cells,
                                     std::string_view code) const {
    const auto alpha3 = [](std::string_view text) {
        const auto* country = text.empty() ? nullptr : formats::find_country(text);
        return country && !country->is_group() ? country->alpha3 : std::string{};
    };
    for (const auto& column : columns_)
        if (column.holds == Holds::country && column.number < cells.size())
            if (auto found = alpha3(cells[column.number]); !found.empty()) return found;
    if (auto found = alpha3(code.substr(0, 2)); !found.empty()) return found;
    return country_;
}

std::optional<formats::Position> AreaGatherer::position_in(
    const std::vector<std::string>& cells) const {
    const auto latitude = formats::parse_angle(cell(cells, Holds::latitude, 0));
    const auto longitude = formats::parse_angle(cell(cells, Holds::longitude, 0));
    if (!latitude || !longitude) return std::nullopt;
    return formats::Position{latitude->degrees, longitude->degrees};
}

bool AreaGatherer::refuse(std::int64_t row, const char* code, std::string_view text,
                          std::string_view expected) {
    list_.findings.add(
        {Severity::error, code, row, {}, std::string(text), std::string(expected), {}});
    return false;
}

// An area that is named again is the same one, as a province in each row of its districts.
bool AreaGatherer::add(ListedArea area) {
    if (area.code.size() > longest_code)
        return refuse(area.row, "area_code_too_long", area.code, std::to_string(longest_code));
    if (area.name.empty()) return refuse(area.row, "area_without_name", area.code);
    if (area.country.empty()) return refuse(area.row, "area_without_country", area.code);
    if (area.level > 1 && area.parent.empty())
        return refuse(area.row, "area_without_parent", area.code);
    const auto [known, is_new] = known_.try_emplace(area.code, list_.areas.size());
    if (is_new) {
        list_.areas.push_back(std::move(area));
        return true;
    }
    auto& first = list_.areas[known->second];
    if (first.level != area.level || first.parent != area.parent ||
        contradict(first.name, area.name))
        return refuse(area.row, "area_listed_twice", area.code, std::to_string(first.row));
    complete_name(first.name, area.name);
    return true;
}

bool AreaGatherer::add_long(std::int64_t row, const std::vector<std::string>& cells,
                            const std::optional<formats::Position>& position) {
    const auto level = cell(cells, Holds::level, 0);
    auto code = cell(cells, Holds::code, 0);
    if (code.empty()) return refuse(row, "area_without_code", name_in(cells, 0).en);
    if (level != "1" && level != "2") {
        // The country itself is here already.
        if (level == "0") return true;
        list_.findings.add({Severity::information, "area_too_fine", row, {}, code, level, {}});
        return false;
    }
    ListedArea area{row, level.front() - '0', std::move(code), name_in(cells, 0), {}, {}};
    area.country = country_of(cells, area.code);
    area.parent = area.level == 1 ? area.country : cell(cells, Holds::parent, 0);
    if (position) {
        area.latitude = coordinate_of(position->latitude);
        area.longitude = coordinate_of(position->longitude);
    }
    return add(std::move(area));
}

bool AreaGatherer::add_wide(std::int64_t row, const std::vector<std::string>& cells,
                            const std::optional<formats::Position>& position) {
    const auto first = cell(cells, Holds::code, 1), second = cell(cells, Holds::code, 2);
    const int finest = second.empty() ? 1 : 2;
    bool all_taken = !first.empty() || !second.empty();
    if (!all_taken) refuse(row, "area_without_code", name_in(cells, 2).en + name_in(cells, 1).en);
    for (const int level : {1, 2}) {
        const auto& code = level == 1 ? first : second;
        if (code.empty()) continue;
        ListedArea area{row, level, code, name_in(cells, level), country_of(cells, code), {}};
        area.parent = level == 1 ? area.country : first;
        // Names of a wider area need not stand in a list of finer ones.
        if (level < finest && area.name.empty()) continue;
        if (level == finest && position) {
            area.latitude = coordinate_of(position->latitude);
            area.longitude = coordinate_of(position->longitude);
        }
        all_taken = add(std::move(area)) && all_taken;
    }
    return all_taken;
}

void AreaGatherer::add_row(std::int64_t row, const std::vector<std::string>& cells,
                           const std::optional<formats::Position>& inside) {
    if (std::ranges::all_of(cells, [](const std::string& text) { return text.empty(); })) return;
    ++list_.rows;
    const bool is_long = std::ranges::any_of(
        columns_, [](const PlaceColumn& column) { return column.holds == Holds::level; });
    const auto finest = is_long                               ? cell(cells, Holds::code, 0)
                        : cell(cells, Holds::code, 2).empty() ? cell(cells, Holds::code, 1)
                                                              : cell(cells, Holds::code, 2);
    const auto country = country_of(cells, finest);
    if (!country.empty()) ++list_.countries[country];
    if (!country_.empty() && country != country_) {
        ++list_.elsewhere;
        return;
    }
    auto position = inside ? inside : position_in(cells);
    if (position && !is_on_the_globe(*position)) {
        list_.findings.add({Severity::warning, "area_off_the_globe", row, {}, finest, {}, {}});
        position.reset();
    }
    const bool is_taken = is_long ? add_long(row, cells, position) : add_wide(row, cells, position);
    if (!is_taken) ++list_.refused;
}

PlaceList AreaGatherer::take() && {
    std::ranges::stable_sort(list_.areas, {}, &ListedArea::level);
    return std::move(list_);
}

}  // namespace tenpoint::directory
