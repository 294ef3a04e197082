package org.callboard.contactpoints;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneRulesTest {

    private static final String[] WRITTEN = {
        "%s%s%s",
        "(%s) %s-%s",
        "%s-%s-%s",
        "%s.%s.%s",
        "%s %s %s",
        "(%s)%s.%s",
        "1%s%s%s",
        "1 (%s) %s-%s",
        "-(%s)) %s %s. "
    };

    /** Most numbers are read without the library: it must say the same of them, of whatever area and exchange. */
    @ParameterizedTest
    @ValueSource(strings = {"US", "CA"})
    void numbersOfNorthAmericaAreWhatTheLibrarySaysTheyAre(String region) throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 4000; i++) {
            String number =
                    WRITTEN[i % WRITTEN.length].formatted(figures(random, 3), figures(random, 3), figures(random, 4));
            PhoneNumber known = PhoneRules.PHONES.parse(number, region);
            ValidationResult possible = PhoneRules.PHONES.isPossibleNumberWithReason(known);
            NormalizedContact read = new PhoneRules(region).read(ContactType.Phone, number, number, "");
            String form = read == null || !read.isWhole() ? null : read.form();
            assertThat(form)
                    .as(number)
                    .isEqualTo(
                            possible == ValidationResult.IS_POSSIBLE
                                    ? PhoneRules.PHONES.format(known, PhoneNumberFormat.E164)
                                    : null);
        }
    }

    private static String figures(Random random, int count) {
        return random.ints(count, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
