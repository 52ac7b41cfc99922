// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/translations.hpp"
#include "desks/directory/partner_name.hpp"
#include "formats/document_locale.hpp"
#include "record/value_type.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::arrangements {

// What a hand-over pack calls things, in its language; names only what its reader may read.
class HandOverWords {
  public:
    HandOverWords(const store::Snapshot& snapshot, Language language)
        : snapshot_(snapshot), language_(language) {}

    // The text under `reports.hand_over.<key>`.
    std::string text(std::string_view key,
                     std::initializer_list<TextArgument> arguments = {}) const {
        return translate(language_, fmt::format("reports.hand_over.{}", key), arguments);
    }
    // "action", "due" -> "Due"
    std::string label(std::string_view kind, std::string_view member) const {
        return translate(language_, fmt::format("kinds.{}.{}", kind, member));
    }
    template <class E>
    std::string code(std::string_view list, E word) const {
        return translate(language_, fmt::format("codes.{}.{}", list, record::word_of(word)));
    }
    std::string in_language(const LocalText& text) const { return text.in(language_); }
    std::string period(const Period& period) const {
        return formats::format_period(language_, period);
    }
    std::string day(Day day) const { return formats::format_day(language_, day); }

    // Empty for one that may not be read.
    std::string partner(const Id& id) {
        const auto [known, is_new] = partners_.try_emplace(id);
        if (!is_new) return known->second;
        if (const auto found = snapshot_.get<directory::Partner>(id))
            known->second = directory::name_in(found->value, language_);
        return known->second;
    }
    template <class Ids>
    std::string partners(const Ids& ids) {
        std::string names;
        for (const auto& each : ids)
            if (const auto name = partner(each.id); !name.empty())
                names += (names.empty() ? "" : " · ") + name;
        return names;
    }

  private:
    const store::Snapshot& snapshot_;
    Language language_;
    std::map<Id, std::string> partners_;
};

}  // namespace tenpoint::arrangements
