package org.callboard.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callboard.testing.Office.ok;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.callboard.access.Apps;
import org.callboard.database.Caller;
import org.callboard.jobs.JobStatus;
import org.callboard.testing.Api;
import org.callboard.testing.Contract;
import org.callboard.testing.FreshServer;
import org.callboard.testing.Golden;
import org.callboard.testing.Office;
import org.callboard.testing.Plans;
import org.callboard.testing.Schema;
import org.callboard.testing.Visitor;
import org.callboard.understanding.Rereadable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What {@code bench/seed} writes by COPY reads like what was created through the API. */
class SeedTest {

    private static final SeedOptions OPTIONS = SeedOptions.parse(
            "--customers", "200", "--tenants", "2", "--tenant-customers", "40", "--until", "2026-11-01");

    private static FreshServer server;
    private static List<String> schemaBefore;
    private static List<Company> companies;
    private static Api api;

    @BeforeAll
    static void seed() throws SQLException {
        server = new FreshServer(
                "test_seed", context -> context.registerBean(Recorder.Everywhere.class, Recorder.Everywhere::new));
        schemaBefore = Schema.dump(server.bean(JdbcClient.class));
        companies = Seed.create(OPTIONS, server::bean);
        new Filling(OPTIONS, new Progress(true)).fill(companies, server.owner());
        api = api(companies.getFirst());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Api api(Company company) {
        Company.Access access = company.access();
        return new Api(
                server.url(),
                company.tenant(),
                new Apps.Registered(0, access.appKey()),
                new Apps.Connected(0, access.clientId(), access.clientSecret()));
    }

    private static String crm(String rest) {
        return api.path("crm/v2", rest);
    }

    private static JsonNode all(String operation, String path) {
        return ok(Contract.check(operation, api.get(crm(path)))).get("data");
    }

    @Test
    void aPartOfANameIsFoundAsInNamesThatWereWritten() {
        JsonNode customer = all("Customers_GetList", "/customers?pageSize=1").get(0);
        String name = customer.get("name").stringValue();
        String part = name.substring(1, name.contains(" ") ? name.indexOf(' ') : name.length());
        assertThat(all("Customers_GetList", "/customers?pageSize=5000&name=" + part))
                .anyMatch(one -> one.get("name").stringValue().equals(name));
    }

    @Test
    void theDocumentsAreThoseThatTheServerMakes() {
        long tenant = companies.getFirst().tenant();
        JdbcClient jdbc = server.bean(JdbcClient.class);
        Caller.system(tenant).run(() -> {
            List<String> before = documents(jdbc);
            assertThat(before).hasSizeGreaterThan(400);
            // what is kept already is not written again
            server.bean(TransactionTemplate.class)
                    .executeWithoutResult(status -> server.beans(Rereadable.class).stream()
                            .filter(kind -> Set.of("customers", "locations", "leads", "bookings")
                                    .contains(kind.kind()))
                            .forEach(kind -> kind.reread(tenant, kind.after(tenant, 0, 100_000), true)));
            assertThat(before).isEqualTo(documents(jdbc));
        });
    }

    private static List<String> documents(JdbcClient jdbc) {
        List<String> all = new ArrayList<>(jdbc.sql("select d::text from search_document d order by kind, id")
                .query(String.class)
                .list());
        all.addAll(jdbc.sql("select word from search_word order by word")
                .query(String.class)
                .list());
        return all;
    }

    @Test
    void theSchemaIsAsTheMigrationsMadeIt() {
        assertThat(Schema.dump(server.bean(JdbcClient.class))).isEqualTo(schemaBefore);
    }

    @Test
    void everyListAndRecordIsAsTheContractSays() {
        JsonNode customers = all("Customers_GetList", "/customers?pageSize=500&active=Any");
        assertThat(customers.size()).isEqualTo(200);
        long customer = customers.get(7).get("id").longValue();
        ok(Contract.check("Customers_Get", api.get(crm("/customers/" + customer))));
        assertThat(all("Customers_GetContactList", "/customers/" + customer + "/contacts"))
                .isNotEmpty();
        JsonNode locations = all("Locations_GetList", "/locations?pageSize=500&active=Any");
        assertThat(locations.size()).isBetween(220, 280);
        long location = locations.get(7).get("id").longValue();
        ok(Contract.check("Locations_Get", api.get(crm("/locations/" + location))));
        assertThat(all("Locations_GetContactList", "/locations/" + location + "/contacts"))
                .isNotEmpty();
        assertThat(all("Customers_GetModifiedContactsList", "/customers/contacts?modifiedOnOrAfter=2000-01-01"))
                .isNotEmpty();
        assertThat(all("Bookings_GetList", "/bookings?pageSize=500")
                        .valueStream()
                        .map(booking -> booking.get("status").stringValue()))
                .contains("New", "Dismissed", "Converted");
        assertThat(ok(api.get(api.path("jpm/v2", "/jobs?pageSize=500")))
                        .get("data")
                        .valueStream()
                        .map(job -> job.get("jobStatus").stringValue()))
                .contains(Stream.of(JobStatus.values()).map(JobStatus::name).toArray(String[]::new));
    }

    /** What an office looks at all day. */
    @Test
    void theLastDayHasWorkOfEveryKindForTheTechnicians() {
        String appointments = "/appointments?startsOnOrAfter=%s&startsBefore=%s"
                .formatted(OPTIONS.until().minus(Duration.ofDays(1)), OPTIONS.until());
        JsonNode day = ok(api.get(api.path("jpm/v2", appointments))).get("data");
        assertThat(day.valueStream().map(one -> one.get("status").stringValue()))
                .contains("Done", "Working", "Dispatched", "Hold");
        long technician = companies.getFirst().settings().technicians().getFirst();
        assertThat(ok(api.get(api.path("jpm/v2", "/jobs?technicianId=" + technician)))
                        .get("data"))
                .isNotEmpty();
        assertThat(ok(api.get(api.path("jpm/v2", "/export/job-canceled-logs"))).get("data"))
                .isNotEmpty();
    }

    @Test
    void aCustomerIsFoundByPhoneNameAndAddress() {
        SoftAssertions softly = new SoftAssertions();
        JsonNode customers = all("Customers_GetList", "/customers?pageSize=500");
        for (int i = 0; i < customers.size(); i += 20) {
            JsonNode customer = customers.get(i);
            long id = customer.get("id").longValue();
            String name = customer.get("name").stringValue();
            String street = customer.at("/address/street").stringValue();
            String zip = customer.at("/address/zip").stringValue();
            String phone = phone(id);
            softly.assertThat(found("name=" + encoded(name))).as(name).contains(id);
            softly.assertThat(found("street=" + encoded(street) + "&zip=" + zip))
                    .as(street)
                    .contains(id);
            softly.assertThat(found("phone=" + encoded(phone))).as(phone).contains(id);
        }
        softly.assertAll();
    }

    private static String phone(long customer) {
        return all("Customers_GetContactList", "/customers/" + customer + "/contacts")
                .valueStream()
                .filter(contact -> !contact.get("type").stringValue().equals("Email"))
                .map(contact -> contact.get("value").stringValue())
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> found(String query) {
        return Office.ids(all("Customers_GetList", "/customers?pageSize=500&" + query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void noCompanySeesAnothers() {
        for (Company company : companies) {
            Api own = api(company);
            List<Long> ids = Office.ids(ok(own.get(own.path("crm/v2", "/customers?pageSize=500&active=Any")))
                    .get("data"));
            assertThat(ids).hasSize(Math.toIntExact(company.customers()));
            if (company != companies.getFirst()) {
                assertThat(api.get(crm("/customers/" + ids.getFirst())).status())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void whatIsCreatedAfterwardsGetsANumberOfItsOwn() {
        JsonNode created =
                ok(Contract.check("Customers_Create", api.post(crm("/customers"), Office.customerBody("Late Comer"))));
        long before = companies.stream().mapToLong(Company::customers).sum();
        assertThat(created.get("id").longValue()).isEqualTo(1001 + before);
        long customer = created.get("id").longValue();
        String contact = "{\"type\": \"Phone\", \"value\": \"937-555-0142\"}";
        ok(api.post(crm("/customers/" + customer + "/contacts"), contact));
        ok(api.post(crm("/customers/" + customer + "/notes"), "{\"text\": \"Late\"}"));
        ok(api.post(crm("/booking-provider/" + companies.getFirst().settings().provider() + "/bookings"), """
                {"source": "Website", "name": "Late Comer", "summary": "No heat", "isFirstTimeClient": true,
                 "externalId": "late", "contacts": [%s]}""".formatted(
                        contact)));
        ok(api.delete(crm("/customers/" + customer + "/contacts/" + created(customer))));
    }

    private static long created(long customer) {
        return all("Customers_GetContactList", "/customers/" + customer + "/contacts")
                .get(0)
                .get("id")
                .longValue();
    }

    /** What bench/plans asks for, and the indexes by which PostgreSQL would find it among 100,000 customers. */
    @Test
    void everySearchUsesAnIndexAtAHundredThousandCustomers() throws Exception {
        Company company = companies.getFirst();
        Visitor visitor = new Visitor(server.url());
        visitor.signIn(company.access().email(), company.access().password());
        Sample who = Sample.of(api, company.customers());
        String day = OPTIONS.until().minus(Duration.ofDays(1)).toString().substring(0, 10);
        List<Searches.One> searches = Searches.of(api, visitor, server::bean, who, day);
        assertThat(searches).hasSizeGreaterThan(100);
        Set<String> grown = Plans.planAsFor(100_000 / company.customers(), server.owner());
        Recorder recorder = (Recorder) server.bean(DataSource.class);
        List<String> found = new ArrayList<>();
        for (Searches.One search : searches) {
            recorder.take();
            search.run().run();
            Set<String> by = new TreeSet<>();
            for (Recorder.Ran statement : recorder.take()) {
                by.addAll(Caller.system(company.tenant())
                        .call(() -> new Plan(recorder.explain(statement)))
                        .servedBy());
            }
            by.removeIf(name -> name.startsWith("**all of ")
                    && !grown.contains(name.replace("**all of ", "").replace("**", "")));
            found.add(search.group() + ": " + search.title() + ": " + String.join(", ", by));
        }
        assertThat(found).noneMatch(line -> line.contains("**all of "));
        Golden.check("plans.txt", found, SeedTest.class);
    }

    @Test
    void theFileTellsHowToGetIn(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("seed.env");
        SeedFile.write(file, OPTIONS.until(), companies);
        assertThat(Files.readString(file))
                .contains("\nTENANT=" + companies.getFirst().tenant() + "\n")
                .contains("\nCLIENT_SECRET=" + companies.getFirst().access().clientSecret() + "\n")
                .contains("\nAPP_KEY_" + companies.getLast().tenant() + "="
                        + companies.getLast().access().appKey() + "\n");
    }

    @Test
    void aWrongOptionIsNamed() {
        assertThatThrownBy(() -> SeedOptions.parse("--customers", "many")).hasMessageContaining("--customers");
        assertThatThrownBy(() -> SeedOptions.parse("--customer", "5")).hasMessageContaining("--customer");
        assertThatThrownBy(() -> SeedOptions.parse("--until", "soon")).hasMessageContaining("--until");
        assertThatThrownBy(() -> SeedOptions.parse("--seed")).hasMessageContaining("--seed");
    }
}
