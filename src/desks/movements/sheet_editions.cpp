// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/sheet_editions.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "access/the_node.hpp"
#include "desks/movements/sheet_composition.hpp"
#include "desks/movements/sheet_content_stretch.hpp"

namespace tenpoint::movements {
namespace {

template <class K>
std::vector<record::Record<K>> shared(const store::Snapshot& snapshot) {
    auto records = snapshot.all<K>();
    std::erase_if(records, [](const auto& record) { return !is_shared(record.envelope); });
    return records;
}

SheetSubject subject_of(const Sheet& sheet) {
    return {sheet.corridor, sheet.place};
}

// The edition of the highest number about the same subject and dates.
std::optional<record::Record<Sheet>> latest_edition(const store::Snapshot& snapshot,
                                                    const SheetSubject& subject,
                                                    const Stretch& days) {
    store::ListQuery query;
    query.equal = {{"from", to_text(days.from)}, {"to", to_text(days.to)}};
    std::optional<record::Record<Sheet>> latest;
    for (auto& sheet : snapshot.all<Sheet>(query))
        if (subject_of(sheet.value) == subject &&
            (!latest || latest->value.edition < sheet.value.edition))
            latest = std::move(sheet);
    return latest;
}

LocalText title_of(const SheetContent& content) {
    return {sheet_title(content, Language::en), sheet_title(content, Language::fr),
            sheet_title(content, Language::es), sheet_title(content, Language::ar)};
}

// Rank (total, period, origin), place, indicator, period, origin.
using FigureKey = std::tuple<int, std::string, Indicator, std::optional<Period>, std::string>;
using PrintedFigures = std::map<FigureKey, std::int64_t>;

void add_figures(const SheetMeasure& measure, const Stretch& days, PrintedFigures& figures) {
    const auto& place = measure.place;
    const auto indicator = measure.indicator;
    if (measure.now.count) figures[{0, place, indicator, std::nullopt, ""}] = *measure.now.count;
    for (const auto& [period, count] : measure.periods)
        if (contains(days, stretch_of(period))) figures[{1, place, indicator, period, ""}] = count;
    for (const auto& [origin, count] : origins_of(measure))
        if (!origin.empty()) figures[{2, place, indicator, std::nullopt, origin}] = count;
}

PrintedFigures figures_of(const SheetContent& content) {
    PrintedFigures figures;
    for (const auto* measures : {&content.measures, &content.deaths})
        for (const auto& measure : *measures)
            add_figures(measure, content.days, figures);
    return figures;
}

SheetChange change(const FigureKey& key, std::optional<std::int64_t> before,
                   std::optional<std::int64_t> after) {
    const auto& [rank, place, indicator, period, origin] = key;
    return {place, indicator, period, origin, before, after};
}

}  // namespace

Result<SheetInputs> sheet_inputs(store::Store& store,
                                 std::shared_ptr<const Consolidation> consolidation) {
    return store.read(access::the_node(),
                      [&](const store::Snapshot& snapshot) -> Result<SheetInputs> {
                          return SheetInputs{std::move(consolidation),
                                             shared<directory::Place>(snapshot),
                                             shared<directory::Partner>(snapshot),
                                             shared<Source>(snapshot),
                                             snapshot.all<Batch>(),
                                             shared<Corridor>(snapshot),
                                             shared<Rule>(snapshot),
                                             shared<Ruling>(snapshot)};
                      });
}

store::StagedFile stage_content(const SheetContent& content,
                                const std::filesystem::path& staging_folder) {
    store::StagedFile staged(staging_folder, sheet_file_name(content) + ".json",
                             "application/json");
    staged.append(to_json(content));
    staged.finish();
    return staged;
}

Result<record::Record<Sheet>> print_edition(store::Transaction& transaction,
                                            const SheetSubject& subject,
                                            const SheetContent& content,
                                            const store::StagedFile& staged, const Id& owner) {
    Sheet sheet;
    sheet.fingerprint = fingerprint(content);
    const auto latest = latest_edition(transaction, subject, content.days);
    if (latest && latest->value.fingerprint == sheet.fingerprint) return *latest;
    sheet.corridor = subject.corridor;
    sheet.place = subject.place;
    sheet.from = content.days.from;
    sheet.to = content.days.to;
    sheet.edition = latest ? latest->value.edition + 1 : 1;
    sheet.title = title_of(content);
    sheet.printed_at = transaction.now();
    sheet.content = transaction.keep(staged, owner);
    return transaction.insert(sheet, {owner});
}

Result<SheetContent> edition_content(const store::Snapshot& snapshot,
                                     const record::Record<Sheet>& sheet) {
    const auto file = snapshot.file(sheet.value.content);
    if (!file) return Problem{ProblemCode::not_found, "content of a sheet"};
    std::string json;
    for (std::int64_t number = 0; number < file->chunks; ++number)
        json += snapshot.file_chunk(file->id, number);
    return sheet_content_from_json(json);
}

bool changed_since(const store::Snapshot& snapshot, const record::Record<Sheet>& sheet,
                   const SheetInputs& inputs) {
    const auto printed = edition_content(snapshot, sheet);
    if (!printed) return true;
    if (printed->consolidation == inputs.consolidation->fingerprint()) return false;
    const auto today =
        collect_sheet(subject_of(sheet.value), sheet.value.from, sheet.value.to, inputs);
    return !today || fingerprint(*today) != fingerprint(*printed);
}

std::vector<SheetChange> changes_between(const SheetContent& printed, const SheetContent& today) {
    const auto before = figures_of(printed);
    const auto after = figures_of(today);
    std::map<FigureKey, SheetChange> changes;
    for (const auto& [key, count] : before) {
        const auto found = after.find(key);
        if (found == after.end())
            changes.emplace(key, change(key, count, std::nullopt));
        else if (found->second != count)
            changes.emplace(key, change(key, count, found->second));
    }
    for (const auto& [key, count] : after)
        if (!before.contains(key)) changes.emplace(key, change(key, std::nullopt, count));
    std::vector<SheetChange> ordered;
    for (auto& [key, each] : changes)
        ordered.push_back(std::move(each));
    return ordered;
}

}  // namespace tenpoint::movements
