// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "access/may.hpp"
#include "desks/arrangements/arrangement.hpp"
#include "desks/arrangements/kinds.hpp"
#include "desks/arrangements/review.hpp"
#include "desks/directory/contact.hpp"
#include "desks/directory/kinds.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/user.hpp"
#include "store/search_entry.hpp"
#include "store/search_following.hpp"
#include "store/search_words.hpp"
#include "store/searching.hpp"
#include "test_database.hpp"

namespace tenpoint::store {
namespace {

using access::Principal;
using access::Role;
using arrangements::Arrangement;
using record::Visibility;

TEST(SearchWords, FindSingularsByPluralsAndPluralsBySingulars) {
    for (const auto& [one, many] :
         std::vector<std::pair<std::string, std::string>>{{"refugee", "Refugees"},
                                                          {"country", "COUNTRIES"},
                                                          {"place", "places"},
                                                          {"process", "processes"},
                                                          {"réfugié", "réfugiées"},
                                                          {"acción", "acciones"},
                                                          {"autoridad", "autoridades"},
                                                          {"لاجئين", "اللاجئين"},
                                                          {"لاجئين", "اللاجئون"},
                                                          {"لاجئ", "لاجئات"},
                                                          {"منظمة", "المنظمات"},
                                                          {"حدود", "وَالْحُدود"}})
        EXPECT_EQ(search_words(one), search_words(many)) << one;
}

TEST(SearchWords, KeepApartWhatIsNotTheSame) {
    EXPECT_NE(search_words("border"), search_words("order"));
    EXPECT_NE(search_words("gas"), search_words("gaz"));
    EXPECT_NE(search_words("البحر"), search_words("البحرين"));
    EXPECT_EQ(search_words("قانون تعاون").front(), "قانون");
    EXPECT_EQ(search_words("a-b, c/d").size(), 4U);
    EXPECT_TRUE(search_words(std::string(500, 'x')).empty());
}

std::string shown(const std::vector<ExcerptPiece>& pieces) {
    return std::accumulate(pieces.begin(), pieces.end(), std::string{},
                           [](std::string all, const ExcerptPiece& piece) {
                               return all + (piece.is_found ? '[' + piece.text + ']' : piece.text);
                           });
}

TEST(Excerpts, MarkTheWordsAsTheirOwnerWroteThem) {
    EXPECT_EQ(shown(excerpt_of("The Réfugiés’ camp\nat Šid.", {asked_words("refugie sid")})),
              "The [Réfugiés]’ camp at [Šid] …");
    EXPECT_EQ(shown(excerpt_of("تسجيل اللاجئين", {asked_words("لاجئين")})), "تسجيل [اللاجئين]");
    EXPECT_EQ(shown(excerpt_of("<b>border</b>", {asked_words("border")})), "b>[border]</b …");
    EXPECT_EQ(shown(excerpt_of("migration", {{"mig"}, true})), "[migration]");
}

TEST(Excerpts, ShowWhereMostOfTheWordsStandTogether) {
    std::string text = "border ";
    for (int i = 0; i < 100; ++i)
        text += fmt::format("filler{} ", i);
    text += "a post at the border with reception for all";
    const auto excerpt = shown(excerpt_of(text, {asked_words("reception border")}));
    EXPECT_NE(excerpt.find("[border] with [reception]"), std::string::npos) << excerpt;
    EXPECT_TRUE(excerpt.starts_with("… ")) << excerpt;
}

class Searches : public OnEachDatabase {
  protected:
    template <class Work>
    auto write(Work work) {
        return store_->write(admin_, work).value();
    }

    void SetUp() override {
        OnEachDatabase::SetUp();
        if (!location_ || IsSkipped()) return;
        open();
        for (auto* partner : {&own_, &other_}) {
            directory::Partner value;
            value.name = fmt::format("Partner {}", partner == &own_ ? "Alpha" : "Beta");
            *partner = write([&](Transaction& transaction) {
                           return transaction.insert(value, {});
                       }).envelope.id;
        }
    }
    void open() {
        store_.reset();
        store_ = std::move(Store::open(location_->get(), kinds_, clock_, randomness_).value());
    }

