// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/date.hpp"
#include "base/problem.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/spoken_language.hpp"
#include "desks/directory/theme.hpp"
#include "record/values.hpp"

namespace tenpoint::directory {

// At which level a focal point speaks for its partner.
enum class ContactLevel { working, policy };
BOOST_DESCRIBE_ENUM(ContactLevel, working, policy)

// Whom to turn to at a partner. Entries go stale: `confirmed` is the day on which the contact or
// its partner last said that all of it is right.
struct Contact {
    record::Ref<Partner> partner;
    std::optional<std::string> name;  // empty: whoever holds the position
    std::optional<std::string> position;
    std::optional<std::string> email;
    std::optional<std::string> telephone;
    bool focal_point = false;
    ContactLevel level{};
    std::vector<Theme> themes;  // what it is the focal point for
    std::vector<SpokenLanguage> languages;
    std::optional<Day> confirmed;
    bool left = false;  // kept for the records that name it, and offered to nobody
    // The link by which the contact itself confirms the entry (own_entry.hpp). It is good until it
    // expires or is used; then its hash is gone.
    std::optional<std::string> link_hash;
    std::optional<Instant> link_made;
    std::optional<Instant> link_expires;
    std::optional<Instant> link_used;
};
BOOST_DESCRIBE_STRUCT(Contact, (),
                      (partner, name, position, email, telephone, focal_point, level, themes,
                       languages, confirmed, left, link_hash, link_made, link_expires, link_used))

}  // namespace tenpoint::directory

namespace tenpoint::record {

template <>
struct Kind<directory::Contact> {
    using Contact = directory::Contact;
    static constexpr std::string_view name = "contact", plural = "contacts";
    static constexpr int version = 2;
    static constexpr auto stewardship = Stewardship::partners;
    // The business of whoever sent the link.
    static constexpr NoteText of_link{
        .told = Told::to_keepers, .settable = Settable::by_the_program, .since = 2};
    static constexpr auto notes = std::tuple{
        Note<&Contact::partner>{{.required = true, .hxl = "#org"}},
        Note<&Contact::name>{
            {.max_length = 200, .hxl = "#contact+name", .sensitivity = Sensitivity::personal}},
        Note<&Contact::position>{{.max_length = 200, .hxl = "#contact+position"}},
        Note<&Contact::email>{{.max_length = 200,
                               .hxl = "#contact+email",
                               .sensitivity = Sensitivity::personal,
                               .blind_index = true}},
        Note<&Contact::telephone>{{.max_length = 60,
                                   .hxl = "#contact+phone",
                                   .sensitivity = Sensitivity::personal,
                                   .blind_index = true}},
        Note<&Contact::focal_point>{},
        Note<&Contact::level>{{.required = true}},
        Note<&Contact::themes>{},
        Note<&Contact::languages>{},
        Note<&Contact::confirmed>{},
        Note<&Contact::left>{},
        Note<&Contact::link_hash>{{.sensitivity = Sensitivity::secret,
                                   .blind_index = true,
                                   .settable = Settable::by_the_program,
                                   .since = 2}},
        Note<&Contact::link_made>{of_link},
        Note<&Contact::link_expires>{of_link},
        Note<&Contact::link_used>{of_link},
    };
    static void check(const Contact& contact, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
