package org.callboard.mergedids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ids;
import static org.callboard.testing.Office.ok;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.contactpoints.ContactType;
import org.callboard.customers.Locations;
import org.callboard.database.QueryComponents;
import org.callboard.database.RecordShape;
import org.callboard.details.EditDetails;
import org.callboard.details.RecordKind;
import org.callboard.jobs.Jobs;
import org.callboard.leads.CreateLead;
import org.callboard.leads.LeadDetails;
import org.callboard.leads.LeadSource;
import org.callboard.mergedids.MergedIdArguments.Place;
import org.callboard.testing.Api;
import org.callboard.testing.MergedBySql;
import org.callboard.testing.Routes;
import org.callboard.testing.Routes.Route;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;

/** Ids of customers and locations that were merged, wherever the API takes one: they lead to who lives on. */
class FollowMergedIdsTest {

    private static final String INTO = "Callboard-Merged-Into";
    private static final String FOLLOW = "merged=follow";

    /** A request that names another record by such an id merges or undoes; it means just that one. */
    private static final Set<String> MEANT_AS_THEY_ARE = Set.of("removeId", "keptId", "removedId");

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final Api api = shop.tenant.api();
    private final long kept = shop.customer("Jordan Reyes", "937-555-0142", "12 Oak St");
    private final long removed = shop.customer("J. Reyes", "937-555-0143", "90 Elm St");
    private final long keptPlace = place(kept);
    private final long place = place(removed);
    private final long removedPlace;
    private final long lead;
    private final long job;

    FollowMergedIdsTest() {
        removedPlace = act(() -> {
            var address =
                    Server.bean(Locations.class).get(tenant, place).details().address();
            return Server.bean(Locations.class).create(tenant, removed, "Cabin", address, List.of());
        });
        lead = act(() -> {
            LeadDetails details =
                    RecordShape.with(shop.leadDraft().settled(removed, removedPlace), "callReasonId", shop.reason);
            return Server.bean(CreateLead.class)
                    .createAll(tenant, List.of(new CreateLead.NewLead(details, List.of())), LeadSource.Hand)
                    .getFirst();
        });
        job = act(() -> Server.bean(Jobs.class).book(tenant, shop.jobDraft(removed, removedPlace)));
        EditDetails details = Server.bean(EditDetails.class);
        for (RecordKind kind : RecordKind.values()) {
            long owner = kind == RecordKind.Customer ? removed : removedPlace;
            act(() -> details.addContact(kind, tenant, owner, ContactType.Email, "jo@example.com", null));
            act(() -> details.addNote(kind, tenant, owner, "Dog", false, false));
        }
        act(() -> {
            MergedBySql.location(removedPlace, place);
            MergedBySql.customer(removed, kept);
            return 0;
        });
    }

