// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/reading_lookup.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "base/text.hpp"
#include "desks/movements/area_words.hpp"
#include "desks/movements/reading_categories.hpp"
#include "formats/countries.hpp"
#include "formats/nationalities.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t most_suggestions = 1000;  // of one column

std::int32_t days(Day day) {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}

Code origin_code(const formats::Country& country, SegmentWriter& segment) {
    return country.alpha3 == "UNK" ? code_unknown : segment.origin(country.alpha3);
}

// "SYR, IRQ" or "Mali / Niger": more than one country, all of them known.
bool is_list_of_countries(std::string_view text) {
    std::size_t countries = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(",;/&+"), text.size());
        const auto part = trimmed(text.substr(0, end));
        if (part.empty() || !formats::find_country(part)) return false;
        ++countries;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return countries > 1;
}

// All categories of a column are unknown where a text is none.
Settings unknown_category(Field field) {
    Settings set;
    if (field == Field::sex) set.sex = Sex::unknown;
    if (field == Field::age) set.age = AgeGroup::unknown;
    if (field == Field::profile) set.profile = Profile::unknown;
    return set;
}

Settings all_categories(Field field) {
    Settings set;
    if (field == Field::sex) set.sex = Sex::all;
    if (field == Field::age) set.age = AgeGroup::all;
    if (field == Field::profile) set.profile = Profile::all;
    return set;
}

constexpr std::size_t most_codes_named = 5;

std::string joined_codes(const std::vector<std::string>& places) {
    std::string codes;
    for (std::size_t i = 0; i < places.size() && i < most_codes_named; ++i)
        codes += (i > 0 ? ", " : "") + places[i];
    return places.size() > most_codes_named ? codes + " …" : codes;
}

// Of several places of one name the only one as deep as the header says ("Region", "admin2"), else
// the only one right below what the row has named; all of them where neither tells.
std::vector<std::string> nearest_of(std::vector<std::string> places, std::string_view header,
                                    const std::string& area, const PlaceLookup& lookup) {
    const auto keep_only = [&](auto is) {
        if (std::ranges::count_if(places, is) != 1) return false;
        places = {*std::ranges::find_if(places, is)};
        return true;
    };
    const auto named = area_header(header);
    const bool has_depth = named && named->depth > 0;
    if (has_depth &&
        keep_only([&](const std::string& place) { return lookup.depth_of(place) == named->depth; }))
        return places;
    if (!area.empty())
        keep_only([&](const std::string& place) { return lookup.parent_of(place) == area; });
    return places;
}

CellFinding na_is_unknown() {
    return {Severity::warning, "na_is_unknown", "NAM", ""};
}

bool settles(const Settings& set, Field field) {
    return (field == Field::sex && set.sex) || (field == Field::age && set.age) ||
           (field == Field::profile && set.profile) || (field == Field::indicator && set.indicator);
}

bool is_all_in(const Settings& set, Field field) {
    return (field == Field::sex && set.sex == Sex::all) ||
           (field == Field::age && set.age == AgeGroup::all) ||
           (field == Field::profile && set.profile == Profile::all);
}

std::string_view expected_words(Field field) {
    switch (field) {
        case Field::sex:
            return "female, male, other";
        case Field::age:
            return "adult, child, 0-4, 5-11, 12-17, 18-59, 60+";
        case Field::profile:
            return "refugee, asylum seeker, unaccompanied child, family member";
        default:
            return "crossing, arrival, encounter, return_received, death";
    }
}

}  // namespace

CodedSettings::CodedSettings(const Settings& set, MetPlaces& places, SegmentWriter& segment) {
    if (set.place) set_place(places.code_of(places.lookup().find(*set.place)));
    if (set.origin) set_origin(origin_code(*formats::find_country(*set.origin), segment));
    if (set.indicator) indicator_ = *set.indicator, mask_ |= has_indicator;
    if (set.sex) sex_ = *set.sex, mask_ |= has_sex;
    if (set.age) age_ = *set.age, mask_ |= has_age;
    if (set.profile) profile_ = *set.profile, mask_ |= has_profile;
}

LookupColumn::LookupColumn(PlannedColumn column, bool finer_place, MetPlaces& places,
                           SegmentWriter& segment)
    : column_(std::move(column)), finer_place_(finer_place), places_(places), segment_(segment) {
    if (!is_dimension()) return;
    const auto& name = column_.meaning.name;
    dimension_ = segment.add_dimension(name.empty() ? column_.header : name);
}

std::uint32_t LookupColumn::add(std::string_view text) {
    if (meanings_.size() > column_cache_texts) meanings_.pop_back();
    meanings_.push_back(interpret(trimmed(text)));
    return static_cast<std::uint32_t>(meanings_.size() - 1);
}

