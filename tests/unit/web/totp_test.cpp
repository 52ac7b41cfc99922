// SPDX-License-Identifier: Apache-2.0
#include "web/totp.hpp"

#include <gtest/gtest.h>

namespace tenpoint::web {
namespace {

constexpr std::string_view secret = "12345678901234567890";

Instant moment(std::int64_t count) {
    return {count * 1000};
}

// The test vectors of RFC 6238, appendix B; theirs have eight digits, ours are the last six.
TEST(Totp, GivesTheCodesOfTheStandard) {
    for (const auto& [time, code] :
         {std::pair{59LL, "287082"}, std::pair{1111111109LL, "081804"},
          std::pair{1111111111LL, "050471"}, std::pair{1234567890LL, "005924"},
          std::pair{2000000000LL, "279037"}, std::pair{20000000000LL, "353130"}})
        EXPECT_EQ(totp_code(secret, totp_step(moment(time))), code) << time;
}

TEST(Totp, TakesTheCodesNextToNowForClocksThatDiffer) {
    const auto now = moment(1'000'000);
    const auto step = totp_step(now);
    for (const auto away : {-1, 0, 1})
        EXPECT_EQ(totp_match(secret, totp_code(secret, step + away), now, 0), step + away);
    for (const auto away : {-2, 2})
        EXPECT_FALSE(totp_match(secret, totp_code(secret, step + away), now, 0));
}

TEST(Totp, TakesNoCodeTwiceNorAnOlderOne) {
    const auto now = moment(1'000'000);
    const auto step = totp_step(now);
    EXPECT_FALSE(totp_match(secret, totp_code(secret, step), now, step));
    EXPECT_FALSE(totp_match(secret, totp_code(secret, step - 1), now, step));
    EXPECT_TRUE(totp_match(secret, totp_code(secret, step + 1), now, step));
}

TEST(Totp, TakesNothingButSixDigits) {
    const auto now = moment(1'000'000);
    const auto code = totp_code(secret, totp_step(now));
    for (const auto& given : {std::string{}, code + "0", code.substr(1), code + "a"})
        EXPECT_FALSE(totp_match(secret, given, now, 0)) << given;
}

TEST(Totp, TakesACodeAsATelephoneShowsIt) {
    const auto now = moment(59);  // 287082
    for (const auto* given :
         {"287 082", " 287082 ", "287\u00A0082", "287-082", "٢٨٧٠٨٢", "۲۸۷ ۰۸۲"})
        EXPECT_TRUE(totp_match(secret, given, now, 0)) << given;
    EXPECT_FALSE(totp_match(secret, "٢٨٧٠٨٣", now, 0));
}

// RFC 4648, section 10.
TEST(Totp, WritesSecretsInBase32) {
    for (const auto& [bytes, text] :
         {std::pair{"", ""}, std::pair{"f", "MY"}, std::pair{"fo", "MZXQ"},
          std::pair{"foo", "MZXW6"}, std::pair{"foob", "MZXW6YQ"}, std::pair{"fooba", "MZXW6YTB"},
          std::pair{"foobar", "MZXW6YTBOI"}})
        EXPECT_EQ(base32(bytes), text);
    EXPECT_EQ(totp_address("foobar", "a b&c"),
              "otpauth://totp/Tenpoint:a%20b%26c?secret=MZXW6YTBOI&issuer=Tenpoint");
}

}  // namespace
}  // namespace tenpoint::web
