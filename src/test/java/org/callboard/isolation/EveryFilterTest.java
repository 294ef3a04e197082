package org.callboard.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.callboard.access.EmployeeRole;
import org.callboard.campaigns.CampaignCategories;
import org.callboard.campaigns.CampaignCategory;
import org.callboard.database.RecordShape;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataRequests.ExternalDataChange;
import org.callboard.details.CustomDataRequests.ExternalDataUpdate;
import org.callboard.details.CustomDataRequests.PatchMode;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.JobHoldReasons;
import org.callboard.jobreasons.ReasonName;
import org.callboard.jobs.AppointmentDraft;
import org.callboard.jobs.JobDraft;
import org.callboard.jobs.Jobs;
import org.callboard.jobs.Priority;
import org.callboard.jobs.VisitTime;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.testing.Api;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Every filter that the contract's neighbors have for lists that we have too: a row that does not fit is not in the
 * answer, and where no row of ours can fit the answer is empty. The table of them is {@code filters.txt}.
 */
class EveryFilterTest {

    private static final UUID APPLICATION = UUID.fromString("0191d5b0-0000-7000-8000-000000000000");

    private static final Map<String, String> SHARED = Map.of(
            "ACTIVE", "active = True ; any | False",
            "DATES", """
                    createdBefore = 2100-01-01 | 2020-01-01
                    createdOnOrAfter = 2020-01-01 | 2100-01-01
                    modifiedBefore = 2100-01-01 | 2020-01-01
                    modifiedOnOrAfter = 2020-01-01 | 2100-01-01
                    """);

    private static final Set<String> NO_FILTERS =
            Set.of("page", "pageSize", "includeTotal", "sort", "orderBy", "orderByDirection");

    private final JsonNode document = Api.send(HttpRequest.newBuilder(URI.create(Server.url() + "/openapi.json"))
                    .build())
            .json();
    private final Shop shop = new Shop();
    private final Api api = shop.tenant.api();
    private final Map<String, Object> values = values();
    private final SoftAssertions all = new SoftAssertions();

    private record Filter(String name, List<String> fits, List<String> others) {

        static Filter of(String line) {
            int end = line.indexOf(" = ");
            String[] sides = line.substring(end + 3).split("\\|", -1);
            return new Filter(line.substring(0, end), list(sides[0]), list(sides[1]));
        }

        private static List<String> list(String side) {
            return Arrays.stream(side.split(";", -1))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
        }
    }

    private record Listed(String path, String row, List<Filter> filters) {

        static Listed of(String block) {
            List<String> lines = block.lines().toList();
            String[] first = lines.getFirst().split(" ", -1);
            return new Listed(
                    first[1],
                    first[2],
                    lines.stream()
                            .skip(1)
                            .flatMap(line -> lines(line, first[2]))
                            .map(Filter::of)
                            .toList());
        }

        private static Stream<String> lines(String line, String row) {
            if (line.startsWith("NAMED ")) {
                String named = "ids = %s | 1\nname = %s | x1x\n"
                        .formatted(row, line.substring(6).toLowerCase());
                return (named + SHARED.get("ACTIVE") + "\n" + SHARED.get("DATES")).lines();
            }
            return SHARED.getOrDefault(line, line).lines();
        }
    }

    private static List<Listed> lists() {
        return Arrays.stream(read().split("\n\n", -1)).skip(1).map(Listed::of).toList();
    }

