// SPDX-License-Identifier: Apache-2.0
// What is refused, of what the directory and the arrangements keep.
#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include "desks/arrangements/document.hpp"
#include "desks/arrangements/review.hpp"
#include "desks/directory/contact.hpp"
#include "node.hpp"

namespace tenpoint::arrangements {
namespace {

struct Rule {
    const char* plural;
    const char* good;  // what the members of `wrong` stand in
    const char* wrong;
    const char* pointer;
    const char* code;
};

class Rules : public testing::TestWithParam<Rule> {
  protected:
    static const record::KindInfo& kind() {
        for (const auto* kind : directory::kinds())
            if (kind->plural == GetParam().plural) return *kind;
        return *record::find_kind(kinds_, GetParam().plural);
    }

  private:
    static inline const auto kinds_ = kinds();
};

boost::json::object object_of(const char* text) {
    return boost::json::parse(text).as_object();
}

TEST_P(Rules, NameTheMemberAndWhatIsWrong) {
    auto body = object_of(GetParam().good);
    EXPECT_TRUE(kind().read(body, nullptr));
    for (const auto& [name, value] : object_of(GetParam().wrong))
        body[name] = value;
    const auto row = kind().read(body, nullptr);
    ASSERT_FALSE(row);
    ASSERT_EQ(row.error().fields.size(), 1U);
    EXPECT_EQ(row.error().fields.front().pointer, GetParam().pointer);
    EXPECT_EQ(row.error().fields.front().code, GetParam().code);
}

constexpr auto presence_body = R"({
    "partner": "018bcfe5-6800-7000-8000-000000000001", "since": "2008-05", "until": "2008",
    "place": "018bcfe5-6800-7000-8000-000000000002", "capacity": 40, "capacity_unit": "beds"})";
constexpr auto contact_body = R"({
    "partner": "018bcfe5-6800-7000-8000-000000000001", "level": "working",
    "position": "Head of office"})";
constexpr auto arrangement_body = R"({
    "code": "force", "title": {"en": "Task force"}, "level": "national", "form": "task_force",
    "status": "active", "begins": "2006", "ends": "2006-01", "phase": 1, "chair_months": 12,
    "chair_begins": "2006-03-01"})";
constexpr auto agreement_body = R"({
    "arrangement": "018bcfe5-6800-7000-8000-000000000001", "title": {"fr": "Accord"},
    "signed_on": "2006", "expires": "2006-06-30"})";
constexpr auto membership_body = R"({
    "arrangement": "018bcfe5-6800-7000-8000-000000000001", "role": "member",
    "partner": "018bcfe5-6800-7000-8000-000000000002", "chair_order": 1})";
constexpr auto action_body = R"({
    "arrangement": "018bcfe5-6800-7000-8000-000000000001", "title": {"en": "Train"},
    "status": "planned", "begins": "2008-Q2", "progress": 100, "target": 0,
    "partners": ["018bcfe5-6800-7000-8000-000000000004"],
    "parts": {"018bcfe5-6800-7000-8000-000000000004": "technical support"}})";
constexpr auto submission_body = R"({
    "arrangement": "018bcfe5-6800-7000-8000-000000000001", "title": {"en": "Proposals"},
    "to": "018bcfe5-6800-7000-8000-000000000002", "submitted_on": "2008-06",
    "answer": {"en": "They are taken up"}, "answered_on": "2008-06-12"})";

