// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/row_reader.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "desks/movements/personal_cells.hpp"
#include "desks/movements/recognition_personal_words.hpp"
#include "desks/movements/surplus_cells.hpp"

namespace tenpoint::movements {
namespace {

// More than there are: a slip, or a number that counts something else. Sums of counts up to it do
// not overflow, however many a file holds.
constexpr std::int64_t most_people = 10'000'000'000;

// A workbook writes its number cells with a point and without thousands, whatever its texts do.
formats::NumberStyle style_of(std::span<const formats::Cell> cells, std::size_t index,
                              formats::NumberStyle of_the_column) {
    const bool is_number = index < cells.size() && cells[index].kind == formats::CellKind::number;
    return is_number ? formats::NumberStyle(formats::DecimalSign::point) : of_the_column;
}

std::string_view code_of(formats::NumberKind kind) {
    switch (kind) {
        case formats::NumberKind::fractional:
            return "fractional_count";
        case formats::NumberKind::negative:
            return "negative_count";
        case formats::NumberKind::suppressed:
            return "suppressed_figure";
        case formats::NumberKind::number:
        case formats::NumberKind::blank:
        case formats::NumberKind::not_a_number:
            break;
    }
    return "bad_count";
}

}  // namespace

RowReader::RowReader(const ReadingPlan& plan, const Mapping& mapping, const PlaceLookup& places,
                     SegmentWriter& segment, FindingLog& findings, ReadingSummary& summary)
    : plan_(plan),
      events_(mapping.events || plan.coordinates || plan.latitude || plan.each_row_differs),
      segment_(segment),
      findings_(findings),
      summary_(summary),
      sieve_(plan.layout, plan.filters, findings, summary),
      second_(plan, places),
      places_(places, segment),
      periods_(plan, mapping),
      coordinates_(plan, places_),
      constants_(mapping.set, places_, segment),
      figures_(segment, summary),
      totals_stated_(plan.counts.size()) {
    if (mapping.cumulative != Cumulation::none || mapping.repeated != Repetition::add)
        gathered_.emplace(mapping.cumulative, mapping.repeated);
    lookups_.reserve(plan.lookups.size());
    bool finer_place = false;
    for (const auto& column : plan.lookups) {
        lookups_.emplace_back(column, finer_place, places_, segment);
        finer_place = finer_place || column.meaning.field == Field::place;
    }
    extras_.resize(static_cast<std::size_t>(
        std::ranges::count_if(lookups_, [](const auto& column) { return column.is_dimension(); })));
    for (const auto& column : plan.counts)
        counts_.push_back({column.index, column.header,
                           formats::NumberStyle(column.meaning.decimal_sign),
                           CodedSettings(column.meaning.set, places_, segment),
                           column_period_from_text(column.meaning.set.period.value_or("")),
                           column.meaning.set.place.has_value()});
}

void RowReader::read(std::int64_t number, std::span<const formats::Cell> cells) {
    ++summary_.rows;
    if (begins_sheet(cells)) {
        if (second_.holds()) settle_held(false);
        in_second_ = past_gap_ = false;
        if (plan_.title_above) periods_.date_by(plan_.title_above->period);
    }
    if (second_.holds()) settle_held(second_.goes_on_with(cells));
    if (begins_block(number, cells)) return;
    if (in_second_ && is_of_second_table(cells)) return;
    if (sieve_.skips(number, cells)) {
        past_gap_ = sieve_.skipped_a_gap();
        return;
    }
    if (std::exchange(past_gap_, false) && second_.may_begin_at(cells))
        second_.hold(number, cells);
    else
        read_row(number, cells);
}

// What went on in the sheet above has ended with it.
bool RowReader::begins_sheet(std::span<const formats::Cell> cells) {
    const auto column = plan_.layout.sheet_column;
    if (!column || *column >= cells.size() || cells[*column].text.empty()) return false;
    if (cells[*column].text == sheet_) return false;
    sheet_ = cells[*column].text;
    return true;
}

// "February 2024", below the rows of January: what follows is of February.
bool RowReader::begins_block(std::int64_t number, std::span<const formats::Cell> cells) {
    if (!plan_.title_above) return false;
    const auto title = text_standing_alone(cells);
    const auto period = period_of_next_block(*plan_.title_above, title);
    if (!period) return false;
    periods_.date_by(*period);
    sieve_.skip(number, "note_row", {}, title);
    findings_.add(Severity::information, "period_of_block", number, {}, title, to_text(*period));
    past_gap_ = true;
    return true;
}

// The header of the table that is read takes the rows below it back.
bool RowReader::is_of_second_table(std::span<const formats::Cell> cells) {
    in_second_ = !sieve_.is_header(cells);
    if (in_second_) skip_row_of_second_table();
    return in_second_;
}

// It is told once; its rows are only counted.
void RowReader::settle_held(bool begins) {
    const auto held = second_.release();
    if (!begins) {
        read_row(held.number, cells_of(held));
        return;
    }
    in_second_ = true;
    findings_.add(Severity::warning, "second_table", held.number, {}, SecondTable::columns_of(held),
                  std::to_string(held.number));
    for (const auto& header : held.texts)
        if (personal_header(header) == PersonalHeader::plain)
            findings_.add(Severity::warning, "personal_column", held.number, header, {});
    skip_row_of_second_table();
}

void RowReader::skip_row_of_second_table() {
    ++summary_.skipped;
    ++summary_.skipped_by_reason["second_table"];
}

void RowReader::read_row(std::int64_t number, std::span<const formats::Cell> cells) {
    row_ = Observation{};
    row_.row = number;
    constants_.apply(row_);
    note_overflow(cells);
    if (is_cut_in_two(cells)) return;
    if (!read_period(cells) || !read_lookups(cells)) return;
    read_coordinates_of(cells);
    if (read_counts(cells)) ++summary_.used;
    note_texts_left_out();
}

void RowReader::note_texts_left_out() {
    if (texts_left_out_ || segment_.has_all_words()) return;
    texts_left_out_ = true;
    findings_.add(Severity::warning, "too_many_texts", row_.row, {}, {});
}

bool RowReader::read_period(std::span<const formats::Cell> cells) {
    const auto period = periods_.read(cells);
    row_.period = period.code;
    if (period.total_row) {
        sieve_.skip(row_.row, "total_row", periods_.header(), periods_.text());
        take_total(cells);
        return false;
    }
    if (period.finding < 0) return true;
    const auto& finding = periods_.finding(period);
    if (finding.code == "missing_date" && skip_undated_total(cells)) return false;
    report(finding, periods_.header(), periods_.text());
    ++summary_.rejected;
    return false;
}

// "Total||77" below places or nationalities and their months.
bool RowReader::skip_undated_total(std::span<const formats::Cell> cells) {
    for (auto& column : lookups_) {
        const auto text = column.text_in(cells);
        const auto& meaning = column.read(text);
        if (!column.is_of_whom() || !(meaning.total_row || meaning.is_total)) continue;
        sieve_.skip(row_.row, "total_row", column.header(), text);
        take_total(cells);
        return true;
    }
    return false;
}

bool RowReader::read_lookups(std::span<const formats::Cell> cells) {
    const auto first_day = row_.period >> 3;  // Period::code()
    bool refused = false, any_blank = false;
    is_total_ = false;
    std::size_t extra = 0;
    for (auto& column : lookups_) {
        const auto text = column.text_in(cells);
        const auto& plain = column.read(text);
        const auto& meaning = plain.by_area ? column.read_within(text, row_.place) : plain;
        meaning.apply(row_, first_day);
        if (column.is_dimension()) extras_[extra++] = meaning.word;
        if (meaning.total_row || (meaning.may_be_total && adds_up(cells))) {
            sieve_.skip(row_.row, "total_row", column.header(), text);
            take_total(cells);
            return false;
        }
        is_total_ = is_total_ || meaning.is_total;
        any_blank = any_blank || meaning.is_blank;
        if (!meaning.finding) continue;
        report(*meaning.finding, column.header(), text);
        refused = refused || meaning.finding->severity == Severity::error;
    }
    if (is_total_ && any_blank) take_blanks_for_all(cells);
    if (refused) ++summary_.rejected;
    return !refused;
}

// "Total" of all nationalities with a blank sex is of both.
void RowReader::take_blanks_for_all(std::span<const formats::Cell> cells) {
    std::size_t extra = 0;
    for (auto& column : lookups_) {
        const auto at = column.is_dimension() ? extra++ : extra;
        if (!column.blanks_are_all() || !column.read(column.text_in(cells)).is_blank) continue;
        column.take_all(row_);
        if (column.is_dimension()) extras_[at] = code_all;
    }
}

void RowReader::read_coordinates_of(std::span<const formats::Cell> cells) {
    for (const auto& found : coordinates_.read(cells, row_))
        findings_.add(Severity::warning, found.code, row_.row, found.column->header, found.text,
                      found.expected);
}

bool RowReader::read_counts(std::span<const formats::Cell> cells) {
    refused_.clear();
    bool any = false, unplaced = false;
    const auto extras = extras_hash(extras_);
    for (const auto& column : counts_) {
        const auto text = text_of(cells, column.index);
        const auto count = formats::parse_count(text, style_of(cells, column.index, column.style));
        if (count && row_.place == code_unknown && !column.has_place) {
            unplaced = true;
        } else if (count && gathered_ && gathered_->is_full()) {
            refused_.push_back({&column, "too_many_to_gather", text});
        } else if (count && *count <= most_people) {
            read_figure(column, *count, extras);
            any = true;
        } else if (count) {
            refused_.push_back({&column, "impossible_count", text});
        } else if (count.kind != formats::NumberKind::blank) {
            refused_.push_back({&column, code_of(count.kind), text});
        }
    }
    if (unplaced && !any) {
        if (skip_unplaced_total(cells)) return false;
        report_missing_place(Severity::error, cells);
        ++summary_.rejected;
        return false;
    }
    if (unplaced) report_missing_place(Severity::warning, cells);
    if (refused_.empty()) {
        if (!any)
            sieve_.skip(row_.row, "no_figure", counts_.front().header,
                        text_of(cells, counts_.front().index));
        return any;
    }
    if (!any) return refuse_row();
    for (const auto& refused : refused_)
        findings_.add(Severity::warning,
                      refused.is_withheld() ? "suppressed_figure" : "unread_figure", row_.row,
                      refused.column->header, refused.text);
    return true;
}

// "Total" of all nationalities below several places and what is counted there.
bool RowReader::skip_unplaced_total(std::span<const formats::Cell> cells) {
    if (!is_total_ || !adds_up(cells)) return false;
    for (auto& column : lookups_) {
        const auto text = column.text_in(cells);
        if (!column.read(text).is_total) continue;
        sieve_.skip(row_.row, "total_row", column.header(), text);
        take_total(cells);
        return true;
    }
    return false;
}

// People who are counted nowhere cannot be asked for. It is said at the column that would tell
// where, of several the widest.
void RowReader::report_missing_place(Severity severity, std::span<const formats::Cell> cells) {
    const auto column = std::ranges::find_if(
        lookups_, [](const LookupColumn& lookup) { return lookup.may_name_a_place(); });
    const bool is_there = column != lookups_.end();
    findings_.add(severity, "missing_place", row_.row,
                  is_there ? std::string_view{column->header()} : std::string_view{},
                  is_there ? column->text_in(cells) : std::string_view{});
}

// No figure of the row could be read. Withheld ones are no mistake.
bool RowReader::refuse_row() {
    const bool all_withheld = std::ranges::all_of(refused_, &Refused::is_withheld);
    for (const auto& refused : refused_) {
        const bool withheld = refused.is_withheld();
        findings_.add(withheld ? Severity::warning : Severity::error, refused.code, row_.row,
                      refused.column->header, refused.text, withheld ? "" : "1234");
    }
    if (all_withheld) {
        ++summary_.skipped;
        ++summary_.skipped_by_reason["suppressed_figure"];
    } else {
        ++summary_.rejected;
    }
    return false;
}

void RowReader::read_figure(const CountColumn& column, std::int64_t count, std::uint64_t extras) {
    Observation figure = row_;
    column.set.apply(figure);
    if (column.period) figure.period = column.period->code_in(row_.period);
    figure.count = count;
    const auto index = static_cast<std::size_t>(&column - counts_.data());
    totals_stated_.count(index, count, is_total_);
    if (gathered_) {
        gathered_->add({figure, extras_, index});
        return;
    }
    figures_.write(figure, extras_);
    look_at_figure(figure, index, extras);
}

// Is it one that was there before, or part of a running total?
void RowReader::look_at_figure(const Observation& figure, std::size_t column,
                               std::uint64_t extras) {
    const auto key = key_hash(figure, extras);
    if (const auto repeated = keys_.add(key, {figure.row, figure.count, column}))
        note_repeated(*repeated);
    if (events_ || !running_totals_.is_looking() || is_stock(figure.indicator)) return;
    auto of_the_series = figure;
    of_the_series.period = 0;
    running_totals_.add(key_hash(of_the_series, extras), figure.period, figure.count);
}

void RowReader::go_on_from(const EarlierFigures& earlier) {
    if (!gathered_) return;
    std::size_t number = 0;
    for (const auto& segment : earlier) {
        auto figures = in_codes_of(segment_, segment);
        ++number;
        for (auto& figure : figures)
            figure.earlier = number;
        gathered_->go_on_from(std::move(figures));
    }
    if (earlier.empty()) gathered_->go_on_from({});
}

void RowReader::settle_gathered() {
    if (!gathered_) return;
    const auto note = [&](Severity severity, std::string_view code, const ReadFigure& figure,
                          const std::string& expected) {
        findings_.add(severity, code, figure.observation.row, counts_[figure.column].header,
                      std::to_string(figure.observation.count), expected);
    };
    gathered_->settle({
        [&](const ReadFigure& figure) { figures_.write(figure.observation, figure.extras); },
        [&](const ReadFigure& figure) { note(Severity::information, "equal_figure", figure, {}); },
        [&](const ReadFigure& figure, std::int64_t stands) {
            note(Severity::information, "corrected_figure", figure, std::to_string(stands));
        },
        [&](const ReadFigure& figure, std::int64_t before) {
            note(Severity::warning, "running_total_falls", figure, std::to_string(before));
        },
        [&](const ReadFigure& figure) {
            note(Severity::warning, "running_total_without_start", figure,
                 to_text(Period::from_code(figure.observation.period)));
        },
    });
}

// Calls `take` with the place of each count column, its text and the figure in it.
template <class Take>
void RowReader::for_each_count(std::span<const formats::Cell> cells, Take take) const {
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        const auto& column = counts_[i];
        const auto text = text_of(cells, column.index);
        const auto count = formats::parse_count(text, style_of(cells, column.index, column.style));
        if (count) take(i, text, *count);
    }
}

