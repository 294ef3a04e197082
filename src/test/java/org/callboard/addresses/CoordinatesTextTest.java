package org.callboard.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTextTest {

    private static String read(String text) {
        Coordinates at = CoordinatesText.read(text);
        return at == null ? "none" : at.latitude() + " " + at.longitude();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u00a7',
            value = {
                "39.7563, -84.1895                       | 39.7563 -84.1895",
                "39.7563 -84.1895                        | 39.7563 -84.1895",
                "(39.7563,-84.1895)                      | 39.7563 -84.1895",
                "39.7563\u00b0 N, 84.1895\u00b0 W        | 39.7563 -84.1895",
                "N39.7563 W84.1895                       | 39.7563 -84.1895",
                "84.1895 W, 39.7563 N                    | 39.7563 -84.1895",
                "lat: 39.7563, lon: \u221284.1895        | 39.7563 -84.1895",
                "39,7563; -84,1895                       | 39.7563 -84.1895",
                "39,7563, -84,1895                       | 39.7563 -84.1895",
                "39\u00b045'22.7\"N 84\u00b011'22.2\"W   | 39.756306 -84.1895",
                "39\u00b0 45\u2032 22.7\u2033 N, 84\u00b0 11\u2032 22.2\u2033 W | 39.756306 -84.1895",
                "39\u00b0 45.378' N, 84\u00b0 11.37' W   | 39.7563 -84.1895",
                "39 45 22.7 N, 84 11 22.2 W              | 39.756306 -84.1895",
                "39 45.378 N 84 11.37 W                  | 39.7563 -84.1895",
                "-84\u00b011'22.2\", 39\u00b045'22.7\"   | -84.1895 39.756306",
                "33\u00b052'10\"S 151\u00b012'30\"E      | -33.869444 151.208333",
                // what is wrong is said elsewhere: the numbers are those that were given
                "-84.1895, 39.7563                       | -84.1895 39.7563",
                "-112.07, 33.45                          | -112.07 33.45",
                "0, 0                                    | 0.0 0.0",
            })
    void degreesAreReadInEveryForm(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.google.com/maps/place/24+Wayne+Ave/@39.75,-84.20,17z/data=!3m1!4b1!4m6!3m5!1s0x8840!8m2!3d39.7563!4d-84.1895!16s",
                "https://www.google.com/maps/@39.7563,-84.1895,17z",
                "https://www.google.com/maps?q=39.7563,-84.1895",
                "https://www.google.com/maps/search/?api=1&query=39.7563%2C-84.1895",
                "https://www.google.com/maps/search/39.7563,+-84.1895?entry=tts",
                "https://maps.google.com/?q=loc:39.7563,-84.1895",
                "https://www.google.com/maps/dir//39.7563,-84.1895/@39.1,-84.2,12z",
                "https://www.openstreetmap.org/?mlat=39.7563&mlon=-84.1895#map=15/39.7000/-84.2000",
                "https://www.openstreetmap.org/#map=17/39.7563/-84.1895",
                "https://www.openstreetmap.org/node/1#map=17.5/39.7563/-84.1895&layers=C",
                "https://maps.apple.com/?ll=39.7563,-84.1895&q=Dropped%20Pin",
                "https://maps.apple.com/?q=Dayton&sll=39.7563,-84.1895&z=10",
                "https://maps.apple.com/place?coordinate=39.7563,-84.1895&name=Marked",
                "maps.apple.com/?daddr=39.7563,-84.1895",
                "geo:39.7563,-84.1895;u=35",
                "geo:0,0?q=39.7563,-84.1895(Shop)",
                "https://www.bing.com/maps?cp=39.7563~-84.1895&lvl=16",
            })
    void linksOfMapsHavePoints(String link) {
        assertThat(read(link)).isEqualTo("39.7563 -84.1895");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3975",
                "39.7563",
                "12 Oak St",
                "12 Oak St, Dayton, OH 45402",
                "45402",
                "937-555-2121",
                "1, 2, 3",
                "39.7563 N, 84.1895 S",
                "39\u00b075'22\"N 84\u00b011'22\"W",
                "https://maps.app.goo.gl/abc123",
                "https://www.google.com/maps/place/Dayton",
                "https://www.google.com/maps?q=%E9%",
            })
    void whatIsNoPointIsNone(String text) {
        assertThat(read(text)).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u00a7',
            value = {
                "39.7589 N        | 84.1916 W         | 39.7589 -84.1916",
                "39.7589\u00b0     | W 84.1916         | 39.7589 -84.1916",
                "39.7589\u00b0 N   | -84.1916\u00b0       | 39.7589 -84.1916",
                "n39.7589         | w84.1916          | 39.7589 -84.1916",
                "39.7589 north    | 84.1916 deg west  | 39.7589 -84.1916",
                "39 45 22.7 N     | 84 11 22.2 W      | 39.756306 -84.1895",
                "39\u00b045'22.7\"  | -84\u00b011'22.2\"    | 39.756306 -84.1895",
                "39,7589          | -84,1916          | 39.7589 -84.1916",
                "39.123456789012  | -84.1             | 39.123456789012 -84.1",
                "33.8688 S        | 151.2093 E        | -33.8688 151.2093",
                // letters tell what stands in the wrong field; bare numbers are what their fields say
                "84.1916 W        | 39.7589 N         | 39.7589 -84.1916",
                "84.1916 W        | 39.7589           | 39.7589 -84.1916",
                "-84.1916         | 39.7589           | -84.1916 39.7589",
                // all of it in one of the two
                "39.7589, -84.1916 |                  | 39.7589 -84.1916",
                "39.7589, -84.1916 | 7                | 39.7589 -84.1916",
                "                 | 39 N 84 W         | 39.0 -84.0",
                // halves, and what is still being typed
                "39.7589 N        |                   | none",
                "39\u00b045          | 84\u00b011             | none",
                "39,75            |                   | none",
                "39 45            | 84                | none",
                "39.7589 N        | 84.1916 S         | none",
                "39.7589 N        | here              | none",
            })
    void aPointStandsInTwoFieldsTheSame(String latitude, String longitude, String expected) {
        Coordinates at = CoordinatesText.read(some(latitude), some(longitude));
        assertThat(at == null ? "none" : at.latitude() + " " + at.longitude()).isEqualTo(expected);
    }

    private static String some(String text) {
        return text == null ? "" : text;
    }

    @ParameterizedTest
    @CsvSource({
        "39.7589 N, 39.7589, none",
        "84.1916 W, none, -84.1916",
        "W 84.1916, none, -84.1916",
        "-39.5\u00b0, -39.5, -39.5",
        "39 45 22.7 S, -39.756306, none",
        "N 39 N, none, none",
        "here, none, none",
        "3975, none, none",
    })
    void halfAPointIsReadInItsOwnField(String text, String latitude, String longitude) {
        assertThat(String.valueOf(CoordinatesText.latitude(text))).isEqualTo(latitude.replace("none", "null"));
        assertThat(String.valueOf(CoordinatesText.longitude(text))).isEqualTo(longitude.replace("none", "null"));
    }
}
