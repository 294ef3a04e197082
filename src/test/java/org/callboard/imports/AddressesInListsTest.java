package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.addresschecks.LocationChecks;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rows with several addresses, numbers and names. */
class AddressesInListsTest {

    private final Desk desk = new Desk();

    private JsonNode customer(String columns, String row) {
        long id = desk.done("kind=Customers", columns + "\n" + row + "\n");
        JsonNode made = desk.rows(id, "").getFirst();
        assertThat(made.get("result").asString("")).as(made.toString()).isEqualTo("Made");
        return Office.ok(desk.api.get(
                desk.api.path("crm/v2", "/customers/" + made.get("recordId").longValue())));
    }

    private List<String> places(JsonNode customer) {
        String of = "/locations?customerId=" + customer.get("id").longValue();
        return Office.ok(desk.api.get(desk.api.path("crm/v2", of)))
                .get("data")
                .valueStream()
                .map(place -> place.get("name").stringValue() + ": " + line(place))
                .toList();
    }

    private static String line(JsonNode record) {
        JsonNode address = record.get("address");
        return Stream.of("street", "unit", "city", "state", "zip")
                .map(part -> address.get(part).asString(""))
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    /** An address is one piece: half of another beside it gives nothing to it. */
    @Test
    void theServiceAddressIsTheLocationsAndTheBillingAddressTheCustomers() {
        String columns = "Customer Name,Service Address,Service City,Service State,Service Zip,"
                + "Billing Address,Billing City,Billing State,Billing Zip";
        JsonNode both = customer(columns, "Uma One,1 Oak St,Dayton,OH,45402,PO Box 9,Columbus,OH,43215");
        assertThat(line(both)).isEqualTo("PO Box 9, Columbus, OH, 43215");
        assertThat(places(both)).containsExactly("Uma One: 1 Oak St, Dayton, OH, 45402");

        JsonNode half = customer(columns, "Uma Two,2 Oak St,Dayton,OH,45402,,Columbus,OH,43215");
        assertThat(line(half)).isEqualTo("2 Oak St, Dayton, OH, 45402");
        assertThat(places(half)).containsExactly("Uma Two: 2 Oak St, Dayton, OH, 45402");

        JsonNode billed = customer(columns, "Uma Three,,,,,3 Oak St,Columbus,OH,43215");
        assertThat(line(billed)).isEqualTo("3 Oak St, Columbus, OH, 43215");
        assertThat(places(billed)).containsExactly("Uma Three: 3 Oak St, Columbus, OH, 43215");

        JsonNode mixed = customer(
                "Customer Name,Service Address,Service City,Service State,Service Zip,Billing City,Billing State,Billing Zip",
                "Uma Four,4 Oak St,Dayton,OH,45402,Columbus,IN,43215");
        assertThat(line(mixed)).isEqualTo("4 Oak St, Dayton, OH, 45402");
    }

    @Test
    void countedAddressesAreLocationsAndOneInTwoWritingsIsOne() {
        String columns = "First Name,Last Name,Address_1 Street Line 1,Address_1 City,Address_1 State,"
                + "Address_1 Postal Code,Address_1 Billing?,Address_2 Street Line 1,Address_2 City,Address_2 State,"
                + "Address_2 Postal Code,Address_2 Billing?";
        JsonNode two = customer(columns, "Val,One,5 Oak Street,Dayton,OH,45402,false,6 Elm Ave,Dayton,OH,45403,true");
        assertThat(line(two)).isEqualTo("6 Elm Ave, Dayton, OH, 45403");
        assertThat(places(two))
                .containsExactlyInAnyOrder(
                        "Val One: 5 Oak Street, Dayton, OH, 45402", "Val One: 6 Elm Ave, Dayton, OH, 45403");
        JsonNode one = customer(columns, "Val,Two,7 Oak Street,Dayton,OH,45402,,7 OAK ST,Dayton,OH,45402-1234,");
        assertThat(places(one)).containsExactly("Val Two: 7 Oak Street, Dayton, OH, 45402");
        assertThat(places(customer(
                        "Name,Location Name,Location Address,Location City,Location State,Location Zip",
                        "Val Three,Lake house,8 Oak St,Dayton,OH,45402")))
                .containsExactly("Lake house: 8 Oak St, Dayton, OH, 45402");
        assertThat(line(customer(
                        "Name,Bill to 1,Bill to 2,Bill to 3,Bill to 4",
                        "Val Four,\"Four, Val\",9 Oak St,\"Dayton, OH 45402\",")))
                .isEqualTo("9 Oak St, Dayton, OH, 45402");
    }

    @Test
    void severalColumnsMayHoldNumbersAndNotes() {
        String columns = "Name,Home Phone,Work Phone,Cell Phone,Email,Notes,Comments";
        desk.done(desk.forLeads(), columns + "\nWes One,,937-555-2161,,wes@example.com,Gate code,Dog\n");
        desk.done(desk.forLeads(), columns + "\nWes Two,937-555-2162,937-555-2163,(937) 555-2162,,,\n");
        List<JsonNode> leads = Office.ok(desk.api.get(desk.api.path("crm/v2", "/leads")))
                .get("data")
                .valueStream()
                .toList();
        assertThat(leads.get(0).get("leadPhone").stringValue()).isEqualTo("937-555-2161");
        assertThat(leads.get(0).get("summary").stringValue()).isEqualTo("Gate code\nDog");
        assertThat(leads.get(1).get("leadPhone").stringValue()).isEqualTo("937-555-2162");
        assertThat(leads.get(1).get("summary").stringValue()).isEqualTo("Other numbers: 937-555-2163");
        JsonNode customer = customer(
                columns + ",Street,City,State,Zip,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value",
                "Wes Three,,937-555-2164,937-555-2165,,,,1 Elm St,Dayton,OH,45402,Mobile,937-555-2166,* Work Fax,"
                        + "937-555-2167");
        assertThat(Office.ok(desk.api.get(desk.api.path(
                                "crm/v2", "/customers/" + customer.get("id").longValue() + "/contacts")))
                        .get("data")
                        .valueStream()
                        .map(contact -> contact.get("type").stringValue() + " "
                                + contact.get("value").stringValue()))
                .containsExactlyInAnyOrder(
                        "MobilePhone 937-555-2165",
                        "Phone 937-555-2164",
                        "MobilePhone 937-555-2166",
                        "Fax 937-555-2167");
    }

    @Test
    void aCompanyIsTheCustomerAndItsPersonTheLead() {
        String columns = "Company Name,First Name,Last Name,Phone,Street,City,State,Zip";
        JsonNode company = customer(columns, "Acme Plumbing,Xia,One,937-555-2171,2 Elm St,Dayton,OH,45402");
        assertThat(company.get("name").stringValue()).isEqualTo("Acme Plumbing");
        assertThat(company.get("type").stringValue()).isEqualTo("Commercial");
        JsonNode person = customer(columns, ",Xia,Two,937-555-2172,3 Elm St,Dayton,OH,45402");
        assertThat(person.get("name").stringValue()).isEqualTo("Xia Two");
        assertThat(person.get("type").stringValue()).isEqualTo("Residential");
        desk.done(
                desk.forLeads(), columns + "\nBeta Roofing,Xia,Three,937-555-2173,,,,\nGamma LLC,,,937-555-2174,,,,\n");
        assertThat(Office.ok(desk.api.get(desk.api.path("crm/v2", "/leads")))
                        .get("data")
                        .valueStream()
                        .map(lead -> lead.get("leadCustomerName").stringValue() + "/"
                                + lead.get("summary").asString("")))
                .containsExactly("Xia Three/Company: Beta Roofing", "Gamma LLC/");
    }

    /** What the company does not have is left out and said; a value is written as its field keeps it. */
    @Test
    void tagsAndCustomFieldsComeByTheirNames() {
        CustomFieldTypes types = Server.bean(CustomFieldTypes.class);
        long[] fields = desk.shop.tenant.caller.call(() -> {
            Server.bean(TagTypes.class).add(desk.tenant, new TagType.Details("VIP"));
            Server.bean(TagTypes.class).add(desk.tenant, new TagType.Details("Has a dog"));
            return new long[] {
                types.add(desk.tenant, "customer", "Gate code", DataType.Text, null)
                        .id(),
                types.add(desk.tenant, "customer", "Installed on", DataType.Date, null)
                        .id(),
                types.add(desk.tenant, "customer", "Filters", DataType.Numeric, null)
                        .id(),
                types.add(desk.tenant, "customer", "Heats with", DataType.Dropdown, List.of("Gas", "Oil"))
                        .id()
            };
        });
        String columns = "Name,Street,City,State,Zip,Tags,Gate code,CFT[Installed on],Filters,Heats with";
        String row = "Yan One,3 Elm St,Dayton,OH,45402,\"vip, Has a dog; New\",4711,3/31/2024,\"1,200\",gas";
        long id =
                desk.done("kind=Customers", columns + "\n" + row + "\nYan Two,5 Elm St,Dayton,OH,45402,,,soon,,Wood\n");
        assertThat(desk.rows(id, "").stream().map(one -> one.get("warnings").toString()))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo("[\"There is no tag “New” in the settings; it is left out.\"]"),
                        second -> assertThat(second)
                                .contains("“soon” is left out: A date such as 2026-03-31 is expected")
                                .contains("“Wood” is left out: One of these is expected"));
        JsonNode customer = Office.ok(desk.api.get(desk.api.path(
                "crm/v2",
                "/customers/" + desk.rows(id, "").getFirst().get("recordId").longValue())));
        assertThat(customer.get("tagTypeIds")).hasSize(2);
        assertThat(customer.get("customFields")
                        .valueStream()
                        .map(field -> field.get("typeId").longValue() + " "
                                + field.get("value").stringValue()))
                .containsExactlyInAnyOrder(
                        fields[0] + " 4711", fields[1] + " 2024-03-31", fields[2] + " 1200", fields[3] + " Gas");
    }

