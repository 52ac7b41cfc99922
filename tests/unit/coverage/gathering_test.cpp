// SPDX-License-Identifier: Apache-2.0
// What of the records goes into the look for gaps, for whoever asks.
#include "desks/coverage/gathering.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "desks/activities/kinds.hpp"
#include "desks/arrangements/kinds.hpp"
#include "desks/coverage/dismissal.hpp"
#include "desks/coverage/kept_responses.hpp"
#include "desks/coverage/kinds.hpp"
#include "desks/coverage/names.hpp"
#include "desks/coverage/reach_reports.hpp"
#include "desks/coverage/reported_works.hpp"
#include "desks/coverage/stated_need.hpp"
#include "desks/coverage/who_does_what.hpp"
#include "desks/directory/kinds.hpp"
#include "desks/directory/presence.hpp"
#include "desks/movements/kinds.hpp"
#include "desks/movements/source.hpp"
#include "held_clock.hpp"
#include "made_response.hpp"
#include "test_database.hpp"

namespace tenpoint::coverage {
namespace {

using activities::ActivityReport;
using arrangements::Action;
using arrangements::ActionStatus;
using arrangements::Arrangement;
using directory::Partner;
using directory::PartnerKind;
using directory::Place;
using record::Ref;
using record::Visibility;

// A port in a country, where an agency and an NGO do the same, each by itself.
class Gathered : public store::OnEachDatabase {
  protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (!location_) return;
        const auto add_all = [&](const auto& kinds) {
            kinds_.insert(kinds_.end(), kinds.begin(), kinds.end());
        };
        add_all(directory::kinds());
        add_all(arrangements::kinds());
        add_all(movements::kinds());
        add_all(activities::kinds());
        add_all(coverage::kinds());
        store_ =
            std::move(store::Store::open(location_->get(), kinds_, clock_, randomness_).value());
        country_ = place("PAN", {});
        port_ = place("PORT", country_);
        agency_ = partner("Agency");
        ngo_ = partner("NGO");
        Arrangement force;
        force.code = "force";
        force.title.en = "Task force";
        force.places = {{port_}};
        force_ = add(force);
    }
    void TearDown() override { store_.reset(); }

    template <class K>
    Id add(const K& value, const store::Draft& draft = {}) {
        return store_
            ->write(
                admin_,
                [&](store::Transaction& transaction) { return transaction.insert(value, draft); })
            .value()
            .envelope.id;
    }
    Id partner(const char* name, PartnerKind kind = PartnerKind::ngo, const char* country = "") {
        Partner made;
        made.name = name;
        made.kind = kind;
        if (*country != 0) made.country = country;
        return add(made);
    }
    Id place(const char* code, const Id& parent) {
        Place made;
        made.code = code;
        made.name.en = code;
        if (!parent.empty()) made.parent = Ref<Place>{parent};
        return add(made);
    }
    Id action(const Id& lead, const store::Draft& draft = {}) {
        Action made;
        made.arrangement = {force_};
        made.title.en = "Clinic";
        made.points = {Theme::health};
        made.lead = Ref<Partner>{lead};
        made.status = ActionStatus::under_way;
        return add(made, draft);
    }
    ActivityReport report(const char* period) const {
        ActivityReport made;
        made.organisation = "NGO";
        made.partner = Ref<Partner>{ngo_};
        made.admin1_code = "PORT";
        made.period = period_from_text(period);
        made.theme = Theme::health;
        made.beneficiaries = 100;
        made.new_beneficiaries = 40;
        made.returnees = 40;
        made.activity = "Consultations";
        return made;
    }
    template <class Read>
    auto read(Read read, std::optional<access::Principal> reader = std::nullopt) {
        using Answer = decltype(read(std::declval<const store::Snapshot&>()));
        return store_
            ->read(
                reader.value_or(admin_),
                [&](const store::Snapshot& snapshot) -> Result<Answer> { return read(snapshot); })
            .value();
    }
    Response gathered(std::optional<access::Principal> reader = std::nullopt) {
        return read([](const store::Snapshot& snapshot) { return gather(snapshot); }, reader);
    }
    static access::Principal reader_of(const Id& partner) {
        return {access::Principal::Sort::user, {}, partner, access::Role::reader, "reader"};
    }

