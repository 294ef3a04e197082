package org.callboard.web.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.bookings.Claims;
import org.callboard.leads.CreateLead;
import org.callboard.leads.LeadSource;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Variant;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/**
 * Every form that warns of who is on record already lets what was typed go to that record: each field is found there
 * afterwards, or was shown beforehand beside what stands.
 */
class NothingTypedIsLostTest {

    private static final Pattern FORM = Pattern.compile("(?s)<form\\b[^>]*data-(?:alike|entry).*?</form>");
    private static final Pattern FIELD =
            Pattern.compile("(?s)<(input|select|textarea)\\b([^>]*)>(.*?)(?=<input|<select|<textarea|</form>)");
    private static final Pattern OPTION = Pattern.compile("<option [^>]*value=\"([^\"]*)\"([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)=\"([^\"]*)\"");
    private static final Pattern SHOWN = Pattern.compile(
            "(?s)<table class=\"cb-table entry-additions\">.*?</table>|class=\"muted on-record\".*?</p>");
    private static final Pattern PERSON = Pattern.compile("name|customerType|street|unit|city|state|zip|country");

    /** Of the machinery of the forms, and who it is, which the warning settles. */
    private static final Pattern NOT_TYPED =
            Pattern.compile("_csrf|once|who|customerId|locationId|locations\\[0]\\.same|serviceAnyway|confirmedStart");

    private final Shop shop = new Shop();
    private final Api api = shop.tenant.api();
    private final SignedInUser dana = shop.tenant.user(Role.CSR);
    private final Visitor visitor = Visitor.signedIn(dana);
    private final long vip = tag("VIP");
    private final long dog = tag("Has a dog");
    private final long gate = field("customer", "Gate code");
    private final long meter = field("location", "Meter");
    private int number;

    private long tag(String name) {
        return shop.tenant.caller.call(() -> Server.bean(TagTypes.class)
                .add(shop.tenant.id, new TagType.Details(name))
                .id());
    }

    private long field(String kind, String name) {
        return shop.tenant.caller.call(() -> Server.bean(CustomFieldTypes.class)
                .add(shop.tenant.id, kind, name, DataType.Text, List.of())
                .id());
    }

    private long lead() {
        return shop.tenant.caller.call(() -> Server.bean(CreateLead.class)
                .create(
                        shop.tenant.id,
                        Variant.of(shop.leadDraft())
                                .with("callReasonId", shop.reason)
                                .record(),
                        LeadSource.Hand)
                .id());
    }

    private String path(String path) {
        return api.path("crm/v2", path);
    }

    /** All that programs are told of a customer. */
    private String record(long customer) {
        JsonNode places = Office.ok(api.get(path("/locations?customerId=" + customer)));
        List<String> all = new ArrayList<>(List.of(
                api.get(path("/customers/" + customer)).text(),
                api.get(path("/customers/" + customer + "/contacts")).text(),
                places.toString()));
        places.get("data")
                .forEach(place -> all.add(api.get(path("/locations/" + place.get("id") + "/contacts"))
                        .text()));
        return String.join("\n", all);
    }

    @Test
    void everyFieldOfTheFormsForNewRecordsIsFoundOrShown() {
        for (String page : List.of("/customers/new", "/customers/%d/locations/new")) {
            long other = shop.customer("Ada Oaks", "937-555-0100", "14 Elm St");
            long jordan = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
            Map<String, String> typed = typed(visitor.get(page.formatted(other)));
            assertThat(typed).as(page).hasSizeGreaterThan(10);
            Visitor.Answer shown = send(target(page.contains("locations") ? "Location" : "Customer", jordan), typed);
            assertThat(shown.status()).as(shown.body()).isEqualTo(200);
            assertThat(record(jordan)).as("nothing is added by looking").doesNotContain("Xenia");
            Visitor.Answer done = send("/customers/" + jordan + "/use", fields(shown.body(), false));
            assertThat(done.location()).as(done.body()).isEqualTo("/customers/" + jordan);
            assertFound(page, typed, notAdded(shown), record(jordan));
            assertThat(record(jordan)).contains("\"name\":\"Jordan Reyes\"", "12 Oak St", "937-555-0142");
            assertThat(record(other)).doesNotContain("Xenia");
        }
    }