    record::Record<Arrangement> add(const LocalText& title, const Draft& draft = {}) {
        Arrangement value;
        value.code = fmt::format("code{}", ++count_);
        value.title = title;
        return write([&](Transaction& transaction) { return transaction.insert(value, draft); });
    }

    void complete_index() {
        const auto is_complete = [](const Snapshot& snapshot) -> Result<bool> {
            return is_search_complete(snapshot);
        };
        do
            store_->seal();
        while (!store_->read(admin_, is_complete).value());
    }
    std::vector<std::string> found(const SearchQuery& query, const Principal& who) {
        complete_index();
        return found_so_far(query, who);
    }
    std::vector<std::string> found_so_far(const SearchQuery& query, const Principal& who) const {
        std::vector<std::string> titles;
        const auto page = store_
                              ->read(who,
                                     [&](const Snapshot& snapshot) -> Result<SearchPage> {
                                         return search(snapshot, query);
                                     })
                              .value();
        for (const auto& hit : page.hits)
            titles.push_back(title_of(*hit.kind, hit.record.row, Language::en));
        return titles;
    }
    std::vector<std::string> found(const std::string& text) {
        return found(SearchQuery{text}, admin_);
    }

    static Principal person(const Id& partner, Role role) {
        return {Principal::Sort::user, Id{"018bcfe5-6800-7000-8000-000000000001"}, partner, role,
                "somebody"};
    }

