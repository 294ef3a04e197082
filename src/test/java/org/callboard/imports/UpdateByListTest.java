package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.customers.Customers;
import org.callboard.database.RecordShape;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.testing.Documents;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A list changes customers that are there, shows each value before and after, and takes that back. */
class UpdateByListTest {

    private final Desk desk = new Desk();

    private JsonNode customer(long id) {
        return Office.ok(desk.api.get(desk.api.path("crm/v2", "/customers/" + id)));
    }

    private List<String> contacts(long id) {
        return Office.ok(desk.api.get(desk.api.path("crm/v2", "/customers/" + id + "/contacts")))
                .get("data")
                .valueStream()
                .map(contact -> contact.get("value").stringValue())
                .toList();
    }

    private long checked(String query, String list) {
        return desk.done("kind=Customers&dryRun=true&" + query, list);
    }

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(desk.tenant);
    }

    @Test
    void byIdWhatTheRowSaysReplacesWhatIsKnown() {
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        String list = "Customer ID,Name,Street,City,Unit,Mobile,Do not mail,Do not service\n" + uma
                + ",Uma Oneill,14 Oak St,,,937-555-2199,yes,no\n";
        long id = checked("updateBy=CustomerId&onExisting=Overwrite", list);
        assertThat(desk.outcomes(id)).containsExactly("Update");
        assertThat(desk.changes(id, 2))
                .isEqualTo("name: Uma One → Uma Oneill, street: 12 Oak St → 14 Oak St, doNotMail: No → Yes,"
                        + " phone:  → 937-555-2199");
        assertThat(customer(uma).get("name").stringValue()).isEqualTo("Uma One");

        desk.run(id);
        assertThat(desk.results(id)).containsExactly("Updated");
        assertThat(desk.get(id).at("/counts/updated").intValue()).isEqualTo(1);
        JsonNode after = customer(uma);
        assertThat(after.get("name").stringValue()).isEqualTo("Uma Oneill");
        assertThat(after.at("/address/street").stringValue()).isEqualTo("14 Oak St");
        assertThat(after.at("/address/city").stringValue()).isEqualTo("Dayton");
        assertThat(after.get("doNotMail").booleanValue()).isTrue();
        assertThat(contacts(uma)).containsExactlyInAnyOrder("937-555-2101", "937-555-2199");

        desk.ok(id, "undo");
        desk.work(id);
        assertThat(desk.results(id)).containsExactly("Removed");
        JsonNode back = customer(uma);
        assertThat(back.get("name").stringValue()).isEqualTo("Uma One");
        assertThat(back.at("/address/street").stringValue()).isEqualTo("12 Oak St");
        assertThat(back.get("doNotMail").booleanValue()).isFalse();
        assertThat(contacts(uma)).containsExactly("937-555-2101");
    }

    @Test
    void whoIsFoundByIdIsNotMadeAgainWhereTheListChangesNobody() {
        long uma = desk.shop.customer("Uma Two", "937-555-2105", "12 Oak St");
        long id = checked(
                "updateBy=CustomerId&onExisting=Skip&onMatch=Create",
                "Customer ID,Name,Email,Phone,Street,City,State,ZIP\n" + uma
                        + ",Uma Two,uma.two@example.com,937-555-2105,,,,\n"
                        + ",Vic Three,,937-555-2106,14 Oak St,Dayton,OH,45402\n");
        assertThat(desk.outcomes(id)).containsExactly("LeftOut", "New");
        assertThat(desk.changes(id, 2)).isEmpty();
        assertThat(desk.api.get(desk.path("/" + id + "/left-out.csv")).text())
                .contains("On record already, and the list is to change nobody.");
        desk.run(id);
        assertThat(desk.results(id)).containsExactly("Skipped", "Made");
        assertThat(contacts(uma)).containsExactly("937-555-2105");
    }

    @Test
    void whatIsKnownStaysWhereOnlyGapsAreFilled() {
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        long id = checked(
                "updateBy=CustomerId",
                "Customer ID,Name,Street,Phone,Email,Do not service\n" + uma
                        + ",Another Name,99 Elm St,937-555-2188,uma@example.com,yes\n");
        assertThat(desk.changes(id, 2)).isEqualTo("doNotService: No → Yes, email:  → uma@example.com");
        desk.run(id);
        assertThat(customer(uma).get("name").stringValue()).isEqualTo("Uma One");
        assertThat(contacts(uma)).containsExactlyInAnyOrder("937-555-2101", "uma@example.com");
        long again = checked("updateBy=CustomerId", "Customer ID,Name,Do not service\n" + uma + ",Another Name,no\n");
        assertThat(desk.outcomes(again)).containsExactly("Unchanged");
        long skipped =
                checked("updateBy=CustomerId&onExisting=Skip", "Customer ID,Email\n" + uma + ",other@example.com\n");
        assertThat(desk.outcomes(skipped)).containsExactly("Match");
        assertThat(desk.changes(skipped, 2)).as("of a row that is left out").isEmpty();
    }

    @Test
    void byEMailOrPhoneOnlyWhereOneFitsAndTheNamesAgree() {
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        desk.shop.customer("Val Two", "937-555-2102", "13 Oak St");
        desk.shop.customer("Val Two", "937-555-2102", "77 Elm St");
        long id = checked(
                "updateBy=Phone&onExisting=Overwrite",
                "Name,Phone,Email,Street,City,State,ZIP\n"
                        + "Uma One,(937) 555-2101,uma@example.com,,,,\n"
                        + "Wes Other,937-555-2101,wes@example.com,,,,\n"
                        + "Val Two,937-555-2102,val@example.com,,,,\n"
                        + "Xia New,937-555-2103,xia@example.com,1 Elm St,Troy,OH,45373\n");
        assertThat(desk.outcomes(id)).containsExactly("Update", "Match", "Match", "New");
        assertThat(desk.changes(id, 2)).isEqualTo("email:  → uma@example.com");
        desk.run(id);
        assertThat(contacts(uma)).contains("uma@example.com").doesNotContain("wes@example.com");
    }

    @Test
    void theOldSystemsIdFindsTheSameCustomerWithTheNextList() {
        String first = "Old ID,Name,Street,City,State,ZIP\n"
                + "J-1,Uma One,12 Oak St,Dayton,OH,45402\nJ-2,Val Two,13 Oak St,Dayton,OH,45402\n";
        String by = "updateBy=ExternalId&externalKey=jobber&onExisting=Overwrite";
        long id = checked(by, first);
        assertThat(desk.outcomes(id)).containsExactly("New", "New");
        desk.run(id);
        assertThat(desk.results(id)).containsExactly("Made", "Made");
        long again = checked(by, first);
        assertThat(desk.outcomes(again)).containsExactly("Unchanged", "Unchanged");
        long next = checked(by, "Old ID,Name,Phone\nJ-2,Val Three,937-555-2103\nJ-3,Wes,937-555-2104\n");
        assertThat(desk.outcomes(next)).containsExactly("Update", "Wrong");
        assertThat(desk.changes(next, 2)).isEqualTo("name: Val Two → Val Three, phone:  → 937-555-2103");
        long other = checked("updateBy=ExternalId&externalKey=other", first);
        assertThat(desk.outcomes(other)).containsExactly("Match", "Match");
    }

    @Test
    void tagsAreAddedAndCustomFieldsFollowTheChoice() {
        long vip = desk.shop.tenant.caller.call(() -> Server.bean(TagTypes.class)
                .add(desk.tenant, new TagType.Details("VIP"))
                .id());
        desk.shop.tenant.caller.call(() -> Server.bean(CustomFieldTypes.class)
                .add(desk.tenant, "customer", "Gate code", DataType.Text, List.of()));
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        String list = "Customer ID,Tags,Gate code\n" + uma + ",VIP,12\n";
        long id = checked("updateBy=CustomerId", list);
        assertThat(desk.changes(id, 2)).isEqualTo("tag:  → VIP, customField:  → 12");
        desk.run(id);
        assertThat(customer(uma).get("tagTypeIds").toString()).isEqualTo("[" + vip + "]");
        assertThat(customer(uma).at("/customFields/0/value").stringValue()).isEqualTo("12");
        long fills = checked("updateBy=CustomerId", list.replace(",12", ",13"));
        assertThat(desk.outcomes(fills)).containsExactly("Unchanged");
        long replaces = checked("updateBy=CustomerId&onExisting=Overwrite", list.replace("VIP,12", ",13"));
        assertThat(desk.changes(replaces, 2)).isEqualTo("customField: 12 → 13");
        desk.ok(id, "undo");
        desk.work(id);
        assertThat(desk.results(id)).containsExactly("Removed");
        assertThat(customer(uma).get("tagTypeIds").isEmpty()).isTrue();
        assertThat(customer(uma).get("customFields").isEmpty()).isTrue();
    }

    @Test
    void whoIsNotThereOrNotAnyMoreIsWrong() {
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        desk.shop.tenant.caller.run(() -> Server.bean(Customers.class).activate(desk.tenant, uma, false));
        long id = checked("updateBy=CustomerId", "Customer ID,Name\n4711,Nobody\n" + uma + ",Uma\nabc,Val\n");
        assertThat(desk.told(id))
                .containsExactly(
                        "2 Wrong {\"row\":[\"There is no customer 4711.\"]}",
                        "3 Wrong {\"row\":[\"Customer " + uma + " is not active.\"]}",
                        "4 Wrong {\"customerId\":[\"A customer's ID is expected, a number.\"]}");
    }

    /** What was shown must be what happens. */
    @Test
    void aCustomerThatWasChangedAfterItWasShownIsLookedAtAgain() {
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        long val = desk.shop.customer("Val Two", "937-555-2102", "13 Oak St");
        long id = checked(
                "updateBy=CustomerId&onExisting=Overwrite",
                "Customer ID,Name\n" + uma + ",Uma Changed\n" + val + ",Val Changed\n");
        Office.ok(desk.api.patch(desk.api.path("crm/v2", "/customers/" + uma), "{\"name\": \"Uma Meanwhile\"}"));
        desk.run(id);
        assertThat(desk.results(id)).containsExactly("Skipped", "Updated");
        assertThat(customer(uma).get("name").stringValue()).isEqualTo("Uma Meanwhile");
        assertThat(desk.api.get(desk.path("/" + id + "/left-out.csv")).text())
                .contains("Uma Changed,The customer was changed after it was shown what this row changes: look again.");

        Office.ok(desk.api.patch(desk.api.path("crm/v2", "/customers/" + val), "{\"name\": \"Val Meanwhile\"}"));
        desk.ok(id, "undo");
        desk.work(id);
        assertThat(desk.results(id)).containsExactly("Skipped", "Kept");
        assertThat(customer(val).get("name").stringValue()).isEqualTo("Val Meanwhile");
    }

    private long tag(String name) {
        return desk.shop.tenant.caller.call(() -> Server.bean(TagTypes.class)
                .add(desk.tenant, new TagType.Details(name))
                .id());
    }

    private List<Long> tags(long id) {
        return customer(id)
                .get("tagTypeIds")
                .valueStream()
                .map(JsonNode::longValue)
                .toList();
    }

    /** Each row in a part of its own, which remembers the ones before, or has to find out what they were. */
    private void workRowByRow(long id, boolean remembers) {
        TransactionTemplate transaction = Server.bean(TransactionTemplate.class);
        ImportBatch batch = Server.bean(ImportBatch.class);
        ImportBatch.Memory[] memory = {null};
        do {
            memory[0] = desk.shop.tenant.caller.call(() ->
                    transaction.execute(status -> batch.next(desk.tenant, id, memory[0], 1, new AtomicInteger())));
        } while (memory[0] != null && (remembers || (memory[0] = null) == null && works(id)));
    }

    private boolean works(long id) {
        return ImportState.valueOf(desk.state(id)).works();
    }

    /** A row adds to what the rows before have said of the customer, whether they are of one part of the work or of several. */
    @Test
    void severalRowsOfOneCustomerChangeItOneAfterTheOther() {
        long vip = tag("VIP");
        long dog = tag("Dog");
        String list = "Customer ID,Name,Street,City,State,ZIP,Phone,Tags,Notes\n"
                + "ID,Uma Two,14 Elm St,Dayton,OH,45402,937-555-2198,VIP,at the back\n"
                + "ID,Uma Two,16 Elm St,Dayton,OH,45402,937-555-2199,Dog,\n"
                + "ID,Uma Two,18 Elm St,Dayton,OH,45402,,,\n";
        for (String parts : List.of("one", "several", "after a crash")) {
            long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
            long id = checked(
                    "updateBy=CustomerId&onMatch=Attach&onExisting=Overwrite", list.replace("ID,U", uma + ",U"));
            assertThat(desk.outcomes(id)).containsOnly("Location");
            desk.ok(id, "run");
            if (parts.equals("one")) {
                desk.work(id);
            } else {
                workRowByRow(id, parts.equals("several"));
            }
            assertThat(desk.results(id)).as(parts).containsOnly("Updated");
            assertThat(tags(uma)).as(parts).containsExactlyInAnyOrder(vip, dog);
            assertThat(customer(uma).get("name").stringValue()).isEqualTo("Uma Two");
            desk.ok(id, "undo");
            if (parts.equals("one")) {
                desk.work(id);
            } else {
                workRowByRow(id, parts.equals("several"));
            }
            assertThat(desk.results(id)).as(parts).containsOnly("Removed");
            assertThat(tags(uma)).as(parts).isEmpty();
            assertThat(customer(uma).get("name").stringValue()).isEqualTo("Uma One");
            assertThat(contacts(uma)).containsExactly("937-555-2101");
        }
    }

    /** Of two who work on one import, as two nodes after a pause of one, each goes on where the other is, run and undo alike. */
    @Test
    void whoGoesOnBehindSomebodyElseRemembersWhatThatOneDid() {
        tag("VIP");
        tag("Dog");
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        String row = uma + ",Uma Two,%d Elm St,Dayton,OH,45402,%s\n";
        long id = checked(
                "updateBy=CustomerId&onMatch=Attach&onExisting=Overwrite",
                "Customer ID,Name,Street,City,State,ZIP,Tags\n" + row.formatted(14, "VIP") + row.formatted(16, "Dog")
                        + row.formatted(18, ""));
        ImportBatch batch = Server.bean(ImportBatch.class);
        Imports imports = Server.bean(Imports.class);
        desk.shop.tenant.caller.run(() -> Server.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            imports.run(desk.tenant, id); // the background sees no more than all of this
            ImportBatch.Memory one = batch.next(desk.tenant, id, null, 1, new AtomicInteger());
            batch.next(desk.tenant, id, null, 1, new AtomicInteger());
            one = batch.next(desk.tenant, id, one, 1, new AtomicInteger());
            assertThat(batch.next(desk.tenant, id, null, 1, new AtomicInteger()))
                    .as("the end")
                    .isNull();
            imports.undo(desk.tenant, id);
            one = batch.next(desk.tenant, id, one, 1, new AtomicInteger());
            batch.next(desk.tenant, id, null, 1, new AtomicInteger());
            batch.next(desk.tenant, id, one, 1, new AtomicInteger());
        }));
        desk.work(id);
        assertThat(desk.results(id)).containsOnly("Removed");
        assertThat(customer(uma).get("name").stringValue()).isEqualTo("Uma One");
        assertThat(tags(uma)).isEmpty();
    }

    /** The same of a customer whom the list makes itself. */
    @Test
    void whatRowsAddToACustomerOfTheListGoesWithIt() {
        long vip = tag("VIP");
        long dog = tag("Dog");
        String list = """
                Name,Phone,Street,City,State,ZIP,Tags
                Val Two,937-555-2102,14 Elm St,Dayton,OH,45402,
                Val Two,937-555-2102,16 Elm St,Dayton,OH,45402,VIP
                Val Two,937-555-2102,18 Elm St,Dayton,OH,45402,Dog
                """;
        for (boolean once : List.of(true, false)) {
            long id = checked("", list);
            desk.ok(id, "run");
            if (once) {
                desk.work(id);
            } else {
                workRowByRow(id, true);
            }
            long val = desk.rows(id, "").getFirst().get("recordId").longValue();
            assertThat(tags(val)).containsExactlyInAnyOrder(vip, dog);
            desk.ok(id, "undo");
            if (once) {
                desk.work(id);
            } else {
                workRowByRow(id, true);
            }
            assertThat(desk.results(id)).containsOnly("Removed");
            assertThat(customer(val).get("active").booleanValue()).isFalse();
        }
    }

    /** What somebody does between two rows of a customer is kept, and the second is looked at again. */
    @Test
    void whoWasChangedBetweenTwoOfItsRowsIsLookedAtAgain() {
        tag("VIP");
        long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
        long id = checked(
                "updateBy=CustomerId&onMatch=Attach&onExisting=Overwrite",
                "Customer ID,Name,Street,City,State,ZIP,Tags\n" + uma + ",Uma Two,14 Elm St,Dayton,OH,45402,\n" + uma
                        + ",Uma Two,16 Elm St,Dayton,OH,45402,VIP\n");
        desk.shop.tenant.caller.run(() -> Server.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            Server.bean(Imports.class).run(desk.tenant, id); // the background sees no more than all of this
            Server.bean(ImportBatch.class).next(desk.tenant, id, null, 1, new AtomicInteger());
            Server.bean(Customers.class)
                    .update(desk.tenant, uma, details -> RecordShape.with(details, "name", "Uma Meanwhile"));
        }));
        desk.work(id);
        assertThat(desk.results(id)).containsExactly("Updated", "Skipped");
        assertThat(customer(uma).get("name").stringValue()).isEqualTo("Uma Meanwhile");
    }
}