    @Test
    void everyFieldOfANewLeadIsFoundOnTheLeadAndTheCustomerItIsFor() {
        long jordan = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        Map<String, String> typed = typed(visitor.get("/leads/new"));
        Visitor.Answer shown = send("/leads?use=" + jordan, typed);
        assertThat(shown.body()).contains("For <strong>Jordan Reyes</strong>", "Add to Jordan Reyes what is new");
        assertThat(record(jordan)).doesNotContain("Xenia");
        Visitor.Answer done = send("/leads", fields(shown.body(), false));
        assertThat(done.status()).as(done.body()).isEqualTo(302);
        JsonNode lead = Office.ok(api.get(path(done.location())));
        assertThat(lead.get("customerId").longValue()).isEqualTo(jordan);
        JsonNode place = Office.ok(api.get(path("/locations/" + lead.get("locationId"))));
        assertThat(place.at("/address/city").stringValue()).isEqualTo("Xenia");
        String page = visitor.get(done.location()).body();
        assertFound("/leads/new", typed, page, lead + record(jordan));
        assertThat(record(jordan)).contains(typed.get("phone"), typed.get("email"), typed.get("street"));
    }

    @Test
    void whereItIsNotWantedTheCustomerOfALeadStaysAsItIs() {
        long jordan = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        String before = record(jordan);
        Map<String, String> again = fields(
                send("/leads?use=" + jordan, typed(visitor.get("/leads/new"))).body(), false);
        again.remove("toCustomer");
        Visitor.Answer done = send("/leads", again);
        assertThat(done.status()).as(done.body()).isEqualTo(302);
        assertThat(record(jordan)).isEqualTo(before);
        assertThat(Office.ok(api.get(path(done.location()))).get("customerId").longValue())
                .isEqualTo(jordan);
    }

    @Test
    void everyFieldOfWhoAJobIsForIsFoundOrShown() {
        var booking = shop.booking("Uma One", "937-555-0177");
        dana.caller().call(() -> Server.bean(Claims.class).claim(shop.tenant.id, booking.id()));
        long lead = lead();
        for (String page : List.of("/calls/" + booking.id(), "/leads/" + lead + "/book")) {
            long jordan = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
            Visitor.Answer form = visitor.get(page);
            Map<String, String> person = new LinkedHashMap<>(typed(form));
            person.keySet().removeIf(name -> !PERSON.matcher(name).matches());
            assertThat(person).as(page).hasSize(8);
            Map<String, String> sent = fields(form.body(), false);
            sent.putAll(person);
            sent.put("businessUnitId", Long.toString(shop.unit));
            sent.put("jobTypeId", Long.toString(shop.jobType));
            sent.put("campaignId", Long.toString(shop.campaign));
            sent.put("who", target("Job", jordan));
            sent.put("minutes", "0");
            String action = page.startsWith("/calls") ? page + "/book" : page;
            // who was chosen is there again where something else is wrong
            assertThat(send(action, sent).body()).containsPattern("value=\"customer:" + jordan + "\"[^>]* checked");
            sent.put("minutes", "60");
            Visitor.Answer done = send(action, sent);
            assertThat(done.status()).as(done.body()).isIn(200, 302);
            assertFound(page, person, shown(form) + "Commercial", record(jordan));
        }
    }

    @Test
    void whatDiffersIsTakenOnlyWhereSomebodySaysSo() {
        long jordan = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        Map<String, String> typed = typed(visitor.get("/customers/new"));
        typed.put("contacts[0].value", "(937) 555-0142");
        String use = "/customers/" + jordan + "/use";
        send(use, fields(send(use, typed).body(), false));
        String first = record(jordan);
        // the same number and the same house with other words about them
        Map<String, String> other = new LinkedHashMap<>(typed);
        typed.forEach((name, value) -> {
            if (name.endsWith("memo") || name.contains("field.") || name.endsWith("name")) {
                other.put(name, value + " anew");
            }
        });
        other.put("address.street", "500 Far Hills Ave");
        Visitor.Answer shown = send(use, other);
        assertThat(shown(shown))
                .contains(
                        typed.get("field." + gate),
                        other.get("field." + gate),
                        "500 Far Hills Ave",
                        "12 Oak St",
                        "Take what was typed instead");
        send(use, fields(shown.body(), false));
        assertThat(record(jordan)).as("what stands stays by itself").isEqualTo(first);
        shown = send(use, other);
        Map<String, String> chosen = fields(shown.body(), false);
        chosen.put("take", fields(shown.body(), true).get("take"));
        Visitor.Answer taken = send(use, chosen);
        assertThat(taken.status()).as(taken.body()).isEqualTo(302);
        other.remove("contacts[0].value"); // the number stands there in another way
        assertFound("taken", other, "", record(jordan));
        assertThat(record(jordan)).contains("\"street\":\"500 Far Hills Ave\"", "\"type\":\"Commercial\"");
    }

