// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/language.hpp"
#include "base/period.hpp"

namespace tenpoint::formats {

// The document behind a joint information sheet: blocks in reading order, from which document_html,
// document_pdf, document_xlsx and document_hxl render the same content. Whoever composes it gives
//   - texts already in the document's language, as plain text (the renderers escape);
//   - numbers raw, so that each renderer writes them by locale or stores them typed.
//     A number that stands inside a text is written with document_locale.hpp;
//   - "nothing" (std::nullopt) where no figure is known. A gap is never drawn or written as zero.
// Shares and changes are fractions: 0.25 is 25 %. Each renderer refuses a document whose series
// and rows do not fit their axis or columns with std::invalid_argument: that is a composer's bug.

enum class FigureStyle {
    whole,    // 133,726
    decimal,  // 1,337.25: two digits after the point at most
    percent,  // 0.125 as 12.5 %
    compact,  // 134 K
};

// What every picture and table says about itself.
struct Caption {
    std::string title;          // also names its worksheet; must not be empty
    std::string unit{};         // "Persons per month"; may be empty
    std::string note{};         // below it: "2026-05 is not yet complete"; may be empty
    std::string description{};  // what it shows, for who cannot see it; title and unit if empty
};

// The document's title is the only heading above level 2.
struct Heading {
    std::string text;
    int level = 2;  // 2 or 3
};

enum class Tone {
    plain,
    lead,    // what the sheet says in a sentence or two, larger, at its top
    remark,  // set apart: "Figures of this edition have changed since"
    quiet,   // small print
};
struct Paragraph {
    std::string text;
    Tone tone = Tone::plain;
};

// The figures at the top, as cards. A change is shown by its sign and an arrow in a neutral colour:
// more people is neither good nor bad.
struct Headline {
    std::string label;
    std::optional<double> value{};  // nothing: written as a dash
    FigureStyle style = FigureStyle::whole;
    std::optional<double> change{};  // against the period before, as a share of it: -0.42
    std::string comparison{};        // what the change is against: "from 2023 (520,085)"
    std::string note{};              // may be empty
};
struct Headlines {
    std::vector<Headline> cards;

    // Of rows of at most four, as even as can be: five are three and two.
    std::size_t columns() const {
        const auto rows = (cards.size() + 3) / 4;
        return rows == 0 ? 0 : (cards.size() + rows - 1) / rows;
    }
};

// Values over an axis of equal length; nothing where none is known.
struct Series {
    std::string name;
    std::vector<std::optional<double>> values;
};

// Series over time. The axis is calendar time: a period that is missing from `periods` leaves its
// room empty, and a line is broken there. At most eight series can be told apart.
struct LineChart {
    Caption caption;
    std::vector<Period> periods;  // ascending
    std::vector<Series> series;
};

// Ranked horizontal bars, in the order given: composition by nationality, for example.
struct Bar {
    std::string label;
    std::optional<double> value{};
    std::optional<double> share{};  // of the whole, written behind the value; may be left out
    bool rest = false;              // "Other nationalities", "Unknown": drawn quietly
};
struct BarChart {
    Caption caption;
    std::string label_header{};  // over the labels in tables: "Nationality"
    std::string value_header{};  // "Crossings"
    std::string share_header{};  // "Share"; needed where a bar has a share
    std::vector<Bar> bars;
};

// Parts stacked to a whole, per period or per named group (sex, age).
using Category = std::variant<Period, std::string>;
struct StackedBars {
    Caption caption;
    std::string category_header{};  // over the categories in tables: "Month"
    std::vector<Category> categories;
    std::vector<Series> parts;
    bool as_shares = false;  // each bar filled to 100 %
};

// Places along a route, first to last, each with its own figure. The same people are counted again
// at each place: values are compared side by side and never added, and the picture shows no sum.
struct Stop {
    std::string place;
    std::string measure;  // what is counted here and by whom: "Irregular entries, INM Honduras"
    std::optional<double> value{};
    std::optional<double> change{};               // against the period before, as a share of it
    std::vector<std::optional<double>> series{};  // along CorridorProfile::periods; may be empty
};
struct CorridorProfile {
    Caption caption;
    std::string place_header{};    // "Place"
    std::string measure_header{};  // "What is counted"
    std::string value_header{};    // "2024"
    std::string change_header{};   // "Change from 2023"; needed where a stop has a change
    std::vector<Period> periods;
    std::vector<Stop> stops;
};

// Degrees, WGS 84.
struct Coordinate {
    double longitude = 0;
    double latitude = 0;
};

// Countries shaded by value, circles whose area follows their value, and routes as lines. The view
// is fitted to points and routes, and to the shaded countries where there are neither.
struct MapArea {
    std::string country;  // ISO 3166-1 alpha-3; one without a shape at this scale is only listed
    std::string label;    // its name in the document's language
    std::optional<double> value{};
};
struct MapPoint {
    Coordinate at;
    std::string label;
    std::optional<double> value{};  // nothing: a small mark without a circle
};
struct Map {
    Caption caption;
    std::string place_header{};  // "Place"
    std::string area_header{};  // what shading means, in the legend and tables; empty without areas
    std::string point_header{};  // what circles mean, likewise
    std::vector<MapArea> areas{};
    std::vector<MapPoint> points{};
    std::vector<std::vector<Coordinate>> routes{};  // each drawn in its direction
};

enum class ColumnType { text, number, percent, period };
struct TableColumn {
    std::string header;
    ColumnType type = ColumnType::text;
    std::string hxl{};  // "#affected+f"; may be empty
};
// Empty, text, number (also percent, as a share) or period, as its column says.
using TableCell = std::variant<std::monostate, std::string, double, Period>;
struct TableRow {
    std::vector<TableCell> cells;  // as many as columns
    bool total = false;            // set in bold, ruled off
    std::string note{};            // below the row, in small print; may be empty
};
struct Table {
    Caption caption;
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
};

// Numbered notes on method.
struct Notes {
    std::string title;
    std::vector<std::string> items;
};

struct Source {
    std::string name;
    std::string publisher{};
    std::string licence{};
    std::string link{};  // "https://…"; what is no http address is printed and not linked
    std::optional<Day> received{};
    std::string note{};  // "released for joint figures only"; may be empty
};
struct Sources {
    std::string title;
    std::vector<Source> sources;
};

using Block = std::variant<Heading, Paragraph, Headlines, LineChart, BarChart, StackedBars,
                           CorridorProfile, Map, Table, Notes, Sources>;

struct Document {
    Language language = Language::en;
    std::string title;           // "Mixed movements in the Americas, 2024"
    std::string subtitle{};      // "Joint information sheet of the …"
    std::string edition_line{};  // "Edition 3, 12 March 2026"
    std::string publisher{};     // who stands behind it; the author in the files' metadata
    Instant made_at{};  // the files' date: the same document always renders to the same bytes
    std::vector<Block> blocks{};
    // The figures in their long form, one a row, with an HXL tag per column. This is the HXL CSV,
    // and the last worksheet; HTML and PDF do not print it. Its caption needs only a title.
    Table figures{};
};

}  // namespace tenpoint::formats
