// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/sheet_composition.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include <gtest/gtest.h>

#include "base/translations.hpp"
#include "days.hpp"
#include "formats/document_check.hpp"
#include "sheet_sample.hpp"

namespace tenpoint::movements {
namespace {

const EditionLine line{3, instant_from_text("2026-03-12T08:00:00Z").value(), "The conference"};

formats::Document compose(const SheetContent& content, Language language = Language::en) {
    return compose_sheet(content, language, line);
}

template <class Block>
std::vector<Block> blocks_of(const formats::Document& document) {
    std::vector<Block> found;
    for (const auto& block : document.blocks)
        if (const auto* wanted = std::get_if<Block>(&block)) found.push_back(*wanted);
    return found;
}

std::string lead_of(const formats::Document& document) {
    for (const auto& paragraph : blocks_of<formats::Paragraph>(document))
        if (paragraph.tone == formats::Tone::lead) return paragraph.text;
    return {};
}

// Every text that a document shows.
void for_each_text(const formats::Document& document,
                   const std::function<void(const std::string&)>& see) {
    see(document.title);
    see(document.subtitle);
    see(document.edition_line);
    const auto see_caption = [&](const formats::Caption& caption) {
        see(caption.title);
        see(caption.unit);
        see(caption.note);
    };
    const auto see_table = [&](const formats::Table& table) {
        see_caption(table.caption);
        for (const auto& column : table.columns)
            see(column.header);
        for (const auto& row : table.rows)
            for (const auto& cell : row.cells)
                if (const auto* text = std::get_if<std::string>(&cell)) see(*text);
    };
    for (const auto& paragraph : blocks_of<formats::Paragraph>(document))
        see(paragraph.text);
    for (const auto& heading : blocks_of<formats::Heading>(document))
        see(heading.text);
    for (const auto& headlines : blocks_of<formats::Headlines>(document))
        for (const auto& card : headlines.cards)
            for (const auto& text : {card.label, card.comparison, card.note})
                see(text);
    for (const auto& chart : blocks_of<formats::LineChart>(document)) {
        see_caption(chart.caption);
        for (const auto& series : chart.series)
            see(series.name);
    }
    for (const auto& chart : blocks_of<formats::BarChart>(document)) {
        see_caption(chart.caption);
        for (const auto& bar : chart.bars)
            see(bar.label);
    }
    for (const auto& profile : blocks_of<formats::CorridorProfile>(document)) {
        see_caption(profile.caption);
        for (const auto& stop : profile.stops)
            see(stop.measure);
    }
    for (const auto& map : blocks_of<formats::Map>(document))
        for (const auto& text : {map.area_header, map.point_header, map.place_header})
            see(text);
    for (const auto& table : blocks_of<formats::Table>(document))
        see_table(table);
    for (const auto& notes : blocks_of<formats::Notes>(document))
        for (const auto& item : notes.items)
            see(item);
    for (const auto& sources : blocks_of<formats::Sources>(document))
        for (const auto& source : sources.sources)
            see(source.note);
    see_table(document.figures);
}

TEST(SheetComposition, SaysOfASourceThatIsNotSharedThatItIsNot) {
    auto content = sample_content();
    ASSERT_FALSE(content.disagreements.empty());
    ASSERT_FALSE(content.contradictions.empty());
    for (auto& candidate : content.disagreements[0].candidates)
        candidate.source.clear();
    content.contradictions[0].source.clear();
    content.measures.at(0).sources = {""};
    for (const auto language : all_languages) {
        const auto words = translate(language, "sheet.sources.not_shared");
        std::size_t said = 0;
        for_each_text(compose(content, language), [&](const std::string& text) {
            if (text.find(words) != std::string::npos) ++said;
        });
        EXPECT_GE(said, 4U) << "in the table's two columns, its neighbour and the notes";
    }
}

TEST(SheetComposition, SaysEverythingInEveryLanguage) {
    for (const auto language : all_languages) {
        const auto document = compose(sample_content(), language);
        EXPECT_NO_THROW(formats::require_consistent(document));
        EXPECT_EQ(document.language, language);
        for_each_text(document, [&](const std::string& text) {
            EXPECT_EQ(text.find('{'), std::string::npos) << "unfilled: " << text;
            for (const auto* part : {"sheet.", "codes.", "figures."})
                EXPECT_NE(text.rfind(part, 0), 0) << "untranslated: " << text;
        });
    }
}

TEST(SheetComposition, HasTheSameKeysInEveryLanguage) {
    for (const auto language : all_languages)
        for (const auto key : translation_keys(Language::en))
            EXPECT_TRUE(!key.starts_with("sheet.") || has_translation(language, key))
                << key << ' ' << to_word(language);
}

TEST(SheetComposition, SaysTheMainThingFirst) {
    EXPECT_TRUE(lead_of(compose(sample_content()))
                    .starts_with("Darién (en): in 2024, 302,203 crossings were recorded, "
                                 "42% fewer than in 2023. Most came from Venezuela"));
    EXPECT_TRUE(lead_of(compose(sample_content(), Language::es))
                    .starts_with("Darién (es): en 2024, se registraron 302.203 cruces, "
                                 "un 42\u00a0% menos que en 2023."));
}

TEST(SheetComposition, SetsTheArticleBeforeDaysWhereALanguageHasOne) {
    auto content = sample_content();
    content.days = {day("2024-01-15"), day("2024-06-20")};
    content.days_before = {day("2023-08-11"), day("2024-01-14")};
    const auto lead = lead_of(compose(content, Language::es));
    EXPECT_TRUE(lead.starts_with(
        "Darién (es): entre el 15 de enero de 2024 y el 20 de junio de 2024, se registraron"))
        << lead;
    EXPECT_NE(lead.find("que entre el 11 de agosto de 2023 y el 14 de enero de 2024."),
              std::string::npos)
        << lead;
    const auto french = lead_of(compose(content, Language::fr));
    EXPECT_NE(french.find("entre le 15 janvier 2024 et le 20 juin 2024"), std::string::npos)
        << french;
    content.days = {day("2024-01-01"), day("2024-02-29")};
    EXPECT_TRUE(lead_of(compose(content, Language::es))
                    .starts_with("Darién (es): entre enero de 2024 y febrero de 2024"));
}

TEST(SheetComposition, TellsOfEveryLaterPlaceHowItsFigureMoved) {
    auto content = sample_content();
    auto& border = content.measures[1];
    border.now.gaps.clear();
    content.measures.push_back(border);
    content.measures.back().place = "MIDDLE";
    content.measures.back().before = {1'000'000, {}};
    const auto lead = lead_of(compose(content));
    EXPECT_NE(lead.find("Further along the corridor, against 2023: "
                        "Border (en): -30%; Middle (en): +40%."),
              std::string::npos)
        << lead;
    EXPECT_EQ(lead_of(compose(sample_content())).find("Further along"), std::string::npos)
        << "December is not known";
}

TEST(SheetComposition, SaysSoWhereAFigureIsOfAPartOfTheTimeOnly) {
    const auto cards = blocks_of<formats::Headlines>(compose(sample_content())).at(0).cards;
    ASSERT_EQ(cards.size(), 3);
    EXPECT_EQ(cards[1].label, "Border (en)");
    EXPECT_FALSE(cards[1].change);
    EXPECT_NE(cards[1].note.find("without figures for December 2024"), std::string::npos)
        << cards[1].note;
}

TEST(SheetComposition, SaysSoWhereTheFiguresBeforeAreOfOtherSources) {
    auto content = sample_content();
    content.measures[0].other_sources_before = {"Other count"};
    const auto document = compose(content);
    const auto card = blocks_of<formats::Headlines>(document).at(0).cards.at(0);
    EXPECT_FALSE(card.change);
    EXPECT_EQ(card.comparison, "against 520,085 in 2023");
    EXPECT_TRUE(card.note.ends_with("other sources than in 2023")) << card.note;
    EXPECT_TRUE(lead_of(document).starts_with(
        "Darién (en): in 2024, 302,203 crossings were recorded. Most"));
    const auto notes = blocks_of<formats::Notes>(document).at(0).items;
    EXPECT_TRUE(std::ranges::any_of(notes, [](const auto& note) {
        return note.ends_with("figures of other sources (Other count); therefore not compared.");
    }));
}

TEST(SheetComposition, NeverAddsAlongACorridor) {
    const auto content = sample_content();
    const double sum = 302'203 + 1'400'000;
    const auto document = compose(content);
    const auto profile = blocks_of<formats::CorridorProfile>(document).at(0);
    ASSERT_EQ(profile.stops.size(), 3);
    EXPECT_EQ(profile.stops[0].value, 302'203);
    EXPECT_FALSE(profile.stops[1].value) << "a place without figures is no zero";
    EXPECT_EQ(profile.stops[2].value, 1'400'000);
    const auto headlines = blocks_of<formats::Headlines>(document).at(0);
    for (const auto& card : headlines.cards)
        EXPECT_NE(card.value, sum);
    for (const auto& row : document.figures.rows)
        EXPECT_NE(row.cells.back(), formats::TableCell{sum});
    for_each_text(document, [](const std::string& text) {
        EXPECT_EQ(text.find("1,702,203"), std::string::npos) << text;
    });
}

TEST(SheetComposition, DrawsAGapAsAGapAndAMonthWithoutIncidentsAsZero) {
    const auto charts = blocks_of<formats::LineChart>(compose(sample_content()));
    ASSERT_EQ(charts.size(), 2);
    const auto& trend = charts[0];
    ASSERT_EQ(trend.periods.front(), period_from_text("2023-12"));
    EXPECT_EQ(trend.series[0].values[1], 152'203);
    EXPECT_FALSE(trend.series[0].values[3]) << "March 2024 is not known";
    const auto& deaths = charts[1];
    ASSERT_EQ(deaths.periods.size(), 24);
    EXPECT_EQ(deaths.series[0].values[2], 2);
    EXPECT_EQ(deaths.series[0].values[3], 0);
}

TEST(SheetComposition, ShowsTheRestAndTheUnknownQuietlyBehindTheOrigins) {
    const auto chart = blocks_of<formats::BarChart>(compose(sample_content())).at(0);
    ASSERT_EQ(chart.bars.size(), 5);
    EXPECT_EQ(chart.bars[0].value, 209'000);
    EXPECT_FALSE(chart.bars[1].rest);
    EXPECT_EQ(chart.bars[2].label, "Other nationalities");
    EXPECT_EQ(chart.bars[3].label, "Unknown");
    EXPECT_EQ(chart.bars[4].label, "Not broken down");
    EXPECT_TRUE(chart.bars[4].rest);
    double shares = 0;
    for (const auto& bar : chart.bars)
        shares += bar.share.value();
    EXPECT_NEAR(shares, 1, 1e-9);
}

TEST(SheetComposition, ListsAtMostTenOrigins) {
    auto content = sample_content();
    auto& origins = content.measures[0].by_origin;
    for (const auto* country :
         {"ECU", "CHN", "HTI", "PER", "IND", "AGO", "BGD", "NPL", "AFG", "CMR", "GHA", "SOM"})
        origins.push_back({origins[0].period, country, 10});
    const auto chart = blocks_of<formats::BarChart>(compose(content)).at(0);
    EXPECT_EQ(chart.bars.size(), 13);
    EXPECT_EQ(chart.bars[10].value, 30'000 + 4 * 10) << "what the source lumps, and our own rest";
}

TEST(SheetComposition, TagsItsFiguresWithHxl) {
    const auto figures = compose(sample_content()).figures;
    std::set<std::string> tags;
    for (const auto& column : figures.columns)
        tags.insert(column.hxl);
    for (const auto* tag : {"#indicator+code", "#loc+code", "#date+period", "#country+origin+code",
                            "#affected+count"})
        EXPECT_TRUE(tags.contains(tag)) << tag;
    // Two months of totals, six origins, three groups; one month at the border; one of deaths.
    EXPECT_EQ(figures.rows.size(), 2 + 6 + 3 + 1 + 1);
}

TEST(SheetComposition, SaysWhenFiguresHaveChangedSince) {
    auto changed = line;
    changed.changed_since = true;
    const auto document = compose_sheet(sample_content(), Language::en, changed);
    const auto first = std::get<formats::Paragraph>(document.blocks.front());
    EXPECT_EQ(first.tone, formats::Tone::remark);
    EXPECT_EQ(document.blocks.size(), compose(sample_content()).blocks.size() + 1);
}

TEST(SheetComposition, NamesItsFileByWhatItIsAbout) {
    auto content = sample_content();
    EXPECT_EQ(sheet_file_name(content), "north-2024");
    content.days.to = day_from_text("2024-05-15").value();
    content.code = "USA/SWB";
    EXPECT_EQ(sheet_file_name(content), "usa-swb-2024-01-01-2024-05-15");
}

TEST(SheetComposition, ComposesAPlaceWithOnlyDeaths) {
    auto content = sample_content();
    content.is_corridor = false;
    content.route.clear();
    content.measures.clear();
    for (const auto language : all_languages)
        EXPECT_NO_THROW(formats::require_consistent(compose(content, language)));
}

}  // namespace
}  // namespace tenpoint::movements
