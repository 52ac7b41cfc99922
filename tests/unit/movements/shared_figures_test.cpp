// SPDX-License-Identifier: Apache-2.0
// Joint figures are the same for every reader, whatever of their sources is shared with whom.

#include <cmath>
#include <map>
#include <tuple>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "access/may.hpp"
#include "desks/directory/kinds.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "desks/movements/deciding.hpp"
#include "desks/movements/figure_effect.hpp"
#include "desks/movements/figure_explanation.hpp"
#include "desks/movements/figure_table.hpp"
#include "desks/movements/joint_figures.hpp"
#include "desks/movements/kinds.hpp"
#include "desks/movements/known_batches.hpp"
#include "desks/movements/rule.hpp"
#include "one_of.hpp"
#include "small_segment.hpp"
#include "test_database.hpp"

namespace tenpoint::movements {
namespace {

using access::Principal;
using access::Role;
using access::Verb;
using record::Visibility;

// Each set of batches is about a year of its own, so that they do not meet in one store.
Said anything_said(const std::string& year) {
    return {year + one_of<std::string>({"", "-Q1", "-01", "-02", "-03", "-W05", "-01-31"}),
            *rc::gen::inRange(0, 40),
            one_of<std::string>({"", "VEN", "HTI", "unknown"}),
            one_of<Sex>({Sex::all, Sex::male, Sex::female}),
            AgeGroup::all,
            Profile::all,
            one_of<std::string>({"P1", "P2", "P3", "P4"}),
            one_of<Indicator>({Indicator::crossing, Indicator::stay})};
}

// A batch as it was brought in, and what it says.
struct Brought {
    std::string source;
    std::vector<Said> said;
    store::Draft draft;
    BatchStatus status{};
    record::Record<Batch> batch{};
};

// A node of three partners with three sources, of which one is shared with nobody but the partner
// whose it is, and a rule of each sort at a place of its own.
class SharedFigures : public store::OnEachDatabase {
  protected:
    template <class Work>
    auto write(Work work) {
        return store_->write(admin_, std::move(work)).value();
    }

    void SetUp() override {
        OnEachDatabase::SetUp();
        if (!location_) return;
        for (const auto* kind : directory::kinds())
            kinds_.push_back(kind);
        for (const auto* kind : movements::kinds())
            kinds_.push_back(kind);
        store_ =
            std::move(store::Store::open(location_->get(), kinds_, clock_, randomness_).value());
        figures_ = std::make_unique<JointFigures>(*store_);
        write([&](store::Transaction& transaction) { return settle(transaction); });
    }
    void TearDown() override {
        figures_.reset();
        store_.reset();
    }

    Result<void> settle(store::Transaction& transaction) {
        partners_.clear();
        sources_.clear();
        for (const auto* name : {"First", "Second", "Third"}) {
            directory::Partner partner;
            partner.name = name;
            TENPOINT_TRY(made, transaction.insert(partner, {}));
            partners_.push_back(made.envelope.id);
        }
        for (const auto* name : {"A", "B", "C"}) {
            Source source;
            source.name = name;
            const auto visibility =
                source.name == "C" ? Visibility::restricted : Visibility::partners;
            TENPOINT_TRY(made, transaction.insert(source, {partners_[0], visibility}));
            sources_.emplace(name, std::move(made));
        }
        for (const auto& [code, method] :
             {std::pair{"P1", RuleMethod::authoritative}, std::pair{"P2", RuleMethod::highest},
              std::pair{"P3", RuleMethod::lowest}, std::pair{"P4", RuleMethod::sum}}) {
            directory::Place place;
            place.code = code;
            place.name.en = code;
            TENPOINT_TRY(made, transaction.insert(place, {}));
            Rule rule;
            rule.place = record::Ref<directory::Place>{made.envelope.id};
            rule.method = method;
            rule.reason = "Agreed in a meeting.";
            if (method == RuleMethod::authoritative)
                rule.source = record::Ref<Source>{sources_.at("B").envelope.id};
            TENPOINT_CHECK(transaction.insert(rule, {}));
        }
        return {};
    }

