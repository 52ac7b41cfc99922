// SPDX-License-Identifier: Apache-2.0
// Of a hand-over pack: who takes part, on what it rests, where it is written, and whom to turn to.
#include <algorithm>
#include <iterator>

#include "desks/arrangements/agreement.hpp"
#include "desks/arrangements/chair.hpp"
#include "desks/arrangements/document.hpp"
#include "desks/arrangements/hand_over_parts.hpp"
#include "desks/directory/contact.hpp"

namespace tenpoint::arrangements {
namespace {

using directory::Contact;
using formats::ColumnType;
using formats::Table;

// The arrangement's own first, then those of each group; by role.
std::vector<record::Record<Membership>> members_now(const HandOverGround& ground) {
    std::vector<record::Record<Membership>> all;
    for (const auto& arrangement : ground.family) {
        auto members = all_of<Membership>(ground.snapshot, arrangement.envelope.id);
        std::erase_if(members,
                      [&](const auto& member) { return !holds_on(member.value, ground.today); });
        std::ranges::stable_sort(members, {}, [](const auto& member) { return member.value.role; });
        std::ranges::move(members, std::back_inserter(all));
    }
    return all;
}

// What is read from left to right in any text: in Arabic a telephone number would else be turned.
std::string left_to_right(const std::string& text) {
    return text.empty() ? text : "\u2066" + text + "\u2069";
}

std::string ways_to(const Contact& contact) {
    auto ways = left_to_right(contact.email.value_or(""));
    if (const auto telephone = contact.telephone.value_or(""); !telephone.empty())
        ways += (ways.empty() ? "" : " · ") + left_to_right(telephone);
    return ways;
}

// Beside a name: its position, whether it is the focal point, for what and at which level.
std::string part_played(const HandOverGround& ground, const Contact& contact) {
    std::string remark;
    const auto add = [&](const std::string& words) {
        if (!words.empty()) remark += (remark.empty() ? "" : " · ") + words;
    };
    const bool is_named = contact.name && !contact.name->empty();
    if (is_named) add(contact.position.value_or(""));
    if (contact.focal_point) add(ground.words.label("contact", "focal_point"));
    add(ground.words.code("contact_level", contact.level));
    for (const auto theme : contact.themes)
        add(ground.words.code("theme", theme));
    return remark;
}

// Each once.
std::vector<Id> partners_of(const HandOverGround& ground) {
    std::vector<Id> partners;
    for (const auto& member : members_now(ground))
        if (std::ranges::find(partners, member.value.partner.id) == partners.end())
            partners.push_back(member.value.partner.id);
    return partners;
}

}  // namespace

void add_members(const HandOverGround& ground, Blocks& blocks) {
    auto& words = ground.words;
    Table table{{words.text("members")},
                {{words.label("membership", "partner")},
                 {words.label("membership", "role")},
                 {words.label("membership", "since"), ColumnType::period},
                 {words.label("membership", "until"), ColumnType::period}},
                {}};
    for (const auto& [envelope, member] : members_now(ground))
        if (const auto name = words.partner(member.partner.id); !name.empty())
            table.rows.push_back({{name, words.code("member_role", member.role), cell(member.since),
                                   cell(member.until)},
                                  false,
                                  group_of(ground, member.arrangement.id)});
    add_table(ground, std::move(table), blocks);
}

void add_agreements(const HandOverGround& ground, Blocks& blocks) {
    auto& words = ground.words;
    Table table{{words.text("agreements")},
                {{words.label("agreement", "title")},
                 {words.label("agreement", "parties")},
                 {words.label("agreement", "signed_on"), ColumnType::period},
                 {words.label("agreement", "expires"), ColumnType::period}},
                {}};
    for (const auto& [envelope, agreement] : all_of<Agreement>(ground.snapshot, ground.family))
        table.rows.push_back(
            {{words.in_language(agreement.title), words.partners(agreement.parties),
              cell(agreement.signed_on), cell(agreement.expires)},
             false,
             left_to_right(agreement.address.value_or(""))});
    add_table(ground, std::move(table), blocks);
}

void add_documents(const HandOverGround& ground, Blocks& blocks) {
    auto& words = ground.words;
    Table table{{words.text("documents")},
                {{words.label("document", "title")},
                 {words.label("document", "type")},
                 {words.label("document", "dated"), ColumnType::period}},
                {}};
    for (const auto& [envelope, text] : all_of<Document>(ground.snapshot, ground.family))
        table.rows.push_back(
            {{words.in_language(text.title), words.code("document_type", text.type),
              cell(text.dated)},
             false,
             text.address ? left_to_right(*text.address) : text.reference.value_or("")});
    add_table(ground, std::move(table), blocks);
}

// Focal points first; whoever has left is offered to nobody.
void add_contacts(const HandOverGround& ground, Blocks& blocks) {
    auto& words = ground.words;
    Table table{{words.text("contacts")},
                {{words.label("contact", "partner")},
                 {words.label("contact", "name")},
                 {words.text("ways_to")},
                 {words.label("contact", "confirmed"), ColumnType::period}},
                {}};
    for (const auto& partner : partners_of(ground)) {
        const auto partner_name = words.partner(partner);
        if (partner_name.empty()) continue;
        store::ListQuery query;
        query.equal = {{"partner", partner.text}};
        auto contacts = ground.snapshot.all<Contact>(query);
        std::erase_if(contacts, [](const auto& contact) { return contact.value.left; });
        std::ranges::stable_sort(contacts, std::greater{},
                                 [](const auto& contact) { return contact.value.focal_point; });
        for (const auto& [envelope, contact] : contacts) {
            const auto name = contact.name.value_or("");
            const auto position = contact.position.value_or("");
            table.rows.push_back({{partner_name, name.empty() ? position : name, ways_to(contact),
                                   cell(contact.confirmed)},
                                  false,
                                  part_played(ground, contact)});
        }
    }
    add_table(ground, std::move(table), blocks);
}

void add_table(const HandOverGround& ground, Table table, Blocks& blocks) {
    if (!table.rows.empty()) {
        blocks.emplace_back(std::move(table));
        return;
    }
    blocks.emplace_back(formats::Heading{table.caption.title, 2});
    blocks.emplace_back(formats::Paragraph{ground.words.text("none"), formats::Tone::quiet});
}

formats::TableCell cell(const std::optional<Period>& period) {
    return period ? formats::TableCell{*period} : formats::TableCell{};
}
formats::TableCell cell(const std::optional<Day>& day) {
    if (!day) return {};
    return Period::containing(*day, PeriodUnit::day);
}

}  // namespace tenpoint::arrangements
