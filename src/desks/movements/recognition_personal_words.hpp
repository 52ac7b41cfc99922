// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tenpoint::movements {

// What a header says of whether its column tells who somebody is, or how to reach them.
enum class PersonalHeader {
    none,
    perhaps,  // unless its cells are groups of people: "Head of household" above "female"
    plain,
};

// By words in English, French, Spanish and Arabic, and by names of persons: "Child’s name", "Name
// of the head of household", but not "Name of the camp". "N°", "Nº", "No." and "Number" are one
// word.
PersonalHeader personal_header(std::string_view header);

// "Municipio", "Partner organisation", "Vessel": names, of which each row may have its own, and yet
// none of persons.
bool names_things(std::string_view header);

}  // namespace tenpoint::movements
