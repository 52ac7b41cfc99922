// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_personal.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/words_in.hpp"
#include "desks/movements/column_cells.hpp"
#include "desks/movements/personal_cells.hpp"
#include "desks/movements/reading_categories.hpp"
#include "desks/movements/recognition_personal_words.hpp"

namespace tenpoint::movements {
namespace {

bool is_of_a_group(std::string_view text) {
    static const auto answers = folded_words("yes|no|y|n|oui|non|si|نعم|لا|true|false");
    return category_from_text(text) || answers.contains(folded(text));
}

// What the cells of a column are, each a number of them.
struct Looked {
    std::size_t filled = 0, reaching = 0, holding = 0, bare_numbers = 0, short_numbers = 0,
                of_groups = 0;
};

Looked look_for_persons(std::span<const SampleRow> rows, const ColumnLayout& layout,
                        std::size_t column) {
    Looked look;
    for_each_filled_cell(rows, layout, column, [&](std::string_view text) {
        ++look.filled;
        const bool reaches = reaches_somebody(text);
        look.reaching += reaches ? 1 : 0;
        look.holding += !reaches && holds_how_to_reach(text) ? 1 : 0;
        look.bare_numbers += is_bare_number(text) ? 1 : 0;
        look.short_numbers += is_short_number(text) ? 1 : 0;
        look.of_groups += is_of_a_group(text) ? 1 : 0;
    });
    return look;
}

}  // namespace

PersonalSign personal_sign(std::span<const SampleRow> rows, const ColumnLayout& layout,
                           std::size_t column) {
    const auto look = look_for_persons(rows, layout, column);
    if (look.reaching > 0 && look.reaching * 2 >= look.filled) return PersonalSign::cells;
    const auto& tag = layout.tags[column];
    auto named = personal_header(layout.headers[column]);
    if (tag && tag->tag == "#contact") named = PersonalHeader::plain;
    // "Telephone" above counts is a way in which people were reached.
    if (look.filled > 0 && look.short_numbers * 2 >= look.filled) named = PersonalHeader::none;
    if (named == PersonalHeader::perhaps && look.of_groups * 2 >= look.filled && look.filled > 0)
        named = PersonalHeader::none;
    if (named != PersonalHeader::none) return PersonalSign::header;
    if (look.bare_numbers > 0 && look.bare_numbers * 5 >= look.filled * 4)
        return PersonalSign::numbers;
    return look.holding > 0 || look.reaching > 0 ? PersonalSign::within : PersonalSign::none;
}

}  // namespace tenpoint::movements