    private <T> T act(java.util.concurrent.Callable<T> work) {
        return shop.tenant.caller.call(() -> Server.bean(TransactionTemplate.class)
                .execute(status -> {
                    try {
                        return work.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    private long place(long customer) {
        return act(() -> Server.bean(Locations.class)
                .ofCustomer(tenant, customer)
                .getFirst()
                .id());
    }

    private Api.Answer follow(String method, String path, String body) {
        return Api.send(api.request(method, path, body, "Prefer", FOLLOW));
    }

    private String crm(String rest) {
        return api.path("crm/v2", rest);
    }

    private static Stream<RecordComponent> components(ResolvableType type) {
        Class<?> record = (type.hasGenerics() ? type.getGeneric(0) : type).toClass();
        return record.isRecord() ? QueryComponents.of(record).stream() : Stream.empty();
    }

    /** By their names, so that a route that comes with one fails here until it is marked. */
    @Test
    void everyRouteMarksItsIdsOfCustomersAndLocations() {
        Set<String> open = new TreeSet<>();
        for (Route route : Routes.api()) {
            MergedIdArguments marked = MergedIdArguments.of(route.handler().getMethod());
            Set<String> places = marked.places().stream()
                    .map(one -> one.argument() + "." + one.component())
                    .collect(Collectors.toSet());
            var parameters = route.handler().getMethod().getParameters();
            boolean ofRecords = route.path().matches(".*/(customers|locations)(/\\{id}.*)?");
            for (int i = 0; i < parameters.length; i++) {
                boolean path = parameters[i].isAnnotationPresent(PathVariable.class);
                boolean reads = route.method().equals("GET");
                if (path
                        && reads
                        && ofRecords
                        && parameters[i].getName().equals("id")
                        && !places.contains(i + ".null")) {
                    open.add(route + " {id}");
                }
                int argument = i;
                components(ResolvableType.forMethodParameter(route.handler().getMethod(), i))
                        .map(RecordComponent::getName)
                        .filter(name -> name.matches("(customer|location|relatedEntity)Ids?")
                                || ofRecords && reads && name.equals("ids"))
                        .filter(name -> !MEANT_AS_THEY_ARE.contains(name) && !places.contains(argument + "." + name))
                        .forEach(name -> open.add(route + " " + name));
            }
        }
        assertThat(open).isEmpty();
    }

    private long id(RecordKind kind) {
        return kind == RecordKind.Customer ? removed : removedPlace;
    }

    private long survivor(RecordKind kind) {
        return kind == RecordKind.Customer ? kept : place;
    }

    /** One request for each id that a GET takes, with the id of a record that was merged. */
    @Test
    void everyGetSaysWhoLivesOnAndFollowsWhereItIsAsked() {
        String person =
                ok(api.post(crm("/contacts"), "{\"name\":\"Jo\"}")).get("id").stringValue();
        List<String> tried = new ArrayList<>();
        for (Route route : Routes.api()) {
            MergedIdArguments marked = MergedIdArguments.of(route.handler().getMethod());
            for (Place one : route.method().equals("GET") ? marked.places() : List.<Place>of()) {
                RecordKind kind = one.kinds().getFirst();
                String path = route.path()
                        .replace("{tenant}", "" + tenant)
                        .replace("{contactId}", person)
                        .replaceAll("\\{(id|relationshipId)}", "" + id(kind));
                String asked = one.isInPath() ? path : path + "?" + one.component() + "=" + id(kind);
                String said = one.isInPath() ? "" + survivor(kind) : id(kind) + "=" + survivor(kind);
                Api.Answer stored = api.get(asked);
                assertThat(stored.header(INTO)).as(asked).isEqualTo(said);
                assertThat(stored.header("Preference-Applied")).as(asked).isNull();
                Api.Answer followed = follow("GET", asked, null);
                assertThat(followed.status()).as(asked).isEqualTo(200);
                assertThat(followed.header(INTO)).as(asked).isEqualTo(said);
                assertThat(followed.header("Preference-Applied"))
                        .as(asked)
                        .isEqualTo(marked.isOneRecord() || one.kinds().size() > 1 ? null : FOLLOW);
                tried.add(asked);
            }
        }
        assertThat(tried).hasSizeGreaterThan(15);
    }

    @Test
    void aMergedRecordIsGivenAsItIsWithTheWayToWhoLivesOn() {
        for (RecordKind kind : RecordKind.values()) {
            String all = crm("/" + kind.word() + "s/");
            for (Api.Answer answer : List.of(api.get(all + id(kind)), follow("GET", all + id(kind), null))) {
                JsonNode record = ok(answer);
                assertThat(record.get("id").longValue()).isEqualTo(id(kind));
                assertThat(record.get("active").booleanValue()).isFalse();
                assertThat(record.get("mergedToId").longValue()).isEqualTo(survivor(kind));
                assertThat(answer.header("Link")).isEqualTo("<" + all + survivor(kind) + ">; rel=\"canonical\"");
                assertThat(answer.header(INTO)).isEqualTo("" + survivor(kind));
            }
            Api.Answer living = api.get(all + survivor(kind));
            assertThat(living.header(INTO)).isNull();
            assertThat(living.header("Link")).isNull();
        }
    }

    @Test
    void aListByAMergedIdIsAsStoredOrThatOfWhoLivesOn() {
        for (String list : List.of(
                crm("/leads?customerId=" + removed),
                crm("/locations?customerId=" + removed),
                crm("/customers/contacts?customerIds=" + removed),
                crm("/locations/contacts?locationIds=" + removedPlace),
                api.path("jpm/v2", "/jobs?customerId=" + removed),
                api.path("jpm/v2", "/jobs?locationId=" + removedPlace),
                api.path("accounting/v2", "/invoices?customerId=" + removed),
                crm("/customers/" + removed + "/notes"),
                crm("/locations/" + removedPlace + "/notes"))) {
            assertThat(ok(api.get(list)).get("data")).as(list).isEmpty();
            assertThat(ok(follow("GET", list, null)).get("data")).as(list).isNotEmpty();
        }
        assertThat(ids(ok(follow("GET", crm("/leads?customerId=" + removed), null))
                        .get("data")))
                .containsExactly(lead);
        assertThat(ids(ok(follow(
                                "GET",
                                api.path(
                                        "jpm/v2", "/jobs?customerId=%d&locationId=%d".formatted(removed, removedPlace)),
                                null))
                        .get("data")))
                .containsExactly(job);
        Api.Answer several = follow("GET", crm("/customers?ids=" + removed + "," + kept), null);
        assertThat(ids(ok(several).get("data"))).containsExactly(kept);
        assertThat(several.header(INTO)).isEqualTo(removed + "=" + kept);
        assertThat(ids(ok(api.get(crm("/customers?active=Any&ids=" + removed))).get("data")))
                .containsExactly(removed);
    }

    @Test
    void theContactsOfAMergedRecordAreRefusedUnlessOneFollows() {
        String contacts = crm("/customers/" + removed + "/contacts");
        Api.Answer refused = api.get(contacts);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/data/mergedToId").longValue()).isEqualTo(kept);
        assertThat(refused.header(INTO)).isEqualTo("" + kept);
        assertThat(ok(follow("GET", contacts, null)).get("data")).isNotEmpty();
    }

    private String leadBody() {
        return """
                {"customerId":%d,"locationId":%d,"campaignId":%d,"summary":"No heat","callReasonId":%d}""".formatted(removed, removedPlace, shop.campaign, shop.reason);
    }

    @Test
    void whatIsWrittenIsRefusedUnlessOneFollows() {
        Api.Answer refused = api.post(crm("/leads"), leadBody());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("record-merged");
        assertThat(List.of(kept, place))
                .contains(refused.json().at("/data/mergedToId").longValue());
        Api.Answer made = follow("POST", crm("/leads"), leadBody());
        assertThat(ok(made).get("customerId").longValue()).isEqualTo(kept);
        assertThat(made.json().get("locationId").longValue()).isEqualTo(place);
        assertThat(made.header(INTO)).isEqualTo(removed + "=" + kept + ", " + removedPlace + "=" + place);
        assertThat(made.header("Preference-Applied")).isEqualTo(FOLLOW);

        String body = "{\"name\":\"Barn\",\"customerId\":%d,\"address\":%s}"
                .formatted(removed, org.callboard.testing.Office.ADDRESS);
        assertThat(api.post(crm("/locations"), body).code()).isEqualTo("record-merged");
        long barn = ok(follow("POST", crm("/locations"), body)).get("id").longValue();
        assertThat(ok(api.get(crm("/locations/" + barn))).get("customerId").longValue())
                .isEqualTo(kept);
        assertThat(follow("PATCH", crm("/locations/" + keptPlace), "{\"customerId\":" + removed + "}")
                        .header("Preference-Applied"))
                .isEqualTo(FOLLOW);
        assertThat(follow("PATCH", crm("/customers/" + removed), "{\"name\":\"Jo\"}")
                        .status())
                .as("a record itself that is written to is never another one")
                .isEqualTo(409);
    }

    /** A repeated request gets the headers of the first answer too. */
    @Test
    void underAKeyTheAnswerSaysItAgain() {
        for (int i = 0; i < 2; i++) {
            Api.Answer made = Api.send(api.request(
                    "POST", crm("/leads"), leadBody(), "Prefer", FOLLOW, "Idempotency-Key", "lead-" + removed));
            assertThat(ok(made).get("customerId").longValue()).isEqualTo(kept);
            assertThat(made.header(INTO)).contains(removed + "=" + kept);
            assertThat(made.header("Preference-Applied")).isEqualTo(FOLLOW);
        }
        assertThat(act(() -> Server.bean(JdbcClient.class)
                        .sql("select count(*) from lead")
                        .query(Long.class)
                        .single()))
                .isEqualTo(2);
    }

    @Test
    void anotherCompanysRecordsLeadNowhere() {
        Api other = new Shop().tenant.api();
        Api.Answer answer = other.get(other.path("crm/v2", "/leads?customerId=" + removed));
        assertThat(ok(answer).get("data")).isEmpty();
        assertThat(answer.header(INTO)).isNull();
        assertThat(other.get(other.path("crm/v2", "/customers/" + removed)).header(INTO))
                .isNull();
    }
}
