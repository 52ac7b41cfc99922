// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/finding.hpp"
#include "desks/movements/column_cache.hpp"
#include "desks/movements/going_on.hpp"
#include "desks/movements/met_places.hpp"
#include "desks/movements/reading_categories.hpp"
#include "desks/movements/reading_plan.hpp"
#include "desks/movements/segment_writer.hpp"

namespace tenpoint::movements {

// What is to be said about each cell with a certain text.
struct CellFinding {
    Severity severity{};
    std::string code;
    std::string expected;
    std::string suggestion;
};

// Settings in the codes of one segment.
class CodedSettings {
  public:
    CodedSettings() = default;
    // The place and origin must be known (plan_reading checks them).
    CodedSettings(const Settings& set, MetPlaces& places, SegmentWriter& segment);

    void set_place(Code place) { place_ = place, mask_ |= has_place; }
    void set_origin(Code origin) { origin_ = origin, mask_ |= has_origin; }
    void apply(Observation& observation) const {
        if (mask_ & has_indicator) observation.indicator = indicator_;
        if (mask_ & has_place) observation.place = place_;
        if (mask_ & has_origin) observation.origin = origin_;
        if (mask_ & has_sex) observation.sex = sex_;
        if (mask_ & has_age) observation.age = age_;
        if (mask_ & has_profile) observation.profile = profile_;
    }

  private:
    enum Mask : unsigned {
        has_indicator = 1,
        has_place = 2,
        has_origin = 4,
        has_sex = 8,
        has_age = 16,
        has_profile = 32,
    };

    unsigned mask_ = 0;
    Indicator indicator_{};
    Code place_ = code_unknown;
    Code origin_ = code_all;
    Sex sex_{};
    AgeGroup age_{};
    Profile profile_{};
};

// Settings that hold while a row's period begins within [from, until], in days since 1970.
struct DatedSettings {
    std::int32_t from = 0;
    std::int32_t until = 0;
    CodedSettings set;
};

// What one text of a column means. Rarely is anything to be said about it, and then it stands
// apart: meanings are read here and there, cell by cell.
struct CellMeaning {
    CodedSettings set;
    std::vector<DatedSettings> dated;
    Code word = code_all;       // of a dimension
    bool total_row = false;     // the row is the table's own sum
    bool may_be_total = false;  // it is, if the rows above add up to it
    bool is_total = false;      // a word for the total: figures are not broken down here
    bool is_blank = false;      // nothing is said, not even by the mapping
    bool by_area = false;  // a place's name, which says more within what the row has named before
    std::unique_ptr<const CellFinding> finding;

    void say(CellFinding said) { finding = std::make_unique<CellFinding>(std::move(said)); }
    void apply(Observation& observation, std::int32_t first_day) const {
        set.apply(observation);
        for (const auto& each : dated)
            if (each.from <= first_day && first_day <= each.until) each.set.apply(observation);
    }
};

// Reads the cells of a column whose texts come again and again: places, countries, categories,
// dimensions.
class LookupColumn {
  public:
    // `finer_place`: a place column with another one before it, "district" behind "province".
    LookupColumn(PlannedColumn column, bool finer_place, MetPlaces& places, SegmentWriter& segment);

    std::string_view text_in(std::span<const formats::Cell> cells) {
        return text_going_on(cells, column_, above_);
    }
    const std::string& header() const { return column_.header; }
    bool is_dimension() const { return column_.meaning.field == Field::dimension; }
    // Where, or from where, people are, or what the table itself tells them apart by.
    bool is_of_whom() const {
        return is_dimension() || column_.meaning.field == Field::place ||
               column_.meaning.field == Field::origin;
    }
    // By its cells, or by what the mapping says of their texts.
    bool may_name_a_place() const;
    // Whether a blank means all beside a word for the total.
    bool blanks_are_all() const { return column_.blanks_are_all; }
    // Sets its member to all categories.
    void take_all(Observation& observation) const;
    const CellMeaning& read(std::string_view text) {
        last_read_ = cache_.find(text, [this](std::string_view cell) { return add(cell); });
        return meanings_[last_read_];
    }
    // The text that was read last as a place within `area`, which the row's other cells or the
    // mapping have named.
    const CellMeaning& read_within(std::string_view text, Code area);

  private:
    std::uint32_t add(std::string_view text);
    CellMeaning interpret(std::string_view text);
    bool take_values(std::string_view text, CellMeaning& meaning);
    bool names_all(std::string_view text) const;
    bool sums_up(std::string_view text) const;
    void read_place(std::string_view text, CellMeaning& meaning);
    CellMeaning interpret_within(std::string_view text, const std::string& area);
    void read_origin(std::string_view text, CellMeaning& meaning);
    void read_category(std::string_view text, CellMeaning& meaning);
    bool may_suggest();
    CountrySense sense() const;
    void learn_letter(std::string_view text, std::optional<Settings>& set, CellMeaning& meaning);

    PlannedColumn column_;
    std::string above_;  // the last text of a column that goes on
    bool finer_place_;
    MetPlaces& places_;
    SegmentWriter& segment_;
    std::size_t dimension_ = 0;
    std::size_t suggestions_sought_ = 0;
    SexLetters letters_;
    bool m_is_male_ = false;
    ColumnCache cache_;
    std::vector<CellMeaning> meanings_;
    std::uint32_t last_read_ = 0;
    ColumnCache cache_within_;  // by area and text, by their numbers
    std::vector<CellMeaning> meanings_within_;
    CellMeaning not_kept_;  // of a text that has no number of its own
};

}  // namespace tenpoint::movements
