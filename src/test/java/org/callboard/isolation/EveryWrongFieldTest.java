package org.callboard.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Size;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.callboard.testing.Api;
import org.callboard.testing.Eventually;
import org.callboard.testing.Routes;
import org.callboard.testing.Routes.Route;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * Every operation that takes a body, asked strictly and with as many wrong fields as it has: of a wrong kind, too long,
 * missing, unknown, contradicting each other, and ids of nobody. One answer names them all.
 */
class EveryWrongFieldTest {

    private static final String CRM = "/crm/v2/tenant/{tenant}/";
    private static final String JPM = "/jpm/v2/tenant/{tenant}/";
    private static final String OWN = "/callboard/v1/tenant/{tenant}/";
    private static final String OF_PROVIDER = "booking-provider/{booking_provider}/";

    /** What is sent, where 404 is nobody's id, and the fields that are to be named. */
    private record Case(String query, String body, String named) {}

    private static final Map<String, Case> CASES = new TreeMap<>();

    private static void say(String route, String body, String named) {
        String nobody = "987654321012345";
        String query = route.endsWith("/form") ? "?id=" + nobody : "";
        CASES.put(route, new Case(query, body.replace("404", nobody), named));
    }

    private static final String ADDRESS = """
            {"street": " ", "unit": 7, "city": 7, "state": null, "zip": "123456789012345678901", "latitude": 91,
             "longitude": "?", "floor": 1}""";
    private static final String WRONG_ADDRESS = " address.street address.unit address.city address.state address.zip"
            + " address.country address.latitude address.longitude address.floor";

    private static final String ATTACHED = """
            "customFields": [{"typeId": 404, "value": "x"}, {"typeId": "?"}, 7],
            "tagTypeIds": [404, "?"],
            "externalData": {"patchMode": "?", "applicationGuid": "00000000-0000-0000-0000-000000000000",
                "externalData": [{"key": "a", "value": "1"}, {"key": "a", "value": 7}]}""";
    private static final String WRONG_ATTACHED = " customFields[0].typeId customFields[1].typeId customFields[1].value"
            + " customFields[2] tagTypeIds[0] tagTypeIds[1] externalData.patchMode externalData.applicationGuid"
            + " externalData.externalData[1].key externalData.externalData[1].value";

    private static final String CONTACTS = """
            "contacts": [{"type": "Pigeon", "value": "x"}, {"type": "Phone", "value": "?", "memo": 7}]""";
    private static final String WRONG_CONTACTS = " contacts[0].type contacts[1].value contacts[1].memo";

    static {
        ofBookings();
        ofCustomersAndLocations();
        ofLeads();
        ofContacts();
        ofOurOwn();
        ofMerging();
        ofJobs();
        ofCalls();
    }

    private static void ofCalls() {
        say(
                "POST " + OWN + "calls/events",
                """
                {"callId": " ", "event": "?", "legId": 7, "direction": "?", "from": 7, "to": 7, "callerName": 7,
                 "agent": {"extension": 7, "telephone": 7, "email": 7, "externalId": 7, "name": 7}, "reason": "?",
                 "at": "soon", "url": "http://a", "floor": 1}
                """,
                "callId event legId direction from to callerName agent.extension agent.telephone agent.email"
                        + " agent.externalId agent.name reason at url floor");
    }