CellMeaning LookupColumn::interpret(std::string_view text) {
    CellMeaning meaning;
    const bool listed = take_values(text, meaning);
    meaning.is_blank = text.empty() && !listed;
    if (meaning.is_blank && column_.has_constant) return meaning;
    switch (column_.meaning.field) {
        case Field::dimension:
            meaning.is_total = names_all(text);
            meaning.may_be_total = is_total_label(text);
            meaning.total_row = (column_.totals_are_sums && meaning.may_be_total) || sums_up(text);
            meaning.word = is_unknown_word(text) ? code_unknown
                           : meaning.is_total    ? code_all
                                                 : segment_.word(dimension_, text);
            break;
        case Field::place:
            if (!listed) read_place(text, meaning);
            break;
        case Field::origin:
            if (!listed) read_origin(text, meaning);
            break;
        default:
            if (!listed) read_category(text, meaning);
    }
    // What all rows are tells none of them from its parts.
    meaning.is_total = meaning.is_total && !column_.only_totals;
    return meaning;
}

bool LookupColumn::names_all(std::string_view text) const {
    return is_total_word(text) || names_all_of_them(text) ||
           (column_.meaning.field == Field::sex && is_both_sexes(text));
}

bool LookupColumn::sums_up(std::string_view text) const {
    return !column_.sums.empty() &&
           std::ranges::find(column_.sums, folded(text)) != column_.sums.end();
}

bool LookupColumn::may_name_a_place() const {
    return column_.meaning.field == Field::place ||
           std::ranges::any_of(column_.meaning.values, [](const ValueMeaning& value) {
               return value.set.place.has_value();
           });
}

void LookupColumn::take_all(Observation& observation) const {
    switch (column_.meaning.field) {
        case Field::origin:
            if (observation.origin == code_unknown) observation.origin = code_all;
            break;
        case Field::sex:
            if (observation.sex == Sex::unknown) observation.sex = Sex::all;
            break;
        case Field::age:
            if (observation.age == AgeGroup::unknown) observation.age = AgeGroup::all;
            break;
        case Field::profile:
            if (observation.profile == Profile::unknown) observation.profile = Profile::all;
            break;
        default:
            break;
    }
}

bool LookupColumn::take_values(std::string_view text, CellMeaning& meaning) {
    const auto wanted = folded(text);
    bool listed = false;
    for (const auto& value : column_.meaning.values) {
        if (folded(value.text) != wanted) continue;
        listed = true;
        meaning.is_total = is_all_in(value.set, column_.meaning.field);
        const CodedSettings set(value.set, places_, segment_);
        if (!value.from && !value.until)
            meaning.set = set;
        else
            meaning.dated.push_back(
                {value.from ? days(*value.from) : std::numeric_limits<std::int32_t>::min(),
                 value.until ? days(*value.until) : std::numeric_limits<std::int32_t>::max(), set});
    }
    return listed;
}

void LookupColumn::read_place(std::string_view text, CellMeaning& meaning) {
    if (is_total_word(text)) {
        meaning.total_row = true;
        return;
    }
    if (is_na(text) && column_.countries.are_countries && !column_.countries.has_alpha2) {
        meaning.say(na_is_unknown());
        return;
    }
    const auto found = places_.lookup().find_all(text, sense());
    meaning.by_area = finer_place_ || found.size() > 1;
    if (meaning.by_area) return;
    if (!found.empty()) {
        meaning.set.set_place(places_.code_of(found.front()));
    } else if (is_unknown_word(text)) {
        return;  // the mapping may name one for all rows
    } else if (is_total_label(text)) {
        meaning.total_row = true;
    } else {
        meaning.say({Severity::error, "unknown_place", "",
                     may_suggest() ? places_.lookup().suggest(text) : std::string{}});
    }
}

const CellMeaning& LookupColumn::read_within(std::string_view text, Code area) {
    const auto interpret = [&] { return interpret_within(trimmed(text), places_.text_of(area)); };
    if (last_read_ >= column_cache_texts) return not_kept_ = interpret();
    const std::array pair{area, last_read_};
    const std::string_view key{reinterpret_cast<const char*>(pair.data()), sizeof pair};
    const auto index = cache_within_.find(key, [&](std::string_view) {
        if (meanings_within_.size() > column_cache_texts) meanings_within_.pop_back();
        meanings_within_.push_back(interpret());
        return static_cast<std::uint32_t>(meanings_within_.size() - 1);
    });
    return meanings_within_[index];
}

