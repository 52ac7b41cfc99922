// SPDX-License-Identifier: Apache-2.0
#include "web/record_json.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "desks/directory/user.hpp"
#include "record/kind_info.hpp"

namespace tenpoint::web {
namespace {

record::Envelope envelope() {
    return {
        Id{"018bcfe5-6800-7000-8000-000000000001"},
        3,
        Id{"018bcfe5-6800-7000-8000-000000000002"},
        record::Visibility::restricted,
        {Id{"018bcfe5-6800-7000-8000-000000000003"}, Id{"018bcfe5-6800-7000-8000-000000000004"}},
        {1'700'000'000'123},
        {1'700'000'060'000}};
}

template <class K>
void expect_the_same_answer(const record::Record<K>& record) {
    const auto& kind = record::kind_info<K>();
    std::string text;
    append_json(text, kind, {record.envelope, record::to_row(record.value)});
    EXPECT_EQ(text, boost::json::serialize(to_json(record)));
}

TEST(RecordJson, IsTheSameInAListAsAlone) {
    directory::Partner partner;
    for (const auto* name :
         {"", "Médecins d’ici", "\"Quoted\" \\ back", "line\nand\ttab\x01\x7f"}) {
        partner.name = name;
        partner.website.reset();
        expect_the_same_answer<directory::Partner>({envelope(), partner});
        partner.website = name;
        expect_the_same_answer<directory::Partner>({{}, partner});
    }
    directory::Place place;
    place.name.ar = "معبر \"الحدود\"";
    place.latitude = record::Coordinate{-8'123'457};
    place.parent = record::Ref<directory::Place>{envelope().id};
    expect_the_same_answer<directory::Place>({envelope(), place});
}

TEST(RecordJson, LeavesSecretsOut) {
    directory::User user;
    user.name = "officer";
    user.password_hash = "hash";
    expect_the_same_answer<directory::User>({envelope(), user});
    EXPECT_FALSE(
        to_json(record::Record<directory::User>{envelope(), user}).contains("password_hash"));
}

}  // namespace
}  // namespace tenpoint::web