    private static void ofBookings() {
        String bookings = CRM + OF_PROVIDER + "bookings";
        String ids = "\"campaignId\": 404, \"businessUnitId\": 404, \"jobTypeId\": 404";
        String wrongIds = " campaignId businessUnitId jobTypeId";
        say(
                "POST " + bookings,
                """
                {"source": " ", "name": 7, "address": {"street": 7}, %s, "customerType": "?", "start": "soon",
                 %s, "priority": "?", "isFirstTimeClient": "?", "uploadedImages": ["http://a", 7],
                 "isSendConfirmationEmail": "?", "floor": 1}
                """.formatted(CONTACTS, ids),
                "source name contacts[0] address address.street address.city address.state address.zip"
                        + " address.country contacts customerType start summary priority isFirstTimeClient uploadedImages[0]"
                        + " uploadedImages[1] isSendConfirmationEmail externalId floor" + wrongIds + WRONG_CONTACTS);
        say(
                "PATCH " + bookings + "/{id}",
                """
                {"source": " ", "name": 7, "address": {"street": 7, "city": ""}, "customerType": "?", "start": "soon",
                 "summary": 7, %s, "priority": "?", "isFirstTimeClient": "?", "uploadedImages": ["http://a", 7],
                 "externalId": "", "floor": 1}
                """.formatted(ids),
                "source name address.street address.unit address.city address.state address.zip"
                        + " address.country customerType start summary priority isFirstTimeClient uploadedImages[0]"
                        + " uploadedImages[1] externalId floor" + wrongIds);
        say("POST " + bookings + "/{id}/dismiss", """
                {"callReasonId": 404, "dismissingMemo": 7, "floor": 1}""", "callReasonId dismissingMemo floor");
        say("POST " + bookings + "/{id}/contacts", """
                {"type": "Phone", "value": "?", "memo": 7, "floor": 1}""", "value memo floor");
        say("PATCH " + bookings + "/{id}/contacts/{contactId}", """
                {"type": "Email", "value": "?", "memo": 7, "floor": 1}""", "value memo floor");
    }

    private static void ofCustomersAndLocations() {
        String customer = """
                "doNotMail": "?", "doNotService": "?", "nationalAccount": "?", "taxExempt": "?", "type": "?",
                "paymentTermId": "?", "creditLimit": 0.00001, "creditLimitBalance": "?", "floor": 1""";
        String wrongCustomer = " name type doNotMail doNotService nationalAccount taxExempt paymentTermId creditLimit"
                + " creditLimitBalance floor";
        String created = WRONG_ATTACHED.replace("externalData.patchMode ", "");
        String customData = ATTACHED.replace("\"patchMode\": \"?\", ", "");
        String place = "{\"name\": \" \", \"address\": " + ADDRESS + ", " + customData + ", " + CONTACTS
                + ", \"coordinatesSource\": \"?\", \"coordinatesVerificationStatus\": \"?\"}";
        String wrongPlace =
                " name coordinatesSource coordinatesVerificationStatus" + WRONG_ADDRESS + created + WRONG_CONTACTS;
        say(
                "POST " + CRM + "customers",
                "{\"locations\": [" + place + ", 7], " + customer + ", \"address\": {\"latitude\": 1}, " + customData
                        + ", " + CONTACTS + "}",
                "locations[1] address.street address.city address.state address.zip address.country address.longitude"
                        + wrongCustomer + created + WRONG_CONTACTS + wrongPlace.replace(" ", " locations[0]."));
        say(
                "PATCH " + CRM + "customers/{id}",
                "{\"name\": \" \", \"active\": \"?\", " + customer + ", \"address\": " + ADDRESS + ", " + ATTACHED
                        + "}",
                "active" + wrongCustomer + WRONG_ADDRESS + WRONG_ATTACHED);
        say(
                "POST " + CRM + "locations",
                place.replaceFirst("\\{", "{\"customerId\": \"?\", \"floor\": 1, "),
                "customerId floor" + wrongPlace);
        say(
                "PATCH " + CRM + "locations/{id}",
                "{\"name\": \" \", \"active\": \"?\", \"customerId\": \"?\", \"taxZoneId\": 0, \"floor\": 1, \"address\": "
                        + ADDRESS + ", " + ATTACHED + "}",
                "name active customerId taxZoneId floor" + WRONG_ADDRESS + WRONG_ATTACHED);
        for (String list : Set.of("customers", "locations")) {
            String copied = list.equals("customers") ? "addToLocations" : "addToCustomer";
            say(
                    "POST " + CRM + list + "/{id}/notes",
                    "{\"text\": \" \", \"pinToTop\": 7, \"" + copied + "\": 7, \"floor\": 1}",
                    "text pinToTop floor " + copied);
            say("POST " + CRM + list + "/{id}/contacts", """
                    {"type": "Phone", "value": "?", "memo": 7, "floor": 1}""", "value memo floor");
            say(
                    "PATCH " + CRM + list + "/{id}/contacts/{contactId}",
                    """
                    {"type": "Email", "value": "?", "memo": 7, "floor": 1, "preferences": {"jobRemindersEnabled": 7}}
                    """,
                    "value memo floor preferences.jobRemindersEnabled preferences.marketingUpdatesEnabled"
                            + " preferences.invoiceStatementNotification preferences.invoiceNotification"
                            + " preferences.statementNotification");
        }
        for (String method : Set.of("PUT ", "DELETE ")) {
            say(method + CRM + "tags", """
                    {"customerIds": ["?"], "tagTypeIds": [null], "floor": 1}""", "customerIds[0] tagTypeIds[0] floor");
        }
    }