INSTANTIATE_TEST_SUITE_P(
    Of, Rules,
    testing::Values(
        Rule{"presences", presence_body, R"({"until": "2008-04"})", "/until",
             "ends_before_it_begins"},
        Rule{"presences", presence_body, R"({"capacity_unit": null})", "/capacity_unit",
             "required"},
        Rule{"presences", presence_body, R"({"capacity": null})", "/capacity", "required"},
        Rule{"presences", presence_body, R"({"staff": -1})", "/staff", "too_small"},
        Rule{"contacts", contact_body, R"({"position": ""})", "/name", "required"},
        Rule{"contacts", contact_body, R"({"themes": ["magic"]})", "/themes", "not_a_choice"},
        Rule{"arrangements", arrangement_body, R"({"ends": "2005"})", "/ends",
             "ends_before_it_begins"},
        Rule{"arrangements", arrangement_body, R"({"phase": 0})", "/phase", "too_small"},
        Rule{"arrangements", arrangement_body, R"({"chair_months": 0})", "/chair_months",
             "too_small"},
        Rule{"arrangements", arrangement_body, R"({"chair_months": 5000})", "/chair_months",
             "too_large"},
        Rule{"arrangements", arrangement_body, R"({"chair_months": null})", "/chair_months",
             "required"},
        Rule{"arrangements", arrangement_body, R"({"begins": "the spring"})", "/begins",
             "not_a_period"},
        Rule{"agreements", agreement_body, R"({"expires": "2005-12-31"})", "/expires",
             "ends_before_it_begins"},
        Rule{"agreements", agreement_body, R"({"notice_days": -7})", "/notice_days", "too_small"},
        Rule{"agreements", agreement_body, R"({"notice_days": 3661})", "/notice_days", "too_large"},
        Rule{"memberships", membership_body, R"({"chair_order": 0})", "/chair_order", "too_small"},
        Rule{"actions", action_body, R"({"due": "2008-03-31"})", "/due", "ends_before_it_begins"},
        Rule{"actions", action_body, R"({"progress": 101})", "/progress", "too_large"},
        Rule{"actions", action_body, R"({"reached": -1})", "/reached", "too_small"},
        Rule{"actions", action_body, R"({"partners": []})", "/parts", "not_among_partners"},
        Rule{"actions", action_body, R"({"parts": {"UNHCR": "in coordination"}})", "/parts",
             "not_an_id"},
        Rule{"actions", action_body, R"({"parts": {"018bcfe5-6800-7000-8000-000000000004": 7}})",
             "/parts", "not_text"},
        Rule{"submissions", submission_body, R"({"to": "018bcfe5-6800-7000-8000-000000000001"})",
             "/to", "put_to_itself"},
        Rule{"submissions", submission_body, R"({"answer": {}})", "/answer", "required"},
        Rule{"submissions", submission_body, R"({"answered_on": "2008-05"})", "/answered_on",
             "ends_before_it_begins"},
        Rule{"actions", action_body,
             R"({"places": ["018bcfe5-6800-7000-8000-000000000003",
                            "018bcfe5-6800-7000-8000-000000000003"]})",
             "/places", "repeated"}),
    [](const auto& rule) {
        return std::string(rule.param.plural) + "_" + (rule.param.pointer + 1) + "_" +
               rule.param.code + "_" + std::to_string(rule.index);
    });

using ErasedContacts = TaskForce;

TEST_P(ErasedContacts, AreMarkedAsLeft) {
    directory::Contact contact;
    contact.partner = {agency_};
    contact.name = "Duty officer";
    const auto erased = write([&](store::Transaction& transaction) -> Result<store::Found> {
        TENPOINT_TRY(made, transaction.insert(contact, {agency_}));
        return transaction.erase(record::kind_info<directory::Contact>(), made.envelope.id, 1);
    });
    const record::Record<directory::Contact> nobody{
        erased.envelope, record::from_row<directory::Contact>(erased.row)};
    const auto confirmed = try_to_write([&](store::Transaction& transaction) {
        auto changed = nobody;
        changed.value.confirmed = Day{std::chrono::year{2010} / 1 / 1};
        return transaction.update(changed);
    });
    EXPECT_EQ(confirmed.error().fields, (std::vector<FieldProblem>{{"/name", "required"}}));
    const auto left = try_to_write([&](store::Transaction& transaction) {
        auto changed = nobody;
        changed.value.left = true;
        return transaction.update(changed);
    });
    EXPECT_TRUE(left);
}

INSTANTIATE_TEST_SUITE_P(On, ErasedContacts, store::both_databases(), store::database_name);

using Belonging = TaskForce;

TEST_P(Belonging, IsToOneArrangement) {
    const auto inform = action("Inform", group_);
    const auto refusal_of = [&](const auto& value) {
        const auto made = try_to_write(
            [&](store::Transaction& transaction) { return transaction.insert(value, {agency_}); });
        return made ? std::vector<FieldProblem>{} : made.error().fields;
    };
    const auto elsewhere = [](const char* pointer) {
        return std::vector<FieldProblem>{{pointer, "belongs_elsewhere"}};
    };
    Review review;
    review.arrangement = {force_};
    review.action = record::Ref<Action>{inform.envelope.id};
    review.text.en = "It went well";
    EXPECT_EQ(refusal_of(review), elsewhere("/action"));
    review.arrangement = {group_};
    EXPECT_EQ(refusal_of(review), std::vector<FieldProblem>{});
    Document document;
    document.action = review.action;
    document.title.en = "Leaflet";
    EXPECT_EQ(refusal_of(document), (std::vector<FieldProblem>{{"/arrangement", "required"}}));
    document.arrangement = record::Ref<Arrangement>{force_};
    EXPECT_EQ(refusal_of(document), elsewhere("/action"));
    document.arrangement = record::Ref<Arrangement>{group_};
    EXPECT_EQ(refusal_of(document), std::vector<FieldProblem>{});
    Action part;
    part.arrangement = {force_};
    part.parent = review.action;
    part.title.en = "Print";
    EXPECT_EQ(refusal_of(part), elsewhere("/parent"));
    part.arrangement = {group_};
    EXPECT_EQ(refusal_of(part), std::vector<FieldProblem>{});
}

