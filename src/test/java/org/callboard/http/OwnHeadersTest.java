package org.callboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A header that is not on the list would be missing in a repeated answer, and hidden from websites. */
class OwnHeadersTest {

    private static final Pattern OWN = Pattern.compile("\"(Callboard-\\w[\\w-]*)\"");

    @Test
    void everyHeaderOfOurOwnIsOnTheList() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                OWN.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(named::add);
            }
        }
        assertThat(named)
                .hasSizeGreaterThan(2)
                .allMatch(name -> OwnHeaders.ALL.contains(name.substring(1, name.length() - 1)));
    }
}