    private static void ofLeads() {
        String texts = "summary leadCustomerName leadStreet leadUnit leadCity leadState leadZip leadCountry";
        String lead =
                Stream.of(texts.split(" ")).map(name -> '"' + name + "\": 7, ").collect(Collectors.joining())
                        + "\"campaignId\": 404, \"priority\": \"?\", \"businessUnitId\": 404, \"jobTypeId\": 404, \"floor\": 1,"
                        + " \"leadPhone\": \"?\", \"leadEmail\": \"?\"";
        String wrong = texts + " campaignId priority businessUnitId jobTypeId floor leadPhone leadEmail";
        say("PATCH " + CRM + "leads/{id}", "{" + lead + "}", wrong);
        say(
                "POST " + CRM + "leads",
                "{" + lead + """
                , "customerId": 404, "locationId": 404, "tagTypeIds": [404, "?"], "callReasonId": 404, "bookingId": 404,
                "followUpDate": "soon"}""",
                wrong + " customerId locationId tagTypeIds[0] tagTypeIds[1] callReasonId bookingId followUpDate");
        say("POST " + CRM + "leads/{id}/dismiss", """
                {"dismissingReasonId": "?", "floor": 1}""", "dismissingReasonId floor");
        say("POST " + CRM + "leads/{id}/follow-up", """
                {"followUpDate": "soon", "text": 7, "pinToTop": 7, "floor": 1}""", "followUpDate text pinToTop floor");
        say("POST " + CRM + "leads/{id}/notes", """
                {"text": " ", "pinToTop": 7, "floor": 1}""", "text pinToTop floor");
        say(
                "POST " + CRM + "leads/form",
                "{\"name\": \" \", \"email\": \"?\", \"phoneNumber\": \"?\", \"summary\": 7, \"floor\": 1, \"address\": "
                        + ADDRESS + "}",
                "id name email phoneNumber summary floor" + WRONG_ADDRESS);
    }

    private static void ofContacts() {
        String contacts = CRM + "contacts";
        String methods = contacts + "/{contactId}/contact-methods";
        String person = "{\"name\": 7, \"title\": 7, \"referenceId\": 7, \"floor\": 1}";
        say("POST " + contacts, person, "name title referenceId floor");
        say("PUT " + contacts + "/{id}", person, "name title referenceId floor isArchived");
        say("PATCH " + contacts + "/{id}", person, "name title referenceId floor isArchived");
        String method = "{\"type\": \"Phone\", \"value\": \"?\", \"memo\": 7, \"referenceId\": 7, \"floor\": 1}";
        say("POST " + methods, method, "value memo referenceId floor");
        say("PUT " + methods + "/{contactMethodId}", method, "value memo referenceId floor");
        say(
                "PATCH " + methods + "/{contactMethodId}",
                "{\"value\": \"?\", \"memo\": 7, \"floor\": 1}",
                "value memo floor");
        say("PATCH " + methods + "/{contactMethodId}/preferences/{preferenceName}", """
                {"value": "perhaps", "floor": 1}""", "value floor");
        String tagTypes = "/settings/v2/tenant/{tenant}/tag-types";
        String wrong = """
                {"name": "%s", "color": "red", "code": 7, "importance": "Low", "isConversionOpportunity": "perhaps",
                 "allowToUseOnTimesheetActivity": 7, "isVisibleOnDispatchBoard": [], "floor": 1}
                """.formatted("x".repeat(101));
        String all = "name color code importance isConversionOpportunity allowToUseOnTimesheetActivity"
                + " isVisibleOnDispatchBoard floor";
        say("POST " + tagTypes, wrong, all);
        say("PATCH " + tagTypes + "/{id}", wrong, all);
        say("POST " + CRM + "booking-provider-tags", """
                {"tagName": "%s", "description": 7, "floor": 1}
                """.formatted("x".repeat(101)), "tagName description floor");
        say(
                "PATCH " + CRM + "booking-provider-tags/{id}",
                """
                {"tagName": " ", "description": "%s", "floor": 1}
                """.formatted("x".repeat(1001)),
                "tagName description floor");
    }

