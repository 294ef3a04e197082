package org.callboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A tag is only as good as its version: every statement that changes what is shown of a record raises it. */
class VersionsTest {

    private static final Pattern UPDATE = Pattern.compile(
            "update (customer|location|%s|contact_entry|booking|booking_contact|contact|contact_method|booking_provider_tag|lead|TABLE)"
                    + "\\s+set\\b(.*?)\\bwhere\\b",
            Pattern.DOTALL);

    /**
     * {@code %s} is the table of a kind of record. Who has an inquiry or a lead at the moment is not shown; and which call a
     * lead came of is noted while the lead is made.
     */
    private static final List<String> SILENT = List.of(
            "lease_until = :until",
            "held_by = :user, lease_until = :until",
            "held_by = null, lease_until = null",
            "call_id = :call");

    @Test
    void everyUpdateOfARecordWithATagRaisesItsVersion() throws IOException {
        List<String> raised = new ArrayList<>();
        List<String> forgotten = new ArrayList<>();
        for (Path file : sources()) {
            Matcher update = UPDATE.matcher(Files.readString(file));
            while (update.find()) {
                String set = update.group(2).strip();
                if (!SILENT.contains(set)) {
                    (set.contains("version = version + 1") ? raised : forgotten)
                            .add(file.getFileName() + ": " + update.group(1) + " " + set);
                }
            }
        }
        assertThat(forgotten).isEmpty();
        assertThat(raised).hasSizeGreaterThan(20);
    }

    /** The sources, and the statements that are made from records. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return Stream.concat(
                            files.filter(file -> file.toString().endsWith(".java")),
                            Stream.of(Path.of("src", "test", "resources", "golden", "statements.txt")))
                    .toList();
        }
    }
}