// The total of rows that were counted, in each column that has one.
void RowReader::take_total(std::span<const formats::Cell> cells) {
    for_each_count(cells, [&](std::size_t i, std::string_view text, std::int64_t total) {
        totals_stated_.take({i, row_.row, std::string{text}, total});
    });
    totals_stated_.begin_anew();
}

// Whether the rows above add up to each figure of the row.
bool RowReader::adds_up(std::span<const formats::Cell> cells) const {
    bool any = false, all = true;
    for_each_count(cells, [&](std::size_t i, std::string_view, std::int64_t total) {
        any = true;
        all = all && totals_stated_.explains(i, total);
    });
    return any && all;
}

void RowReader::note_repeated(const KeyedFigure& figure) {
    findings_.add(events_ ? Severity::information : Severity::warning,
                  events_ ? "equal_events" : "repeated_key", figure.row,
                  counts_[figure.column].header, std::to_string(figure.count));
}

void RowReader::note_overflow(std::span<const formats::Cell> cells) {
    for (auto i = plan_.first_surplus; i < cells.size(); ++i) {
        if (trimmed(cells[i].text).empty()) continue;
        // Nothing is known of what such cells hold.
        findings_.add(Severity::warning, "cell_without_column", row_.row,
                      name_of_column(plan_.layout, i), masked(cells[i].text));
        return;
    }
}