    /** The unit of a house that is on record without one is new; another unit is another location. */
    @Test
    void aUnitIsAPieceOfItsOwn() {
        long jordan = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        String use = "/customers/" + jordan + "/use";
        for (String line : List.of("12 Oak Street Apt 4", "12 Oak St #4", "12 Oak St Apt 5", "14 Oak St")) {
            Map<String, String> sent = fields(visitor.get("/customers/new").body(), false);
            sent.put("address.street", line);
            sent.put("address.city", "Dayton");
            sent.put("address.state", "OH");
            sent.put("address.zip", "45402");
            Visitor.Answer done = send(use, fields(send(use, sent).body(), false));
            assertThat(done.location()).as(done.body()).isEqualTo("/customers/" + jordan);
        }
        assertThat(Office.ok(api.get(path("/locations?customerId=" + jordan)))
                        .get("data")
                        .valueStream()
                        .map(place -> place.at("/address/street").stringValue() + ", "
                                + place.at("/address/unit").asString("")))
                .containsExactlyInAnyOrder("12 Oak St, Apt 4", "12 Oak St Apt 5, ", "14 Oak St, ");
    }

    @Test
    void whatWasChangedMeanwhileIsLookedAtAgain() {
        long jordan = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        String use = "/customers/" + jordan + "/use";
        Map<String, String> sent =
                fields(send(use, typed(visitor.get("/customers/new"))).body(), false);
        Office.ok(api.patch(path("/customers/" + jordan), "{\"name\":\"Jordan Reyes-Oak\"}"));
        Visitor.Answer again = send(use, sent);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("has changed since you saw it");
        assertThat(shown(again)).contains("Jordan Reyes-Oak");
        assertThat(record(jordan)).doesNotContain("Xenia");
        Visitor.Answer done = send(use, fields(again.body(), false));
        assertThat(done.status()).as(done.body()).isEqualTo(302);
        assertThat(record(jordan)).contains("Xenia", "Jordan Reyes-Oak");
    }

    @Test
    void theLeadOfWhichACustomerWasToBeMadeIsThatCustomersThen() {
        long jordan = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        long lead = lead();
        String use = "/customers/" + jordan + "/use";
        Map<String, String> typed =
                fields(visitor.get("/customers/new?lead=" + lead).body(), false);
        typed.put("address.street", "12 Oak Street");
        typed.put("address.city", "Dayton");
        typed.put("address.state", "OH");
        typed.put("address.zip", "45402");
        Visitor.Answer done = send(use, fields(send(use, typed).body(), false));
        assertThat(done.status()).as(done.body()).isEqualTo(302);
        JsonNode now = Office.ok(api.get(path("/leads/" + lead)));
        assertThat(now.get("customerId").longValue()).isEqualTo(jordan);
        assertThat(now.get("locationId").isNull()).isFalse();
        assertThat(Office.ok(api.get(path("/locations?customerId=" + jordan)))
                        .get("data")
                        .size())
                .isOne();
    }

    /** Where the warning of a form sends what was typed in it. */
    private String target(String usable, long customer) {
        Visitor.Answer alike = visitor.post("/alike", "contact", "937-555-0142", "usable", usable);
        Matcher target = Pattern.compile("data-alike-(?:use|who)=\"([^\"]*\\b" + customer + "\\b[^\"]*)\"")
                .matcher(alike.body());
        assertThat(target.find()).as(alike.body()).isTrue();
        return HtmlUtils.htmlUnescape(target.group(1));
    }

    /** Every field of the form that offers to use somebody on record, with something in it that stands nowhere else. */
    private Map<String, String> typed(Visitor.Answer page) {
        assertThat(page.body()).containsPattern("<form\\b[^>]*data-alike-usable=\"\\w+\"");
        Map<String, String> typed = new LinkedHashMap<>();
        Map<String, String> empty = fields(page.body(), true);
        if (empty.containsKey("locations[0].address.street")) {
            // a row that the page adds
            empty.put("locations[0].contacts[0].type", "Fax");
            empty.put("locations[0].contacts[0].value", "");
            empty.put("locations[0].contacts[0].memo", "");
        }
        empty.keySet().removeIf(name -> NOT_TYPED.matcher(name).matches());
        empty.forEach((name, value) -> typed.put(name, text(name, value, empty)));
        return typed;
    }

    private String text(String name, String value, Map<String, String> form) {
        number++;
        String last = name.replaceFirst(".*[.\\]](?=\\D)", "");
        return switch (last) {
            case "street" -> number + " Pine Ct";
            case "unit" -> "Apt " + number;
            case "city" -> "Xenia";
            case "state" -> "OH";
            case "zip" -> "45385";
            case "country" -> "USA";
            case "latitude" -> "39.7" + (100 + number);
            case "longitude" -> "-83.9" + (100 + number);
            case "pasted" -> ""; // it would stand for the two
            case "phone" -> "937-555-0" + (200 + number);
            case "email" -> "mail" + number + "@example.com";
            case "value" ->
                "Email".equals(form.get(name.replace("value", "type")))
                        ? "mail" + number + "@example.com"
                        : "937-555-0" + (200 + number);
            case "memo" -> "Memo " + number;
            case "name" -> "Name " + number;
            case "summary" -> "Summary " + number;
            case "tagTypeIds" -> Long.toString(name.equals(last) ? vip : dog); // each record its own
            default -> name.contains("field.") ? "Ext " + number : value;
        };
    }

