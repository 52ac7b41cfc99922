// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/sheet_composition_words.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>
#include <unicode/listformatter.h>

#include "desks/movements/sheet_content_stretch.hpp"
#include "formats/countries.hpp"
#include "formats/document_locale.hpp"
#include "record/value_type.hpp"

namespace tenpoint::movements {
namespace {

// The first and last year, month or day of a stretch that is no calendar period.
std::pair<Period, Period> ends_of(const Stretch& stretch) {
    for (const auto unit : {PeriodUnit::year, PeriodUnit::month, PeriodUnit::day}) {
        const auto first = Period::containing(stretch.from, unit);
        const auto last = Period::containing(stretch.to, unit);
        if (first.first_day() == stretch.from && last.last_day() == stretch.to)
            return {first, last};
    }
    throw std::logic_error("a stretch that is not whole days");
}

}  // namespace

std::string SheetWords::text(std::string_view key,
                             std::initializer_list<TextArgument> arguments) const {
    return translate(language_, fmt::format("sheet.{}", key), arguments);
}

std::string SheetWords::place(std::string_view code) const {
    return place_of(content_, code).name.in(language_);
}

std::string SheetWords::origin(std::string_view code) const {
    if (code.empty()) return text("origins.not_broken_down");
    if (code == "unknown") return text("origins.unknown");
    const auto* country = formats::country(code);
    return country ? country->name.in(language_) : std::string(code);
}

std::string SheetWords::indicator(Indicator indicator) const {
    return translate(language_, fmt::format("codes.indicator.{}", record::word_of(indicator)));
}

std::string SheetWords::method(RuleMethod method) const {
    return text(fmt::format("methods.{}", record::word_of(method)));
}

std::string SheetWords::source(const std::string& name) const {
    return name.empty() ? text("sources.not_shared") : name;
}

std::string SheetWords::sources(std::vector<std::string> names) const {
    for (auto& name : names)
        name = source(name);
    return list(names);
}

std::string SheetWords::measure(const SheetMeasure& measure) const {
    if (!content_.is_corridor) return indicator(measure.indicator);
    const bool same = std::ranges::all_of(
        content_.measures, [&](const auto& other) { return other.indicator == measure.indicator; });
    if (same) return place(measure.place);
    return text("measure",
                {{"place", place(measure.place)}, {"indicator", indicator(measure.indicator)}});
}

std::string SheetWords::stretch(const Stretch& stretch) const {
    if (const auto period = period_of(stretch)) return formats::format_period(language_, *period);
    const auto [first, last] = ends_of(stretch);
    return text("range", {{"from", formats::format_period(language_, first)},
                          {"to", formats::format_period(language_, last)}});
}

std::string SheetWords::in_time(std::string_view key, const Stretch& stretch) const {
    if (const auto period = period_of(stretch))
        return text(key, {{"unit", record::word_of(period->unit())},
                          {"period", formats::format_period(language_, *period)}});
    const auto [first, last] = ends_of(stretch);
    return text(key, {{"unit", first.unit() == PeriodUnit::day ? "days" : "range"},
                      {"from", formats::format_period(language_, first)},
                      {"to", formats::format_period(language_, last)}});
}

std::string SheetWords::when(const Stretch& stretch) const {
    return in_time("when", stretch);
}

std::string SheetWords::change(double share) const {
    const auto than = in_time("than", content_.days_before);
    if (std::abs(share) < 0.0005) return text("change.same", {{"than", than}});
    return text(share < 0 ? "change.fewer" : "change.more",
                {{"share", percent(std::abs(share))}, {"than", than}});
}

std::string SheetWords::change_header() const {
    return in_time("columns.change", content_.days_before);
}

std::string SheetWords::other_sources() const {
    return text("card.other_sources", {{"than", in_time("than", content_.days_before)}});
}

std::string SheetWords::stretches(const std::vector<Stretch>& stretches) const {
    if (stretches.size() <= 3) {
        std::vector<std::string> texts;
        for (const auto& each : stretches)
            texts.push_back(stretch(each));
        return list(texts);
    }
    std::int64_t months = 0;
    std::int64_t days = 0;
    bool whole = true;
    for (const auto& each : stretches) {
        const auto length = whole_months(each);
        whole = whole && length;
        months += length.value_or(0);
        days += (each.to - each.from).count() + 1;
    }
    return whole ? text("months", {{"count", months}}) : text("days", {{"count", days}});
}

std::string SheetWords::number(std::int64_t number) const {
    return formats::format_figure(language_, static_cast<double>(number));
}

std::string SheetWords::percent(double share) const {
    const auto shown = std::abs(share) < 0.0995 ? share : std::round(share * 100) / 100;
    return formats::format_figure(language_, shown, formats::FigureStyle::percent);
}

std::string SheetWords::list(const std::vector<std::string>& items) const {
    UErrorCode status = U_ZERO_ERROR;
    const std::string tag = language_ == Language::en ? "en_GB" : std::string(to_word(language_));
    const std::unique_ptr<icu::ListFormatter> formatter(
        icu::ListFormatter::createInstance(icu::Locale(tag.c_str()), status));
    std::vector<icu::UnicodeString> texts;
    for (const auto& item : items)
        texts.push_back(icu::UnicodeString::fromUTF8(item));
    icu::UnicodeString joined;
    if (U_SUCCESS(status))
        formatter->format(texts.data(), static_cast<std::int32_t>(texts.size()), joined, status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    std::string utf8;
    return joined.toUTF8String(utf8);
}

}  // namespace tenpoint::movements
