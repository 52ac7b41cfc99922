// SPDX-License-Identifier: Apache-2.0
#include "formats/icalendar.hpp"

#include <algorithm>
#include <libical/ical.h>
#include <limits>
#include <memory>
#include <new>
#include <string_view>

namespace tenpoint::formats {
namespace {

// What a component holds is freed with it.
struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

struct FreeText {
    void operator()(char* text) const { icalmemory_free_buffer(text); }
};

template <class Made>
Made* made_or_throw(Made* made) {
    if (!made) throw std::bad_alloc();
    return made;
}

void add(icalcomponent* component, icalproperty* property) {
    icalcomponent_add_property(component, made_or_throw(property));
}

bool is_control_character(char c) {
    return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7f';
}

// With LF as the only end of a line, as libical has it. Bytes beyond ASCII are parts of characters.
std::string plain_text(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends_line = text[i] == '\n' || text[i] == '\r';
        if (text[i] == '\r' && text.substr(i + 1).starts_with('\n')) continue;
        if (ends_line)
            plain += '\n';
        else if (!is_control_character(text[i]))
            plain += text[i];
    }
    return plain;
}

// libical writes a comma in CATEGORIES as it is, and so two categories for one that has a comma.
// As a string the value is written untouched, and VALUE=TEXT, which is the default, not at all.
icalproperty* category(std::string_view text) {
    std::string escaped;
    for (const char c : plain_text(text)) {
        if (c == ',' || c == ';' || c == '\\') escaped += '\\';
        escaped += c == '\n' ? ' ' : c;
    }
    auto* property = made_or_throw(icalproperty_new(ICAL_CATEGORIES_PROPERTY));
    icalproperty_set_value(property, icalvalue_new_string(escaped.c_str()));
    icalproperty_add_parameter(property, icalparameter_new_value(ICAL_VALUE_TEXT));
    return property;
}

icaltimetype to_date(Day day) {
    const std::chrono::year_month_day date{day};
    auto written = icaltime_null_date();
    written.year = static_cast<int>(date.year());
    written.month = static_cast<int>(static_cast<unsigned>(date.month()));
    written.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return written;
}

icaltimetype to_time(Instant instant) {
    static auto* const utc = icaltimezone_get_utc_timezone();  // whose first call is for one thread
    constexpr int is_date = 0;
    return icaltime_from_timet_with_zone(instant.milliseconds / 1000, is_date, utc);
}

icalproperty_status to_status(ToDoStatus status) {
    switch (status) {
        case ToDoStatus::needs_action:
            return ICAL_STATUS_NEEDSACTION;
        case ToDoStatus::in_process:
            return ICAL_STATUS_INPROCESS;
        case ToDoStatus::completed:
            return ICAL_STATUS_COMPLETED;
        case ToDoStatus::cancelled:
            return ICAL_STATUS_CANCELLED;
    }
    return ICAL_STATUS_NONE;
}

Component component_of(const ToDo& to_do) {
    Component component(made_or_throw(icalcomponent_new(ICAL_VTODO_COMPONENT)));
    const auto put = [&](icalproperty* property) { add(component.get(), property); };
    put(icalproperty_new_uid(plain_text(to_do.uid).c_str()));
    put(icalproperty_new_dtstamp(to_time(to_do.modified)));
    put(icalproperty_new_lastmodified(to_time(to_do.modified)));
    constexpr std::int64_t largest = std::numeric_limits<int>::max();
    put(icalproperty_new_sequence(static_cast<int>(std::min(to_do.sequence, largest))));
    put(icalproperty_new_summary(plain_text(to_do.summary).c_str()));
    if (!to_do.description.empty())
        put(icalproperty_new_description(plain_text(to_do.description).c_str()));
    if (to_do.start && *to_do.start < to_do.due)
        put(icalproperty_new_dtstart(to_date(*to_do.start)));
    put(icalproperty_new_due(to_date(to_do.due)));
    put(icalproperty_new_status(to_status(to_do.status)));
    if (to_do.percent_complete) put(icalproperty_new_percentcomplete(*to_do.percent_complete));
    for (const auto& text : to_do.categories)
        put(category(text));
    if (!to_do.url.empty()) put(icalproperty_new_url(plain_text(to_do.url).c_str()));
    return component;
}

}  // namespace

std::string to_icalendar(const ToDoCalendar& calendar) {
    const Component component(made_or_throw(icalcomponent_new(ICAL_VCALENDAR_COMPONENT)));
    const auto name = plain_text(calendar.name);
    add(component.get(), icalproperty_new_version("2.0"));
    add(component.get(), icalproperty_new_prodid("-//Tenpoint//NONSGML Tenpoint//EN"));
    add(component.get(), icalproperty_new_name(name.c_str()));
    add(component.get(), icalproperty_new_x(name.c_str()));
    icalproperty_set_x_name(icalcomponent_get_first_property(component.get(), ICAL_X_PROPERTY),
                            "X-WR-CALNAME");
    for (const auto& to_do : calendar.to_dos)
        icalcomponent_add_component(component.get(), component_of(to_do).release());
    const std::unique_ptr<char, FreeText> text(
        made_or_throw(icalcomponent_as_ical_string_r(component.get())));
    return text.get();
}

}  // namespace tenpoint::formats
