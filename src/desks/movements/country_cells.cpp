// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/country_cells.hpp"

#include <string>

#include "base/text.hpp"
#include "base/words_in.hpp"
#include "desks/movements/column_cells.hpp"
#include "formats/countries.hpp"

namespace tenpoint::movements {
namespace {

bool names_countries(std::string_view header) {
    static const auto words =
        folded_words("country|countries|coa|iso2|iso3|pays|pais|paises|البلد|بلد|الدولة|دولة");
    return has_word_of(folded(header), words);
}

// Codes of admin areas look like those of countries: California, Canada.
bool names_admin_areas(std::string_view header) {
    static const auto words = folded_words(
        "adm1|adm2|adm3|admin|admin1|admin2|admin3|state|province|region|district|"
        "departement|departamento|estado|provincia|municipio|commune|ولاية|محافظة|إقليم");
    return has_word_of(folded(header), words);
}

}  // namespace

bool is_na(std::string_view text) {
    return text.size() == 2 && (text[0] | 0x20) == 'n' && (text[1] | 0x20) == 'a';
}

CountryCells country_cells(std::span<const SampleRow> rows, const ColumnLayout& layout,
                           std::size_t column) {
    CountryCells cells;
    std::size_t filled = 0, countries = 0;
    for_each_filled_cell(rows, layout, column, [&](std::string_view text) {
        ++filled;
        const bool is_number = text.find_first_not_of("0123456789") == text.npos;
        if (is_number || !formats::find_country(text)) return;
        ++countries;
        cells.has_alpha2 = cells.has_alpha2 || (text.size() == 2 && !is_na(text));
    });
    const auto& tag = layout.tags[column];
    const auto& header = layout.headers[column];
    if (tag)
        cells.are_countries = tag->tag == "#country";
    else if (!names_admin_areas(header))
        cells.are_countries =
            names_countries(header) || (filled > 0 && countries * 5 >= filled * 4);
    return cells;
}

}  // namespace tenpoint::movements