    /** Where addresses have no state, a list has no column for it. */
    @Test
    void aListHasTheColumnsOfItsCountry() {
        String columns = "Name,Street,City,Postcode";
        String row = "Uma Ten,10 Downing Street,London,SW1A 2AA";
        assertThat(Office.wrong(desk.send("kind=Customers", columns + "\n" + row + "\n")))
                .containsExactly("mapping");
        desk.shop.tenant.caller.run(() -> {
            Tenants tenants = Server.bean(Tenants.class);
            Tenant company = tenants.get(desk.tenant);
            tenants.update(desk.tenant, company.name(), company.timeZone().getId(), "GB");
        });
        assertThat(line(customer(columns, row))).isEqualTo("10 Downing Street, London, SW1A 2AA");
    }

    /** A company here has customers there: each row is held to its own country. */
    @Test
    void whereAColumnNamesTheCountryTheRowsSayWhatTheyNeed() {
        String list = """
                Name,Street,City,Postcode,Country
                Uma Eleven,10 Downing Street,London,SW1A 2AA,United Kingdom
                Uma Twelve,2 High Street,Leeds,LS1 4AP,GB
                Uma Thirteen,24 Wayne Ave,Dayton,45402,USA
                Uma Fourteen,26 Wayne Ave,Dayton,45402,
                Uma Fifteen,1 Bay St,Nassau,,Bahamas
                """;
        long id = desk.done("kind=Customers", list);
        assertThat(desk.told(id))
                .satisfiesExactly(
                        row -> assertThat(row).startsWith("2 New"),
                        row -> assertThat(row).startsWith("3 New"),
                        row -> assertThat(row).startsWith("4 Wrong {\"state\""),
                        row -> assertThat(row).startsWith("5 Wrong {\"state\""),
                        row -> assertThat(row).startsWith("6 New"));
        long uma = desk.rows(id, "").getFirst().get("recordId").longValue();
        JsonNode made = Office.ok(desk.api.get(desk.api.path("crm/v2", "/customers/" + uma)));
        assertThat(made.at("/address/state").stringValue()).isEmpty();
        assertThat(places(made)).containsExactly("Uma Eleven: 10 Downing Street, London, SW1A 2AA");
        assertThat(Office.wrong(desk.send("kind=Customers", "Name,Street,Postcode,Country\nUma,1 Oak St,LS1 4AP,GB\n")))
                .as("a city is needed everywhere")
                .containsExactly("mapping");
    }

    /** What is wrong with an address asks for a look, whoever brought it. */
    @Test
    void anAddressOfAListAsksForALook() {
        long before = look();
        String columns = "Name,Street,City,State,Zip";
        long id = desk.done(
                "kind=Customers",
                columns
                        + "\nZoe One,1 Oak St,Daytn,OH,45402\nZoe Two,2 Oak St,Dayton,OH,45402\nZoe Three,3 Oak St,Xenopolis,OH,45402\n");
        assertThat(look() - before).isEqualTo(2);
        desk.ok(id, "undo");
        desk.work(id);
        assertThat(look()).isEqualTo(before);
    }

    private long look() {
        return desk.shop.tenant.caller.call(
                () -> Server.bean(LocationChecks.class).count(desk.tenant));
    }
}
