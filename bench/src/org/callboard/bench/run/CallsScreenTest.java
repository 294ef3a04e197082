package org.callboard.bench.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the screens of bench/run notice: a check that can't see a lost or doubled row would prove nothing. */
class CallsScreenTest {

    private static final String SNAPSHOT =
            "event:snapshot\ndata:{\"rows\":[" + row(1, 1, "<b>\\\"id\\\":9</b>") + "]}\n\n";

    private static String row(long id, int version, String html) {
        return "{\"key\":\"booking/%d\",\"version\":%d,\"rank\":2,\"created\":5,\"html\":%s}"
                .formatted(id, version, html == null ? "null" : "\"" + html + "\"");
    }

    private static String rows(String... rows) {
        return "event:rows\ndata:[" + String.join(",", rows) + "]\n\n";
    }

    /** In chunks of a few bytes, which end anywhere. */
    private static CallsScreen screen(String... events) throws IOException {
        String text = String.join("", events);
        StringBuilder chunks = new StringBuilder();
        for (int at = 0; at < text.length(); at += 7) {
            String chunk = text.substring(at, Math.min(text.length(), at + 7));
            chunks.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return CallsScreen.of(
                new ByteArrayInputStream(chunks.append("0\r\n\r\n").toString().getBytes(UTF_8)));
    }

    @Test
    void itShowsEachRowAtItsNewestVersion() throws IOException {
        CallsScreen screen =
                screen(SNAPSHOT, rows(row(2, 1, "x"), row(3, 1, "y")), rows(row(2, 2, "z")), rows(row(1, 2, null)));
        assertThat(screen.shown()).containsOnlyKeys(2L, 3L).containsEntry(2L, 2);
        assertThat(screen.arrivals()).containsOnlyKeys(1L, 2L, 3L);
        assertThat(screen.repeated()).isZero();
    }

    @Test
    void itCountsARowThatComesTwice() throws IOException {
        assertThat(screen(SNAPSHOT, rows(row(2, 1, "x")), rows(row(2, 1, "x"))).repeated())
                .isEqualTo(1);
    }

    @Test
    void aSecondSnapshotRepeatsNothing() throws IOException {
        CallsScreen screen = screen(SNAPSHOT, SNAPSHOT);
        assertThat(screen.repeated()).isZero();
        assertThat(screen.startedOver()).isEqualTo(1);
    }
}
