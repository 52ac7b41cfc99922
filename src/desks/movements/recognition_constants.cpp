// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_constants.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "base/words_in.hpp"
#include "desks/movements/reading_categories.hpp"
#include "formats/countries.hpp"
#include "record/value_type.hpp"

namespace tenpoint::movements {
namespace {

// "País", "Country name": which country of a person or place, the header leaves open.
bool names_countries_alone(std::string_view header) {
    static const auto words = folded_words(
        "country|countries|pays|pais|paises|البلد|بلد|البلدان|الدولة|دولة|الدول|name|names|code|"
        "codes|iso|iso2|iso3|nom|nombre|codigo|اسم|رمز");
    const auto plain = folded(header);
    bool all = !plain.empty();
    for_each_word(plain, ' ', [&](std::string_view word) { all = all && words.contains(word); });
    return all;
}

std::optional<std::string> constant_of(Field field, const Mapping& mapping) {
    const auto& set = mapping.set;
    if (field == Field::place) return set.place;
    if (field == Field::origin) return set.origin;
    if (field == Field::indicator && set.indicator)
        return std::string{record::word_of(*set.indicator)};
    return std::nullopt;
}

const formats::Country* country_in(std::string_view text) {
    const auto* country = formats::find_country(text);
    return country && !country->is_group() ? country : nullptr;
}

// The different texts of a column but for those that name no single one.
std::set<std::string_view> texts_in(std::span<const SampleRow* const> data, std::size_t column) {
    std::set<std::string_view> texts;
    for (const auto* row : data) {
        const auto text =
            column < row->texts.size() ? trimmed(row->texts[column]) : std::string_view{};
        if (!is_unknown_word(text) && !is_total_label(text) && !names_a_region(text))
            texts.insert(text);
    }
    return texts;
}

// Looks at the texts of one column beside a constant.
class Contested {
  public:
    Contested(std::span<const SampleRow* const> data, const RecognisedColumn& column,
              std::string constant, const PlaceLookup* places)
        : texts_(texts_in(data, column.number - 1)),
          field_(column.field),
          constant_(std::move(constant)),
          places_(places) {}

    template <class Is>
    bool mostly(Is is) const {
        const auto such = static_cast<std::size_t>(std::ranges::count_if(texts_, is));
        return such > 0 && such * 2 >= texts_.size();
    }
    // The few that are not known would be lost.
    bool is_known() const {
        const auto known = static_cast<std::size_t>(
            std::ranges::count_if(texts_, [&](std::string_view text) { return knows(text); }));
        return known > 0 && known * 10 >= texts_.size() * 9;
    }
    bool holds_countries() const { return mostly(country_in); }

    // "Panama" in each row beside its province: the constant says more.
    bool only_holds_constant() const {
        if (!places_ || texts_.empty()) return false;
        const auto place = places_->find(constant_);
        return std::ranges::all_of(texts_, [&](std::string_view text) {
            const auto area = places_->find(text);
            return !area.empty() && area != place && places_->lies_within(place, area);
        });
    }

    // Countries of the region that the constant names.
    bool lies_within_constant() const {
        if (!places_) return false;
        const auto area = places_->find(constant_);
        return !area.empty() && mostly([&](std::string_view text) {
            const auto place = places_->find(text);
            return !place.empty() && place != area && places_->lies_within(place, area);
        });
    }

    bool says_the_constant() const {
        return !texts_.empty() && std::ranges::all_of(texts_, [&](std::string_view text) {
            return !place_of(text).empty() && place_of(text) == place_of(constant_);
        });
    }

  private:
    std::string place_of(std::string_view text) const {
        if (field_ != Field::place) return {};
        if (places_) return places_->find(text);
        const auto* country = country_in(text);
        return country ? country->alpha3 : std::string{};
    }
    bool knows(std::string_view text) const {
        if (field_ == Field::indicator) {
            const auto category = category_from_text(text);
            return category && category->indicator;
        }
        if (field_ == Field::place && places_) return !places_->find_all(text).empty();
        return country_in(text) != nullptr;
    }

    std::set<std::string_view> texts_;
    Field field_;
    std::string constant_;
    const PlaceLookup* places_;
};

bool names_origins(const Recognition& found) {
    return found.mapping.set.origin ||
           std::ranges::any_of(found.columns, [](const RecognisedColumn& column) {
               return column.field == Field::origin ||
                      (column.field == Field::count && column.set.origin);
           });
}

}  // namespace

void settle_constants(Recognition& found, std::span<const SampleRow* const> data,
                      const PlaceLookup* places) {
    for (auto& column : found.columns) {
        if (column.by == RecognisedBy::mapping) continue;
        const auto constant = constant_of(column.field, found.mapping);
        if (!constant) continue;
        const Contested texts(data, column, *constant, places);
        const auto say = [&](const char* code) {
            const auto& name = column.header.empty() ? column.hashtag : column.header;
            found.remarks.push_back({Severity::warning, code, 0, name, name, *constant, ""});
        };
        const bool may_be_origin = column.field == Field::place && texts.holds_countries() &&
                                   names_countries_alone(column.header) && !names_origins(found) &&
                                   !texts.lies_within_constant();
        const bool is_guess = column.by == RecognisedBy::samples;
        if (texts.says_the_constant()) continue;
        const bool is_wider = column.field == Field::place && texts.only_holds_constant();
        if (!is_wider && may_be_origin && column.by == RecognisedBy::header) {
            column.field = Field::origin;
            say("countries_as_origin");
        } else if (!is_wider && !is_guess && texts.is_known()) {
            say("column_stands");
        } else {
            column.field = Field::dimension;
            say("constant_stands");
        }
    }
}

}  // namespace tenpoint::movements
