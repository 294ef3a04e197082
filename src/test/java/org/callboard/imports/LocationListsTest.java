package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.access.Role;
import org.callboard.addresses.Coordinates;
import org.callboard.customers.LocationDetails;
import org.callboard.customers.Locations;
import org.callboard.database.RecordShape;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.testing.Documents;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A list of locations changes those that are there, gives customers further ones, and takes both back. */
class LocationListsTest {

    private static final String COLUMNS = "Location ID,Customer ID,Name,Street,City,State,ZIP,Phone,E-mails,Notes\n";

    private final Desk desk = new Desk();
    private final long uma = desk.shop.customer("Uma One", "937-555-2101", "12 Oak St");
    private final long val = desk.shop.customer("Val Two", "937-555-2102", "13 Oak St");
    private final long home = places(uma).getFirst();

    private JsonNode location(long id) {
        return Office.ok(desk.api.get(desk.api.path("crm/v2", "/locations/" + id)));
    }

    private List<Long> places(long customer) {
        return Office.ids(Office.ok(desk.api.get(desk.api.path("crm/v2", "/locations?customerId=" + customer)))
                .get("data"));
    }

    private List<String> contacts(String of, long id) {
        return Office.ok(desk.api.get(desk.api.path("crm/v2", "/" + of + "/" + id + "/contacts")))
                .get("data")
                .valueStream()
                .map(contact -> contact.get("value").stringValue())
                .toList();
    }

    private LocationDetails details(long id) {
        return desk.shop.tenant.caller.call(
                () -> Server.bean(Locations.class).get(desk.tenant, id).details());
    }

    private void change(long id, String field, Object value) {
        desk.shop.tenant.caller.run(() -> Server.bean(Locations.class)
                .update(desk.tenant, id, owner -> owner, old -> RecordShape.with(old, field, value)));
    }

    private long checked(String query, String list) {
        return desk.done("kind=Locations&dryRun=true&" + query, list);
    }

    /** Whoever wrote records in a test wrote their documents too. */
    @AfterEach
    void documentsAreAsMadeAnew() {
        Documents.areAsMadeAnew(desk.tenant);
    }

    @Test
    void ourOwnListComesBackAsItWasEdited() {
        change(home, "coordinates", new Coordinates(39.7589, -84.1916));
        String[] lines = Visitor.signedIn(desk.shop.tenant.user(Role.Manager))
                .get("/locations/export")
                .body()
                .split("\r\n");
        String list = lines[0] + "\r\n" + lines[2] + "\r\n" + lines[1] + "\r\n"; // the newest is first
        long same = checked("onExisting=Overwrite", list);
        assertThat(desk.get(same).get("updateBy").stringValue()).isEqualTo("LocationId");
        assertThat(desk.told(same)).containsExactly("2 Unchanged", "3 Unchanged");
        JsonNode before = location(home);
        desk.run(same);
        assertThat(location(home)).isEqualTo(before);
        assertThat(desk.all(same, "result")).containsExactly("Skipped", "Skipped");

        String edited = list.replaceFirst(",Uma One,", ",Cabin,")
                .replace("12 Oak St", "14 Oak St")
                .replaceFirst("\\(?937[^,]*2101", "937-555-2101; 937-555-2199");
        long id = checked("onExisting=Overwrite", edited);
        assertThat(desk.all(id, "outcome")).containsExactly("Update", "Unchanged");
        assertThat(desk.changes(id, 2))
                .isEqualTo("name: Uma One → Cabin, street: 12 Oak St → 14 Oak St, phone:  → 937-555-2199");
        assertThat(details(home).name()).isEqualTo("Uma One");
        desk.run(id);
        assertThat(desk.all(id, "result")).containsExactly("Updated", "Skipped");
        assertThat(desk.rows(id, "").getFirst().get("recordId").longValue()).isEqualTo(home);
        assertThat(desk.rows(id, "").getFirst().get("customerId").longValue()).isEqualTo(uma);
        assertThat(details(home).name()).isEqualTo("Cabin");
        assertThat(details(home).address().street()).isEqualTo("14 Oak St");
        assertThat(details(home).coordinates()).as("of another house").isNull();
        assertThat(contacts("locations", home)).containsExactlyInAnyOrder("937-555-2101", "937-555-2199");
        assertThat(contacts("customers", uma)).containsExactlyInAnyOrder("937-555-2101", "937-555-2199");

        desk.undo(id);
        assertThat(desk.all(id, "result")).containsExactly("Removed", "Skipped");
        assertThat(details(home).name()).isEqualTo("Uma One");
        assertThat(details(home).address().street()).isEqualTo("12 Oak St");
        assertThat(details(home).coordinates()).isEqualTo(new Coordinates(39.7589, -84.1916));
        assertThat(contacts("locations", home)).containsExactly("937-555-2101");
        assertThat(contacts("customers", uma)).containsExactly("937-555-2101");
    }

