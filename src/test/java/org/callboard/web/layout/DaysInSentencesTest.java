package org.callboard.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callboard.web.When;
import org.junit.jupiter.api.Test;

/** A day has a capital where it stands alone, and none within a sentence. */
class DaysInSentencesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** A day right behind a word that a sentence goes on with, in its text or in the element before. */
    private static final Pattern IN_A_SENTENCE = Pattern.compile(
            "\\b(?:since|until|from|to|on|at|by|heard|last|before|again|made|up|said|has|have|was|talked|called|is)[,]?\\s+"
                    + "(?:<time[^>]*?th:text=\"\\$\\{|\\$\\{)shell\\.when\\.(?:time|day)\\(",
            Pattern.CASE_INSENSITIVE);

    private final When when = new When(ZoneId.of("America/New_York"), Instant.parse("2026-07-08T15:00:00Z"));

    @Test
    void noTemplateSaysADayWithACapitalInMidSentence() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".html")).toList()) {
                IN_A_SENTENCE
                        .matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(text -> found.add(TEMPLATES.relativize(file) + ": " + text));
            }
        }
        assertThat(found).isEmpty();
        assertThat("heard ${shell.when.time(one)}").containsPattern(IN_A_SENTENCE);
    }

    @Test
    void onlyTheNameOfADayLosesItsCapital() {
        Instant today = when.now();
        assertThat(when.time(today)).isEqualTo("Today, 11:00 AM");
        assertThat(when.timeWithin(today)).isEqualTo("today, 11:00 AM");
        assertThat(when.dayWithin(today.minusSeconds(86_400))).isEqualTo("yesterday");
        assertThat(when.dayWithin(today.plusSeconds(86_400))).isEqualTo("tomorrow");
        assertThat(when.dayWithin(today.plusSeconds(3 * 86_400))).isEqualTo("Sat, Jul 11");
        assertThat(when.timeWithin(null)).isEmpty();
    }
}
