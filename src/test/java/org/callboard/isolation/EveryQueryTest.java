package org.callboard.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.callboard.testing.Api;
import org.callboard.testing.Routes;
import org.callboard.testing.Routes.Route;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How the parameters of a query count, asked of every one that the published document has for a GET. */
class EveryQueryTest {

    private static final JsonNode PATHS = Api.send(HttpRequest.newBuilder(URI.create(Server.url() + "/openapi.json"))
                    .build())
            .json()
            .get("paths");

    /** Lists that are one text in the document, as in the contract. */
    private static final Pattern LISTS = Pattern.compile("ids|.*Ids|externalDataValues|customField[.]Fields");

    /** What passes where any value of its type would not. */
    private static final Map<String, List<String>> SAMPLES = Map.of(
            "sort", List.of("Id", "-Id"),
            "from", List.of("2026-01-01", "2026-01-02"),
            "phone", List.of("937-555", "0142"),
            "leadPhone", List.of("937-555", "0142"));

    /** Ways to send an identifier that is none. */
    private static final List<String> NOTHING =
            List.of("NAME", "NAME=", "NAME=%20", "NAME=&NAME=", "NAME[]=", "NAME=%C2%A0", "NAME=%E2%80%8B");

    private final World world = new World();
    private final Api api = world.api;
    private final SoftAssertions all = new SoftAssertions();

    private record Parameter(String name, String type, List<String> samples, boolean isList) {

        static Parameter of(JsonNode parameter) {
            String name = parameter.get("name").stringValue();
            JsonNode schema = parameter.get("schema");
            String type = schema.path("format")
                    .asString(
                            schema.path("type").isArray()
                                    ? schema.at("/type/0").asString()
                                    : schema.path("type").asString());
            JsonNode words = schema.has("enum") ? schema.get("enum") : schema.at("/items/enum");
            if (words.isArray()) {
                type = name.equals("active") ? "active" : "enum";
            }
            List<String> samples = switch (type) {
                case "enum", "active" ->
                    words.valueStream().map(JsonNode::asString).toList();
                case "boolean" -> List.of("true", "false");
                case "date-time" -> List.of("2026-01-01", "2026-01-02");
                case "uuid" -> List.of("00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002");
                default -> List.of("1", "2");
            };
            boolean list = schema.path("type").asString("").equals("array")
                    || LISTS.matcher(name).matches();
            return new Parameter(name, type, SAMPLES.getOrDefault(name, samples), list);
        }

        String value() {
            return samples.getFirst();
        }

        boolean identifies() {
            return name.matches("ids?|.*(Ids?|Guid)");
        }
    }

    private record Operation(Route route, List<Parameter> parameters) {