TEST_P(Belonging, IsAskedOfAChangeThatTouchesIt) {
    auto part = action("Train", force_);
    part.value.arrangement = {group_};
    const auto moved =
        try_to_write([&](store::Transaction& transaction) { return transaction.update(part); });
    EXPECT_EQ(moved.error().fields, (std::vector<FieldProblem>{{"/parent", "belongs_elsewhere"}}));
    auto whole = action("Programme", force_);
    whole.value.arrangement = {group_};
    write([&](store::Transaction& transaction) { return transaction.update(whole); });
    part = action("Train", force_);
    part.value.progress = 50;
    EXPECT_TRUE(
        try_to_write([&](store::Transaction& transaction) { return transaction.update(part); }));
}

INSTANTIATE_TEST_SUITE_P(On, Belonging, store::both_databases(), store::database_name);

using Nesting = TaskForce;

TEST_P(Nesting, RefusesAnArrangementThatStandsInItself) {
    auto force = family(force_).front();
    force.value.parent = record::Ref<Arrangement>{force_};
    const auto changed =
        try_to_write([&](store::Transaction& transaction) { return transaction.update(force); });
    EXPECT_EQ(changed.error().fields, (std::vector<FieldProblem>{{"/parent", "refers_to_itself"}}));
}

TEST_P(Nesting, RefusesWhatWouldStandInItselfByWayOfOthers) {
    const auto refusal_of = [&](const auto& changed) {
        const auto made = try_to_write(
            [&](store::Transaction& transaction) { return transaction.update(changed); });
        return made ? std::vector<FieldProblem>{} : made.error().fields;
    };
    for (const auto& [pointer, member] :
         {std::pair{"/parent", &Arrangement::parent},
          std::pair{"/predecessor", &Arrangement::predecessor},
          std::pair{"/replicated_from", &Arrangement::replicated_from}}) {
        auto second = family(force_)[1];
        second.value.*member = record::Ref<Arrangement>{force_};
        EXPECT_EQ(refusal_of(second), std::vector<FieldProblem>{});
        auto first = family(force_)[0];
        first.value.*member = record::Ref<Arrangement>{group_};
        EXPECT_EQ(refusal_of(first), (std::vector<FieldProblem>{{pointer, "goes_round"}}));
    }
    auto whole = action("Programme", force_);
    whole.value.parent = record::Ref<Action>{action("Train", force_).envelope.id};
    EXPECT_EQ(refusal_of(whole), (std::vector<FieldProblem>{{"/parent", "goes_round"}}));
}

TEST_P(Nesting, LetsTwoForumsBeEachOthersOtherTrack) {
    for (const auto& [one, other] : {std::pair{force_, group_}, std::pair{group_, force_}})
        write([&](store::Transaction& transaction) -> Result<void> {
            TENPOINT_TRY(found, transaction.get<Arrangement>(one));
            found.value.counterpart = record::Ref<Arrangement>{other};
            TENPOINT_CHECK(transaction.update(found));
            return {};
        });
    EXPECT_EQ(family(force_)[0].value.counterpart->id, group_);
}

// As an earlier version let them.
TEST_P(Nesting, IsToldOnceWhereArrangementsStandInOneAnother) {
    location_->session()->execute("update arrangements set parent = ? where id = ?",
                                  {group_.text, force_.text});
    EXPECT_EQ(family(force_).size(), 2U);
    auto force = family(force_).front();
    force.value.short_title = "Force";
    EXPECT_TRUE(
        try_to_write([&](store::Transaction& transaction) { return transaction.update(force); }));
}

INSTANTIATE_TEST_SUITE_P(On, Nesting, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::arrangements
