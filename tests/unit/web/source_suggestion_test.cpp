// SPDX-License-Identifier: Apache-2.0
#include "web/source_suggestion.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include "desks/movements/batch.hpp"
#include "desks/movements/source.hpp"
#include "file_kinds.hpp"

namespace tenpoint::web {
namespace {

class SourceSuggestionTest : public testing::Test {
  protected:
    SourceSuggestionTest() : node_(kinds_of_files()) {}

    Id source(const std::string& name) {
        return node_.store()
            .write(node_.officer(),
                   [&](store::Transaction& transaction) -> Result<Id> {
                       movements::Source source;
                       source.name = name;
                       TENPOINT_TRY(made, transaction.insert(source, {node_.officer().partner}));
                       return made.envelope.id;
                   })
            .value();
    }
    // An accepted file with a column of each name.
    void accept(const Id& source, const std::string& file_name, const std::string& indicator,
                const std::vector<std::string>& columns) {
        boost::json::array lines;
        for (const auto& column : columns)
            lines.push_back({{"column", column}, {"field", "dimension"}});
        node_.clock().pass(std::chrono::hours(1));
        movements::Batch batch;
        batch.source = {source};
        batch.status = movements::BatchStatus::accepted;
        batch.file_name = file_name;
        batch.mapping.value = {{"set", {{"indicator", indicator}}}, {"columns", lines}};
        node_.store()
            .write(node_.officer(),
                   [&](store::Transaction& transaction) -> Result<void> {
                       TENPOINT_CHECK(transaction.insert(batch, {node_.officer().partner}));
                       return {};
                   })
            .value();
    }
    std::vector<LikelySource> likely(const std::string& file_name,
                                     const std::vector<std::string>& headers) {
        movements::ColumnLayout layout;
        layout.headers = headers;
        layout.tags.resize(headers.size());
        return node_.store()
            .read(node_.officer(),
                  [&](const store::Snapshot& snapshot) -> Result<std::vector<LikelySource>> {
                      return likely_sources(snapshot, file_name, layout);
                  })
            .value();
    }
    std::optional<Id> suggested(const std::string& file_name,
                                const std::vector<std::string>& headers) {
        const auto found = likely(file_name, headers);
        const auto* source = suggested_source(found);
        return source != nullptr ? std::optional(source->source) : std::nullopt;
    }

    TestNode node_;
};

TEST_F(SourceSuggestionTest, AFileOfSeveralSourcesColumnsIsOfferedToEach) {
    const auto honduras = source("Honduras"), mexico = source("Mexico");
    accept(mexico, "met.csv", "encounter", {"t", "nat", "n"});
    EXPECT_EQ(suggested("next.csv", {"t", "nat", "n"}), mexico) << "no other one fits";
    accept(mexico, "sent.csv", "return_carried_out", {"t", "nat", "type", "n"});
    accept(honduras, "passed.csv", "crossing", {"t", "nat", "n"});

    EXPECT_FALSE(suggested("next.csv", {"t", "nat", "n"}));
    const auto offered = likely("next.csv", {"t", "nat", "n"});
    ASSERT_EQ(offered.size(), 2U);
    for (const auto& one : offered) {
        EXPECT_TRUE(one.fit.same_columns);
        EXPECT_EQ(one.fit.columns, 3U);
        EXPECT_EQ(one.fit.matching, 3U);
    }
    EXPECT_EQ(suggested("next.csv", {"t", "nat", "type", "n"}), mexico)
        << "it fits better than those with fewer columns";
}

TEST_F(SourceSuggestionTest, AFileNameLeadsToTheTableThatHasIt) {
    const auto honduras = source("Honduras"), mexico = source("Mexico");
    accept(mexico, "met.csv", "encounter", {"t", "nat", "n"});
    accept(mexico, "sent.csv", "return_carried_out", {"t", "nat", "type", "n"});
    accept(honduras, "passed.csv", "crossing", {"t", "nat", "n"});

    movements::ColumnLayout layout;
    layout.headers = {"t", "nat", "n"};
    layout.tags.resize(layout.headers.size());
    const auto found = likely("met.csv", layout.headers);
    const auto* first = suggested_source(found);
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(first->source, mexico);
    EXPECT_TRUE(first->same_name);
    EXPECT_EQ(first->fit.columns, 3U);
    const auto mapping = remembered_for(movements::likest_table(first->tables, layout, "met.csv"));
    EXPECT_EQ(mapping.set.indicator, movements::Indicator::encounter);
}

TEST_F(SourceSuggestionTest, OfSourcesWithTheSameFileNameTheOneThatFitsIsTaken) {
    const auto honduras = source("Honduras"), mexico = source("Mexico");
    accept(mexico, "data.csv", "encounter", {"t", "nat", "n"});
    accept(honduras, "data.csv", "crossing", {"Fecha", "Sexo", "Total"});
    EXPECT_EQ(suggested("data.csv", {"t", "nat", "n"}), mexico);
    EXPECT_EQ(suggested("data.csv", {"Fecha", "Sexo", "Total"}), honduras);
    EXPECT_EQ(suggested("data.csv", {"a", "b"}), honduras) << "the last one of that name";
}

}  // namespace
}  // namespace tenpoint::web
