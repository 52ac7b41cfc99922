// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/place_list.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/text.hpp"
#include "desks/directory/area_gathering.hpp"
#include "formats/csv.hpp"
#include "formats/hxl.hpp"
#include "formats/inner_point.hpp"
#include "formats/pcodes.hpp"

namespace tenpoint::directory {
namespace {

namespace json = boost::json;

constexpr std::uintmax_t largest_json = std::uintmax_t{128} << 20;

Problem unreadable(const char* why) {
    return Problem{ProblemCode::unreadable_file, {}, {{"/file", why}}};
}

std::vector<std::string> texts_of(const std::vector<formats::Cell>& cells) {
    std::vector<std::string> texts;
    for (const auto& cell : cells)
        texts.emplace_back(trimmed(cell.text));
    return texts;
}

// The header may stand below a title, and a row of hashtags says more than it.
Result<PlaceList> read_table(formats::TableReader& reader, const std::string& country) {
    std::vector<formats::Cell> cells;
    PlaceColumns columns;
    std::optional<AreaGatherer> gatherer;
    for (int row = 1; reader.next(cells); ++row) {
        const bool may_be_header = row <= formats::hxl_rows_searched;
        if (may_be_header && formats::is_hxl_row(cells)) {
            if (auto tagged = columns_by_hashtag(texts_of(cells)); are_usable(tagged))
                gatherer.emplace(std::move(tagged), country);
            continue;
        }
        if (!gatherer) {
            if (!may_be_header) return unreadable("not_a_place_list");
            if (auto named = columns_by_header(texts_of(cells)); are_usable(named))
                gatherer.emplace(std::move(named), country);
            continue;
        }
        gatherer->add_row(reader.row_number(), texts_of(cells));
    }
    if (!gatherer) return unreadable("not_a_place_list");
    auto list = std::move(*gatherer).take();
    for (const auto& finding : reader.findings())
        list.findings.add(finding);
    return list;
}

std::string text_of_property(const json::value& value) {
    if (const auto* text = value.if_string()) return std::string(trimmed(*text));
    return value.is_null() ? std::string{} : json::serialize(value);
}

Result<PlaceList> read_features(const json::object& document, const std::string& country) {
    const auto* type = document.if_contains("type");
    if (type && type->is_string() && type->as_string() == "Topology") return unreadable("topojson");
    const auto* features = document.if_contains("features");
    if (!features || !features->is_array()) return unreadable("not_a_place_list");
    const auto properties_of = [](const json::value& feature) -> const json::object* {
        const auto* object = feature.if_object();
        const auto* properties = object ? object->if_contains("properties") : nullptr;
        return properties ? properties->if_object() : nullptr;
    };
    std::vector<std::string> header;
    std::set<std::string> named;
    for (const auto& feature : features->get_array())
        if (const auto* properties = properties_of(feature))
            for (const auto& property : *properties)
                if (named.emplace(property.key()).second) header.emplace_back(property.key());
    auto columns = columns_by_header(header);
    if (!are_usable(columns)) return unreadable("not_a_place_list");
    AreaGatherer gatherer(std::move(columns), country);
    std::int64_t row = 0;
    for (const auto& feature : features->get_array()) {
        ++row;
        const auto* properties = properties_of(feature);
        if (!properties) continue;
        std::vector<std::string> cells;
        for (const auto& name : header) {
            const auto* value = properties->if_contains(name);
            cells.push_back(value ? text_of_property(*value) : std::string{});
        }
        const auto* geometry = feature.get_object().if_contains("geometry");
        gatherer.add_row(row, cells,
                         geometry && geometry->is_object()
                             ? formats::inner_point(geometry->get_object())
                             : std::nullopt);
    }
    return std::move(gatherer).take();
}

// Whether it begins as a JSON object does, whatever its name.
bool is_json(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string beginning(64, '\0');
    in.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    std::string_view text(beginning.data(), static_cast<std::size_t>(in.gcount()));
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    text = trimmed(text);
    return text.starts_with('{');
}

Result<PlaceList> read_json_list(const std::filesystem::path& file, const std::string& country) {
    if (std::filesystem::file_size(file) > largest_json) return unreadable("oversized_json");
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto start = text.find('{');
    boost::system::error_code error;
    const auto document = json::parse(std::string_view(text).substr(start), error);
    if (error || !document.is_object()) return unreadable("not_a_place_list");
    return read_features(document.get_object(), country);
}

}  // namespace

Result<PlaceList> read_place_list(const std::filesystem::path& file, const std::string& country) {
    std::error_code error;
    if (std::filesystem::is_regular_file(file, error) && is_json(file))
        return read_json_list(file, country);
    TENPOINT_TRY(reader, formats::open_table(file));
    return read_table(*reader, country);
}

Result<PlaceList> common_place_list(const std::string& country) {
    return read_table(*formats::read_csv(formats::common_pcodes()), country);
}

}  // namespace tenpoint::directory
