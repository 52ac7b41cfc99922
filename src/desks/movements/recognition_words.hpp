// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/period.hpp"
#include "desks/movements/mapping.hpp"
#include "formats/hxl.hpp"

namespace tenpoint::movements {

// What a header or a hashtag suggests; `set` is what a count is about.
struct SuggestedMeaning {
    Field field = Field::dimension;
    Settings set;
    int confidence = 0;  // 0 to 100
};

// By the words of a header in English, French, Spanish or Arabic: surest where the whole header is
// known, less where it only holds a known word ("Number of women", "Month End").
std::optional<SuggestedMeaning> meaning_of_header(std::string_view header);

// "numberMales", as programs name it, is "number Males"; nothing else changes.
std::string parted_at_capitals(std::string_view header);

// "% women", "Taux de retour": figures that count nobody.
bool names_a_share(std::string_view header);

// By a hashtag of HXL 1.1: #date, #country+origin, #affected+f+children, #geo+lat …, and as HDX
// lays out indicators: #indicator+name, #indicator+value+num. Tags that name no field, such as
// #sector or #org, are dimensions.
SuggestedMeaning meaning_of_tag(const formats::HxlTag& tag);

// Of what part of a year a column has the numbers, by its header: "Week", "Trimestre",
// "Semestre"; else months.
struct NumberedPart {
    PeriodUnit unit = PeriodUnit::month;
    bool epidemiological = false;  // of a week
    bool half_years = false;       // none of the units
};
NumberedPart numbered_part(std::string_view header);

// "People in need of protection", "Autres personnes": the header names persons.
bool names_people(std::string_view header);

// "Cumulative arrivals", "Acumulado desde enero": all figures up to the row's date.
bool names_running_total(std::string_view header);

// "Nombre de retours", whether received or carried out.
bool names_returns(std::string_view header);

// "Fiscal year", "FY".
bool names_fiscal_year(std::string_view header);

}  // namespace tenpoint::movements
