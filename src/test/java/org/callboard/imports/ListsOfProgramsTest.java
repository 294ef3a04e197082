package org.callboard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.callboard.contacts.RelatedPeopleStore;
import org.callboard.settings.TagType;
import org.callboard.settings.TagTypes;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The exports of the trade's usual programs map by themselves. The headings are theirs, the people invented. */
class ListsOfProgramsTest {

    private final Desk desk = new Desk();
    private final Map<Long, String> tags = desk.shop.tenant.caller.call(() -> {
        TagType vip = Server.bean(TagTypes.class).add(desk.tenant, new TagType.Details("VIP"));
        return Map.of(vip.id(), vip.name());
    });

    /** The columns that nobody asks for: ids and dates of the program's own, and what a customer or lead has no field for. */
    private List<String> leftOut(long id) {
        return desk.get(id)
                .get("columns")
                .valueStream()
                .filter(column -> column.get("field").isNull())
                .map(column -> column.get("name").stringValue())
                .toList();
    }

    private List<String> people(long customer) {
        return desk.shop.tenant.caller.call(
                () -> Server.bean(RelatedPeopleStore.class).ofCustomer(desk.tenant, customer).stream()
                        .map(person -> " person " + person.name())
                        .toList());
    }

    /** A customer in one line: name, own address; the locations; the contacts, people and notes. */
    private List<String> customers(String list, String... leftOut) {
        long id = desk.done("kind=Customers", list);
        assertThat(leftOut(id)).containsExactly(leftOut);
        List<String> all = new ArrayList<>();
        for (JsonNode row : desk.rows(id, "")) {
            assertThat(row.get("result").asString("")).as(row.toString()).isEqualTo("Made");
            String path = "/customers/" + row.get("recordId").longValue();
            JsonNode customer = Office.ok(desk.api.get(desk.api.path("crm/v2", path)));
            all.add(customer.get("name").stringValue() + ", "
                    + customer.get("type").stringValue() + ", " + line(customer));
            list("/locations?customerId=" + customer.get("id").longValue())
                    .map(place -> " at " + place.get("name").stringValue() + ", " + line(place))
                    .sorted()
                    .forEach(all::add);
            list(path + "/contacts")
                    .map(one -> " " + one.get("type").stringValue() + " "
                            + one.get("value").stringValue()
                            + (one.get("memo").isNull()
                                    ? ""
                                    : " (" + one.get("memo").stringValue() + ")"))
                    .sorted()
                    .forEach(all::add);
            all.addAll(people(customer.get("id").longValue()));
            Stream.concat(
                            Stream.of(path),
                            list("/locations?customerId=" + customer.get("id").longValue())
                                    .map(place ->
                                            "/locations/" + place.get("id").longValue()))
                    .flatMap(owner -> list(owner + "/notes"))
                    .map(note -> " note " + note.get("text").stringValue())
                    .distinct()
                    .forEach(all::add);
            customer.get("tagTypeIds").valueStream().forEach(tag -> all.add(" tag " + tags.get(tag.longValue())));
        }
        return all;
    }

    private List<String> leads(String list, String... leftOut) {
        long id = desk.done(desk.forLeads(), list);
        assertThat(leftOut(id)).containsExactly(leftOut);
        return desk.rows(id, "").stream()
                .map(row -> {
                    assertThat(row.get("result").asString(""))
                            .as(row.toString())
                            .isEqualTo("Made");
                    JsonNode lead = Office.ok(desk.api.get(desk.api.path(
                            "crm/v2", "/leads/" + row.get("recordId").longValue())));
                    return texts(
                            lead,
                            "leadCustomerName",
                            "leadPhone",
                            "leadEmail",
                            "leadStreet",
                            "leadUnit",
                            "leadCity",
                            "leadState",
                            "leadZip",
                            "summary");
                })
                .toList();
    }

    private Stream<JsonNode> list(String path) {
        return Office.ok(desk.api.get(desk.api.path("crm/v2", path)))
                .get("data")
                .valueStream();
    }

    private static String line(JsonNode record) {
        return texts(record.get("address"), "street", "unit", "city", "state", "zip");
    }