    SystemRandomness randomness_;
    HeldClock clock_;
    std::vector<const record::KindInfo*> kinds_;
    std::unique_ptr<store::Store> store_;
    access::Principal admin_ = access::Principal::local_administrator("admin");
    Id country_, port_, agency_, ngo_, force_;
};

Response gather_with(const store::Snapshot& snapshot,
                     const std::vector<desks::PeopleCounted>& counted) {
    auto response = gather(snapshot);
    std::ranges::move(counted_needs(counted, response), std::back_inserter(response.needs));
    return response;
}

constexpr auto overlap_only = [](std::vector<Concern> concerns) {
    std::erase_if(concerns,
                  [](const Concern& each) { return each.subject.sort != ConcernSort::overlap; });
    return concerns;
};

TEST_P(Gathered, ActionsAreWhereTheirArrangementIsIfTheyDoNotSay) {
    action(agency_);
    const auto response = gathered();
    ASSERT_EQ(response.works.size(), 1U);
    EXPECT_EQ(response.works[0].places, std::vector{port_});
    EXPECT_TRUE(is_within(response, port_, country_));
}

TEST_P(Gathered, WhatAReaderMayNotReadIsInNoOverlapOfItsOwn) {
    action(agency_);
    const auto hidden = action(ngo_, {ngo_, Visibility::confidential});
    EXPECT_EQ(overlap_only(find_concerns(gathered(), on("2026-06-30"))).size(), 1U);
    EXPECT_EQ(overlap_only(find_concerns(gathered(reader_of(agency_)), on("2026-06-30"))).size(),
              0U);
    const auto rows = who_does_what(gathered(reader_of(agency_)),
                                    {.from = on("2026-06-01"), .to = on("2026-06-30")});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_NE(rows[0].works.front(), hidden);
}

TEST_P(Gathered, DroppedActionsAreNone) {
    Action dropped;
    dropped.arrangement = {force_};
    dropped.title.en = "Dropped";
    dropped.status = ActionStatus::dropped;
    add(dropped);
    EXPECT_TRUE(gathered().works.empty());
}

TEST_P(Gathered, AStateIsAllOverItsCountryAndNowhereElse) {
    const auto ministry = partner("Ministry", PartnerKind::ministry, "PAN");
    const auto response = gathered();
    EXPECT_EQ(response.actors.at(ministry).only_in, country_);
    ASSERT_EQ(response.stations.size(), 1U);
    EXPECT_EQ(response.stations[0].partner, ministry);
}

TEST_P(Gathered, ReportsOfTwoMonthsAreOneActivityThatGoesOnForTwoMore) {
    add(report("2026-01"));
    add(report("2026-03"));
    add(report("2026-08"));
    const auto works = gathered().works;
    ASSERT_EQ(works.size(), 2U);
    EXPECT_EQ(works[0].begins, on("2026-01-01"));
    EXPECT_EQ(works[0].ends, on("2026-05-31"));
    EXPECT_EQ(works[0].people, std::vector{Population::returnees});
    EXPECT_EQ(works[0].places, std::vector{port_});
    EXPECT_TRUE(runs_on(works[0], on("2026-05-31")));
    EXPECT_FALSE(runs_on(works[0], on("2026-06-01")));
}

TEST_P(Gathered, ReportsOfSectorsThatAreNoThemeAreAsManyActivities) {
    for (const auto* sector : {"CCCM", "Environment", "Helth", "cccm"}) {
        auto made = report("2026-01");
        made.theme.reset();
        made.sector = sector;
        add(made);
    }
    EXPECT_EQ(gathered().works.size(), 3U);
}

TEST_P(Gathered, ReportsAreCalledAsTheirSheetCallsThem) {
    auto made = report("2026-01");
    made.activity = "Consultations médicales";
    add(made);
    const auto work = gathered().works.front();
    EXPECT_TRUE(work.title.en.empty()) << "it is not English";
    EXPECT_EQ(title_in(work, Language::ar), "Consultations médicales");
}

TEST_P(Gathered, ReportsThatNameNoActivityAreCalledByTheirSectorAndWhereItIs) {
    auto made = report("2026-01");
    made.activity.reset();
    made.sector = "CCCM";
    add(made);
    made.admin2 = "Ceel Barde";
    add(made);
    const auto works = gathered().works;
    ASSERT_EQ(works.size(), 2U);
    EXPECT_EQ(title_in(works[0], Language::en), "CCCM");
    EXPECT_EQ(title_in(works[1], Language::en), "CCCM · Ceel Barde");
}

TEST_P(Gathered, OrganisationsThatTheDirectoryDoesNotKnowStandBesideThePartners) {
    const auto add_of = [&](const char* organisation) {
        auto made = report("2026-06");
        made.organisation = organisation;
        made.partner.reset();
        add(made);
    };
    add_of("Doctors Next Door");
    add_of("DOCTORS next door");
    add_of("Newcomers' Aid (NA)");
    const DoingQuery june{.from = on("2026-06-01"), .to = on("2026-06-30")};
    auto response = gathered();
    const auto matrix = partners_by_place(response, june);
    ASSERT_EQ(matrix.size(), 2U);
    const auto doctors = organisation_id("doctors next door");
    EXPECT_EQ(matrix.at(doctors).at(port_).under_way.size(), 1U);
    EXPECT_EQ(response.organisations.size(), 2U);
    const auto beside = beside_directory(response, june);
    EXPECT_EQ(beside.reports, 3);
    EXPECT_EQ(beside.organisations.size(), 2U);
    const auto overlaps = overlap_only(find_concerns(response, on("2026-06-30")));
    ASSERT_EQ(overlaps.size(), 1U);
    EXPECT_EQ(overlaps[0].subject.partners.size(), 2U);
    read([&](const store::Snapshot& snapshot) {
        EXPECT_EQ(folded(Names(snapshot, Language::fr, response.organisations).partner(doctors)),
                  "doctors next door");
        return true;
    });

    const auto newcomers = partner("Newcomers' Aid");
    response = gathered();
    EXPECT_TRUE(partners_by_place(response, june).contains(newcomers)) << "known by its name now";
    EXPECT_EQ(beside_directory(response, june).organisations.size(), 1U);
}

TEST_P(Gathered, ReportsAndActionsOverlapWithEachOther) {
    action(agency_);
    add(report("2026-06"));
    EXPECT_EQ(overlap_only(find_concerns(gathered(), on("2026-06-30"))).size(), 1U);
    EXPECT_EQ(overlap_only(find_concerns(gathered(), on("2026-09-30"))).size(), 0U);
}

TEST_P(Gathered, ReachIsOfTheMonthsThatAreAskedFor) {
    add(report("2026-01"));
    add(report("2026-02"));
    const auto new_since = [&](const char* from) {
        const auto reports = read([&](const store::Snapshot& snapshot) {
            return asked_reports(reach_reports(activity_records(snapshot)), {.from = on(from)});
        });
        return consolidate_reach(reports, {}).all.sum.people();
    };
    EXPECT_EQ(new_since("2026-01-01"), 80);
    EXPECT_EQ(new_since("2026-02-01"), 40);
}

TEST_P(Gathered, ReachIsOfAnAreaHoweverItIsWritten) {
    const auto add_of = [&](const char* country, std::optional<std::string> code, const char* name,
                            const char* sector) {
        auto made = report("2026-01");
        made.theme.reset();
        made.country = country;
        made.admin1_code = std::move(code);
        made.admin1 = name;
        made.sector = sector;
        add(made);
    };
    add_of("TCD", {}, "LAC", "Deuil");
    add_of("TCD", "TD07", "Lac", "deuil");
    add_of("CMR", {}, "Lac", "Deuil");
    const auto reach = consolidate_reach(read([](const store::Snapshot& snapshot) {
                                             return reach_reports(activity_records(snapshot));
                                         }),
                                         {});
    ASSERT_EQ(reach.sectors.size(), 2U);
    EXPECT_EQ(reach.sectors[1].place, (ReachPlace{"TCD", "TD07"}));
    EXPECT_EQ(reach.sectors[1].fresh, 80);
}

TEST_P(Gathered, ReachOpensToTheReportsThatARowCounts) {
    const auto add_of = [&](std::optional<std::string> country, std::optional<std::string> code,
                            const char* name, const char* sector) {
        auto made = report("2026-01");
        made.theme.reset();
        made.country = std::move(country);
        made.admin1_code = std::move(code);
        made.admin1 = name;
        made.sector = sector;
        return add(made);
    };
    const auto first = add_of("TCD", "TD07", "Lac", "Deuil");
    const auto second = add_of("TCD", "TD08", "Lac", "Deuil");  // one name, two areas
    const auto named = add_of("TCD", {}, "LAC", "DEUIL");
    const auto abroad = add_of("CMR", {}, "Lac", "Deuil");
    const auto nowhere = add_of({}, {}, "Lac", "Deuil");
    read([&](const store::Snapshot& snapshot) {
        const auto all = activity_records(snapshot);
        const auto behind = [&](const char* country, const char* area) {
            return reports_behind(all, {ReachPlace{country, area}, "Deuil", {}, {}});
        };
        using Ids = std::unordered_set<Id>;
        EXPECT_EQ(behind("TCD", "TD07"), (Ids{first, named}));
        EXPECT_EQ(behind("TCD", "TD08"), (Ids{second}));
        EXPECT_EQ(behind("CMR", "Lac"), (Ids{abroad}));
        EXPECT_EQ(behind("", "Lac"), (Ids{nowhere})) << "not of all countries";
        EXPECT_EQ(reports_behind(all, {{}, {}, {}, on("2025-12-31")}), Ids{});
        for (const auto& row : consolidate_reach(reach_reports(all), {}).sectors)
            EXPECT_EQ(std::ssize(reports_behind(all, {row.place, row.sector, {}, {}})) * 40,
                      row.fresh);
        return true;
    });
}

TEST_P(Gathered, ResponsesAreKeptForEachViewUntilWhatTheyAreMadeOfIsWritten) {
    KeptResponses kept(*store_);
    const auto of = [&](const access::Principal& reader) { return kept.of(reader).value(); };
    const auto first = of(admin_);
    EXPECT_EQ(of(admin_), first);
    EXPECT_NE(of(reader_of(agency_)), first) << "who may read less";
    EXPECT_EQ(kept.size(), 2U);
    movements::Source source;
    source.name = "Shelters";
    source.title.en = "Shelters";
    add(source);
    store_->seal();
    kept.forget_outdated();
    EXPECT_EQ(of(admin_), first) << "nothing is gathered from sources";
    place("OTHER", country_);
    kept.forget_outdated();
    EXPECT_EQ(kept.size(), 0U) << "nothing lingers of what may have been erased";
    const auto later = of(admin_);
    EXPECT_EQ(later->response.places.size(), first->response.places.size() + 1);
    kept.forget_outdated();
    EXPECT_EQ(of(admin_), later);
}

TEST_P(Gathered, ResponsesAreGatheredAnewAfterEachSortOfRecordThatTheyAreMadeOf) {
    KeptResponses kept(*store_);
    auto before = kept.of(admin_).value();
    const auto expect_anew = [&](const char* after) {
        const auto now = kept.of(admin_).value();
        EXPECT_NE(now, before) << after;
        before = now;
    };
    const auto doing = action(agency_);
    expect_anew("an action");
    add(report("2026-05"));
    expect_anew("a report");
    StatedNeed need;
    need.place = {port_};
    need.theme = Theme::shelter;
    add(need);
    expect_anew("a need");
    directory::Presence presence;
    presence.partner = {ngo_};
    presence.place = {port_};
    add(presence);
    expect_anew("a presence");
    partner("Newcomer");
    expect_anew("a partner");
    Arrangement group;
    group.code = "group";
    group.title.en = "Group";
    add(group);
    expect_anew("an arrangement");
    ASSERT_TRUE(store_->write(admin_, [&](store::Transaction& transaction) {
        return transaction.remove(record::kind_info<Action>(), doing, 1);
    }));
    expect_anew("a removal");
}

TEST_P(Gathered, ReportsAreReadAnewOnlyAfterOneOfThemOrAPlaceIsWritten) {
    KeptResponses kept(*store_);
    add(report("2026-05"));
    const auto first = kept.of(admin_).value();
    ASSERT_FALSE(first->reports->reached.empty());
    action(agency_);
    partner("Newcomer");
    const auto second = kept.of(admin_).value();
    EXPECT_NE(second, first);
    EXPECT_EQ(second->reports, first->reports);
    EXPECT_NE(kept.of(reader_of(agency_)).value()->reports, first->reports) << "who may read less";
    place("OTHER", country_);
    const auto third = kept.of(admin_).value();
    EXPECT_NE(third->reports, second->reports) << "reports may say it by its code";
    add(report("2026-06"));
    const auto fourth = kept.of(admin_).value();
    EXPECT_EQ(fourth->reports->reached.size(), third->reports->reached.size() + 1);
}

TEST_P(Gathered, NothingLingersOfReportsThatAreGone) {
    KeptResponses kept(*store_);
    const auto gone = add(report("2026-05"));
    std::weak_ptr<const GatheredReports> reports = kept.of(admin_).value()->reports;
    EXPECT_FALSE(reports.expired());
    ASSERT_TRUE(store_->write(admin_, [&](store::Transaction& transaction) {
        return transaction.remove(record::kind_info<activities::ActivityReport>(), gone, 1);
    }));
    kept.forget_outdated();
    EXPECT_TRUE(reports.expired());
}

TEST_P(Gathered, TheViewThatWasNotAskedForTheLongestIsForgottenAlone) {
    KeptResponses kept(*store_);
    const auto of = [&](const Id& partner) { return kept.of(reader_of(partner)).value(); };
    std::vector<Id> others;
    for (std::size_t more = 2; more <= KeptResponses::most; ++more)
        others.push_back(partner(("Partner " + std::to_string(more)).c_str()));
    const auto first = of(agency_), second = of(ngo_);
    for (std::size_t more = 0; more + 1 < others.size(); ++more)
        of(others[more]);
    EXPECT_EQ(of(agency_), first);
    of(others.back());
    EXPECT_EQ(kept.size(), KeptResponses::most);
    EXPECT_EQ(of(agency_), first);
    EXPECT_NE(of(ngo_), second);
}

TEST_P(Gathered, DismissalsOfWhateverNamesNobodyAreRefused) {
    Dismissal dismissal;
    dismissal.concern = ConcernSort::action_without_capacity;
    dismissal.note = "All is well.";
    std::vector<FieldProblem> problems;
    record::Kind<Dismissal>::check(dismissal, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].code, "concern_of_nobody");
}

