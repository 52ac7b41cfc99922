// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace tenpoint {

// The languages of the interface and of every sheet; the enumerators are BCP 47 tags.
enum class Language { en, fr, es, ar };
BOOST_DESCRIBE_ENUM(Language, en, fr, es, ar)

inline constexpr std::array all_languages{Language::en, Language::fr, Language::es, Language::ar};

std::string_view to_word(Language language);

// "fr", "fr-CA" and "FR" give fr; what is none of the four gives nothing.
std::optional<Language> language_from_tag(std::string_view tag);

// The best of our languages for an Accept-Language header (RFC 9110, 12.5.4); English if none fits.
Language preferred_language(std::string_view accept_language);

constexpr bool is_right_to_left(Language language) {
    return language == Language::ar;
}

// A name as its owner wrote it in one or more of the languages.
struct LocalText {
    std::string en, fr, es, ar;

    // The text in `language`, else the English one, else the first that is there.
    const std::string& in(Language language) const;
    bool empty() const { return en.empty() && fr.empty() && es.empty() && ar.empty(); }
    bool operator==(const LocalText&) const = default;
};

}  // namespace tenpoint
