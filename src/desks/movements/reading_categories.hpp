// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "desks/movements/mapping.hpp"

namespace tenpoint::movements {

// What a word of a sex, age, profile or indicator column means, in English, French, Spanish and
// Arabic and as the enumerations of codes.hpp have it: "Mujeres" is female, "0-4" that age group,
// "girls" female and child. "men" and "women" say nothing of age: many sources include children.
std::optional<Settings> category_from_text(std::string_view text);

// The letters for men and women that stand side by side. "M" is for women beside "H" (Hombres,
// Mujeres), but for men beside "F" (Hommes, Femmes).
class SexLetters {
  public:
    void learn(std::string_view word);
    bool m_is_female() const { return h_ && !f_; }

  private:
    bool h_ = false, f_ = false;
};

// "Total", "Ensemble", "Todos", "الإجمالي" …: the figure is not broken down here.
bool is_total_word(std::string_view text);

// "All routes", "todas las rutas", "toutes les routes", "جميع الطرق", but no "all others". Places
// may be called so.
bool names_all_of_them(std::string_view text);

// "M+F", "H/M", "HM", "Men and women": both sexes together.
bool is_both_sexes(std::string_view text);

// All of these, and what a total is of: "Subtotal Africa", "Africa Total", "Total général".
bool is_total_label(std::string_view text);

// "Subtotal", "Sous-total Afrique": of some of the rows, and not of all.
bool is_subtotal_label(std::string_view text);

// A continent or a part of one, in the four languages: "West Africa", "América Central".
bool names_a_region(std::string_view text);

// Blank, "n/a", "unknown", "Non précisé", "Se desconoce", "غير معروف" …: the source did not know.
bool is_unknown_word(std::string_view text);

}  // namespace tenpoint::movements