// Half of a figure is none.
bool RowReader::is_cut_in_two(std::span<const formats::Cell> cells) {
    for (const auto& column : counts_) {
        if (column.index + 1 != plan_.first_surplus) continue;
        const auto whole = figure_cut_in_two(cells, column.index);
        if (!whole) continue;
        findings_.add(Severity::error, "figure_cut_in_two", row_.row, column.header,
                      text_of(cells, column.index), *whole);
        ++summary_.rejected;
        return true;
    }
    return false;
}

void RowReader::report(const CellFinding& finding, std::string_view column, std::string_view text) {
    findings_.add(finding.severity, finding.code, row_.row, column, text, finding.expected,
                  finding.suggestion);
}

void RowReader::finish() {
    if (second_.holds()) settle_held(false);
    settle_gathered();
    figures_.finish();
    for (const auto& stated : totals_stated_.differing())
        findings_.add(Severity::warning, "total_row_differs", stated.row,
                      counts_[stated.column].header, stated.text, std::to_string(stated.sum));
    for (const auto& figure : keys_.finish())
        note_repeated(figure);
    if (periods_.is_contradictory())
        findings_.add(Severity::warning, "date_order_mixed", 0, periods_.header(), {});
    if (periods_.leaves_numerals_open())
        findings_.add(Severity::warning, "numerals_undecided", 0, periods_.header(), {});
    for (const auto& column : plan_.personal)
        findings_.add(Severity::warning, "personal_column", 0, column, {});
    for (const auto& column : plan_.personal_kept)
        findings_.add(Severity::warning, "personal_column_kept", 0, column, {});
    if (running_totals_.finds()) findings_.add(Severity::warning, "looks_cumulative", 0, {}, {});
    if (keys_.full())
        findings_.add(Severity::information, "repetitions_not_sought", 0, {},
                      std::to_string(summary_.observations));
}

}  // namespace tenpoint::movements
