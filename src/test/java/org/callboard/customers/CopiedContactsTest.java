package org.callboard.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ADDRESS;
import static org.callboard.testing.Office.ok;

import java.util.List;
import java.util.stream.IntStream;
import org.callboard.addresses.Address;
import org.callboard.contactpoints.ContactDraft;
import org.callboard.contactpoints.ContactType;
import org.callboard.details.EditDetails;
import org.callboard.details.RecordKind;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Documents;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What is added to a location is copied to its customer once, however many add the same in one moment. */
class CopiedContactsTest {

    private static final String NUMBER = "(937) 555-0123";

    /** The ways in which a customer comes to a contact that it may have. */
    enum Way {
        A_CONTACT_OF_A_LOCATION,
        A_NEW_LOCATION,
        A_JOB_FOR_SOMEBODY_KNOWN
    }

    private final Office office = new Office();
    private final long tenant = office.tenant.id;
    private long customer;
    private List<Long> places;

    @BeforeEach
    void aCustomerHasFourLocations() {
        JsonNode ada = office.customer("Ada");
        customer = ada.get("id").longValue();
        IntStream.range(0, 3).forEach(i -> ok(office.api.post(office.locations, location("[]"))));
        places = office.ids(office.locations + "?customerId=" + customer);
    }

    @ParameterizedTest
    @EnumSource
    void whoAddsTheSameNextFindsTheCopy(Way way) {
        ok(AtOnce.waiting(
                office.tenant.caller, () -> add(way), () -> office.api.post(contactsOf(places.get(1)), contact())));
        assertThat(valuesOfCustomer()).containsExactly(NUMBER);
    }

    @ParameterizedTest
    @EnumSource
    void aLocationThatComesNextFindsTheCopy(Way way) {
        ok(AtOnce.waiting(
                office.tenant.caller,
                () -> add(way),
                () -> office.api.post(office.locations, location("[" + contact() + "]"))));
        assertThat(valuesOfCustomer()).containsExactly(NUMBER);
    }

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(tenant);
    }

    @Test
    void ofManyAtOnceOneCopies() {
        AtOnce.run(places.size(), i -> () -> office.api.post(contactsOf(places.get(i)), contact()))
                .forEach(Office::ok);
        assertThat(valuesOfCustomer()).containsExactly(NUMBER);
        places.forEach(place -> assertThat(office.ids(contactsOf(place)))
                .as("location " + place)
                .hasSize(1));
    }

    private void add(Way way) {
        List<ContactDraft> drafts = List.of(new ContactDraft(ContactType.Phone, NUMBER, null));
        switch (way) {
            case A_CONTACT_OF_A_LOCATION ->
                Server.bean(EditDetails.class)
                        .addContact(RecordKind.Location, tenant, places.get(0), ContactType.Phone, NUMBER, null);
            case A_NEW_LOCATION ->
                Server.bean(Locations.class)
                        .create(
                                tenant,
                                customer,
                                "Cabin",
                                new Address("1 Elm St", null, "Dayton", "OH", "45402", "USA"),
                                drafts);
            case A_JOB_FOR_SOMEBODY_KNOWN -> Server.bean(Customers.class).addMissingContacts(tenant, customer, drafts);
        }
    }

    private static String contact() {
        return "{\"type\":\"Phone\",\"value\":\"%s\"}".formatted(NUMBER);
    }

    private String location(String contacts) {
        return """
                {"customerId":%d,"name":"Place","address":%s,"contacts":%s}""".formatted(customer, ADDRESS, contacts);
    }

    private String contactsOf(long place) {
        return office.locations + "/" + place + "/contacts";
    }

    private List<String> valuesOfCustomer() {
        return ok(office.api.get(office.customers + "/" + customer + "/contacts"))
                .get("data")
                .valueStream()
                .map(entry -> entry.get("value").stringValue())
                .toList();
    }
}
