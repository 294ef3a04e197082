package org.callboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.Role;
import org.callboard.publicforms.BookingPages;
import org.callboard.publicforms.LeadPages;
import org.callboard.publicforms.PublicForm;
import org.callboard.publicforms.ShownBefore;
import org.callboard.testing.EveryState;
import org.callboard.testing.Routes;
import org.callboard.testing.Routes.Route;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/**
 * Every form that pages show, sent with texts that are longer than they may be: each field says so itself, in the one
 * sentence, and by the limit that its own maxlength names, if it has one.
 */
class EveryFormTest {

    /** More than any text may have. */
    private static final int BEYOND = 20_001;

    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern FIELD =
            Pattern.compile("(?s)<(input|textarea|select)\\b([^>]*)>(.*?)(?=<input|<textarea|<select|$)");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)=\"([^\"]*)\"");
    private static final Pattern OPTION = Pattern.compile("<option [^>]*value=\"([^\"]*)\"[^>]*");
    private static final Pattern SENTENCE = Pattern.compile("At most (\\d+) characters are allowed\\.");

    /** What is typed freely; a date, a number or an amount that is too long is none. */
    private static final Set<String> TEXTS = Set.of("text", "tel", "email", "url");

    /** What an address needs so that all its fields are there. */
    private static final Map<String, List<String>> QUERIES = Map.of(
            "/customers/{id}/edit", List.of("?field=name", "?field=address"),
            "/locations/{id}/edit", List.of("?field=name", "?field=address"));

    private static final Pattern PUBLIC = Pattern.compile("/(book|lead-form)/[^/]+");

    /** A stream that never ends, and a picture of a page. */
    private static final Set<String> NO_FORM =
            Set.of("/calls/stream", "/phone/stream", "/settings/booking-pages/{id}/preview");

    /** The trap for robots; and a list, of which each line is judged by itself. */
    private static final Set<String> OTHERS = Set.of("homepage", "origins");

    private final EveryState company = EveryState.shared();
    private final Set<String> tried = new HashSet<>();
    private final Map<String, String> faults = new TreeMap<>();
    private int texts;

    @Test
    void aTextThatIsTooLongIsNamedInTheSameSentenceEverywhere() {
        // the CSR has inquiries of their own, the owner sees all else
        for (Role role : List.of(Role.Owner, Role.CSR)) {
            Visitor visitor = Visitor.signedIn(company.user(role));
            Routes.all().stream()
                    .filter(EveryFormTest::isPage)
                    .forEach(route -> company.addresses(route)
                            .forEach(address -> QUERIES.getOrDefault(route.path(), List.of(""))
                                    .forEach(query -> visit(visitor, route.path(), address + query))));
        }
        assertThat(faults).isEmpty();
        assertThat(texts).isGreaterThan(90);
    }

    private static boolean isPage(Route route) {
        return route.method().equals("GET")
                && (route.access().startsWith("role ")
                        || PUBLIC.matcher(route.path()).matches())
                && !NO_FORM.contains(route.path());
    }

    private void visit(Visitor visitor, String route, String address) {
        Visitor.Answer page = visitor.get(address);
        if (page.status() >= 500) {
            faults.put(route, "answers " + page.status());
        } else if (page.status() == 200) {
            FORM.matcher(page.body()).results().forEach(form -> {
                Map<String, String> own = attributes(form.group(1));
                List<Field> fields = fields(form.group(2));
                boolean posts = own.containsKey("hx-post") || "post".equals(own.get("method"));
                boolean known =
                        !tried.add(route + fields.stream().map(Field::name).toList());
                if (posts && !known && fields.stream().anyMatch(Field::typed)) {
                    send(visitor, own.getOrDefault("hx-post", own.getOrDefault("action", address)), fields);
                }
            });
        }
    }

    private void send(Visitor visitor, String target, List<Field> fields) {
        String body = fields.stream()
                .filter(field -> !field.name().equals("_csrf"))
                .filter(field -> !Set.of("checkbox", "radio").contains(field.type()))
                .map(field -> field.name() + "=" + URLEncoder.encode(field.sent(target), UTF_8))
                .collect(Collectors.joining("&"));
        Visitor.Answer answer = visitor.postForm(target, body + "&who=new");
        if (answer.status() == 409 && target.startsWith("/calls/")) {
            return; // somebody else's inquiry; the form for a lead is the same
        }
        if (answer.status() != 422) {
            faults.put(target, "answers " + answer.status());
            return;
        }
        fields.stream().filter(Field::typed).forEach(field -> {
            texts++;
            String said = said(answer.body(), field.name());
            List<String> limits =
                    SENTENCE.matcher(said).results().map(one -> one.group(1)).toList();
            if (limits.size() != 1
                    || !limits.getFirst().equals(field.maxLength().orElse(limits.getFirst()))) {
                faults.put(target + " " + field.name(), field.maxLength() + " " + said);
            }
        });
    }

    /** The seal of a public form that was shown a while ago. */
    private static String seal(String address) {
        String token = address.substring(address.lastIndexOf('/') + 1);
        PublicForm form = address.startsWith("/book/")
                ? Server.bean(BookingPages.class).open(token).orElseThrow().form()
                : Server.bean(LeadPages.class).open(token).orElseThrow().form();
        return ShownBefore.token(form, Duration.ofMinutes(1));
    }

    /** What stands below the field of the answer, as it says itself. */
    private static String said(String html, String name) {
        return fields(html).stream()
                .filter(field -> field.name().equals(name))
                .flatMap(field -> Stream.of(
                        field.attributes().getOrDefault("aria-describedby", "").split(" ")))
                .map(id -> Pattern.compile("(?s)id=\"" + Pattern.quote(id) + "\"[^>]*>(.*?)</(?:div|p)>")
                        .matcher(html))
                .flatMap(found -> found.results().map(one -> one.group(1).replaceAll("<[^>]*>", "")))
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    /** A field as the page shows it. */
    private record Field(String tag, Map<String, String> attributes, String inside) {

        String name() {
            return HtmlUtils.htmlUnescape(attributes.getOrDefault("name", ""));
        }

        boolean typed() {
            return !OTHERS.contains(name())
                    && !attributes.containsKey("inputmode")
                    && (tag.equals("textarea") || tag.equals("input") && TEXTS.contains(type()));
        }

        Optional<String> maxLength() {
            return Optional.ofNullable(attributes.get("maxlength"));
        }

        String type() {
            return attributes.getOrDefault("type", "text");
        }

        String sent(String target) {
            if (PUBLIC.matcher(target).matches() && name().equals("form")) {
                return seal(target);
            }
            if (type().equals("datetime-local")) {
                return ""; // a moment that a form refuses is said before all else
            }
            if (name().equals("app")) {
                return "new";
            }
            if (typed()) {
                return "x"
                        .repeat(maxLength()
                                .map(max -> Integer.parseInt(max) + 1)
                                .orElse(BEYOND));
            }
            List<String> options = OPTION.matcher(inside)
                    .results()
                    .filter(option -> !option.group(1).isEmpty())
                    .sorted(Comparator.comparing(option -> option.group().contains(" selected")))
                    .map(option -> HtmlUtils.htmlUnescape(option.group(1)))
                    .toList();
            return options.isEmpty() ? attributes.getOrDefault("value", "") : options.getLast();
        }
    }

    private static List<Field> fields(String html) {
        return FIELD.matcher(html)
                .results()
                .map(one -> new Field(one.group(1), attributes(one.group(2)), one.group(3)))
                .filter(field -> !field.name().isEmpty())
                .toList();
    }

    private static Map<String, String> attributes(String tag) {
        return ATTRIBUTE
                .matcher(tag)
                .results()
                .collect(Collectors.toMap(
                        one -> one.group(1), one -> HtmlUtils.htmlUnescape(one.group(2)), (a, b) -> a));
    }
}
