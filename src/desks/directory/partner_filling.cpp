// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/partner_filling.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace tenpoint::directory {
namespace {

void fill_member(std::string& text, const std::string& other) {
    if (text.empty()) text = other;
}

void fill_member(PartnerKind& kind, PartnerKind other) {
    if (kind == PartnerKind::other) kind = other;
}

void fill_member(LocalText& text, const LocalText& other) {
    fill_member(text.en, other.en);
    fill_member(text.fr, other.fr);
    fill_member(text.es, other.es);
    fill_member(text.ar, other.ar);
}

template <class V>
void fill_member(std::optional<V>& value, const std::optional<V>& other) {
    if (!value || *value == V{}) value = other;
}

template <class V>
void fill_member(std::vector<V>& list, const std::vector<V>& other) {
    for (const auto& item : other)
        if (std::ranges::find(list, item) == list.end()) list.push_back(item);
}

}  // namespace

void fill(Partner& partner, const Partner& other) {
    record::for_each_member<Partner>(
        [&](auto member) { fill_member(partner.*member.pointer, other.*member.pointer); });
}

}  // namespace tenpoint::directory