    std::shared_ptr<const Consolidation> current() { return figures_->current().value(); }

    record::Record<Batch> bring(store::Transaction& transaction, const std::string& source,
                                const std::vector<Said>& said, const store::Draft& draft,
                                BatchStatus status = BatchStatus::accepted) const {
        const auto segment = segment_of(said);
        store::StagedFile staged(store_->staging_folder(), "segment", "application/octet-stream");
        staged.append_chunk(segment.chunk(0).value());
        staged.append_chunk(segment.head);
        staged.finish();
        Batch batch;
        batch.source = {sources_.at(source).envelope.id};
        batch.status = status;
        batch.rows = batch.used = 1;
        batch.file_name = "figures.csv";
        batch.file_hash = summarize(segment).value()->fingerprint;
        batch.received_at = transaction.now();
        batch.segment = batch.file = batch.findings = transaction.keep(staged, draft.owner);
        return transaction.insert(batch, draft).value();
    }

    Brought anything_brought(const std::string& year) const {
        Brought one{one_of<std::string>({"A", "B", "C"}), {}, {}};
        one.said.resize(*rc::gen::inRange<std::size_t>(1, 8));
        std::ranges::generate(one.said, [&] { return anything_said(year); });
        one.draft = {one_of<Id>({partners_[0], partners_[1], partners_[2], Id{}}),
                     one_of<Visibility>({Visibility::everybody, Visibility::partners,
                                         Visibility::restricted, Visibility::confidential})};
        if (one.draft.visibility == Visibility::restricted && *rc::gen::arbitrary<bool>())
            one.draft.shared_with = {one_of(partners_)};
        using enum BatchStatus;
        one.status =
            one_of<BatchStatus>({accepted, accepted, accepted, proposed, superseded, withdrawn});
        return one;
    }

    // Whether access lets the reader know of the batch, by its own rules and not by a look-up.
    bool may_know(const Principal& reader, const Brought& brought) const {
        const auto may_read = [&](const record::Envelope& envelope) {
            return access::may(reader, Verb::read,
                               access::subject_of(record::Stewardship::partners, envelope));
        };
        return may_read(brought.batch.envelope) && may_read(sources_.at(brought.source).envelope);
    }

    Principal any_reader() const {
        using enum Role;
        const auto sort = one_of<Principal::Sort>({Principal::Sort::anybody, Principal::Sort::user,
                                                   Principal::Sort::user, Principal::Sort::user,
                                                   Principal::Sort::local_administrator});
        if (sort != Principal::Sort::user) return {sort, {}, {}, reader, "somebody"};
        return {sort, Id{"somebody"}, one_of<Id>({partners_[0], partners_[1], Id{}}),
                one_of<Role>({administrator, coordinator, information_officer, contributor,
                              case_worker, hotline_operator, reader}),
                "somebody"};
    }
    Principal user(std::size_t partner, Role role) const {
        return {Principal::Sort::user, Id{"somebody"}, partners_[partner], role, "somebody"};
    }