    private static void ofOurOwn() {
        for (String webhooks : Set.of(OWN + "webhooks", OWN + OF_PROVIDER + "webhooks")) {
            String webhook = "{\"url\": \"ftp://a\", \"description\": 7, \"events\": [7, \"?\"], \"campaignId\": 404,"
                    + " \"businessUnitId\": 404, \"bookingProviderId\": \"?\", \"active\": \"?\", \"floor\": 1}";
            String wrong =
                    "url description events[0] events[1] campaignId businessUnitId bookingProviderId active floor";
            say("POST " + webhooks, webhook, wrong);
            say("PATCH " + webhooks + "/{id}", webhook, wrong);
            say("POST " + webhooks + "/{id}/replay", "{\"from\": \"soon\", \"floor\": 1}", "from to floor");
        }
        say(
                "POST " + OWN + "addresses/validate",
                """
                {"address": {"street": 7, "unit": 7, "city": 7, "state": 7, "zip": "123456789012345678901",
                 "country": 7, "floor": 1}, "latitude": "?", "longitude": "?", "locationId": 404, "purpose": "?",
                 "floor": 1}
                """,
                "address.street address.unit address.city address.state address.zip address.country address.floor"
                        + " latitude longitude locationId purpose floor");
        say("POST " + OWN + "locations/{id}/validate", """
                {"apply": "?", "floor": 1}""", "apply floor");
        say(
                "POST " + OWN + "imports/{id}/check",
                """
                {"campaignId": 404, "callReasonId": 404, "followUpDate": "soon", "onMatch": "?", "mapping": "?",
                 "updateBy": "?", "onExisting": "?", "externalApplication": "?", "externalKey": "%s", "tagTypeId": 404,
                 "normalCase": "?", "headerRow": "?", "floor": 1}
                """.formatted("x".repeat(201)),
                "campaignId callReasonId followUpDate onMatch mapping updateBy onExisting externalApplication externalKey"
                        + " tagTypeId normalCase headerRow floor");
        say(
                "PATCH " + OWN + "imports/{id}/rows/{row}",
                "{\"cells\": [{\"column\": \"Fax\"}], \"decision\": \"?\", \"customerId\": \"?\", \"floor\": 1}",
                "cells[0].column cells[0].value decision customerId floor");
    }

