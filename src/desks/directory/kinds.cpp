// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/kinds.hpp"

#include <cstdlib>

#include "base/web_address.hpp"
#include "desks/directory/contact.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "desks/directory/presence.hpp"
#include "desks/directory/shared_rules.hpp"
#include "desks/directory/user.hpp"
#include "formats/countries.hpp"
#include "record/kind.hpp"

TENPOINT_DERIVE_KIND(tenpoint::directory::Partner);
TENPOINT_DERIVE_KIND(tenpoint::directory::Place);
TENPOINT_DERIVE_KIND(tenpoint::directory::User);
TENPOINT_DERIVE_KIND(tenpoint::directory::Presence);
TENPOINT_DERIVE_KIND(tenpoint::directory::Contact);

namespace tenpoint::record {

void Kind<directory::Partner>::check(const Partner& partner, std::vector<FieldProblem>& problems) {
    if (partner.country && !formats::country(*partner.country))
        problems.push_back({"/country", "not_a_country", {*partner.country}});
    directory::check_once(partner.members, "/members", problems);
}

void Kind<directory::Place>::check(const Place& place, std::vector<FieldProblem>& problems) {
    if (place.latitude.has_value() != place.longitude.has_value())
        problems.push_back({place.latitude ? "/longitude" : "/latitude", "required"});
    constexpr std::int64_t pole = 90'000'000;
    if (place.latitude && std::abs(place.latitude->microdegrees) > pole)
        problems.push_back({"/latitude", "not_a_coordinate"});
    // A point in the Atlantic, where nobody is: it stands for "not known".
    if (place.latitude && place.longitude && place.latitude->microdegrees == 0 &&
        place.longitude->microdegrees == 0)
        problems.push_back({"/latitude", "zero_coordinates"});
    if (place.site && place.kind != directory::PlaceKind::site && !is_refused(problems, "/kind"))
        problems.push_back({"/site", "only_of_sites"});
}

void Kind<directory::User>::check(const User& user, std::vector<FieldProblem>& problems) {
    if (!user.openid_identity || user.openid_identity->empty()) return;
    const auto& identity = *user.openid_identity;
    const auto space = identity.find(' ');
    if (space == std::string::npos || space + 1 == identity.size() ||
        !is_web_address(std::string_view(identity).substr(0, space)))
        problems.push_back({"/openid_identity", "not_an_identity"});
}

void Kind<directory::Presence>::check(const Presence& presence,
                                      std::vector<FieldProblem>& problems) {
    directory::check_order(presence.since, presence.until, "/until", problems);
    directory::check_least(presence.capacity, 0, "/capacity", problems);
    directory::check_least(presence.staff, 0, "/staff", problems);
    if (presence.capacity.has_value() != presence.capacity_unit.has_value())
        problems.push_back({presence.capacity ? "/capacity_unit" : "/capacity", "required"});
}

// Somebody must be meant: a person, or whoever holds a position. Who has left may have been erased.
void Kind<directory::Contact>::check(const Contact& contact, std::vector<FieldProblem>& problems) {
    const auto says = [](const std::optional<std::string>& text) { return text && !text->empty(); };
    if (is_refused(problems, "/position") || is_refused(problems, "/left")) return;
    if (!contact.left && !says(contact.name) && !says(contact.position))
        problems.push_back({"/name", "required"});
}

}  // namespace tenpoint::record

namespace tenpoint::directory {

std::array<const record::KindInfo*, 5> kinds() {
    return {&record::kind_info<Partner>(), &record::kind_info<Place>(), &record::kind_info<User>(),
            &record::kind_info<Presence>(), &record::kind_info<Contact>()};
}

}  // namespace tenpoint::directory