TEST_P(Gathered, DismissalsAreOfTheSubjectThatTheyName) {
    action(agency_);
    action(ngo_);
    Dismissal dismissal;
    dismissal.concern = ConcernSort::overlap;
    dismissal.place = Ref<Place>{port_};
    dismissal.theme = Theme::health;
    dismissal.partners = {{ngo_}, {agency_}};
    dismissal.note = "They take turns.";
    const auto id = add(dismissal);
    const auto watch = read([&](const store::Snapshot& snapshot) {
        return watch_concerns(ResponseIndex(gather(snapshot)), {}, on("2026-06-30"),
                              {.sort = ConcernSort::overlap}, gather_dismissed(snapshot));
    });
    ASSERT_EQ(watch.concerns.size(), 1U);
    EXPECT_EQ(watch.concerns[0].dismissal, id);
}

TEST_P(Gathered, NeedsAreEnteredOrCounted) {
    StatedNeed stated;
    stated.place = {port_};
    stated.theme = Theme::shelter;
    stated.count = 300;
    add(stated);
    const desks::PeopleCounted counted{"PORT", "arrival", {}, period_from_text("2026-05").value(),
                                       1'200,  false};
    const auto response =
        read([&](const store::Snapshot& snapshot) { return gather_with(snapshot, {counted}); });
    ASSERT_EQ(response.needs.size(), 4U);
    EXPECT_EQ(response.needs[0].count, 300);
    EXPECT_EQ(response.needs[1].theme, Theme::entry_systems);
    EXPECT_EQ(response.needs[1].ends, on("2026-07-31"));
}

TEST_P(Gathered, ActivitiesOfASectorMeetWhatFiguresSayIsNeeded) {
    auto shelter = report("2026-05");
    shelter.theme = Theme::shelter;
    shelter.in_transit = 100;
    add(shelter);
    auto trafficking = shelter;
    trafficking.theme = Theme::trafficking_and_smuggling;
    add(trafficking);
    const desks::PeopleCounted arrived{"PORT", "arrival", {}, period_from_text("2026-05").value(),
                                       1'200,  false};
    auto trafficked = arrived;
    trafficked.people = Population::trafficked_persons;
    const auto response = read([&](const store::Snapshot& snapshot) {
        return gather_with(snapshot, {arrived, trafficked});
    });
    std::vector<Theme> unmet;
    for (const auto& concern : find_concerns(response, on("2026-05-31")))
        if (concern.subject.sort == ConcernSort::need_without_action)
            unmet.push_back(*concern.subject.theme);
    EXPECT_EQ(unmet, (std::vector{Theme::entry_systems, Theme::profiling_and_referral}));
}

TEST_P(Gathered, ActivitiesInUnknownDistrictsDoNotOverlap) {
    const auto add_in = [&](const char* district, const Id& doer) {
        auto made = report("2026-06");
        made.partner = Ref<Partner>{doer};
        made.country = "PAN";
        made.admin1_code.reset();
        made.admin1 = district;
        add(made);
    };
    add_in("North", ngo_);
    add_in("South", ngo_);
    add_in("South", agency_);
    const auto response = gathered();
    EXPECT_EQ(response.works.size(), 3U);
    EXPECT_TRUE(overlap_only(find_concerns(response, on("2026-06-30"))).empty());
}

TEST_P(Gathered, WhoReportsWhatItDoesThereIsThere) {
    Partner charged;
    charged.name = "Charged";
    charged.kind = PartnerKind::un_agency;
    charged.mandates = {Theme::health};
    auto made = report("2026-06");
    made.partner = Ref<Partner>{add(charged)};
    add(made);
    EXPECT_EQ(told(find_concerns(gathered(), on("2026-06-30"))), "");
    EXPECT_NE(told(find_concerns(gathered(), on("2026-10-01"))), "") << "it is nowhere any more";
}

TEST_P(Gathered, ActivitiesOfTwoIndicatorsDoNotOverlap) {
    const auto add_of = [&](const char* indicator, const Id& doer) {
        auto made = report("2026-06");
        made.partner = Ref<Partner>{doer};
        made.indicator = indicator;
        add(made);
    };
    add_of("Consultations", ngo_);
    add_of("Vaccinations", agency_);
    EXPECT_TRUE(overlap_only(find_concerns(gathered(), on("2026-06-30"))).empty());
    add_of("CONSULTATIONS", agency_);
    EXPECT_EQ(overlap_only(find_concerns(gathered(), on("2026-06-30"))).size(), 1U);
}

TEST_P(Gathered, ReasonsAreToldInTheReadersLanguage) {
    action(agency_);
    action(ngo_);
    const auto texts = [&](Language language) {
        return read([&](const store::Snapshot& snapshot) {
            const auto response = gather(snapshot);
            const Names names(snapshot, language);
            const auto works = works_by_id(response);
            std::vector<std::string> told;
            for (const auto& concern : overlap_only(find_concerns(response, on("2026-06-30"))))
                for (const auto& grounds : concern.grounds)
                    told.push_back(grounds_text(grounds, works, names));
            return told;
        });
    };
    EXPECT_EQ(texts(Language::en),
              (std::vector<std::string>{
                  "Agency: Clinic", "NGO: Clinic",
                  "Not all of them say for whom, so that it may be for the same people."}));
    EXPECT_EQ(texts(Language::es).back(),
              "No todos dicen para quién; puede ser para las mismas personas.");
}

INSTANTIATE_TEST_SUITE_P(On, Gathered, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::coverage
