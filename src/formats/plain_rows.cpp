// SPDX-License-Identifier: Apache-2.0
#include "formats/plain_rows.hpp"

#include <algorithm>
#include <array>

namespace tenpoint::formats {
namespace {

constexpr std::string_view first_row_follows = "<sheetData>";
constexpr std::string_view row_ends = "</row>";

// Characters that stand for themselves wherever they are.
constexpr auto plain_characters = [] {
    std::array<bool, 256> plain{};
    for (std::size_t c = 0x20; c < 0x7f; ++c)
        plain[c] = c != '<' && c != '>' && c != '&' && c != '"';
    return plain;
}();

// Reads from front to back; what does not fit leaves it where it is.
class PlainText {
  public:
    explicit PlainText(std::string_view text) : rest_(text) {}

    bool skip(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }
    std::string_view characters() {
        std::size_t size = 0;
        while (size < rest_.size() && plain_characters[static_cast<unsigned char>(rest_[size])])
            ++size;
        const auto found = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return found;
    }
    // The attributes of a tag, each of them at most once and one of `names`.
    template <std::size_t count>
    bool attributes(const std::array<std::string_view, count>& names,
                    std::array<std::string_view, count>& values) {
        std::array<bool, count> seen{};
        while (skip(" ")) {
            const auto name = rest_.substr(0, rest_.substr(0, longest_name).find('='));
            const auto at =
                static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
            if (at == count || seen[at]) return false;
            seen[at] = true;
            rest_.remove_prefix(name.size());
            if (!skip("=\"")) return false;
            values[at] = characters();
            if (!skip("\"")) return false;
        }
        return true;
    }
    std::size_t left() const { return rest_.size(); }

  private:
    static constexpr std::size_t longest_name = 32;

    std::string_view rest_;
};

bool read_cell(PlainText& text, PlainRow::Cell& cell) {
    static constexpr std::array<std::string_view, 3> names{"r", "s", "t"};
    std::array<std::string_view, names.size()> values;
    if (!text.attributes(names, values)) return false;
    cell.reference = values[0];
    cell.style = values[1];
    cell.type = values[2];
    if (text.skip("/>")) return true;
    if (!text.skip("><v>")) return false;
    cell.has_value = true;
    cell.value = text.characters();
    return text.skip("</v></c>");
}

}  // namespace

std::size_t read_plain_row(std::string_view text, PlainRow& row) {
    static constexpr std::array<std::string_view, 12> names{
        "r",  "spans",        "s",         "ht",           "hidden",   "x14ac:dyDescent",
        "ph", "customHeight", "collapsed", "customFormat", "thickBot", "outlineLevel"};
    std::array<std::string_view, names.size()> values;
    PlainText rest(text);
    row.cells.clear();
    if (!rest.skip("<row") || !rest.attributes(names, values)) return 0;
    row.number = values[0];
    row.hidden = values[4];
    if (rest.skip("/>")) return text.size() - rest.left();
    if (!rest.skip(">")) return 0;
    while (rest.skip("<c"))
        if (!read_cell(rest, row.cells.emplace_back())) return 0;
    return rest.skip(row_ends) ? text.size() - rest.left() : 0;
}

const PlainRow* PlainRows::next_row() {
    while (true) {
        if (const auto size = read_plain_row(rest(), row_); size > 0) {
            at_ += size;
            return &row_;
        }
        const auto beginning = rest().substr(0, 4);
        const bool is_cut = std::string_view{"<row"}.starts_with(beginning) &&
                            rest().find(row_ends) == std::string_view::npos;
        if (!is_cut || rest().size() >= longest_row || !read_more()) return nullptr;
    }
}

std::size_t PlainRows::read(char* to, std::size_t room) {
    auto piece = up_to_a_row(room);
    while (piece.empty() && read_more())
        piece = up_to_a_row(room);
    among_rows_ = among_rows_ || piece.ends_with(first_row_follows);
    at_ += piece.copy(to, room);
    failed_ = piece.empty() && bytes_.failed();
    return piece.size();
}

std::string_view PlainRows::up_to_a_row(std::size_t room) const {
    const auto mark = among_rows_ ? row_ends : first_row_follows;
    const auto before = rest().substr(0, rest().find(mark));
    if (before.size() < rest().size() && before.size() + mark.size() <= room)
        return rest().substr(0, before.size() + mark.size());
    // A mark is not cut, and what may be the beginning of one waits for its end.
    const bool may_begin_one = before.size() == rest().size() && !at_end_;
    return before.substr(
        0, std::min(room, before.size() -
                              (may_begin_one ? std::min(before.size(), mark.size() - 1) : 0)));
}

bool PlainRows::read_more() {
    if (at_end_) return false;
    buffer_.erase(0, at_);
    at_ = 0;
    const auto held = buffer_.size();
    buffer_.resize(held + piece_bytes);
    const auto fresh = bytes_.read(buffer_.data() + held, piece_bytes);
    buffer_.resize(held + fresh);
    at_end_ = fresh == 0;
    return true;
}

}  // namespace tenpoint::formats
