package org.callboard.requests;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.database.RecordShape;
import org.callboard.requests.BoundBody.To;
import org.callboard.requests.RequestCells.Cell;
import org.callboard.requests.RequestCells.Group;
import org.callboard.requests.RequestSamples.Part;
import org.callboard.requests.RequestSamples.Sample;
import org.callboard.validation.Patch;
import org.jspecify.annotations.Nullable;

/** Says in a line for each value what becomes of it, and in one more for each place where it is something else. */
final class RequestTable {

    private static final int WIDTH = 40;
    private static final int MAX_LENGTH = 60;

    /** Where a value stands, and what stands around it there. */
    private enum Place {
        OBJECT("value", "{", "}"),
        NESTED("nested.value", "{\"nested\":{", "}}"),
        RECORDS("items[1].value", "{\"items\":[{},{", "}]}"),
        LIST("values[1]", "{\"values\":[", "]}");

        private final String path;
        private final String before;
        private final String behind;

        Place(String path, String before, String behind) {
            this.path = path;
            this.before = before;
            this.behind = behind;
        }

        private String body(Cell cell, String good) {
            String field = cell.json() == null ? "" : "\"value\":" + cell.json();
            return before + (this == LIST ? good + "," + cell.json() : field) + behind;
        }

        private boolean takes(Cell cell, Class<?> sample) {
            return this != LIST || cell.json() != null && hasList(sample);
        }

        private static boolean hasList(Class<?> sample) {
            return List.of(sample.getRecordComponents()).stream()
                    .anyMatch(component -> component.getName().equals("values"));
        }

        private @Nullable Object in(Sample<?> sample) {
            return switch (this) {
                case OBJECT -> sample.value();
                case NESTED -> value(sample.nested());
                case RECORDS -> value(sample.items().get(1));
                case LIST -> sample.values().get(1);
            };
        }

        private static @Nullable Object value(Part<?> part) {
            return part.value();
        }
    }

    private RequestTable() {}

    static List<String> lines(Group group) {
        List<String> lines = new ArrayList<>(List.of("", "## " + group.type(), ""));
        for (Cell cell : group.cells()) {
            Map<Place, String> all = outcomes(group, cell);
            String usual = all.get(Place.OBJECT);
            lines.add(line(cell.label(), usual));
            all.forEach((place, outcome) -> {
                if (!outcome.equals(usual)) {
                    lines.add(line("    " + place.path, outcome));
                }
            });
        }
        return lines;
    }

    private static Map<Place, String> outcomes(Group group, Cell cell) {
        Map<Place, String> all = new LinkedHashMap<>();
        for (Place place : Place.values()) {
            if (place.takes(cell, group.sample())) {
                String body = place.body(cell, group.good());
                all.put(place, outcome(body, group.sample(), group.to(), place));
            }
        }
        return all;
    }

    private static String outcome(String body, Class<? extends Record> type, To to, Place place) {
        BoundBody bound = BoundBody.of(body, type, to);
        return bound.isRefused()
                ? refusal(bound, place.path)
                : "= " + shown(place.in((Sample<?>) bound.as(type))) + ignored(bound, place.path);
    }

    /** What a whole body became. */
    static String outcome(BoundBody bound) {
        return bound.isRefused() ? refusal(bound, "") : "= " + shown(bound.value()) + ignored(bound, "");
    }

    static String line(String label, String outcome) {
        return ("%-" + WIDTH + "s %s").formatted(printable(label), outcome);
    }

    /** Each wrong field and what is wrong with it; the path is left out where it is the value's own. */
    private static String refusal(BoundBody bound, String own) {
        return "! "
                + bound.said().entrySet().stream()
                        .map(said -> said.getKey().equals(own)
                                ? said.getValue()
                                : printable(relative(said.getKey(), own)) + ": " + said.getValue())
                        .collect(Collectors.joining(" ; "))
                + ignored(bound, own);
    }

    private static String relative(String path, String own) {
        return !own.isEmpty() && path.startsWith(own) ? "~" + path.substring(own.length()) : path;
    }

    private static String ignored(BoundBody bound, String own) {
        return bound.ignored() == null ? "" : "   (ignored: " + relative(bound.ignored(), own) + ")";
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> text.length() > MAX_LENGTH ? "a text of " + text.length() : '"' + printable(text) + '"';
            case Patch<?> patch -> patch.given() ? "given " + shown(patch.value()) : "not given";
            case List<?> list -> list.stream().map(RequestTable::shown).collect(Collectors.joining(", ", "[", "]"));
            case Record record -> parts(record, part -> true);
            default -> value.toString();
        };
    }

    /** The components of the record that are not null. */
    static String given(Record record) {
        return parts(record, Objects::nonNull);
    }

    private static String parts(Record record, Predicate<@Nullable Object> wanted) {
        RecordShape shape = RecordShape.of(record.getClass());
        return Stream.of(shape.components())
                .map(RecordComponent::getName)
                .filter(name -> wanted.test(shape.get(record, name)))
                .map(name -> name + ": " + shown(shape.get(record, name)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String printable(String text) {
        return text.chars()
                .mapToObj(c -> c < ' ' || c > '~' ? "\\u%04x".formatted(c) : Character.toString(c))
                .collect(Collectors.joining());
    }
}
