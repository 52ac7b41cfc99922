// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/mapping.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "desks/movements/column_period.hpp"
#include "record/value_type.hpp"

namespace tenpoint::movements {
namespace {

// Cuts `text` at each `separator` outside double quotes.
std::vector<std::string_view> parts_of(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] == '"') quoted = !quoted;
        if (i < text.size() && (quoted || text[i] != separator)) continue;
        parts.push_back(trimmed(text.substr(begin, i - begin)));
        begin = i + 1;
    }
    return parts;
}

std::string unquoted(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::string{text};
    std::string out;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == '"' && i + 2 < text.size() && text[i + 1] == '"') ++i;
        out += text[i];
    }
    return out;
}

// Whether `word` is a word of the code list, which `member` then takes.
template <class E>
bool take(std::string_view word, std::optional<E>& member) {
    const auto value = record::value_of<E>(word);
    if (value) member = value;
    return value.has_value();
}

// One of the words that say what a column means: a field, or what a count is about.
bool take_word(std::string_view word, ColumnMeaning& column) {
    if (const auto field = record::value_of<Field>(word)) {
        column.field = *field;
        return true;
    }
    column.field = Field::count;
    auto& set = column.set;
    if (column_period_from_text(word)) {
        set.period = word;
        return true;
    }
    if (take(word, set.indicator) || take(word, set.sex) || take(word, set.age) ||
        take(word, set.profile))
        return true;
    column.field = Field::dimension;
    return take(word, column.report);
}

bool same_column(const ColumnMeaning& a, const ColumnMeaning& b) {
    return a.number == b.number && folded(a.column) == folded(b.column);
}

}  // namespace

Result<std::vector<ColumnMeaning>> columns_from_short_form(std::string_view text) {
    std::vector<ColumnMeaning> columns;
    std::vector<FieldProblem> problems;
    for (const auto part : parts_of(text, ',')) {
        const auto pointer = fmt::format("/map/{}", columns.size());
        auto& column = columns.emplace_back();
        const auto sides = parts_of(part, '=');
        if (sides.size() != 2 || sides[0].empty()) {
            problems.push_back({pointer, "not_a_mapping_field", {std::string{part}}});
            continue;
        }
        const auto name = sides[0];
        const auto read =
            name.front() == '#'
                ? std::from_chars(name.data() + 1, name.data() + name.size(), column.number)
                : std::from_chars_result{name.data(), std::errc{}};
        if (read.ptr != name.data() + name.size()) {
            column.number = 0;
            column.column = unquoted(name);
        }
        for (const auto word : parts_of(sides[1], '+'))
            if (!take_word(word, column))
                problems.push_back({pointer, "not_a_mapping_field", {std::string{word}}});
    }
    if (!problems.empty())
        return Problem{ProblemCode::invalid_fields, "--map", std::move(problems)};
    return columns;
}

Mapping with_columns(Mapping mapping, const std::vector<ColumnMeaning>& columns) {
    for (const auto& column : columns) {
        const auto known = std::ranges::find_if(
            mapping.columns, [&](const auto& other) { return same_column(other, column); });
        if (known == mapping.columns.end())
            mapping.columns.push_back(column);
        else
            *known = column;
    }
    return mapping;
}

}  // namespace tenpoint::movements
