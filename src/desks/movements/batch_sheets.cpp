// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/batch_sheets.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <vector>

#include "formats/sheet_name.hpp"
#include "formats/table.hpp"

namespace tenpoint::movements {
namespace {

// Empty where the batch does not say it.
std::set<std::string> names_of_joined(const Batch& batch) {
    std::set<std::string> names;
    const auto* listed = batch.mapping.value.if_contains("joined_sheets");
    if (!listed || !listed->is_array()) return names;
    for (const auto& name : listed->get_array())
        if (name.is_string()) names.emplace(name.get_string());
    return names;
}

// "*" may hold "Jan", and "book.xlsx#*" "book.xlsx#Jan".
bool is_in_the_same_book(std::string_view joined, std::string_view one) {
    return one.starts_with(joined.substr(0, joined.size() - formats::alike_sheets.size()));
}

bool may_have_joined_the_same(const Batch& a, const Batch& b) {
    const auto names_a = names_of_joined(a), names_b = names_of_joined(b);
    return names_a.empty() || names_b.empty() ||
           std::ranges::any_of(names_a, [&](const auto& name) { return names_b.contains(name); });
}

}  // namespace

bool stands_for_alike_sheets(std::string_view sheet) {
    return sheet.ends_with(formats::alike_sheets);
}

record::JsonObject without_joined_sheets(record::JsonObject mapping) {
    mapping.value.erase("joined_sheets");
    return mapping;
}

std::string sheet_of_corrections(const Batch& batch) {
    const bool is_one = !batch.sheet.empty() && !stands_for_alike_sheets(batch.sheet);
    std::vector<std::string> taken;
    return formats::free_sheet_name(
        is_one ? batch.sheet : std::filesystem::path(batch.file_name).stem().string(), taken);
}

bool holds_sheet(const Batch& joined, const Batch& one) {
    if (!stands_for_alike_sheets(joined.sheet) || stands_for_alike_sheets(one.sheet)) return false;
    const auto names = names_of_joined(joined);
    if (names.empty()) return is_in_the_same_book(joined.sheet, one.sheet);
    return names.contains(one.sheet) || one.sheet == sheet_of_corrections(joined);
}

bool may_share_a_sheet(const Batch& a, const Batch& b) {
    if (a.sheet.empty() || b.sheet.empty() || holds_sheet(a, b) || holds_sheet(b, a)) return true;
    return a.sheet == b.sheet &&
           (!stands_for_alike_sheets(a.sheet) || may_have_joined_the_same(a, b));
}

}  // namespace tenpoint::movements
