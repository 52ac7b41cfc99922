// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/names.hpp"

#include <algorithm>

#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>

#include "base/translations.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"

namespace tenpoint::coverage {
namespace {

template <class E>
std::string_view word(E value) {
    return boost::describe::enum_to_string(value, "");
}

// "A, B, C and others": nobody reads more than a few.
class NameList {
  public:
    explicit NameList(Language language) : language_(language) {}

    void add(const std::string& name) {
        if (!name.empty() && std::ranges::find(names_, name) == names_.end())
            names_.push_back(name);
    }
    std::string text() {
        constexpr std::size_t most = 5;
        const auto more = names_.size() > most ? names_.size() - most : 0;
        names_.resize(names_.size() - more);
        auto listed =
            fmt::format("{}", fmt::join(names_, translate(language_, "coverage.list_separator")));
        if (more == 0) return listed;
        return translate(
            language_, "coverage.and_others",
            {{"names", std::string_view(listed)}, {"count", static_cast<std::int64_t>(more)}});
    }

  private:
    Language language_;
    std::vector<std::string> names_;
};

NamesOfPlaces names_of_places(const store::Snapshot& snapshot) {
    NamesOfPlaces names;
    for (auto& [envelope, place] : snapshot.all<directory::Place>())
        names.emplace(envelope.id, NameOfPlace{std::move(place.code), std::move(place.name)});
    return names;
}

}  // namespace

Names::Names(const store::Snapshot& snapshot, Language language, const Organisations& organisations)
    : language_(language),
      partners_(organisations),
      places_(
          snapshot.derived<NamesOfPlaces>(record::kind_info<directory::Place>(), names_of_places)) {
    for (const auto& [envelope, partner] : snapshot.all<directory::Partner>()) {
        auto names = partner.names;
        if (names.en.empty()) names.en = partner.name;
        partners_[envelope.id] = names.in(language);
    }
}

const std::string& Names::of(const ById& names, const Id& id) {
    static const std::string nothing;
    const auto found = names.find(id);
    return found == names.end() ? nothing : found->second;
}

const NameOfPlace& Names::place_of(const Id& id) const {
    static const NameOfPlace nothing;
    const auto found = places_->find(id);
    return found == places_->end() ? nothing : found->second;
}

std::string Names::label(std::string_view list, std::string_view code) const {
    return translate(language_, fmt::format("codes.{}.{}", list, code));
}

std::string Names::theme(Theme theme) const {
    return label("theme", word(theme));
}

WorksById works_by_id(const Response& response) {
    WorksById works;
    for (const auto& work : response.works)
        works[work.id] = &work;
    return works;
}

std::string grounds_text(const Grounds& grounds, const WorksById& works, const Names& names) {
    const auto language = names.language();
    NameList partners(language), titles(language), people(language), places(language);
    for (const auto& partner : grounds.partners)
        partners.add(names.partner(partner));
    for (const auto& work : grounds.works)
        if (const auto found = works.find(work); found != works.end())
            titles.add(title_in(*found->second, language));
    for (const auto population : grounds.people)
        people.add(names.label("population", word(population)));
    for (const auto& place : grounds.places)
        places.add(names.place(place));
    for (const auto& area : grounds.areas)
        places.add(area);
    const auto who = partners.text(), what = titles.text(), whom = people.text();
    const auto where = places.text();
    const auto counted =
        grounds.counted.empty() ? std::string{} : names.label("indicator", grounds.counted);
    // What is not named is left out of the sentence with its colon or brackets.
    auto key = fmt::format("coverage.reasons.{}", word(grounds.reason));
    for (const auto& variant :
         {std::pair{grounds.count.has_value(), "_count"}, std::pair{!who.empty(), "_who"}})
        if (const auto longer = key + variant.second;
            variant.first && has_translation(language, longer))
            key = longer;
    return translate(language, key,
                     {{"names", std::string_view(who)},
                      {"works", std::string_view(what)},
                      {"people", std::string_view(whom)},
                      {"places", std::string_view(where)},
                      {"counted", std::string_view(counted)},
                      {"count", grounds.count.value_or(0)}});
}

}  // namespace tenpoint::coverage