    using Titles = std::vector<std::string>;
    std::vector<const record::KindInfo*> kinds_ = [] {
        std::vector<const record::KindInfo*> all;
        for (const auto* kind : directory::kinds())
            all.push_back(kind);
        for (const auto* kind : arrangements::kinds())
            all.push_back(kind);
        return all;
    }();
    SystemClock clock_;
    SystemRandomness randomness_;
    Principal admin_ = Principal::local_administrator("admin");
    std::unique_ptr<Store> store_;
    Id own_, other_;
    int count_ = 0;
};

TEST_P(Searches, FindARecordByItsWordsInEachOfItsLanguages) {
    add({"Mixed Migration Task Force", "Groupe de travail sur la migration", "",
         "فرقة العمل المعنية بالهجرة المختلطة"});
    add({"Something else", "", "", ""});
    for (const std::string text : {"migration mixed", "GROUPE travail", "migrations", "هجرة",
                                   "الهجرة المختلطة", "forc", "task-force"})
        EXPECT_EQ(found(text), Titles{"Mixed Migration Task Force"}) << text;
    EXPECT_TRUE(found("migration absent").empty());
    EXPECT_TRUE(found("").empty());
    EXPECT_TRUE(found("\"'&|!():*%_").empty());
}

TEST_P(Searches, PutFirstWhatHasTheWordInItsTitle) {
    auto value = add({"A plan", "", "", ""});
    value.value.background.en = "Reception, reception and once more reception of everybody.";
    write([&](Transaction& transaction) { return transaction.update(value); });
    add({"Reception centres", "", "", ""});
    auto later = add({"Another plan", "", "", ""});
    later.value.background.en = "Somewhere in a rather long text reception is told of once.";
    write([&](Transaction& transaction) { return transaction.update(later); });
    EXPECT_EQ(found("reception"), (Titles{"Reception centres", "A plan", "Another plan"}));
}

TEST_P(Searches, FindARecordAsItIsNowAndNotAsItWas) {
    auto force = add({"Border force", "", "", ""});
    EXPECT_EQ(found("border").size(), 1U);
    force.value.title.en = "Harbour force";
    force = write([&](Transaction& transaction) { return transaction.update(force); });
    EXPECT_TRUE(found("border").empty());
    EXPECT_EQ(found("harbour").size(), 1U);
    write([&](Transaction& transaction) -> Result<bool> {
        TENPOINT_CHECK(transaction.remove(record::kind_info<Arrangement>(), force.envelope.id,
                                          force.envelope.version));
        return true;
    });
    EXPECT_TRUE(found("harbour").empty());
}

TEST_P(Searches, NeverFindWhatIsPersonalNorAccounts) {
    directory::Contact contact;
    contact.partner = {own_};
    contact.name = "Zubaida Quillfeather";
    contact.position = "Head of office";
    contact.email = "zubaida@example.org";
    write([&](Transaction& transaction) { return transaction.insert(contact, {}); });
    EXPECT_EQ(found("head office").size(), 1U);
    EXPECT_TRUE(found("quillfeather").empty());
    EXPECT_TRUE(found("zubaida").empty());
    EXPECT_FALSE(is_searched(record::kind_info<directory::User>()));
}

TEST_P(Searches, GoOnFromPageToPageAndNarrowDownToAKind) {
    std::set<std::string> all;
    for (int i = 0; i < 7; ++i) {
        const auto title = fmt::format("Harbour {}", i);
        add({title, "", "", ""});
        all.insert(title);
    }
    std::set<std::string> seen;
    SearchQuery query{"harbour"};
    query.limit = 3;
    for (int page = 0; page < 3; ++page, query.skip += 3)
        for (auto& title : found(query, admin_))
            EXPECT_TRUE(seen.insert(title).second) << title;
    EXPECT_EQ(seen, all);
    EXPECT_EQ(found({"partner", "partners"}, admin_).size(), 2U);
    EXPECT_TRUE(found({"partner", "actions"}, admin_).empty());
}

TEST_P(Searches, TellNothingOfWhatBecameConfidentialAMomentAgo) {
    auto force = add({"Harbour force", "", "", ""}, {own_, Visibility::everybody});
    const auto stranger = person(other_, Role::coordinator);
    EXPECT_EQ(found({"harbour"}, stranger).size(), 1U);
    store_
        ->write(admin_,
                [&](Transaction& transaction) {
                    return transaction.update(record::kind_info<Arrangement>(), force.envelope.id,
                                              force.envelope.version, record::to_row(force.value),
                                              "share", {Visibility::confidential});
                })
        .value();
    EXPECT_TRUE(found_so_far({"harbour"}, stranger).empty());
}

TEST_P(Searches, FindTheSameAfterTheIndexWasMadeAnew) {
    for (int i = 0; i < 60; ++i)
        add({fmt::format("Harbour {}", i), "", "", ""});
    const auto before = found("harbour");
    EXPECT_EQ(before.size(), 20U);
    write([](Transaction& transaction) -> Result<bool> {
        begin_search_anew(transaction);
        return true;
    });
    EXPECT_EQ(found("harbour"), before);
    open();
    EXPECT_EQ(found("harbour"), before);
}

TEST_P(Searches, ShowExactlyWhatMayBeRead) {
    EXPECT_TRUE(rc::check([&] {
        const auto visibility = *rc::gen::element(Visibility::everybody, Visibility::partners,
                                                  Visibility::restricted, Visibility::confidential);
        const auto owner = *rc::gen::element(own_, other_, Id{});
        Draft draft{owner, visibility};
        if (visibility == Visibility::restricted && *rc::gen::arbitrary<bool>())
            draft.shared_with = {*rc::gen::element(own_, other_)};
        const auto word = fmt::format("harbour{}", count_);
        const auto made = add({word, "", "", ""}, draft);
        complete_index();
        const access::Subject subject =
            access::subject_of(record::Kind<Arrangement>::stewardship, made.envelope);
        for (const auto& partner : {own_, other_, Id{}})
            for (const auto role :
                 {Role::administrator, Role::coordinator, Role::contributor, Role::reader}) {
                const auto who = person(partner, role);
                RC_ASSERT(!found_so_far({word}, who).empty() ==
                          may(who, access::Verb::read, subject));
            }
        RC_ASSERT(!found_so_far({word}, Principal{}).empty() ==
                  may(Principal{}, access::Verb::read, subject));
    }));
}

INSTANTIATE_TEST_SUITE_P(On, Searches, both_databases(), database_name);

}  // namespace
}  // namespace tenpoint::store
