package org.callboard.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.callboard.addresses.Address;
import org.jspecify.annotations.Nullable;

/** One of the demonstration's tables of text: lines of columns between {@code |}, and comments after {@code #}. */
final class DemoText {

    private DemoText() {}

    /** One line; its columns count from 0. */
    record Row(List<String> columns) {

        String text(int column) {
            return columns.get(column);
        }

        @Nullable
        String textOrNull(int column) {
            return text(column).isEmpty() ? null : text(column);
        }

        int number(int column) {
            return Integer.parseInt(text(column));
        }

        /** The columns street, unit, city and zip from here on, all in Ohio; null where there is no street. */
        @Nullable
        Address address(int column) {
            return text(column).isEmpty()
                    ? null
                    : new Address(
                            text(column), textOrNull(column + 1), text(column + 2), "OH", text(column + 3), "USA");
        }
    }

    /** The lines of {@code /demo/<name>.txt}. */
    static List<Row> of(String name) {
        try (InputStream in = DemoText.class.getResourceAsStream("/demo/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no demo text " + name);
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> new Row(Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