// Names of places come again all over the world: they are sought in the area that the row has
// named already. A blank cell leaves the row there.
CellMeaning LookupColumn::interpret_within(std::string_view text, const std::string& area) {
    CellMeaning meaning;
    const auto& lookup = places_.lookup();
    const auto found = lookup.find_all(text, sense());
    if (found.empty() && is_unknown_word(text)) return meaning;
    const auto holds_area = [&](const std::string& place) {
        return lookup.lies_within(area, place);
    };
    std::vector<std::string> within;
    for (const auto& place : found)
        if (area.empty() || (place != area && lookup.lies_within(place, area)))
            within.push_back(place);
    // "México" below Mexico is the state.
    const bool is_area = !area.empty() && std::ranges::any_of(found, holds_area);
    if (is_area && within.size() != 1) return meaning;
    // What the mapping names for all rows need not hold the places of the cells.
    if (within.empty() && !finer_place_) within = found;
    if (within.size() > 1) within = nearest_of(std::move(within), column_.header, area, lookup);
    if (within.size() == 1) {
        meaning.set.set_place(places_.code_of(within.front()));
    } else if (!within.empty()) {
        meaning.say({Severity::error, "ambiguous_place", joined_codes(within), ""});
    } else if (!found.empty()) {
        meaning.say({Severity::error, "place_elsewhere", area, ""});
    } else {
        meaning.say({Severity::error, "unknown_place", "",
                     may_suggest() ? lookup.suggest(text, area) : std::string{}});
    }
    return meaning;
}

void LookupColumn::read_origin(std::string_view text, CellMeaning& meaning) {
    if (is_na(text) && !column_.countries.has_alpha2) {
        meaning.set.set_origin(code_unknown);
        meaning.say(na_is_unknown());
        return;
    }
    const bool is_region = names_a_region(text);
    const bool is_subtotal = column_.subtotals_are_sums && is_subtotal_label(text);
    if (is_subtotal || (is_region && column_.regions_are_sums)) {
        meaning.total_row = true;
        return;
    }
    const auto* country = formats::find_nationality(text);
    if (!country) country = formats::find_country_by_number(text);
    if (country) {
        meaning.set.set_origin(origin_code(*country, segment_));
    } else if (names_all(text)) {
        meaning.set.set_origin(code_all);
        meaning.is_total = true;
    } else if (is_unknown_word(text)) {
        meaning.set.set_origin(code_unknown);
    } else if (is_region || is_list_of_countries(text)) {
        meaning.set.set_origin(code_unknown);
        meaning.say({Severity::warning, "several_countries", "", ""});
    } else if (is_total_label(text)) {
        meaning.total_row = true;
    } else {
        const bool may = may_suggest();
        const auto* near = may ? formats::suggest_country(text) : nullptr;
        const auto several = may && !near ? formats::countries_named_in_part(text) : std::string{};
        meaning.say({Severity::error, "unknown_country",
                     several.empty() ? "VEN, Venezuela" : several,
                     near ? near->alpha3 : std::string{}});
    }
}

// A suggestion compares a text with every name there is. A column of a thousand unknown texts is no
// column of slips, and must not hold the import up.
bool LookupColumn::may_suggest() {
    return suggestions_sought_++ < most_suggestions;
}

CountrySense LookupColumn::sense() const {
    return column_.countries.are_countries ? CountrySense::first : CountrySense::by_name;
}

// Letters that stand below the rows by which the plan was made.
void LookupColumn::learn_letter(std::string_view text, std::optional<Settings>& set,
                                CellMeaning& meaning) {
    letters_.learn(text);
    if (text == "M" || text == "m") {
        if (letters_.m_is_female()) set = Settings{.sex = Sex::female};
        m_is_male_ = !letters_.m_is_female();
    } else if (m_is_male_ && letters_.m_is_female() && (text == "H" || text == "h")) {
        meaning.say({Severity::warning, "m_beside_h", "", ""});
    }
}

void LookupColumn::read_category(std::string_view text, CellMeaning& meaning) {
    const auto field = column_.meaning.field;
    auto set = category_from_text(text);
    if (field == Field::sex) learn_letter(text, set, meaning);
    const bool known = set && settles(*set, field);
    if (field == Field::indicator) {
        if (!known)
            meaning.say(
                {Severity::error, "unknown_indicator", std::string{expected_words(field)}, ""});
    } else if (names_all(text)) {
        set = all_categories(field);
        meaning.is_total = true;
    } else if (!known) {
        set = unknown_category(field);
        if (!is_unknown_word(text))
            meaning.say(
                {Severity::warning, "unknown_category", std::string{expected_words(field)}, ""});
    }
    if (set) meaning.set = CodedSettings(*set, places_, segment_);
}

}  // namespace tenpoint::movements