    private static void ofJobs() {
        String jobs = JPM + "jobs";
        String ids = """
                "customerId": 404, "locationId": 404, "businessUnitId": 404, "jobTypeId": 404, "campaignId": 404,
                "priority": "?", "summary": 7, "customerPo": 7, "soldById": 404, "noCharge": "?", "floor": 1,
                "jobGeneratedLeadSource": {"jobId": 404, "employeeId": 404, "floor": 1}""";
        String wrong = "customerId locationId businessUnitId jobTypeId campaignId priority summary customerPo soldById"
                + " noCharge floor jobGeneratedLeadSource.jobId jobGeneratedLeadSource.employeeId"
                + " jobGeneratedLeadSource.floor";
        String time = "\"start\": \"soon\", \"arrivalWindowStart\": 7, \"arrivalWindowEnd\": 7,"
                + " \"technicianIds\": [404, \"?\"], \"floor\": 1";
        String wrongTime = " start end arrivalWindowStart arrivalWindowEnd technicianIds[0] technicianIds[1] floor";
        say(
                "POST " + jobs,
                "{" + ids + ", " + ATTACHED.replace("\"patchMode\": \"?\", ", "")
                        + ", \"appointments\": [{" + time
                        + "}, 7], \"projectId\": 404, \"leadId\": 404, \"bookingId\": 404,"
                        + " \"invoiceSignatureIsRequired\": \"?\", \"partnerLeadCallId\": \"?\"}",
                wrong + WRONG_ATTACHED.replace("externalData.patchMode ", "")
                        + wrongTime.replace(" ", " appointments[0].")
                        + " appointments[1] projectId leadId bookingId invoiceSignatureIsRequired partnerLeadCallId");
        say(
                "PATCH " + jobs + "/{id}",
                "{" + ids + ", " + ATTACHED
                        + ", \"shouldUpdateInvoiceItems\": \"?\", \"isAutoDispatched\": \"?\", \"summaryOfWork\": 7}",
                wrong + WRONG_ATTACHED + " shouldUpdateInvoiceItems isAutoDispatched summaryOfWork");
        String reason = "{\"reasonId\": 404, \"memo\": 7, \"floor\": 1}";
        say("PUT " + jobs + "/{id}/cancel", reason, "reasonId memo floor");
        say("POST " + jobs + "/{id}/notes", "{\"text\": \" \", \"pinToTop\": 7, \"floor\": 1}", "text pinToTop floor");
        String appointments = JPM + "appointments";
        say(
                "POST " + appointments,
                "{\"jobId\": 404, \"specialInstructions\": 7, " + time + "}",
                "jobId specialInstructions" + wrongTime);
        say(
                "PATCH " + appointments + "/{id}/reschedule",
                "{\"start\": \"soon\", \"end\": 7, \"arrivalWindowStart\": 7, \"arrivalWindowEnd\": 7, \"reason\": 7,"
                        + " \"floor\": 1}",
                "start end arrivalWindowStart arrivalWindowEnd reason floor");
        say("PUT " + appointments + "/{id}/hold", reason, "reasonId memo floor");
        say(
                "PUT " + appointments + "/{id}/special-instructions",
                "{\"specialInstructions\": 7, \"floor\": 1}",
                "specialInstructions floor");
        String technicians = "{\"jobAppointmentId\": 404, \"technicianIds\": [404, \"?\"], \"floor\": 1}";
        String assignments = "POST /dispatch/v2/tenant/{tenant}/appointment-assignments/";
        say(
                assignments + "assign-technicians",
                technicians,
                "jobAppointmentId technicianIds[0] technicianIds[1] floor");
        say(assignments + "unassign-technicians", technicians, "jobAppointmentId technicianIds[1] floor");
    }

    private static void ofMerging() {
        String choices =
                "\"choices\": {\"customFields\": [{\"typeId\": \"?\"}, 7], \"reactivate\": \"?\", \"floor\": 1,"
                        + " \"pairs\": [{\"removedId\": \"?\"}], \"fields\": {\"name\": \"?\", \"taxExempt\": 7, \"floor\": 1}}, \"floor\": 1}";
        String wrong = " choices.customFields[0].typeId choices.customFields[0].from choices.customFields[1]"
                + " choices.reactivate choices.floor choices.fields.name choices.fields.taxExempt choices.fields.floor floor";
        say(
                "PUT /telecom/v2/tenant/{tenant}/calls/{id}",
                """
                {"callId": 404, "callType": "?", "excuseMemo": 7, "campaignId": 404, "jobId": 404, "agentId": 404,
                 "reason": {"name": 7, "lead": "?"}, "customer": {"id": 404}, "location": {"id": "?"}, "floor": 1}""",
                "callId callType excuseMemo campaignId jobId agentId reason.name reason.lead customer.id location.id"
                        + " floor");
        for (String list : Set.of("customers", "locations")) {
            String pairs =
                    list.equals("customers") ? " choices.pairs[0].keptId choices.pairs[0].removedId" : " choices.pairs";
            String merge = "POST " + OWN + list + "/{id}/merge";
            say(merge + "-preview", "{\"removeId\": \"?\", " + choices, "removeId" + wrong + pairs);
            say(merge, "{\"planTag\": \" \", " + choices, "removeId planTag" + wrong + pairs);
        }
        say(
                "POST " + OWN + "merges/{id}/undo",
                """
                {"choices": {"jobs": [{"id": 404, "goesBack": true}, {"id": "?"}], "leads": "?", "locations": [7],
                 "floor": 1}, "floor": 1}""",
                "planTag choices.jobs[0].id choices.jobs[1].id choices.jobs[1].goesBack choices.leads"
                        + " choices.locations[0] choices.floor floor");
    }

