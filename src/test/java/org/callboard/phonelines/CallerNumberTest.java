package org.callboard.phonelines;

import static org.assertj.core.api.Assertions.assertThat;

import org.callboard.phonelines.CallerNumber.Line;
import org.callboard.phonelines.CallerNumber.NotTold;
import org.callboard.phonelines.CallerNumber.Number;
import org.callboard.phonelines.CallerNumber.Withheld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller who keeps their number to themselves must never look like another one who does. */
class CallerNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "anonymous",
                "Anonymous",
                "ANONYMOUS",
                "restricted",
                "unavailable",
                "unknown",
                "private",
                " private ",
                "266696687",
                "+266696687",
                "011266696687",
                "7378742833",
                "+7378742833",
                "86282452253",
                "+86282452253",
                "2562533",
                "+2562533",
                "8656696",
                "+8656696",
                "+7378-742833",
                "sip:anonymous@anonymous.invalid",
                "sip:Anonymous@10.0.0.1;user=phone",
                "sips:+266696687@example.com",
                "tel:+266696687",
                "sip:@example.com",
                "+464",
                "+1",
                "+1234567",
                "not a number",
                "5555555555",
                "+15555555555",
                "+10000000000",
                "(555) 555-5555",
                "1234567890",
                "sip:5555555555@pbx.example.com",
                "Anonymous <+17374021122>",
                "\"Anonymous\" <sip:+17374021122@pbx.example.com>",
                "Private<7378742833>",
                "Ask 7378742833",
                "()"
            })
    void withheldIsWhatSaysSoAndWhatNobodyCanRead(String told) {
        assertThat(read(told)).isEqualTo(new Withheld());
    }

    @ParameterizedTest
    @CsvSource({
        "+19375550191, +19375550191",
        "(937) 555-0191, +19375550191",
        "9375550191, +19375550191",
        "19375550191, +19375550191",
        "+1 937.555.0191, +19375550191",
        "tel:+1-937-555-0191, +19375550191",
        "sip:+19375550191@pbx.example.com, +19375550191",
        "sip:+19375550191;ext=3@pbx.example.com:5060, +19375550191",
        "SIP:9375550191@10.0.0.1;transport=udp, +19375550191",
        "Ann Lowell <+19375550191>, +19375550191",
        "<sip:+19375550191@pbx.example.com>, +19375550191",
        "+17378742834, +17378742834",
        "+26622123456, +26622123456",
        "+4930123456, +4930123456",
        "+442079460958, +442079460958"
    })
    void aNumberIsOneHoweverItIsWritten(String told, String number) {
        assertThat(read(told)).isEqualTo(new Number(number));
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "104, 104",
        "*98, *98",
        "123456, 123456",
        "sip:12@pbx.example.com, 12",
        "Ann <sip:12@pbx.example.com>, 12",
        "client:ann, client:ann",
        "sip:ann@pbx.example.com, sip:ann@pbx.example.com"
    })
    void aTelephoneOfTheHouseIsALine(String told, String line) {
        assertThat(read(told)).isEqualTo(new Line(line));
    }

    @ParameterizedTest
    @NullSource
    void whatIsNotToldMayStillBe(String told) {
        assertThat(read(told)).isEqualTo(new NotTold());
    }

    @Test
    void anythingIsRead() {
        for (String odd :
                new String[] {"sip:", "tel:", "client:", "\0", "+", "*", "+*#", "9".repeat(5000), "١٢٣", "😀", "sip:%"
                }) {
            assertThat(read(odd)).isNotNull();
        }
    }

    private static CallerNumber read(String told) {
        return CallerNumber.read(told, "US");
    }
}
