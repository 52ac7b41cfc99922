// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/translations.hpp"
#include "desks/movements/sheet_content.hpp"

namespace tenpoint::movements {

// How the parts of a sheet are named in one language. Holds the content, which outlives it.
class SheetWords {
  public:
    SheetWords(const SheetContent& content, Language language)
        : content_(content), language_(language) {}

    const SheetContent& content() const { return content_; }
    Language language() const { return language_; }

    // The text under `sheet.<key>`.
    std::string text(std::string_view key,
                     std::initializer_list<TextArgument> arguments = {}) const;

    std::string place(std::string_view code) const;
    // Of an alpha-3 code, "unknown", or "" for what is not broken down.
    std::string origin(std::string_view code) const;
    std::string indicator(Indicator indicator) const;
    std::string method(RuleMethod method) const;
    // Of a source's name as a sheet keeps it.
    std::string source(const std::string& name) const;
    std::string sources(std::vector<std::string> names) const;
    // What tells the measure from the others of its sheet: its place, its indicator, or both.
    std::string measure(const SheetMeasure& measure) const;

    std::string stretch(const Stretch& stretch) const;  // "2024"
    std::string when(const Stretch& stretch) const;     // "in 2024"
    std::string change(double share) const;             // "42% fewer than in 2023"
    std::string change_header() const;                  // "Change from 2023"
    std::string other_sources() const;                  // "other sources than in 2023"
    // "January 2024 and March 2024", or how long they are together where they are many.
    std::string stretches(const std::vector<Stretch>& stretches) const;

    std::string number(std::int64_t number) const;
    std::string percent(double share) const;                        // whole from ten per cent on
    std::string list(const std::vector<std::string>& items) const;  // "A, B and C"

  private:
    // The text chooses by `unit`, that of the calendar period {period}, or "days" or "range" {from}
    // a day, a month or a year {to} another: languages set articles before some of them.
    std::string in_time(std::string_view key, const Stretch& stretch) const;

    const SheetContent& content_;
    Language language_;
};

}  // namespace tenpoint::movements
