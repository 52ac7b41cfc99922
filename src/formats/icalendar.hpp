// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace tenpoint::formats {

// STATUS of a to-do.
enum class ToDoStatus { needs_action, in_process, completed, cancelled };

// Something that is to be done by the end of a day.
struct ToDo {
    std::string uid;  // the same whenever it is written again
    std::string summary;
    std::string description{};  // may have several lines
    std::optional<Day> start{};
    Day due;  // the last day on which it is in time
    ToDoStatus status = ToDoStatus::needs_action;
    std::optional<int> percent_complete{};  // 0 to 100
    std::string url{};
    std::vector<std::string> categories{};
    Instant modified;
    std::int64_t sequence = 0;  // grows with each change
};

struct ToDoCalendar {
    std::string name;
    std::vector<ToDo> to_dos;
};

// Writes iCalendar (RFC 5545) with a VTODO for each: UTF-8, CRLF, lines of 75 octets at most, no
// time zones, since it has whole days and instants in UTC only. The same calendar gives the same
// bytes. Its name stands in NAME (RFC 7986) and in X-WR-CALNAME, which older programs read.
//
// DUE is the last day itself, as a DATE. By the letter of RFC 5545 (3.6.2, its example) a to-do due
// on a DATE is late from the midnight with which that day begins; calendar programs show the DATE
// as the day until whose end there is time, and write it so. Whoever takes the letter is warned a
// day early, nobody a day late. DTSTART is left out where it is not before DUE, as RFC 5545 asks
// (3.8.2.3). DTSTAMP is the last change, as of a calendar without METHOD (3.8.7.2).
//
// Control characters other than the ends of lines, which RFC 5545 does not have, are left out.
std::string to_icalendar(const ToDoCalendar& calendar);

}  // namespace tenpoint::formats