    @Test
    void whatIsKnownStaysWhereOnlyGapsAreFilled() {
        long vip = desk.shop.tenant.caller.call(() -> Server.bean(TagTypes.class)
                .add(desk.tenant, new TagType.Details("VIP"))
                .id());
        desk.shop.tenant.caller.run(() -> Server.bean(CustomFieldTypes.class)
                .add(desk.tenant, "location", "Gate code", DataType.Text, List.of()));
        String list = "Location ID,Name,Street,City,Phone,Email,Tags,Gate code,Notes\n" + home
                + ",Other,99 Elm St,Troy,937-555-2188,uma@example.com,VIP,12,Beware of the dog\n";
        long id = checked("", list);
        assertThat(desk.changes(id, 2))
                .isEqualTo("email:  → uma@example.com, notes:  → Beware of the dog, tag:  → VIP, customField:  → 12");
        desk.run(id);
        assertThat(location(home).get("name").stringValue()).isEqualTo("Uma One");
        assertThat(location(home).get("tagTypeIds").toString()).isEqualTo("[" + vip + "]");
        assertThat(location(home).at("/customFields/0/value").stringValue()).isEqualTo("12");
        assertThat(desk.all(checked("", list), "outcome")).containsExactly("Unchanged");
        assertThat(desk.changes(checked("onExisting=Overwrite", list.replace(",12,", ",13,")), 2))
                .isEqualTo("name: Uma One → Other, street: 12 Oak St → 99 Elm St, city: Dayton → Troy,"
                        + " phone:  → 937-555-2188, customField: 12 → 13");
        assertThat(desk.all(checked("onExisting=Skip", list.replace("uma@", "una@")), "outcome"))
                .containsExactly("Match");
        desk.undo(id);
        assertThat(location(home).get("tagTypeIds").isEmpty()).isTrue();
        assertThat(location(home).get("customFields").isEmpty()).isTrue();
        assertThat(contacts("customers", uma)).containsExactly("937-555-2101");
        assertThat(Office.ok(desk.api.get(desk.api.path("crm/v2", "/locations/" + home + "/notes")))
                        .get("data")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aRowWithoutAnIdIsAnotherLocationOfTheCustomerThatItNames() {
        String list = COLUMNS
                + "," + uma + ",Cabin,20 Elm St,Dayton,OH,45402,937-555-2177,cabin@example.com,Key at the inn\n"
                + "," + uma + ",,12 Oak Street,Dayton,OH,45402,,,\n"
                + ",,Nobody's,1 Elm St,Dayton,OH,45402,,,\n"
                + ",4711,Hut,1 Elm St,Dayton,OH,45402,,,\n"
                + "," + uma + ",,21 Elm St,Dayton,OH,45402,,,\n"
                + "," + uma + ",Half,,Dayton,OH,45402,,,\n"
                + "," + uma + ",Again,20 Elm Street,Dayton,OH,45402,,,\n";
        long id = checked("", list);
        assertThat(desk.told(id))
                .containsExactly(
                        "2 Location",
                        "3 Match Same address",
                        "4 Wrong {\"row\":[\"The row names neither a location that is there nor a customer by ID.\"]}",
                        "5 Wrong {\"customerId\":[\"There is no customer 4711.\"]}",
                        "6 Location",
                        "7 Wrong {\"street\":[\"This field is required.\"]}",
                        "8 Twice Same customer and address as row 2");
        desk.run(id);
        assertThat(desk.all(id, "result"))
                .containsExactly("Updated", "Skipped", "Failed", "Failed", "Updated", "Failed", "Skipped");
        List<Long> places = places(uma);
        assertThat(places).hasSize(3);
        long cabin = places.get(1);
        assertThat(location(cabin).get("name").stringValue()).isEqualTo("Cabin");
        assertThat(location(places.get(2)).get("name").stringValue()).isEqualTo("Uma One");
        assertThat(contacts("locations", cabin)).containsExactlyInAnyOrder("937-555-2177", "cabin@example.com");
        assertThat(contacts("customers", uma)).contains("937-555-2177", "cabin@example.com");
        assertThat(desk.api.get(desk.path("/" + id + "/left-out.csv")).text())
                .contains("A location of customer " + uma + " is on record: Same address.");

        change(places.get(2), "name", "Shed");
        desk.undo(id);
        assertThat(desk.all(id, "result"))
                .containsExactly("Removed", "Skipped", "Failed", "Failed", "Kept", "Failed", "Skipped");
        assertThat(location(cabin).get("active").booleanValue()).isFalse();
        assertThat(location(places.get(2)).get("active").booleanValue()).isTrue();
        assertThat(contacts("customers", uma)).containsExactly("937-555-2101");

        long twice = checked("onMatch=Create", COLUMNS + "," + uma + ",,12 Oak St,Dayton,OH,45402,,,\n");
        assertThat(desk.all(twice, "outcome")).containsExactly("Location");
    }

    @Test
    void whatIsNotThereOrAnothersIsWrong() {
        long other = places(val).getFirst();
        long gone = Office.ok(desk.api.post(
                        desk.api.path("crm/v2", "/locations"),
                        "{\"customerId\":" + val + ",\"name\":\"Old\",\"address\":" + Office.ADDRESS + "}"))
                .get("id")
                .longValue();
        desk.shop.tenant.caller.run(() -> Server.bean(Locations.class).activate(desk.tenant, gone, false));
        long id = checked(
                "",
                "Location ID,Customer ID,Name,ZIP\n4711,,X,\n" + gone + ",,X,\nabc,,X,\n" + other + "," + uma + ",X,\n"
                        + home + ",,X,\n" + home + ",,Y,\n");
        assertThat(desk.told(id))
                .containsExactly(
                        "2 Wrong {\"row\":[\"There is no location 4711.\"]}",
                        "3 Wrong {\"row\":[\"Location " + gone + " is not active.\"]}",
                        "4 Wrong {\"locationId\":[\"A location's ID is expected, a number.\"]}",
                        "5 Wrong {\"customerId\":[\"Location " + other + " belongs to customer " + val
                                + ". A list moves none to another customer.\"]}",
                        "6 Unchanged",
                        "7 Twice Same ID as row 6");
    }

    @Test
    void whatWasChangedAfterItWasShownStays() {
        long other = places(val).getFirst();
        long id =
                checked("onExisting=Overwrite", "Location ID,Name\n" + home + ",Changed\n" + other + ",Changed too\n");
        change(home, "name", "Meanwhile");
        desk.run(id);
        assertThat(desk.all(id, "result")).containsExactly("Skipped", "Updated");
        assertThat(details(home).name()).isEqualTo("Meanwhile");
        assertThat(desk.api.get(desk.path("/" + id + "/left-out.csv")).text())
                .contains("Changed,The location was changed after it was shown what this row changes: look again.");
        change(other, "name", "Later");
        desk.undo(id);
        assertThat(desk.all(id, "result")).containsExactly("Skipped", "Kept");
        assertThat(details(other).name()).isEqualTo("Later");
    }

    @Test
    void theOldSystemsIdFindsTheSameLocationWithTheNextList() {
        String by = "updateBy=ExternalId&externalKey=jobber&onExisting=Overwrite";
        String list =
                "Old ID,Customer ID,Name,Street,City,State,ZIP\nL-1," + uma + ",Cabin,20 Elm St,Dayton,OH,45402\n";
        long id = checked(by, list);
        assertThat(desk.all(id, "outcome")).containsExactly("Location");
        desk.run(id);
        assertThat(desk.all(checked(by, list), "outcome")).containsExactly("Unchanged");
        long next = checked(by, "Old ID,Name\nL-1,Hut\nL-2,Barn\n");
        assertThat(desk.all(next, "outcome")).containsExactly("Update", "Wrong");
        assertThat(desk.changes(next, 2)).isEqualTo("name: Cabin → Hut");
    }

    @Test
    void aRowIsDecidedByItself() {
        long id = checked("onExisting=Overwrite", COLUMNS + home + ",,Cabin,14 Oak St,Dayton,OH,45402,,,\n");
        String row = desk.path("/" + id + "/rows/2");
        assertThat(Office.ok(desk.api.patch(row, "{\"decision\":\"MakeNew\"}"))
                        .at("/problems/row")
                        .isEmpty())
                .as("of whom it does not say")
                .isFalse();
        JsonNode attached = Office.ok(desk.api.patch(row, "{\"decision\":\"Attach\",\"customerId\":" + val + "}"));
        assertThat(attached.get("outcome").stringValue()).isEqualTo("Location");
        assertThat(attached.get("customerId").longValue()).isEqualTo(val);
        assertThat(Office.ok(desk.api.patch(row, "{\"decision\":\"LeaveOut\"}"))
                        .get("outcome")
                        .stringValue())
                .isEqualTo("LeftOut");
        assertThat(Office.ok(desk.api.patch(row, "{\"decision\":\"None\"}"))
                        .get("outcome")
                        .stringValue())
                .isEqualTo("Update");
    }

    @Test
    void whatSuchAListCantDoIsRefused() {
        assertThat(Office.wrong(
                        desk.send("kind=Locations&updateBy=Phone&onMatch=Attach&campaignId=1", COLUMNS + "1\n")))
                .contains("updateBy", "onMatch", "campaignId");
        assertThat(Office.wrong(desk.send("kind=Customers&updateBy=LocationId", "Name,Street\nUma,1 Oak St\n")))
                .containsExactly("updateBy");
        assertThat(Office.wrong(desk.send("kind=Locations", "Name,Street\nUma,1 Oak St\n")))
                .containsExactly("mapping");
    }
}