    private static String texts(JsonNode record, String... fields) {
        return Stream.of(fields)
                .map(field -> record.get(field).asString(""))
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + ", " + b)
                .orElse("")
                .replace("\n", " / ");
    }

    @Test
    void jobber() {
        assertThat(customers("""
                        J-ID,Created Date,Is Company?,Display Name,Company Name,Title,First Name,Last Name,Main Phone #s,E-mails,Tags,Billing Street 1,Billing Street 2,Billing City,Billing State,Billing Country,Billing Zip code,Mobile Phone #s,Home Phone #s,Work Phone #s,Service Property Name,Service Street 1,Service Street 2,Service City,Service State,Service Country,Service Zip code,Lead Source,Archived,CFT[Gate code]
                        101,2025-04-01,false,Uma One,,Mrs.,Uma,One,(937) 555-0101,uma@example.com,,PO Box 9,,Dayton,Ohio,United States,45401,(937) 555-0101,937-555-0102,,Lake house,12 Oak St,Unit 3,Dayton,Ohio,United States,45402,Web,false,4711
                        102,2025-04-02,true,Acme Roofing,Acme Roofing,,Val,Two,937-555-0103,,,14 Elm St,,Dayton,Ohio,United States,45402,,,,,14 Elm St,,Dayton,Ohio,United States,45402,,false,
                        """, "Created Date", "Is Company?", "Title", "Archived", "CFT[Gate code]"))
                .containsExactly(
                        "Uma One, Residential, PO Box 9, Dayton, Ohio, 45401",
                        " at Lake house, 12 Oak St, Unit 3, Dayton, Ohio, 45402",
                        " Email uma@example.com",
                        " MobilePhone (937) 555-0101",
                        " Phone 937-555-0102",
                        " note Lead Source: Web",
                        "Acme Roofing, Commercial, 14 Elm St, Dayton, Ohio, 45402",
                        " at Acme Roofing, 14 Elm St, Dayton, Ohio, 45402",
                        " Phone 937-555-0103",
                        " person Val Two");
    }

    @Test
    void housecallPro() {
        assertThat(customers("""
                        ID,First Name,Last Name,Display Name,Mobile Number,Home Number,Work Number,Email,Company,Customer created at,Last service date,Lifetime value,Do Not Service,Address_1 Street Line 1,Address_1 Street Line 2,Address_1 City,Address_1 State,Address_1 Postal Code,Address_1 Notes,Address_1 Billing?,Address_2 Street Line 1,Address_2 Street Line 2,Address_2 City,Address_2 State,Address_2 Postal Code,Address_2 Notes,Address_2 Billing?
                        cus_1,Uma,Two,Uma Two,9375550111,,,uma2@example.com,,2025-01-01,,$120.00,false,16 Oak St,,Dayton,OH,"=""45402""\",Ring twice,true,18 Oak St,Apt 2,Dayton,OH,"=""45403""\",,false
                        """, "Customer created at", "Last service date", "Lifetime value"))
                .containsExactly(
                        "Uma Two, Residential, 16 Oak St, Dayton, OH, 45402",
                        " at Uma Two, 16 Oak St, Dayton, OH, 45402",
                        " at Uma Two, 18 Oak St, Apt 2, Dayton, OH, 45403",
                        " Email uma2@example.com",
                        " MobilePhone 9375550111",
                        " note Ring twice");
    }

    /** No heading row of a real export is public: these are the columns of its reports. */
    @Test
    void serviceTitan() {
        assertThat(customers("""
                        Customer Name,Location Name,Location Address,Location City,Location State,Location Zip,Customer Phone,Customer Email,Do Not Service
                        Uma Three,Uma's barn,20 Oak St,Dayton,OH,45402,(937) 555-0121,uma3@example.com,No
                        """))
                .containsExactly(
                        "Uma Three, Residential, 20 Oak St, Dayton, OH, 45402",
                        " at Uma's barn, 20 Oak St, Dayton, OH, 45402",
                        " Email uma3@example.com",
                        " Phone (937) 555-0121");
    }

    @Test
    void quickBooksOnline() {
        long id = desk.done("kind=Customers&dryRun=true", QUICKBOOKS);
        assertThat(desk.told(id)).hasSize(3).last().asString().contains("end of a report");
        assertThat(customers(QUICKBOOKS.substring(0, QUICKBOOKS.indexOf("\"Tuesday"))))
                .containsExactly(
                        "Beta Heating, Commercial, 22 Oak St, Dayton, OH, 45402",
                        " at Beta Heating, 24 Oak St, Dayton, OH, 45402-1234",
                        " Email uma4@example.com",
                        " MobilePhone (937) 555-0132",
                        " Phone (937) 555-0131",
                        " person Uma Four",
                        "Val Five, Residential, 26 Oak St, Dayton, OH, 45402",
                        " at Val Five, 26 Oak St, Dayton, OH, 45402",
                        " Phone 937-555-0133");
    }

    private static final String QUICKBOOKS = """
            Rosewood Heating LLC,,,,,
            Customer Contact List,,,,,

            Customer full name,Phone numbers,Email,Full name,Bill address,Ship address
            Beta Heating,Phone:(937) 555-0131 Mobile:(937) 555-0132,uma4@example.com,Uma Four,"22 Oak St
            Dayton, OH 45402","24 Oak St
            Dayton, OH 45402-1234"
            Val Five,Phone:937-555-0133,,Val Five,"Val Five
            26 Oak St
            Dayton OH 45402",

            "Tuesday, Mar 31, 2026 08:15 AM GMT-05:00"
            """;

    @Test
    void quickBooksDesktop() {
        assertThat(customers(
                        """
                        ,Active Status,Customer,Balance,Balance Total,Company,Mr./Ms./...,First Name,M.I.,Last Name,Primary Contact,Main Phone,Fax,Alt. Phone,Secondary Contact,Job Title,Main Email,Bill to 1,Bill to 2,Bill to 3,Bill to 4,Bill to 5,Ship to 1,Ship to 2,Ship to 3,Ship to 4,Ship to 5,Customer Type
                        ,Active,"Six, Uma",0.00,0.00,,Ms.,Uma,J,Six,Uma Six,937-555-0141,937-555-0142,937-555-0143,,,uma6@example.com,Uma Six,28 Oak St,"Dayton, OH 45402",,,,,,,,Retail
                        """,
                        "Column 1",
                        "Active Status",
                        "Balance",
                        "Balance Total",
                        "Mr./Ms./...",
                        "Secondary Contact",
                        "Job Title"))
                .containsExactly(
                        "Uma J Six, Residential, 28 Oak St, Dayton, OH, 45402",
                        " at Uma J Six, 28 Oak St, Dayton, OH, 45402",
                        " Email uma6@example.com",
                        " Fax 937-555-0142",
                        " Phone 937-555-0141",
                        " Phone 937-555-0143");
    }

    @Test
    void hubSpot() {
        assertThat(leads("""
                        Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Contact owner,Lead Status,Create Date,Associated Company,Street Address,City,State/Region,Postal Code,Country/Region
                        1,Uma,Seven,uma7@example.com,937-555-0151,937-555-0152,Pat,New,2026-01-02 10:00,Gamma Inc,30 Oak St,Dayton,OH,45402,United States
                        """, "Record ID", "Contact owner", "Create Date"))
                .containsExactly(
                        "Uma Seven, 937-555-0151, uma7@example.com, 30 Oak St, Dayton, OH, 45402, Lead Status: New / Company: Gamma Inc"
                                + " / Other numbers: 937-555-0152");
    }

    @Test
    void salesforce() {
        assertThat(leads("""
                        Salutation,First Name,Last Name,Title,Mailing Street,Mailing City,Mailing State/Province,Mailing Zip/Postal Code,Mailing Country,Phone,Mobile,Home Phone,Fax,Email,Account Owner,Account Name
                        Ms.,Uma,Eight,Owner,32 Oak St,Dayton,OH,45402,USA,,(937) 555-0161,,937-555-0162,uma8@example.com,Pat,Delta Inc
                        """, "Salutation", "Title", "Account Owner"))
                .containsExactly(
                        "Uma Eight, (937) 555-0161, uma8@example.com, 32 Oak St, Dayton, OH, 45402, Fax: 937-555-0162 / Company: Delta Inc");
    }

    @Test
    void googleContacts() {
        assertThat(customers("""
                        Name,Given Name,Additional Name,Family Name,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Organization 1 - Name
                        Uma Nine,Uma,Lee,Nine,Dog,Vip ::: * myContacts,* Home,uma9@example.com,Mobile,937-555-0171 ::: 937-555-0172,Work Fax,937-555-0173,Home,"34 Oak St
                        Dayton, OH 45402",34 Oak St,Dayton,,OH,45402,US,
                        """, "E-mail 1 - Type", "Address 1 - Type", "Address 1 - Formatted", "Address 1 - PO Box"))
                .containsExactly(
                        "Uma Lee Nine, Residential, 34 Oak St, Dayton, OH, 45402",
                        " at Uma Lee Nine, 34 Oak St, Dayton, OH, 45402",
                        " Email uma9@example.com",
                        " Fax 937-555-0173",
                        " MobilePhone 937-555-0171",
                        " MobilePhone 937-555-0172",
                        " note Dog",
                        " tag VIP");
    }

    @Test
    void googleContactsSince2024() {
        assertThat(leads("""
                        First Name,Middle Name,Last Name,Organization Name,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value
                        Uma,J.,Ten,,Dog,* myContacts,* Home,uma10@example.com,Work,937-555-0181,Mobile,937-555-0182
                        """, "E-mail 1 - Label"))
                .containsExactly(
                        "Uma J. Ten, 937-555-0181, uma10@example.com, Dog / Phone: Work / Other numbers: 937-555-0182");
    }

    @Test
    void outlook() {
        assertThat(customers("""
                        First Name,Middle Name,Last Name,Company,Job Title,Business Street,Business Street 2,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home Street 2,Home City,Home State,Home Postal Code,Home Country/Region,Other Street,Other City,Business Fax,Business Phone,Business Phone 2,Home Phone,Mobile Phone,Primary Phone,E-mail Address,E-mail 2 Address,Notes,Categories
                        Uma,Lee,Eleven,,,1 Work Rd,Suite 5,Dayton,OH,45402,USA,36 Oak St,,Dayton,OH,45402,USA,,,937-555-0191,937-555-0192,,,937-555-0193,,uma11@example.com,u11@example.com,Dog,VIP;* myContacts
                        """, "Job Title"))
                .containsExactly(
                        "Uma Lee Eleven, Residential, 36 Oak St, Dayton, OH, 45402",
                        " at Uma Lee Eleven, 1 Work Rd, Suite 5, Dayton, OH, 45402",
                        " at Uma Lee Eleven, 36 Oak St, Dayton, OH, 45402",
                        " Email u11@example.com",
                        " Email uma11@example.com",
                        " Fax 937-555-0191",
                        " MobilePhone 937-555-0193",
                        " Phone 937-555-0192",
                        " note Dog",
                        " tag VIP");
    }

    @Test
    void thunderbird() {
        assertThat(leads("""
                        First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Home Address 2,Home City,Home State,Home ZipCode,Home Country,Work Address,Work City,Organization,Notes
                        Uma,Twelve,Uma Twelve,,uma12@example.com,,,,937-555-0201,,,,38 Oak St,Apt 4,Dayton,OH,45402,USA,,,,Dog
                        """, "Nickname", "Screen Name", "Pager Number"))
                .containsExactly(
                        "Uma Twelve, 937-555-0201, uma12@example.com, 38 Oak St, Apt 4, Dayton, OH, 45402, Dog");
    }

    @Test
    void xero() {
        assertThat(customers("""
                        *ContactName,AccountNumber,EmailAddress,FirstName,LastName,POAttentionTo,POAddressLine1,POAddressLine2,POAddressLine3,POAddressLine4,POCity,PORegion,POPostalCode,POCountry,SAAttentionTo,SAAddressLine1,SAAddressLine2,SAAddressLine3,SAAddressLine4,SACity,SARegion,SAPostalCode,SACountry,PhoneNumber,FaxNumber,MobileNumber,DDINumber,SkypeName
                        Epsilon Ltd,,uma13@example.com,Uma,Thirteen,,PO Box 13,,,,Dayton,OH,45401,USA,,40 Oak St,,,,Dayton,OH,45402,USA,937-555-0211,,,937-555-0212,
                        """, "POAttentionTo", "SAAttentionTo", "SkypeName"))
                .containsExactly(
                        "Epsilon Ltd, Commercial, PO Box 13, Dayton, OH, 45401",
                        " at Epsilon Ltd, 40 Oak St, Dayton, OH, 45402",
                        " Email uma13@example.com",
                        " Phone 937-555-0211",
                        " Phone 937-555-0212",
                        " person Uma Thirteen");
    }

    @Test
    void facebook() {
        assertThat(leads(
                        """
                        id,created_time,ad_id,ad_name,adset_id,adset_name,campaign_id,campaign_name,form_id,form_name,is_organic,platform,what_do_you_need?,full_name,email,phone_number,city,zip_code,lead_status
                        l:1,2026-05-01T10:00:00-05:00,ag:2,Spring,as:3,All,c:4,Spring,f:5,Form,false,fb,tune_up,Uma Fourteen,uma14@example.com,p:+19375550221,Dayton,z:45402,CREATED
                        """,
                        "id",
                        "created_time",
                        "ad_id",
                        "ad_name",
                        "adset_id",
                        "adset_name",
                        "campaign_id",
                        "campaign_name",
                        "form_id",
                        "form_name",
                        "is_organic",
                        "platform",
                        "lead_status"))
                .containsExactly(
                        "Uma Fourteen, +19375550221, uma14@example.com, Dayton, 45402, what do you need? tune_up");
    }

    /** No heading row is public: these are the names of the fields that it sends to partners. */
    @Test
    void angi() {
        assertThat(leads("""
                        FirstName,LastName,PhoneNumber,Email,AddressFirstLine,AddressSecondLine,City,State,PostalCode,Category,Urgency,Description
                        Uma,Fifteen,(937) 555-0231,uma15@example.com,42 Oak St,,Dayton,OH,45402,HVAC,This week,Furnace is loud
                        """))
                .containsExactly(
                        "Uma Fifteen, (937) 555-0231, uma15@example.com, 42 Oak St, Dayton, OH, 45402, Furnace is loud / Category: HVAC");
    }
}
