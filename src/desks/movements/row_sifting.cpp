// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/row_sifting.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "desks/movements/personal_cells.hpp"
#include "formats/dates.hpp"
#include "formats/number.hpp"

namespace tenpoint::movements {
namespace {

std::vector<std::string> folded_all(const std::vector<std::string>& texts) {
    std::vector<std::string> out;
    for (const auto& text : texts)
        out.push_back(folded(text));
    return out;
}

bool is_blank(std::span<const formats::Cell> cells) {
    return std::ranges::all_of(
        cells, [](const formats::Cell& cell) { return trimmed(cell.text).empty(); });
}

std::string_view text_in_column(std::span<const formats::Cell> cells, std::size_t index) {
    return index < cells.size() ? cells[index].text : std::string_view{};
}

}  // namespace

std::string_view text_standing_alone(std::span<const formats::Cell> cells) {
    std::string_view alone;
    for (const auto& cell : cells) {
        const auto text = trimmed(cell.text);
        if (text.empty()) continue;
        if (!alone.empty() && text != alone) return {};
        alone = text;
    }
    return alone;
}

bool RowSieve::Exception::holds(std::span<const formats::Cell> cells) {
    return cache.find(text_in_column(cells, index), [this](std::string_view cell) -> std::uint32_t {
        return std::ranges::find(texts, folded(cell)) != texts.end() ? 1 : 0;
    }) == 1;
}

bool RowSieve::Filter::leaves_out(std::span<const formats::Cell> cells) {
    const auto met = cache.find(text_in_column(cells, index), [this](std::string_view cell) {
        const auto wanted = folded(cell);
        const bool kept = keep.empty() || std::ranges::find(keep, wanted) != keep.end();
        return !kept || std::ranges::find(skip, wanted) != skip.end() ? 1U : 0U;
    });
    return met == 1 && std::ranges::none_of(
                           unless, [&](Exception& exception) { return exception.holds(cells); });
}

RowSieve::RowSieve(const ColumnLayout& layout, std::span<const PlannedFilter> filters,
                   FindingLog& findings, ReadingSummary& summary)
    : layout_(layout), findings_(findings), summary_(summary) {
    for (const auto& [index, header, filter, is_personal, unless] : filters) {
        std::vector<Exception> exceptions;
        for (std::size_t i = 0; i < unless.size(); ++i)
            exceptions.push_back({unless[i], folded_all(filter.unless[i].texts), {}});
        filters_.push_back({index,
                            header,
                            folded_all(filter.keep),
                            folded_all(filter.skip),
                            filter.reason,
                            is_personal,
                            std::move(exceptions),
                            {}});
    }
}

bool RowSieve::skips(std::int64_t number, std::span<const formats::Cell> cells) {
    return skip_without_meaning(number, cells) || leave_out(number, cells);
}

bool RowSieve::is_header(std::span<const formats::Cell> cells) const {
    const auto own = layout_.own_cells(cells);
    return std::ranges::any_of(layout_.header_texts, [&](const auto& headers) {
        for (std::size_t i = 0; i < own.size(); ++i)
            if (trimmed(own[i].text) != (i < headers.size() ? headers[i] : std::string_view{}))
                return false;
        return !own.empty();
    });
}

// What is said below the table, or above some of its rows. Empty where the row is no note.
std::string_view RowSieve::note_in(std::span<const formats::Cell> cells) const {
    const auto note = text_standing_alone(cells);
    const auto columns =
        std::ranges::count_if(layout_.headers, [](const auto& header) { return !header.empty(); });
    const bool is_word = !formats::parse_date(note) &&
                         formats::parse_count(note).kind == formats::NumberKind::not_a_number;
    return columns >= 3 && is_word ? note : std::string_view{};
}

bool RowSieve::skip_without_meaning(std::int64_t number, std::span<const formats::Cell> cells) {
    skipped_a_gap_ = false;
    if ((cells.empty() || cells.front().text.empty()) && is_blank(cells)) {
        skip(number, "blank_row");
        skipped_a_gap_ = true;
    } else if (number == layout_.hxl_row) {
        skip(number, "hxl_row");
    } else if (is_header(cells)) {
        skip(number, "repeated_header");
    } else if (const auto note = note_in(cells); !note.empty()) {
        skip(number, "note_row", {}, note);
        skipped_a_gap_ = true;
    } else {
        return false;
    }
    return true;
}

bool RowSieve::leave_out(std::int64_t number, std::span<const formats::Cell> cells) {
    for (auto& filter : filters_) {
        if (!filter.leaves_out(cells)) continue;
        const auto text = text_in_column(cells, filter.index);
        ++summary_.skipped;
        ++summary_.skipped_by_reason[filter.reason];
        findings_.add(Severity::information, "left_out", number, filter.header,
                      filter.is_personal ? masked(text) : std::string{text}, filter.reason);
        return true;
    }
    return false;
}

void RowSieve::skip(std::int64_t number, std::string_view reason, std::string_view column,
                    std::string_view text) {
    ++summary_.skipped;
    ++summary_.skipped_by_reason[std::string{reason}];
    findings_.add(Severity::information, reason, number, column, text);
}

}  // namespace tenpoint::movements