    std::vector<const record::KindInfo*> kinds_;
    SystemClock clock_;
    SystemRandomness randomness_;
    Principal admin_ = Principal::local_administrator("admin");
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<JointFigures> figures_;
    std::vector<Id> partners_;
    std::map<std::string, record::Record<Source>> sources_;
};

std::vector<FigureQuery> questions_about(const std::string& year) {
    const auto from = day_from_text(year + "-01-01");
    const auto to = day_from_text(year + "-12-31");
    using enum Grouping;
    return {{.from = from, .to = to, .by = {place, period}},
            {.from = from, .to = to, .by = {origin, sex}},
            {.origins = {"VEN"}, .from = from, .to = to, .by = {place, sex, age}},
            {.origins = {"VEN"}, .from = from, .to = to, .by = {place}},
            {.from = from, .to = to, .by = {place, source}},
            {.from = from, .to = to, .by = {source, period, origin}}};
}

bool names_sources(const FigureQuery& query) {
    return std::ranges::count(query.by, Grouping::source) > 0;
}

// What the figures of flows add up to at each coordinate but the source.
auto totals_of(const FigureTable& table) {
    std::map<std::tuple<std::string, std::optional<Period>, std::string, Sex>, std::int64_t> totals;
    for (const auto& figure : table.figures)
        if (!is_stock(figure.indicator))
            totals[{figure.place, figure.period, figure.origin, figure.sex}] += figure.count;
    return totals;
}

// Gives how many contributions tell of what is set aside and not shared.
std::size_t check_explanation(const Explanation& explanation, const Figure& figure,
                              const std::map<Id, std::string>& known) {
    std::int64_t used = 0;
    std::size_t untold = 0;
    for (const auto& one : explanation.contributions) {
        if (one.used) used += one.count;
        if (one.batch.empty() && !one.used) ++untold;
        if (!one.batch.empty()) {
            RC_ASSERT(known.contains(one.batch));
            RC_ASSERT(one.source == known.at(one.batch));
            continue;
        }
        RC_ASSERT(one.source.empty());
        RC_ASSERT(one.breakdown.empty());
        RC_ASSERT(one.observations == 0);
        RC_ASSERT(one.used || one.count == 0);
        RC_ASSERT(one.used || one.period == Period{});
    }
    RC_ASSERT(used == figure.count);
    return untold;
}

void check_disagreement(const Disagreement& told, const std::map<Id, std::string>& known) {
    for (const auto& candidate : told.candidates) {
        for (const auto& batch : candidate.batches)
            RC_ASSERT(known.contains(batch));
        if (!candidate.batches.empty()) continue;
        RC_ASSERT(candidate.source.empty());
        RC_ASSERT(candidate.source_name.empty());
        RC_ASSERT(candidate.chosen || !candidate.count);
    }
}

TEST_P(SharedFigures, AreTheSameForEveryReaderAndNameNothingThatIsNotShared) {
    int year_number = 1900;
    EXPECT_TRUE(rc::check([&] {
        const auto year = std::to_string(++year_number);
        // Random values are made on this thread, which the writer's work may not run on.
        std::vector<Brought> brought(*rc::gen::inRange<std::size_t>(1, 6));
        std::ranges::generate(brought, [&] { return anything_brought(year); });
        write([&](store::Transaction& transaction) -> Result<void> {
            for (auto& one : brought)
                one.batch = bring(transaction, one.source, one.said, one.draft, one.status);
            return {};
        });
        const auto joint = current();

        // Only what is accepted and not kept, put together without a store.
        auto expected_input = joint->input();
        expected_input.batches.clear();
        for (const auto& one : brought)
            if (one.status == BatchStatus::accepted &&
                one.draft.visibility != Visibility::confidential) {
                auto batch = batch_of(one.source, one.said, one.batch.envelope.id.text);
                batch.source = one.batch.value.source.id;
                batch.file_hash = one.batch.value.file_hash;
                expected_input.batches.push_back(std::move(batch));
            }
        const auto expected = consolidate(expected_input);

        const auto reader = any_reader();
        std::map<Id, std::string> known;
        for (const auto& one : brought)
            if (may_know(reader, one)) known.emplace(one.batch.envelope.id, one.source);
        const auto look = [&](const store::Snapshot& snapshot) -> Result<void> {
            const auto knows = known_batches(snapshot);
            for (auto query : questions_about(year)) {
                const auto agreed = figures(*expected, query);
                query.knows = knows;
                const auto seen = figures(*joint, query);
                RC_ASSERT(totals_of(seen) == totals_of(agreed));
                if (!names_sources(query)) RC_ASSERT(seen.fingerprint == agreed.fingerprint);
                // It does not depend on the origin or sex that is asked for.
                std::map<
                    std::tuple<Indicator, std::string, std::optional<Period>, std::string, bool>,
                    std::size_t>
                    untold;
                for (const auto& figure : seen.figures) {
                    if (!figure.source.empty())
                        RC_ASSERT(std::ranges::any_of(
                            known, [&](const auto& each) { return each.second == figure.source; }));
                    const auto count =
                        check_explanation(explain(*joint, query, figure).value(), figure, known);
                    const auto [same, is_new] =
                        untold.try_emplace({figure.indicator, figure.place, figure.period,
                                            figure.source, figure.not_broken_down},
                                           count);
                    RC_ASSERT(same->second == count);
                }
            }
            for (const auto& disagreement : joint->disagreements()) {
                if (to_text(disagreement.from).substr(0, 4) != year) continue;
                check_disagreement(as_told(disagreement, knows, joint->input().disagreement_share),
                                   known);
            }
            return {};
        };
        store_->read(reader, look).value();
    }));
}

TEST_P(SharedFigures, CountWhatIsReleasedAndNotWhatIsKept) {
    const auto id = write([&](store::Transaction& transaction) -> Result<Id> {
        return bring(transaction, "A", {{"2024", 100, "", {}, {}, {}, "P2"}}, {partners_[0]})
            .envelope.id;
    });
    const auto count = [&]() -> std::int64_t {
        const auto table = figures(*current(), {.places = {"P2"}});
        return table.figures.empty() ? 0 : table.figures.front().count;
    };
    const auto share = [&](const Principal& who, Visibility visibility) {
        return store_->write(who, [&](store::Transaction& transaction) {
            return share_batch(transaction, id, {visibility});
        });
    };
    EXPECT_EQ(count(), 100);
    for (const auto& who :
         {user(1, Role::information_officer), user(1, Role::coordinator), user(0, Role::reader)})
        EXPECT_EQ(share(who, Visibility::confidential).error().code, ProblemCode::forbidden);
    const auto owner = user(0, Role::information_officer);
    EXPECT_TRUE(share(owner, Visibility::confidential));
    EXPECT_EQ(count(), 0);
    EXPECT_EQ(share(user(1, Role::coordinator), Visibility::partners).error().code,
              ProblemCode::not_found);
    EXPECT_TRUE(share(owner, Visibility::restricted));
    EXPECT_EQ(count(), 100);
}

// Whom the correction is hidden from must not undo it.
TEST_P(SharedFigures, DoNotCountAgainWhatAKeptFileReplaced) {
    const auto old_one = write([&](store::Transaction& transaction) -> Result<Id> {
        const std::vector<Said> said{{"2024", 100, "", {}, {}, {}, "P2"}};
        const auto first = bring(transaction, "A", said, {partners_[0]});
        const auto second = bring(transaction, "A", said, {partners_[0], Visibility::confidential},
                                  BatchStatus::proposed);
        TENPOINT_CHECK(
            accept_batch(transaction, second.envelope.id, std::optional(first.envelope.id)));
        return first.envelope.id;
    });
    const auto again = store_->write(
        user(1, Role::coordinator),
        [&](store::Transaction& transaction) { return accept_batch(transaction, old_one, {}); });
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ProblemCode::not_proposed);
}

// Whom the forerunner is hidden from decides on the correction all the same, and does not let the
// forerunner count beside it.
TEST_P(SharedFigures, LetACorrectionOfAKeptFileBeWithdrawnAndAcceptedAgain) {
    const auto [old_one, correction] = write([&](store::Transaction& transaction) {
        const std::vector<Said> said{{"2024", 100, "", {}, {}, {}, "P4"}};
        const auto first = bring(transaction, "A", said, {partners_[0], Visibility::confidential});
        const auto second = bring(transaction, "A", said, {partners_[0]}, BatchStatus::proposed);
        accept_batch(transaction, second.envelope.id, std::optional(first.envelope.id)).value();
        return Result<std::pair<Id, Id>>{{first.envelope.id, second.envelope.id}};
    });
    const auto coordinator = user(1, Role::coordinator);
    const auto again =
        store_->write(coordinator, [&, id = correction](store::Transaction& transaction) {
            const auto withdrawn = withdraw_batch(transaction, id);
            EXPECT_TRUE(withdrawn);
            return accept_batch(transaction, id, {});
        });
    ASSERT_TRUE(again);
    ASSERT_TRUE(again->value.supersedes);
    EXPECT_EQ(again->value.supersedes->id, old_one);
}

// Else nobody but an administrator could undo it.
TEST_P(SharedFigures, LetNobodyShareABatchOutOfTheirOwnSight) {
    const auto id = write([&](store::Transaction& transaction) -> Result<Id> {
        return bring(transaction, "A", {{"2024", 100, "", {}, {}, {}, "P2"}}, {}).envelope.id;
    });
    const auto share = [&](const store::Sharing& sharing) {
        return store_->write(user(1, Role::coordinator), [&](store::Transaction& transaction) {
            return share_batch(transaction, id, sharing);
        });
    };
    for (const auto visibility : {Visibility::confidential, Visibility::restricted})
        EXPECT_EQ(share({visibility}).error().code, ProblemCode::forbidden);
    EXPECT_TRUE(share({Visibility::restricted, std::vector{partners_[1]}}));
    EXPECT_TRUE(share({Visibility::partners}));
}

TEST_P(SharedFigures, AreSharedAsTheySeemedToWhoeverDecides) {
    const auto owner = user(0, Role::information_officer);
    const auto first = write([&](store::Transaction& transaction) -> Result<record::Envelope> {
        return bring(transaction, "A", {{"2024", 100, "", {}, {}, {}, "P2"}}, {partners_[0]})
            .envelope;
    });
    const auto share = [&](Visibility visibility, std::int64_t seen) {
        return store_->write(owner, [&](store::Transaction& transaction) {
            return share_batch(transaction, first.id, {visibility}, seen);
        });
    };
    EXPECT_EQ(share(Visibility::partners, 1).value().envelope.version, 1) << "nothing changes";
    EXPECT_EQ(share(Visibility::confidential, 1).value().envelope.version, 2);
    EXPECT_EQ(share(Visibility::partners, 1).error().code, ProblemCode::precondition_failed);
}

KnowsBatch all_but(std::vector<Id> unknown) {
    return [unknown = std::move(unknown)](const Id& batch) {
        return std::ranges::find(unknown, batch) == unknown.end();
    };
}

TEST(Explanation, does_not_say_that_a_file_which_is_not_shared_is_of_a_source_that_is_known) {
    const auto consolidation = consolidate(
        {{batch_of("A", {{"2021", 90}}, "first"), batch_of("A", {{"2021", 100}}, "second")},
         {},
         {},
         {}});
    const auto explained = [&](const Id& unknown) {
        FigureQuery query{.by = {Grouping::source}, .knows = all_but({unknown})};
        const auto table = figures(*consolidation, query);
        std::vector<std::string> lines{table.figures.at(0).source};
        const auto explanation = explain(*consolidation, query, table.figures.at(0)).value();
        for (const auto& one : explanation.contributions)
            lines.push_back(one.source + ' ' + std::to_string(one.count) + ' ' + one.reason);
        return lines;
    };
    using Lines = std::vector<std::string>;
    EXPECT_EQ(explained(Id{}), (Lines{"A", "A 100 only_source", "A 90 lower_in_source"}));
    EXPECT_EQ(explained(Id{"second"}), (Lines{"", " 100 only_source", "A 90 another_figure"}));
    EXPECT_EQ(explained(Id{"first"}), (Lines{"A", "A 100 only_source", " 0 not_shared"}));
}

TEST(Explanation, names_no_rule_or_ruling_that_chose_a_source_which_is_not_shared) {
    ConsolidationInput input;
    input.batches = {batch_of("A", {{"2021", 100}}), batch_of("B", {{"2021", 80}})};
    input.rules = {{Id{"a rule"}, {}, {}, RuleMethod::lowest, {}}};
    const auto consolidation = consolidate(input);
    const auto rule_for = [&](const Id& unknown) {
        const FigureQuery query{.knows = all_but({unknown})};
        const auto figure = figures(*consolidation, query).figures.at(0);
        return explain(*consolidation, query, figure).value().rule.text;
    };
    EXPECT_EQ(rule_for(Id{"A file"}), "a rule");
    EXPECT_EQ(rule_for(Id{"B file"}), "");
}

// Whose absence would bring it to light must not be tried out.
TEST(FigureEffect, does_not_tell_what_is_set_aside_and_not_shared) {
    const auto now = consolidate(
        {{batch_of("A", {{"2021", 20000}}), batch_of("B", {{"2021", 15400}})}, {}, {}, {}});
    const auto after = [&](std::int64_t proposed, const Id& superseded, const Id& unknown,
                           bool speaks_for_it = true) {
        const FigureQuery query{.by = {Grouping::place, Grouping::period},
                                .knows = all_but({unknown})};
        const auto effect = effect_of(*now, batch_of("A", {{"2021", proposed}}, "new"), superseded,
                                      query, speaks_for_it);
        const auto& changed = effect.changed.at(0);
        EXPECT_EQ(changed.before->count, 20000);
        return changed.untold ? std::string{"untold"} : std::to_string(changed.after->count);
    };
    EXPECT_EQ(after(1, Id{"A file"}, Id{}), "15400");
    EXPECT_EQ(after(1, Id{"A file"}, Id{"B file"}), "untold");
    EXPECT_EQ(after(18000, Id{"A file"}, Id{"B file"}), "18000");
    EXPECT_EQ(after(30000, Id{}, Id{"B file"}), "30000");
    EXPECT_EQ(after(30000, Id{}, Id{"B file"}, false), "untold") << "else it could be searched for";
    EXPECT_EQ(after(30000, Id{}, Id{}, false), "30000");
}

TEST(Disagreement, tells_no_more_of_a_source_that_is_not_shared_than_its_part) {
    const auto consolidation =
        consolidate({{batch_of("A", {{"2021", 100}}), batch_of("B", {{"2021", 95}}),
                      batch_of("C", {{"2021", 70}})},
                     {},
                     {},
                     {}});
    auto disagreement = consolidation->disagreements().at(0);
    disagreement.ruling = Id{"a ruling"};
    const auto told_without = [&](const std::vector<Id>& unknown) {
        std::vector<std::string> lines;
        const auto told = as_told(disagreement, all_but(unknown), 0.1);
        for (const auto& one : told.candidates)
            lines.push_back(one.source_name + " " + (one.count ? std::to_string(*one.count) : "?"));
        lines.push_back(told.share ? std::to_string(std::lround(*told.share * 100)) + " percent"
                                   : "no share");
        EXPECT_EQ(told.ruling.empty(), told.candidates.at(0).source_name.empty());
        return lines;
    };
    using Lines = std::vector<std::string>;
    EXPECT_EQ(told_without({}), (Lines{"A 100", "B 95", "C 70", "30 percent"}));
    EXPECT_EQ(told_without({Id{"A file"}}), (Lines{" 100", "B 95", "C 70", "30 percent"}));
    EXPECT_EQ(told_without({Id{"B file"}}), (Lines{"A 100", "C 70", " ?", "30 percent"}));
    EXPECT_EQ(told_without({Id{"C file"}}), (Lines{"A 100", "B 95", " ?", "no share"}));
    EXPECT_EQ(told_without({Id{"B file"}, Id{"C file"}}), (Lines{"A 100", " ?", "no share"}));
}

INSTANTIATE_TEST_SUITE_P(On, SharedFigures, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::movements