    private static String read() {
        try (InputStream table = EveryFilterTest.class.getResourceAsStream("/filters.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        long tenant = shop.tenant.id;
        JdbcClient jdbc = Server.bean(JdbcClient.class);
        long customer = shop.customer("Robin Hale", "937-555-0100", "7 Elm St");
        shop.tenant.caller.run(() -> {
            long location =
                    jdbc.sql("select id from location").query(Long.class).single();
            long tag = Server.bean(TagTypes.class)
                    .add(tenant, new TagType.Details("VIP"))
                    .id();
            long technician = shop.technician("Sam Lee");
            VisitTime time = VisitTime.of(Instant.parse("2027-01-04T14:00:00Z"), Instant.parse("2027-01-04T16:00:00Z"));
            JobDraft draft = RecordShape.with(
                    shop.jobDraft(customer, location, "priority", Priority.High),
                    "appointments",
                    List.of(new AppointmentDraft(time, List.of(technician), null)));
            draft = RecordShape.with(draft, "details", RecordShape.with(draft.details(), "soldById", technician));
            CustomDataDraft data = new CustomDataDraft(
                    List.of(tag),
                    null,
                    new ExternalDataUpdate(PatchMode.Replace, APPLICATION, List.of(new ExternalDataChange("k", "v"))));
            long job = Server.bean(Jobs.class).book(tenant, RecordShape.with(draft, "customData", data));
            values.put("tag", tag);
            values.put("technician", technician);
            values.put(
                    "appointment",
                    jdbc.sql("select id from appointment").query(Long.class).single());
            values.put(
                    "assignment",
                    jdbc.sql("select id from appointment_assignment")
                            .query(Long.class)
                            .single());
            jdbc.sql("update job_type set minutes = 90").update();
            jdbc.sql("update job set completed_on = '2027-01-04T18:00:00Z'").update();
            values.put("job", job);
            values.put("location", location);
            values.put(
                    "invoice",
                    jdbc.sql("select id from invoice").query(Long.class).single());
            values.put(
                    "cancelReason",
                    Server.bean(JobCancelReasons.class).bookedByMistake(tenant).id());
            values.put(
                    "holdReason",
                    Server.bean(JobHoldReasons.class)
                            .add(tenant, new ReasonName("Parts"))
                            .id());
            values.put(
                    "category",
                    Server.bean(CampaignCategories.class)
                            .add(tenant, new CampaignCategory.Details("Online", CampaignCategory.Type.Regular))
                            .id());
        });
        shop.tenant.caller.run(() -> values.put("call", call(jdbc)));
        values.put("customer", customer);
        values.put("unit", shop.unit);
        values.put("otherUnit", shop.otherUnit);
        values.put("jobType", shop.jobType);
        values.put("campaign", shop.campaign);
        values.put("reason", shop.reason);
        values.put("role", EmployeeRole.CSR.id());
        values.put("owner", shop.tenant.owner.id());
        values.put("email", shop.tenant.owner.email());
        return values;
    }

    /** They talked for three minutes. */
    private long call(JdbcClient jdbc) {
        jdbc.sql("insert into own_number (tenant_id, number, label, created_on, modified_on)"
                        + " values (callboard_tenant(), '+19375550100', 'Main', now(), now())")
                .update();
        long system = jdbc.sql("insert into telephone_system (tenant_id, kind, name, token, created_on, modified_on)"
                        + " values (callboard_tenant(), 'Twilio', 'PBX', 'x', now(), now()) returning id")
                .query(Long.class)
                .single();
        return jdbc.sql("""
                insert into call (tenant_id, system_id, external_id, direction, state, number, own_number_id, agent_id,
                    agent_external_id, received_on, answered_on, ended_on, is_over, desk, campaign_id, created_on, modified_on)
                values (callboard_tenant(), :system, 'CA1', 'Inbound', 'Ended', '+19375550142',
                    (select max(id) from own_number), :agent, 'u7', now(), now() - interval '3 minutes', now(), true, 'Open',
                    :campaign, now(), now())
                returning id
                """)
                .param("system", system)
                .param("agent", shop.tenant.owner.id())
                .param("campaign", shop.campaign)
                .query(Long.class)
                .single();
    }

    private String filled(String text) {
        String filled = text;
        // the longer names first: $customer is no $c
        for (String name : values.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .toList()) {
            filled = filled.replace("$" + name, values.get(name).toString());
        }
        return filled;
    }

    private List<String> rows(String path, String query) {
        Api.Answer answer = api.get(path.replace("{tenant}", Long.toString(api.tenant)) + query);
        assertThat(answer.status()).as(query + " " + answer.text()).isEqualTo(200);
        assertThat(answer.header("Callboard-Ignored")).as(path + query).isNull();
        assertThat(answer.json().at("/totalCount").asInt())
                .isEqualTo(answer.json().get("data").size());
        return answer.json()
                .get("data")
                .valueStream()
                .map(row -> row.get("id").asString())
                .toList();
    }

    @Test
    void aRowIsInTheAnswerWhereItFitsAndOnlyThere() {
        for (Listed list : lists()) {
            String row = filled(list.row);
            all.assertThat(rows(list.path, "?includeTotal=true")).contains(row);
            for (Filter filter : list.filters) {
                for (String value : filter.fits) {
                    String query = "?includeTotal=true&" + filter.name + "=" + filled(value);
                    all.assertThat(rows(list.path, query)).as(list.path + query).contains(row);
                }
                for (String value : filter.others) {
                    String query = "?includeTotal=true&" + filter.name + "=" + filled(value);
                    all.assertThat(rows(list.path, query)).as(list.path + query).doesNotContain(row);
                }
            }
        }
        all.assertAll();
    }

    @Test
    void theTableAndThePublishedDocumentKnowTheSameFilters() {
        for (Listed list : lists()) {
            Set<String> published = new TreeSet<>();
            parameters(list)
                    .forEach(parameter -> published.add(parameter.get("name").stringValue()));
            published.removeAll(NO_FILTERS);
            all.assertThat(published)
                    .as(list.path)
                    .containsExactlyInAnyOrderElementsOf(
                            list.filters.stream().map(Filter::name).toList());
        }
        all.assertAll();
    }

    private Stream<JsonNode> parameters(Listed list) {
        return document.get("paths")
                .get(list.path)
                .at("/get/parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString("").equals("query"));
    }

    @Test
    void aWordThatIsNoneOfAFiltersIsRefused() {
        List<String> walked = new ArrayList<>();
        for (Listed list : lists()) {
            parameters(list)
                    .filter(parameter -> parameter.at("/schema/enum").isArray()
                            || parameter.at("/schema/items/enum").isArray())
                    .map(parameter -> parameter.get("name").stringValue())
                    .forEach(name -> {
                        walked.add(name);
                        Api.Answer answer = api.get(
                                list.path.replace("{tenant}", Long.toString(api.tenant)) + "?" + name + "=nonsense");
                        all.assertThat(answer.status())
                                .as(list.path + " " + name)
                                .isEqualTo(400);
                        all.assertThat(answer.json().get("errors").propertyNames())
                                .as(list.path)
                                .allMatch(wrong ->
                                        wrong.replaceFirst("\\[0]$", "").equals(name));
                    });
        }
        all.assertAll();
        assertThat(walked).contains("jobStatus", "appointmentStatus", "statuses", "balanceFilter.Comparer", "active");
    }

    /** As clients write a set of values by name. */
    @Test
    void valuesByNameAreOneFilter() {
        String invoices = "/accounting/v2/tenant/{tenant}/invoices";
        for (String name : List.of(
                "customField.Fields[Gate code]",
                "customfield.fields[a]",
                "customField.Fields",
                "customField.Fields.a",
                "customField[Fields]",
                "customField[fields][Gate code]",
                "customField[Fields].a")) {
            String query = "?includeTotal=true&" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "=4711";
            assertThat(rows(invoices, query)).as(name).isEmpty();
        }
        String balance = "?includeTotal=true&balanceFilter%5BBalance%5D=0&balanceFilter%5Bcomparer%5D=";
        assertThat(rows(invoices, balance + "Greater")).isEmpty();
        assertThat(rows(invoices, balance + "Equals")).isNotEmpty();
    }
}
