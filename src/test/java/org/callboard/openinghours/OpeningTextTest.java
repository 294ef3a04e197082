package org.callboard.openinghours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7 AM – 7 PM              | 7:00 AM – 7:00 PM
            7-7                      | 7:00 AM – 7:00 PM
            8-5                      | 8:00 AM – 5:00 PM
            07:30 to 16:00           | 7:30 AM – 4:00 PM
            7.30 - 4 p.m.            | 7:30 AM – 4:00 PM
            8-12, 1-5                | 8:00 AM – 12:00 PM, 1:00 PM – 5:00 PM
            8-12:30 and 1:15-5       | 8:00 AM – 12:30 PM, 1:15 PM – 5:00 PM
            8am—noon; 12:45 pm-5 pm  | 8:00 AM – 12:00 PM, 12:45 PM – 5:00 PM
            midnight - 6 am          | 12:00 AM – 6:00 AM
            6 pm - midnight          | 6:00 PM – 12:00 AM
            6 pm - 12 am             | 6:00 PM – 12:00 AM
            0:00-24:00               | 12:00 AM – 12:00 AM
            All day                  | 12:00 AM – 12:00 AM
            CLOSED                   | Closed
            ''                       | Closed
            """)
    void hoursAreReadAsPeopleWriteThemAndShownInOneWay(String typed, String shown) {
        var spans = OpeningText.read(DayOfWeek.MONDAY, typed);
        assertThat(OpeningText.write(Objects.requireNonNull(spans))).isEqualTo(shown);
        assertThat(OpeningText.read(DayOfWeek.MONDAY, shown)).isEqualTo(spans);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "7-",
                "-",
                "7-7-7",
                "7 to 25",
                "7:60-9",
                "0 am-7",
                "13 pm-14",
                "9 pm - 5 am",
                "8-12, 11 am-5 pm",
                "5 pm-5 pm",
                "x",
                "8-12,",
                "7–19 Uhr",
                "99999999999-5"
            })
    void whatIsNoTimeOrGoesBackIsNotUnderstood(String typed) {
        assertThat(OpeningText.read(DayOfWeek.MONDAY, typed)).isNull();
    }
}
