// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_single_texts.hpp"

#include <set>
#include <string_view>

#include "base/text.hpp"
#include "base/words_in.hpp"
#include "desks/movements/column_cells.hpp"
#include "desks/movements/recognition_personal_words.hpp"
#include "formats/countries.hpp"
#include "formats/dates.hpp"
#include "formats/number.hpp"
#include "formats/position.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t cells_enough = 20;

bool names_keys(std::string_view header) {
    static const auto words = folded_words(
        "id|ids|uid|uuid|key|ref|reference|serial|no|nr|identifiant|cle|"
        "matricule|dossier|clave|folio|expediente|identificador|معرف|رقم|الرقم");
    return has_word_of(folded(header), words);
}

bool is_measured(std::string_view text) {
    return formats::parse_decimal(text) || formats::parse_position(text) ||
           formats::parse_date(text, formats::DateOrder(formats::DayMonthOrder::day_first)) ||
           formats::find_country(text);
}

}  // namespace

bool holds_single_texts(std::span<const SampleRow> rows, const ColumnLayout& layout,
                        std::size_t column) {
    const auto& header = layout.headers[column];
    if (layout.tags[column] || layout.sheet_column == column || names_things(header)) return false;
    const bool of_keys = names_keys(header);
    std::set<std::string_view> different;
    std::size_t filled = 0, measured = 0;
    for_each_filled_cell(rows, layout, column, [&](std::string_view text) {
        ++filled;
        different.insert(text);
        measured += !of_keys && is_measured(text) ? 1 : 0;
    });
    return filled >= cells_enough && different.size() * 10 >= filled * 9 && measured * 2 < filled;
}

}  // namespace tenpoint::movements
