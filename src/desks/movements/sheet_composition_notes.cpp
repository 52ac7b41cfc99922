// SPDX-License-Identifier: Apache-2.0
// How the figures were made, what they do not say, and who gave them.

#include <algorithm>

#include <fmt/format.h>

#include "desks/movements/sheet_composition_parts.hpp"
#include "desks/movements/sheet_content_stretch.hpp"

namespace tenpoint::movements {
namespace {

class Notes {
  public:
    explicit Notes(const SheetWords& words) : words_(words), content_(words.content()) {
        for (const auto* list : {&content_.measures, &content_.deaths})
            for (const auto& measure : *list)
                measures_.push_back(&measure);
    }

    std::vector<std::string> write() {
        write_limits();
        for (const auto* measure : measures_)
            note_method(*measure);
        write_noted();
        for (const auto* measure : measures_)
            note_gaps(*measure);
        write_noted();
        for (const auto& source : content_.sources)
            if (!source.blanks_as_totals.empty()) write_blanks(source);
        return std::move(items_);
    }

  private:
    void add(std::string_view key, std::initializer_list<TextArgument> arguments = {}) {
        items_.push_back(words_.text(key, arguments));
    }
    bool any(auto predicate) const {
        return std::ranges::any_of(measures_, [&](const auto* each) { return predicate(*each); });
    }

    // What holds for the whole sheet.
    void write_limits() {
        if (content_.is_corridor) add("notes.never_added");
        const auto& measures = content_.measures;
        if (content_.is_corridor && std::ranges::any_of(measures, [&](const auto& measure) {
                return measure.indicator != measures.front().indicator;
            }))
            add("notes.different_indicators");
        if (any([](const auto& each) { return each.indicator == Indicator::detection; }))
            add("notes.detections");
        if (any([](const auto& each) { return is_stock(each.indicator); })) add("notes.stocks");
        add("notes.before", {{"now", words_.stretch(content_.days)},
                             {"before", words_.stretch(content_.days_before)}});
        add(content_.deaths.empty() ? "notes.no_deaths" : "notes.deaths");
        std::vector<std::string> without;
        for (const auto& place : content_.route)
            if (std::ranges::find(measures, place, &SheetMeasure::place) == measures.end())
                without.push_back(words_.place(place));
        if (!without.empty()) add("notes.without_figures", {{"places", words_.list(without)}});
    }

    // What is said alike of several measures stands in one note that names them all.
    void note(const SheetMeasure& measure, const std::string& said) {
        const auto found = std::ranges::find(noted_, said, &Noted::said);
        auto& noted = found == noted_.end() ? noted_.emplace_back(said) : *found;
        noted.measures.push_back(
            words_.text("measure", {{"place", words_.place(measure.place)},
                                    {"indicator", words_.indicator(measure.indicator)}}));
    }
    void write_noted() {
        for (const auto& [said, measures] : noted_)
            add("notes.of",
                {{"measures", fmt::format("{}", fmt::join(measures, words_.text("separator")))},
                 {"said", std::string_view(said)}});
        noted_.clear();
    }

    void note_method(const SheetMeasure& measure) {
        const auto sources = words_.sources(measure.sources);
        const auto aside = words_.sources(measure.sources_set_aside);
        auto said = aside.empty() ? words_.text("notes.sources", {{"sources", sources}})
                                  : words_.text("notes.sources_set_aside",
                                                {{"sources", sources}, {"aside", aside}});
        if (measure.method)
            said += ' ' + words_.text("notes.rule", {{"rule", words_.method(*measure.method)}});
        if (measure.method && !measure.rule_reason.empty())
            said += ' ' + words_.text("notes.reason",
                                      {{"reason", std::string_view(measure.rule_reason)}});
        note(measure, said);
    }

    void note_gaps(const SheetMeasure& measure) {
        const auto say = [&](std::string_view key, const std::vector<Stretch>& stretches) {
            note(measure, words_.text(key, {{"stretches", words_.stretches(stretches)}}));
        };
        if (measure.now.count && !measure.now.gaps.empty()) say("notes.gaps", measure.now.gaps);
        if (measure.before.count && !measure.before.gaps.empty())
            say("notes.gaps_before", measure.before.gaps);
        if (const auto& sources = measure.other_sources_before; !sources.empty())
            note(measure,
                 words_.text("notes.other_sources", {{"sources", words_.sources(sources)}}));
        if (measure.untiled.empty()) return;
        std::vector<Stretch> untiled;
        for (const auto& period : measure.untiled)
            untiled.push_back(stretch_of(period));
        say("notes.untiled", untiled);
    }

    // Dimensions of our own have a translation, a partner's headers stay as they are.
    void write_blanks(const SheetSource& source) {
        std::vector<std::string> columns;
        for (const auto& dimension : source.blanks_as_totals) {
            const auto key = "figures.dimensions." + dimension;
            columns.push_back(has_translation(Language::en, key) ? translate(words_.language(), key)
                                                                 : dimension);
        }
        add("notes.blanks_as_totals",
            {{"source", std::string_view(source.name)}, {"columns", words_.list(columns)}});
    }

    struct Noted {
        std::string said;
        std::vector<std::string> measures{};
    };

    const SheetWords& words_;
    const SheetContent& content_;
    std::vector<const SheetMeasure*> measures_;
    std::vector<Noted> noted_;
    std::vector<std::string> items_;
};

formats::Source printed(const SheetWords& words, const SheetSource& source) {
    formats::Source printed;
    const auto& title = source.title.in(words.language());
    printed.name = title.empty()
                       ? source.name
                       : words.text("sources.name", {{"name", std::string_view(source.name)},
                                                     {"title", std::string_view(title)}});
    printed.publisher = source.publisher;
    printed.licence = source.licence;
    printed.link = source.url;
    std::vector<std::string> names;
    for (const auto& [name, received] : source.files) {
        names.push_back(name);
        printed.received = received;  // they are in the order in which they came
    }
    std::vector<std::string> remarks;
    if (!source.attribution.empty()) remarks.push_back(source.attribution);
    if (!names.empty())
        remarks.push_back(words.text(
            "sources.files",
            {{"count", static_cast<std::int64_t>(names.size())}, {"files", words.list(names)}}));
    printed.note = fmt::format("{}", fmt::join(remarks, " "));
    return printed;
}

}  // namespace

void add_notes(const SheetWords& words, Blocks& blocks) {
    blocks.emplace_back(formats::Notes{words.text("notes.title"), Notes(words).write()});
}

void add_sources(const SheetWords& words, Blocks& blocks) {
    formats::Sources sources{words.text("sources.title"), {}};
    for (const auto& source : words.content().sources)
        sources.sources.push_back(printed(words, source));
    if (!sources.sources.empty()) blocks.emplace_back(std::move(sources));
}

}  // namespace tenpoint::movements
