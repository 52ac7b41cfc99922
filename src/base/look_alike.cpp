// SPDX-License-Identifier: Apache-2.0
#include "base/look_alike.hpp"

#include <cstdint>
#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

namespace tenpoint {
namespace {

icu::UnicodeString utf16_of(std::string_view utf8) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
}

void check_icu(UErrorCode status) {
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

// ICU's table of what looks alike.
const USpoofChecker* table_of_looks() {
    static const auto table = [] {
        UErrorCode status = U_ZERO_ERROR;
        icu::LocalUSpoofCheckerPointer opened(uspoof_open(&status));
        check_icu(status);
        return opened;
    }();
    return table.getAlias();
}

}  // namespace

std::string look_of(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* folder = icu::Normalizer2::getNFKCCasefoldInstance(status);
    check_icu(status);
    const auto folded = folder->normalize(utf16_of(utf8), status);
    icu::UnicodeString skeleton;
    uspoof_getSkeletonUnicodeString(table_of_looks(), 0, folded, skeleton, &status);
    check_icu(status);
    std::string out;
    skeleton.toUTF8String(out);
    return out;
}

bool has_unseen(std::string_view utf8) {
    const auto text = utf16_of(utf8);
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const auto c = text.char32At(i);
        const auto category = u_charType(c);
        if (category == U_CONTROL_CHAR || category == U_FORMAT_CHAR ||
            category == U_LINE_SEPARATOR || category == U_PARAGRAPH_SEPARATOR ||
            u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
            return true;
    }
    return false;
}

}  // namespace tenpoint
