package org.callboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;

/** What a client says it would like is read where it is short, and costs nothing where it is not. */
class ReadablePreferencesTest {

    private static boolean isKept(String name, String... values) {
        HttpFields.Mutable headers = HttpFields.build().add("Host", "x");
        Stream.of(values).forEach(value -> headers.add(name, value));
        HttpFields readable = ReadablePreferences.readable(headers.asImmutable());
        assertThat(readable.get("Host")).isEqualTo("x");
        return readable.contains(name);
    }

    @Test
    void readableOnesAreKeptAndLongOnesAreLeftOutUnread() {
        for (String name : List.of("Accept", "Accept-Language", "Accept-Encoding", "Accept-Charset")) {
            String wish = name.equals("Accept") ? "a/b;q=0.5" : "en;q=0.5";
            assertThat(isKept(name, wish)).as(name).isTrue();
            assertThat(isKept(name, (wish + ",").repeat(49) + wish)).as(name).isTrue();
            assertThat(isKept(name, (wish + ",").repeat(50) + wish)).as(name).isFalse();
            assertThat(isKept(name, Stream.generate(() -> wish).limit(51).toArray(String[]::new)))
                    .as(name)
                    .isFalse();
            assertThat(isKept(name, wish + " ".repeat(2048) + ", " + wish))
                    .as(name)
                    .isFalse();
        }
    }
}