    /** A point is that of its address: a place on record gets one that it lacks, and another one is chosen. */
    @Test
    void aPointIsThatOfItsPlace() {
        long jordan = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
        String use = "/customers/" + jordan + "/use";
        Map<String, String> sent = fields(visitor.get("/customers/new").body(), false);
        sent.put("address.street", "12 Oak Street");
        sent.put("address.city", "Dayton");
        sent.put("address.state", "OH");
        sent.put("address.zip", "45402");
        sent.put("address.pasted", "39.7589, -84.1916");
        send(use, fields(send(use, sent).body(), false));
        assertThat(record(jordan)).containsPattern("(?s)39\\.7589.*39\\.7589");
        sent.put("address.pasted", "39.7601, -84.1901");
        Visitor.Answer other = send(use, sent);
        assertThat(shown(other)).contains("39.7589, -84.1916", "39.7601, -84.1901", "Take what was typed instead");
        send(use, fields(other.body(), false));
        assertThat(record(jordan)).doesNotContain("39.7601");
        Map<String, String> chosen = fields(other.body(), false);
        chosen.put("take", fields(other.body(), true).get("take"));
        chosen.put("once", "");
        send(use, chosen);
        assertThat(record(jordan)).doesNotContain("39.7589").contains("39.7601");
    }

    private static void assertFound(String page, Map<String, String> typed, String shown, String record) {
        List<String> lost = new ArrayList<>();
        typed.forEach((name, value) -> {
            String last = name.replaceFirst(".*\\.", "");
            String told = switch (last) {
                case "tagTypeIds" -> "\"tagTypeIds\":[" + value + "]";
                case "doNotMail", "doNotService" -> "\"" + last + "\":true";
                default -> value;
            };
            if (!value.isEmpty() && !record.contains(told) && !shown.contains(value)) {
                lost.add(name + "=" + value);
            }
        });
        assertThat(lost).as(page).isEmpty();
    }

    /** What the page says is not added, with its reason. */
    private static String notAdded(Visitor.Answer page) {
        return Stream.of(shown(page).split("<tr>"))
                .filter(row -> !row.contains("Is added"))
                .collect(Collectors.joining());
    }

    private static String shown(Visitor.Answer page) {
        Matcher shown = SHOWN.matcher(page.body());
        assertThat(shown.find()).as(page.body()).isTrue();
        return HtmlUtils.htmlUnescape(shown.group());
    }

    private Visitor.Answer send(String target, Map<String, String> fields) {
        List<String> all = new ArrayList<>();
        fields.forEach((name, value) -> List.of(value.split("\n", -1)).forEach(one -> all.addAll(List.of(name, one))));
        return visitor.post(target, all.toArray(String[]::new));
    }

    /** What the form says as it stands; of boxes all, where they are to be ticked. */
    private static Map<String, String> fields(String html, boolean ticked) {
        Matcher form = FORM.matcher(html);
        assertThat(form.find()).as(html).isTrue();
        Map<String, String> fields = new LinkedHashMap<>();
        FIELD.matcher(form.group()).results().forEach(field -> {
            Map<String, String> own = new LinkedHashMap<>();
            ATTRIBUTE
                    .matcher(field.group(2))
                    .results()
                    .forEach(one -> own.put(one.group(1), HtmlUtils.htmlUnescape(one.group(2))));
            String name = own.getOrDefault("name", "");
            boolean box = "checkbox".equals(own.get("type")) || "radio".equals(own.get("type"));
            if (name.isEmpty()
                    || name.equals("_csrf")
                    || box && !ticked && !field.group(2).contains(" checked")) {
                return;
            }
            String value = switch (field.group(1)) {
                case "select" -> option(field.group(3), ticked);
                case "textarea" -> HtmlUtils.htmlUnescape(field.group(3).replaceFirst("(?s)</textarea>.*", ""));
                default -> own.getOrDefault("value", "");
            };
            fields.merge(name, value, (one, two) -> box ? one + "\n" + two : two);
        });
        return fields;
    }

    /** The one that is chosen; the last one where all is to be tried. */
    private static String option(String inside, boolean last) {
        List<String> all = new ArrayList<>();
        List<String> selected = new ArrayList<>();
        OPTION.matcher(inside).results().forEach(option -> {
            String value = HtmlUtils.htmlUnescape(option.group(1));
            all.add(value);
            if (option.group(2).contains("selected")) {
                selected.add(value);
            }
        });
        if (!last) {
            return selected.isEmpty() ? all.isEmpty() ? "" : all.getFirst() : selected.getFirst();
        }
        return all.isEmpty() ? "" : all.getLast();
    }
}
