package org.callboard.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.Role;
import org.callboard.access.Scope;
import org.callboard.http.ApiErrorResponse;
import org.callboard.http.ApiErrors;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Why things are refused: each reason is produced, tested and written down. */
class RefusalCodesTest {

    private static final Path DOCUMENT = Path.of("docs", "api.md");

    private final Office office = new Office();
    private final Api api = office.api;
    private final String customer =
            office.customers + "/" + office.customer("Ada").get("id").longValue();
    private final String providers = api.path("crm/v2", "/booking-provider-tags");
    private final Set<RefusalCode> seen = EnumSet.noneOf(RefusalCode.class);

    /** The status is the one of the code's kind, wherever it is said. */
    private void refused(RefusalCode code, Api.Answer answer) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code.word());
        assertThat(answer.status())
                .isEqualTo(ApiErrorResponse.status(code.refuse("")).value());
        seen.add(code);
    }

    private String id(Api.Answer answer) {
        return Office.ok(answer).get("id").asString();
    }

    @Test
    void programsAreToldWhyInAWord() {
        HttpRequest bare =
                HttpRequest.newBuilder(URI.create(Server.url() + customer)).build();
        refused(RefusalCode.UNAUTHENTICATED, Api.send(bare));
        refused(RefusalCode.TOKEN_INVALID, Api.send(api.request("GET", customer, null, "Authorization", "Bearer x")));
        refused(RefusalCode.APP_KEY_WRONG, Api.send(api.request("GET", customer, null, "ST-App-Key", "x")));
        refused(RefusalCode.OTHER_TENANT, api.get("/crm/v2/tenant/1/customers"));
        Api reader = office.tenant.api(Set.of(Scope.LEADS_READ), null);
        refused(RefusalCode.SCOPE_MISSING, reader.get(customer));
        Api bound = office.tenant.api(office.tenant.provider("Website"));
        refused(RefusalCode.OTHER_PROVIDER, bound.get(customer));
        refused(
                RefusalCode.MERGE_FORBIDDEN,
                api.post(customer.replace("/crm/v2/", "/callboard/v1/") + "/merge-preview", "{}"));
        refused(RefusalCode.ACTIVATION_FORBIDDEN, api.patch(customer, "{\"active\":false}"));
        HttpRequest csr = HttpRequest.newBuilder(URI.create(Server.url() + "/settings"))
                .header("Cookie", Visitor.signedIn(office.tenant.user(Role.CSR)).cookie())
                .build();
        refused(RefusalCode.FORBIDDEN, Api.send(csr));
        refused(RefusalCode.NO_SUCH_ADDRESS, api.get(customer + "/nothing"));
        refused(RefusalCode.NOT_FOUND, api.get(office.customers + "/987654321"));
        refused(RefusalCode.INVALID, api.post(office.customers, "{}"));
        refused(RefusalCode.WRONG_TYPE, api.post(office.customers, "{}", "Content-Type", "text/plain"));
        refused(RefusalCode.TOO_LARGE, api.post(office.customers, "{\"name\":\"" + "x".repeat(4 << 20) + "\"}"));
        refused(RefusalCode.STALE, api.patch(customer, "{\"name\":\"Bob\"}", "If-Match", "\"0\""));
        assertThat(api.delete(office.customers).code())
                .as("what HTTP itself refuses")
                .isEqualTo("method-not-allowed");

        String tag = "{\"tagName\":\"%s\",\"description\":\"d\"}";
        Office.ok(api.post(providers, tag.formatted("Search"), "Idempotency-Key", "k"));
        refused(
                RefusalCode.IDEMPOTENCY_KEY_REUSED,
                api.post(providers, tag.formatted("Other"), "Idempotency-Key", "k"));
        refused(RefusalCode.NAME_TAKEN, api.post(providers, tag.formatted("Search")));
        refused(
                RefusalCode.UNKNOWN_REFERENCE,
                api.post(
                        office.locations,
                        "{\"name\":\"L\",\"customerId\":987654321,\"address\":" + Office.ADDRESS + "}"));
        office.deactivate("customer", Long.parseLong(customer.replaceAll(".*/", "")));
        refused(
                RefusalCode.RECORD_INACTIVE,
                api.post(customer + "/contacts", "{\"type\":\"Phone\",\"value\":\"937-555-0142\"}"));
        String people = api.path("crm/v2", "/contacts");
        String person = people + "/" + id(api.post(people, "{\"name\":\"Sam\"}"));
        String related = person + "/relationships/" + customer.replaceAll(".*/", "") + "/customer";
        refused(RefusalCode.NOT_RELATED, api.delete(related));
        api.post(related, "");
        refused(RefusalCode.RELATIONSHIPS_LEFT, api.delete(person));
    }

    @Test
    void ofBookingsAndLeadsTheyAreToldWhatIsInTheWay() {
        Shop shop = new Shop();
        Api posts = shop.tenant.api();
        String bookings = posts.path("crm/v2", "/booking-provider/" + shop.provider.id() + "/bookings");
        String body = """
                {"source":"W","name":"Jordan","summary":"","isFirstTimeClient":true,"externalId":"e-1",
                 "contacts":[{"type":"Phone","value":"937-555-0142"}]}
                """;
        String booking = id(posts.post(bookings, body));
        refused(RefusalCode.EXTERNAL_ID_TAKEN, posts.post(bookings, body));
        String leads = posts.path("crm/v2", "/leads");
        String lead = "{\"campaignId\":%d,\"summary\":\"s\",\"callReasonId\":%d,\"bookingId\":%s}"
                .formatted(shop.campaign, shop.reason, booking);
        String made = id(posts.post(leads, lead));
        refused(RefusalCode.BOOKING_DISMISSED, posts.patch(bookings + "/" + booking, "{\"summary\":\"late\"}"));
        Office.ok(posts.post(leads + "/" + made + "/dismiss", "{\"dismissingReasonId\":" + shop.reason + "}"));
        refused(
                RefusalCode.LEAD_DISMISSED,
                posts.post(leads + "/" + made + "/follow-up", "{\"followUpDate\":\"2031-01-01\",\"text\":\"t\"}"));
    }

    @Test
    void whoOnlyLostARaceMayTryAgain() {
        assertThat(ApiErrors.raced(new DataIntegrityViolationException("duplicate key"))
                        .code())
                .isEqualTo(RefusalCode.CHANGED_MEANWHILE);
        seen.add(RefusalCode.CHANGED_MEANWHILE);
    }

    /** Those that take more than a request are held where that is tested. */
    @Test
    void everyCodeIsHeldByATestAndUsed() {
        programsAreToldWhyInAWord();
        ofBookingsAndLeadsTheyAreToldWhatIsInTheWay();
        whoOnlyLostARaceMayTryAgain();
        String tests = sources("src/test/java");
        String main = sources("src/main/java");
        assertThat(EnumSet.complementOf(EnumSet.copyOf(seen)))
                .allMatch(code ->
                        tests.contains("RefusalCode." + code + ")") || tests.contains("\"" + code.word() + "\""));
        assertThat(RefusalCode.values()).allMatch(code -> main.contains("RefusalCode." + code));
    }

    private static String sources(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("RefusalCodesTest.java"))
                    .map(RefusalCodesTest::text)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table in the document for integrators is made of the codes: where it differs, put this in its place. */
    @Test
    void theDocumentSaysThemAll() {
        List<String> table = Stream.of(RefusalCode.values())
                .map(code -> "| `" + code.word() + "` | "
                        + ApiErrorResponse.status(code.refuse("")).value() + " | " + code.meaning() + " |")
                .toList();
        assertThat(text(DOCUMENT)).contains("|---|---|---|\n" + String.join("\n", table) + "\n");
    }
}