    private final World world = new World();
    private final Api api = world.api;

    @Test
    void everyWrongFieldOfEveryOperationIsNamedInOneAnswer() {
        SoftAssertions all = new SoftAssertions();
        Set<String> walked = new TreeSet<>();
        Object list = world.id("/callboard/v1/tenant/{tenant}/imports/{id}");
        Eventually.is(
                "Checked",
                () -> api.get(api.path("callboard/v1", "/imports/" + list))
                        .json()
                        .get("state")
                        .stringValue());
        for (Route route : Routes.api()) {
            Parameter body = Arrays.stream(route.handler().getMethod().getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                    .findFirst()
                    .orElse(null);
            Case wrong = CASES.get(route.toString());
            if (body == null || wrong == null) {
                all.assertThat(body).as("add a case for " + route).isNull();
                continue;
            }
            Api.Answer answer = Api.send(api.request(
                    route.method(),
                    IsolationTest.url(route, world.tenant.id, world::id) + wrong.query,
                    wrong.body,
                    "Prefer",
                    "handling=strict"));
            all.assertThat(answer.status()).as(route + ": " + answer.text()).isEqualTo(400);
            Set<String> named = new TreeSet<>(answer.json().path("errors").propertyNames());
            all.assertThat(named).as(route.toString()).containsExactlyInAnyOrder(wrong.named.split(" "));
            answer.json()
                    .path("errors")
                    .forEach(said ->
                            all.assertThat(said.size()).as(route + ": " + said).isEqualTo(1));
            all.assertThat(named.stream().map(path -> path.replaceAll("[\\[.].*", "")))
                    .as("is there a wrong value for each field of " + route)
                    .containsAll(components(body.getParameterizedType()));
            walked.add(route.toString());
        }
        all.assertAll();
        assertThat(walked).isEqualTo(CASES.keySet());
    }

    /** A value may be right for the type that was meant. */
    @Test
    void aValueOfATypeThatNobodyKnowsIsNotJudged() {
        for (Route route : Routes.api()) {
            if (route.method().equals("PATCH") && route.path().endsWith("/{id}/contacts/{contactId}")) {
                Api.Answer answer = Api.send(api.request(
                        route.method(),
                        IsolationTest.url(route, world.tenant.id, world::id),
                        "{\"type\": \"E-Mial\", \"value\": \"jordan@example.com\"}"));
                assertThat(answer.json().path("errors").propertyNames())
                        .as(route + ": " + answer.text())
                        .containsExactly("type");
            }
        }
    }

    /** What a body is read into has an end, whoever wrote it. */
    @Test
    void everyListOfEveryBodySaysHowLongItMayBe() {
        Set<String> lists = new TreeSet<>();
        for (Route route : Routes.api()) {
            Arrays.stream(route.handler().getMethod().getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                    .forEach(parameter -> lists(parameter.getParameterizedType(), lists));
        }
        assertThat(lists).contains("CreateBookingRequest.contacts", "UpdateWebhookRequest.events");
        assertThat(lists).allMatch(list -> !list.endsWith(" without an end"));
    }

    private static void lists(Type type, Set<String> lists) {
        if (type instanceof ParameterizedType generic) {
            lists(generic.getActualTypeArguments()[0], lists);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent component : record.getRecordComponents()) {
                if (component.getType() == List.class) {
                    Size size = component.getAccessor().getAnnotation(Size.class);
                    boolean ends = size != null && size.max() < Integer.MAX_VALUE;
                    lists.add(record.getSimpleName() + "." + component.getName() + (ends ? "" : " without an end"));
                }
                lists(component.getGenericType(), lists);
            }
        }
    }

    private static Set<String> components(Type type) {
        return type instanceof ParameterizedType generic
                ? components(generic.getActualTypeArguments()[0])
                : Arrays.stream(((Class<?>) type).getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !name.equals("type")) // whose value is wrong only where it is right
                        .collect(Collectors.toSet());
    }
}