        List<Parameter> those(Predicate<Parameter> wanted) {
            return parameters.stream().filter(wanted).toList();
        }
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Route route : Routes.api()) {
            List<Parameter> parameters = PATHS.path(route.path())
                    .path("get")
                    .path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("in").asString("").equals("query"))
                    .map(Parameter::of)
                    .toList();
            if (route.method().equals("GET") && !parameters.isEmpty()) {
                operations.add(new Operation(route, parameters));
            }
        }
        assertThat(operations).hasSizeGreaterThan(30);
        return operations;
    }

    private void walk(BiConsumer<Operation, String> check) {
        for (Operation operation : operations()) {
            check.accept(operation, IsolationTest.url(operation.route, world.tenant.id, world::id));
        }
        all.assertAll();
    }

    /** These want to be narrowed. */
    private static boolean needsMore(Operation operation) {
        return operation.route.path().matches("/crm/v2/tenant/[^/]+/(customers|locations)/contacts");
    }

    private Api.Answer get(
            String url, Collection<Parameter> parameters, Function<Parameter, String> part, String... headers) {
        String query = parameters.stream().map(part).collect(Collectors.joining("&"));
        return Api.send(api.request("GET", url + "?" + query, null, headers));
    }

    private static String once(Parameter parameter) {
        return parameter.name + "=" + encoded(parameter.value());
    }

    /** The same in one of the ways that clients have; which one is chance, but always the same chance. */
    private static String otherwise(Parameter parameter) {
        String value = "=" + encoded(parameter.value());
        return switch (Math.floorMod(parameter.name.hashCode(), 6)) {
            case 0 -> once(parameter) + "&" + once(parameter);
            case 1 -> parameter.name + "[]" + value;
            case 2 -> parameter.name + "%5B%5D" + value;
            case 3 -> parameter.name + "%5B0%5D" + value + "&" + parameter.name + "%5B1%5D" + value;
            case 4 -> parameter.name.toUpperCase() + value;
            default -> parameter.name.replaceAll("[.](\\w+)", "[$1]") + "[][]" + value;
        };
    }

    private static String empty(Parameter parameter) {
        return parameter.name
                + List.of("", "=", "=%20", "=&" + parameter.name + "=")
                        .get(Math.floorMod(parameter.name.hashCode(), 4));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static List<String> names(Collection<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).sorted().toList();
    }

    private static List<String> wrong(Api.Answer answer) {
        return answer.status() == 400
                ? answer.json().get("errors").propertyNames().stream().sorted().toList()
                : List.of("status " + answer.status());
    }

    /** An answer without what changes by itself while a webhook's message is being sent. */
    private static String shown(Api.Answer answer) {
        return answer.text()
                .replaceAll("\"(attempts|dueOn|state|closedOn|failures|failingSince)\":(\"[^\"]*\"|[^,}]*)", "");
    }

    private static List<String> ignored(Api.Answer answer) {
        String header = answer.header("Callboard-Ignored");
        return header == null
                ? List.of()
                : Arrays.stream(header.split(", ")).sorted().toList();
    }

    @Test
    void theSameTwiceIsOnceAndBracketsAndCaseMakeNoDifference() {
        walk((operation, url) -> {
            Api.Answer once = get(url, operation.parameters, EveryQueryTest::once);
            all.assertThat(once.status())
                    .as(operation.route + " " + once.text())
                    .isEqualTo(200);
            Api.Answer written = get(url, operation.parameters, EveryQueryTest::otherwise);
            all.assertThat(shown(written)).as(operation.route.toString()).isEqualTo(shown(once));
            all.assertThat(ignored(written)).as(operation.route.toString()).isEmpty();
        });
    }

    @Test
    void allValuesOfAListCountAndOfOthersThereIsOne() {
        walk((operation, url) -> {
            List<Parameter> singles = operation.those(p -> !p.isList());
            if (!singles.isEmpty()) {
                Api.Answer different = get(url, singles, p -> once(p) + "&" + p.name + "=" + encoded(p.samples.get(1)));
                all.assertThat(wrong(different))
                        .as(operation.route + different.text())
                        .isEqualTo(names(singles));
            }
            List<Parameter> ids = operation.those(p -> p.isList() && p.identifies());
            if (!ids.isEmpty()) {
                Api.Answer second = get(url, ids, p -> p.name + "=1&" + p.name + "=x");
                all.assertThat(wrong(second)).as(operation.route.toString()).isEqualTo(names(ids));
            }
            // the reasons of jobs have no ids of their own, and roles are the same for every company
            if (names(ids).contains("ids")
                    && !operation.route.path().matches(".*/(jobs/(cancel|hold)-reasons|user-roles)")) {
                Object row = world.row(operation.route.path());
                Api.Answer found = api.get(url + "?active=any&ids=0&ids[][]=" + row);
                all.assertThat(found.json().at("/data/0/id").asString(""))
                        .as(operation.route + found.text())
                        .isEqualTo(row.toString());
            }
        });
    }

    @Test
    void anIdentifierIsNeverEmptyAndEverythingElseThatIsIsNamed() {
        walk((operation, url) -> {
            List<Parameter> identifiers = operation.those(Parameter::identifies);
            for (String nothing : identifiers.isEmpty() ? List.<String>of() : NOTHING) {
                all.assertThat(wrong(get(url, identifiers, p -> nothing.replace("NAME", p.name))))
                        .as(operation.route + nothing)
                        .isEqualTo(names(identifiers));
            }
            List<Parameter> others = operation.those(p -> !p.identifies());
            if (!others.isEmpty()) {
                Api.Answer lenient = get(url, others, EveryQueryTest::empty);
                all.assertThat(lenient.status())
                        .as(operation.route + lenient.text())
                        .isEqualTo(needsMore(operation) ? 400 : 200);
                all.assertThat(ignored(lenient)).as(operation.route.toString()).isEqualTo(names(others));
                Api.Answer strict = get(url, others, EveryQueryTest::empty, "Prefer", "handling=strict");
                all.assertThat(wrong(strict)).as(operation.route.toString()).isEqualTo(names(others));
            }
        });
    }

    @Test
    void oneAndZeroAreTrueAndFalse() {
        walk((operation, url) -> {
            for (Parameter parameter :
                    operation.those(p -> List.of("boolean", "active").contains(p.type))) {
                String start = operation.route.path().matches("/crm/v2/tenant/[^/]+/(customers|locations)/contacts")
                        ? url + "?modifiedOnOrAfter=2020-01-01&"
                        : url + "?";
                for (var way : Map.of("1", "true", "0", "False").entrySet()) {
                    Api.Answer number = api.get(start + parameter.name + "=" + way.getKey());
                    Api.Answer word = api.get(start + parameter.name + "=" + way.getValue());
                    all.assertThat(number.status())
                            .as(operation.route + parameter.name)
                            .isEqualTo(200);
                    all.assertThat(shown(number))
                            .as(operation.route + parameter.name)
                            .isEqualTo(shown(word));
                }
            }
        });
    }

    /** The least and the greatest date of .NET and Python are open ends, wherever they stand. */
    @Test
    void datesBeyondAllRecordsAreOpenEnds() {
        walk((operation, url) -> {
            for (Parameter date : operation.those(p -> p.type.equals("date-time") || p.name.equals("from"))) {
                boolean end = date.name.endsWith("Before");
                List<String> least = List.of("0001-01-01T00:00:00", "0001-01-01T00:00:00%2B0000", "0001-01-01");
                List<String> greatest = List.of(
                        "9999-12-31T23:59:59.9999999Z",
                        "9999-12-31T23:59:59.999999+00:00",
                        "9999-12-31T23:59:59.9999999-0500",
                        "9999-12-31 23:59:59.9999999");
                Api.Answer open = bound(operation, url, date, end ? "9999-12-31" : "1900-01-01");
                Api.Answer closed = bound(operation, url, date, end ? "1900-01-01" : "9999-12-31");
                all.assertThat(closed.json().get("data").size())
                        .as(operation.route + date.name)
                        .isZero();
                for (String value : end ? greatest : least) {
                    all.assertThat(shown(bound(operation, url, date, value)))
                            .as(operation.route + date.name + value)
                            .isEqualTo(shown(open));
                }
                for (String value : end ? least : greatest) {
                    Api.Answer answer = bound(operation, url, date, value);
                    all.assertThat(answer.status())
                            .as(operation.route + answer.text())
                            .isEqualTo(200);
                    all.assertThat(answer.json().path("data").size())
                            .as(operation.route + date.name)
                            .isZero();
                }
            }
        });
    }

    private Api.Answer bound(Operation operation, String url, Parameter date, String value) {
        String more =
                needsMore(operation) && !date.name.equals("modifiedOnOrAfter") ? "&modifiedOnOrAfter=2020-01-01" : "";
        return api.get(url + "?" + date.name + "=" + value.replace(" ", "%20") + more);
    }
}
