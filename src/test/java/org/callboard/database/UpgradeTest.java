package org.callboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept by an older Callboard is kept by this one. */
class UpgradeTest {

    private static final String RECORDS_OF_18 = """
            set callboard.tenant = '1';
            insert into tenant (tenant_id, name, created_on, modified_on) values (1, 'Acme', now(), now());
            insert into customer (tenant_id, id, name, street, city, state, zip, country, created_on, modified_on)
            values (1, 11, 'Ada', '12 Oak St', 'Dayton', 'OH', '45402', 'USA', now(), now());
            insert into location
                (tenant_id, id, customer_id, name, street, city, state, zip, country, created_on, modified_on)
            values (1, 21, 11, 'Ada', '12 Oak St', 'Dayton', 'OH', '45402', 'USA', now(), now());
            insert into contact_entry
                (tenant_id, owner_kind, owner_id, id, type, value, normalized, active, created_on, modified_on)
            values (1, 'customer', 11, 31, 'Phone', '937-555-0142 / 937-555-0143', '+19375550142', true, now(), now()),
                (1, 'customer', 11, 32, 'Email', 'Ada@example.com', 'ada@example.com', true, now(), now()),
                (1, 'customer', 11, 33, 'Phone', '937-555-0144', '+19375550144', false, now(), now()),
                (1, 'customer', 11, 34, 'Phone', '911 or so', null, true, now(), now()),
                (1, 'customer', 11, 35, 'Phone', 'asdf', null, true, now(), now()),
                (1, 'customer', 11, 36, 'Email', '937-555-0145', '+19375550145', true, now(), now()),
                (1, 'location', 21, 37, 'Fax', '(937) 555-0142', '+19375550142', true, now(), now()),
                (1, 'location', 21, 38, 'Phone', '5550142', '5550142', true, now(), now());
            insert into booking_provider_tag (tenant_id, id, tag_name, description, created_on, modified_on)
            values (1, 41, 'Web', '', now(), now());
            insert into booking
                (tenant_id, id, booking_provider_id, external_id, source, name, summary, created_on, modified_on)
            values (1, 42, 41, 'a', 'Web', 'Ada', '', now(), now());
            insert into booking_contact (tenant_id, id, booking_id, type, value, normalized, modified_on)
            values (1, 43, 42, 'MobilePhone', '937 555 0142', '+19375550142', now()),
                (1, 44, 42, 'Email', 'AL@EXAMPLE', null, now());
            insert into campaign (tenant_id, id, name, created_on, modified_on) values (1, 51, 'Web', now(), now());
            insert into lead (tenant_id, id, capture_source, campaign_id, follow_up_date, lead_phone, lead_phone_normalized,
                lead_email, created_on, modified_on)
            values (1, 52, 'Api', 51, now(), '937.555.0142', '+19375550142', 'Ada@Example.com', now(), now()),
                (1, 53, 'Api', 51, now(), null, null, null, now(), now());
            insert into contact (tenant_id, id, number, created_on, modified_on)
            values (1, '00000000-0000-0000-0000-000000000001', 61, now(), now());
            insert into contact_method (tenant_id, id, contact_id, type, value, normalized, created_on, modified_on)
            values (1, '00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001', 'Phone',
                '9375550142', '+19375550142', now(), now());
            """;

    private static final String RECORDS_OF_28 = """
            set callboard.tenant = '1';
            insert into tenant (tenant_id, name, created_on, modified_on) values (1, 'Acme', now(), now());
            insert into customer (tenant_id, id, name, street, city, state, zip, country, created_on, modified_on)
            values (1, 11, 'Dayton', '12 Oak', 'Dayton', 'OH', '45402', 'USA', now(), now());
            insert into location
                (tenant_id, id, customer_id, name, street, city, state, zip, country, created_on, modified_on)
            values (1, 21, 11, '!', '', '', '', '', '', now(), now());
            insert into customer_word (tenant_id, customer_id, field, word)
            values (1, 11, 'n', 'dayton'), (1, 11, 's', '12'), (1, 11, 's', 'oak'), (1, 11, 'hs', '12 oak'),
                (1, 11, 'u', '4'), (1, 11, 'c', 'dayton'), (1, 11, 't', 'oh'), (1, 11, 'z', '45402'), (1, 11, 'y', 'us');
            insert into customer_vocabulary (tenant_id, field, word)
            values (1, 'n', 'dayton'), (1, 's', 'oak'), (1, 'c', 'dayton'), (1, 't', 'oh'), (1, 'z', '45402');
            insert into contact_point
                (tenant_id, owner_kind, owner_id, entry_id, position, email, form, extension, attaches)
            values (1, 'customer', 11, 31, 0, false, '+19375550142', '', true),
                (1, 'customer', 11, 32, 0, true, 'ada.lee@example.com', '', true),
                (1, 'lead', 52, 1, 0, false, '+19375550142', '', true);
            """;

    private static final String RECORDS_OF_32 = """
            set callboard.tenant = '1';
            insert into tenant (tenant_id, name, created_on, modified_on) values (1, 'Acme', now(), now());
            insert into customer
                (tenant_id, id, active, merged_to_id, name, street, city, state, zip, country, created_on, modified_on)
            values (1, 11, true, null, 'Ada', '12 Oak', 'Dayton', 'OH', '45402', 'USA', now(), now()),
                (1, 12, false, 11, 'A. Lee', '12 Oak', 'Dayton', 'OH', '45402', 'USA', now(), now());
            insert into location (tenant_id, id, active, merged_to_id, customer_id, name, street, city, state, zip, country,
                created_on, modified_on)
            values (1, 21, true, null, 11, 'Ada', '12 Oak', 'Dayton', 'OH', '45402', 'USA', now(), now()),
                (1, 22, false, 21, 11, 'Ada', '12 Oak', 'Dayton', 'OH', '45402', 'USA', now(), now());
            insert into contact_entry (tenant_id, owner_kind, owner_id, id, type, value, created_on, modified_on)
            values (1, 'customer', 11, 31, 'Phone', '9375550142', now(), now()),
                (1, 'location', 21, 32, 'Phone', '9375550142', now(), now());
            insert into location_owner_history (tenant_id, location_id, until_on, customer_id) values (1, 21, now(), 12);
            """;

    /** The technician was told of when they were added. */
    private static final String RECORDS_OF_34 = """
            set callboard.tenant = '1';
            insert into tenant (tenant_id, name, created_on, modified_on) values (1, 'Acme', now(), now());
            insert into business_unit (tenant_id, id, name, created_on, modified_on)
            values (1, 61, 'Heating', now(), '2026-11-01T12:00Z');
            insert into job_type (tenant_id, id, name, created_on, modified_on) values (1, 62, 'Repair', now(), now());
            insert into campaign (tenant_id, id, name, created_on, modified_on) values (1, 63, 'Web', now(), now());
            insert into tag_type (tenant_id, id, name, created_on, modified_on)
            values (1, 64, 'VIP', now(), '2026-11-01T12:00Z');
            insert into employee (tenant_id, id, name, role, created_on, modified_on)
            values (1, 101, 'Dana Reed', 'CSR', now(), '2026-11-01T12:00Z');
            insert into technician (tenant_id, id, name, created_on, modified_on)
            values (1, 65, 'Sam Lee', now(), '2026-11-01T12:00Z');
            insert into change (tenant_id, record_kind, record_id, action, actor_kind, actor_id, actor_name, happened_on, fields)
            values (1, 'technician', 65, 'created', 'user', 101, 'Dana Reed', now(), '[]'),
                (1, 'user', 101, 'created', 'user', 101, 'Dana Reed', now(), '[]');
            insert into customer (tenant_id, id, name, street, city, state, zip, country, created_on, modified_on)
            values (1, 11, 'Ada', '12 Oak St', 'Dayton', 'OH', '45402', 'USA', now(), now());
            insert into location
                (tenant_id, id, customer_id, name, street, city, state, zip, country, created_on, modified_on)
            values (1, 21, 11, 'Ada', '12 Oak St', 'Dayton', 'OH', '45402', 'USA', now(), now());
            insert into job (tenant_id, id, customer_id, location_id, business_unit_id, job_type_id, campaign_id, priority,
                status, created_on, modified_on)
            values (1, 71, 11, 21, 61, 62, 63, 'Normal', 'Scheduled', now(), now());
            insert into appointment (tenant_id, id, job_id, number, start_on, end_on, status, created_on, modified_on)
            values (1, 81, 71, 1, '2026-12-01T14:00Z', '2026-12-01T16:00Z', 'Done', now(), '2026-11-02T12:00Z'),
                (1, 82, 71, 2, '2026-12-02T14:00Z', '2026-12-02T16:00Z', 'Scheduled', now(), '2026-11-03T12:00Z');
            """;

    @TempDir
    private Path directory;

    @Test
    void contactsAreFoundAsBefore() throws Exception {
        DatabaseSettings settings = new DatabaseSettings(directory, Server.emptyDatabase("upgraded"));
        Database.asOwner(settings, "18", connection -> {
            execute(connection, RECORDS_OF_18);
            return 0;
        });
        List<String> points = new ArrayList<>();
        Database.asOwner(settings, "19", connection -> {
            execute(connection, "set callboard.tenant = '1'");
            points.addAll(texts(connection, """
                    select concat_ws(' ', owner_kind, owner_id, entry_id, case when email then 'mail' end, form, attaches)
                    from contact_point order by 1
                    """));
            points.addAll(texts(connection, "select 'version ' || version from understanding"));
            points.addAll(texts(connection, """
                    select 'open: ' || relname from pg_class where relrowsecurity and not relforcerowsecurity
                    """));
            return 0;
        });
        assertThat(points)
                .containsExactly(
                        "booking 42 43 +19375550142 t",
                        "booking 42 44 mail al@example f",
                        "contact 61 1001 +19375550142 t",
                        "customer 11 31 +19375550142 t",
                        "customer 11 32 mail ada@example.com t",
                        "customer 11 34 911 f",
                        "customer 11 36 +19375550145 t",
                        "lead 52 1 +19375550142 t",
                        "lead 52 2 mail ada@example.com t",
                        "location 21 37 +19375550142 t",
                        "location 21 38 5550142 f",
                        "version 0");
    }

    /** Words with their fields and contacts of the tables of before are the documents of now. */
    @Test
    void recordsAreFoundByWhatTheyWereFoundByBefore() throws Exception {
        DatabaseSettings settings = new DatabaseSettings(directory, Server.emptyDatabase("upgraded"));
        Database.asOwner(settings, "28", connection -> {
            execute(connection, RECORDS_OF_28);
            return 0;
        });
        List<String> documents = new ArrayList<>();
        Database.asOwner(settings, "29", connection -> {
            execute(connection, "set callboard.tenant = '1'");
            documents.addAll(texts(connection, """
                    select concat_ws(' ', kind, id, words, '|', contacts) from search_document order by kind, id
                    """));
            documents.addAll(texts(connection, "select 'word ' || word from search_word order by word"));
            documents.addAll(texts(connection, "select 'version ' || version from understanding"));
            documents.addAll(texts(connection, """
                    select 'open: ' || relname from pg_class where relrowsecurity and not relforcerowsecurity
                    """));
            return 0;
        });
        assertThat(documents)
                .containsExactly(
                        "customer 11 'c1:#4' 'c1:@0' 'c1:c:dayton' 'c1:n:dayton' 'c1:s:12' 'c1:s:oak' 'c1:t:oh' 'c1:y:us' 'c1:z:45402' |"
                                + " 'c1:e:ada.lee@example.com' 'c1:e:example.com' 'c1:e:lee@example.com' 'c1:p:19375550142'"
                                + " 'c1:p:5550142' 'c1:p:9375550142' 'c1:r:24105557391' 'c1:x:moc.elpmaxe@eel.ada'",
                        "location 21 'l1:@0' | ",
                        "word dayton",
                        "word oak",
                        "version 1",
                        "open: search_document");
    }

    /** The first of them is what calls about a job were dismissed for, however it was written. */
    @Test
    void theReasonOfCallsAboutAJobIsKnownWhateverItIsCalledThen() throws Exception {
        DatabaseSettings settings = new DatabaseSettings(directory, Server.emptyDatabase("reasons"));
        Database.asOwner(settings, "43", connection -> {
            execute(connection, """
                    set callboard.tenant = '1';
                    insert into tenant (tenant_id, name, created_on, modified_on) values (1, 'Alpine', now(), now());
                    insert into call_reason (tenant_id, id, name, is_lead, created_on, modified_on)
                    values (1, 1, 'Existing job', true, now(), now()), (1, 2, 'Existing jobs', false, now(), now()),
                        (1, 3, 'existing Job 2', false, now(), now()), (1, 4, 'Existing job 3', false, now(), now());
                    """);
            return 0;
        });
        List<String> marked = new ArrayList<>();
        Database.asOwner(settings, "44", connection -> {
            execute(connection, "set callboard.tenant = '1'");
            marked.addAll(texts(connection, "select id::text from call_reason where for_existing_job"));
            return 0;
        });
        assertThat(marked).containsExactly("3");
    }

    @Test
    void locationsAreFoundByTheirDoorsAsBefore() throws Exception {
        DatabaseSettings settings = new DatabaseSettings(directory, Server.emptyDatabase("doors"));
        Database.asOwner(settings, "18", connection -> {
            execute(connection, RECORDS_OF_18);
            return 0;
        });
        Database.asOwner(settings, "28", connection -> {
            execute(connection, """
                    set callboard.tenant = '1';
                    update location set zip = '45402-1234';
                    insert into location
                        (tenant_id, id, customer_id, name, street, city, state, zip, country, created_on, modified_on)
                    values (1, 22, 11, 'Ada', '9 Elm St', 'Dayton', 'OH', '', '', now(), now());
                    insert into location_word (tenant_id, location_id, field, word)
                    values (1, 21, 'hs', '12 oak'), (1, 21, 'c', 'dayton'), (1, 22, 'hs', '9 elm');
                    """);
            return 0;
        });
        List<String> doors = new ArrayList<>();
        Database.asOwner(settings, "30", connection -> {
            execute(connection, "set callboard.tenant = '1'");
            doors.addAll(texts(
                    connection, "select concat_ws('/', door, postcode, location_id) from location_door order by 1"));
            return 0;
        });
        assertThat(doors).containsExactly("12 oak/45402/21", "9 elm//22");
    }

    /** Merged by hand, before there was merging: whole ones stay, and whoever is not can't be guessed. */
    @Test
    void recordsThatWereMergedStayMerged() throws Exception {
        DatabaseSettings settings = new DatabaseSettings(directory, Server.emptyDatabase("merged"));
        Database.asOwner(settings, "32", connection -> {
            execute(connection, RECORDS_OF_32);
            return 0;
        });
        List<String> live = new ArrayList<>();
        Database.asOwner(settings, "33", connection -> {
            execute(connection, "set callboard.tenant = '1'");
            live.addAll(texts(connection, """
                    select concat_ws(' ', 'customer', id, live_id, merged_to_id) from customer
                    union all
                    select concat_ws(' ', 'location', id, live_id, merged_to_id) from location
                    order by 1
                    """));
            live.addAll(texts(connection, """
                    select 'open: ' || relname from pg_class where relrowsecurity and not relforcerowsecurity
                    """));
            live.addAll(texts(connection, """
                    select 'not held: ' || conname from pg_constraint where contype = 'f' and not convalidated
                    """));
            return 0;
        });
        assertThat(live)
                .containsExactly(
                        "customer 11 11",
                        "customer 12 11",
                        "location 21 21",
                        "location 22 21",
                        "open: search_document");
    }

    @Test
    void whatWasMergedByHalfStopsTheUpgradeAndIsNamed() throws Exception {
        DatabaseSettings settings = new DatabaseSettings(directory, Server.emptyDatabase("half_merged"));
        Database.asOwner(settings, "32", connection -> {
            execute(connection, RECORDS_OF_32);
            execute(connection, """
                    insert into customer (tenant_id, id, active, merged_to_id, name, street, city, state, zip, country,
                        created_on, modified_on)
                    values (1, 13, true, 12, 'Ada', '', '', '', '', '', now(), now());
                    insert into note (tenant_id, owner_kind, owner_id, text, created_on, modified_on)
                    values (1, 'customer', 12, 'Dog', now(), now()), (1, 'location', 22, 'Dog', now(), now());
                    update location set customer_id = 12 where id = 21;
                    """);
            return 0;
        });
        assertThatThrownBy(() -> Database.asOwner(settings, "33", connection -> 0))
                .rootCause()
                .hasMessageContaining("Customer 12 of company 1 still has locations."
                        + " Customer 12 of company 1 still has notes."
                        + " Customer 13 of company 1 is still active."
                        + " Customer 13 of company 1 names 12, which was merged itself."
                        + " Location 22 of company 1 still has notes.")
                .hasMessageContaining("Empty their merged_to_id");
    }

    @Test
    void companiesHaveReasonsToCancelAndToHold() throws Exception {
        DatabaseSettings settings = new DatabaseSettings(directory, Server.emptyDatabase("reasons"));
        Database.asOwner(settings, "33", connection -> {
            execute(connection, """
                    set callboard.tenant = '1';
                    insert into tenant (tenant_id, name, created_on, modified_on) values (1, 'Acme', now(), now());
                    """);
            return 0;
        });
        List<String> reasons = new ArrayList<>();
        Database.asOwner(settings, "34", connection -> {
            execute(connection, "set callboard.tenant = '1'");
            reasons.addAll(texts(connection, "select name from job_cancel_reason where booked_by_mistake"));
            reasons.addAll(texts(connection, "select count(*) || ' ' || max(tenant_id) from job_cancel_reason"));
            reasons.addAll(texts(connection, "select count(*) || ' ' || max(tenant_id) from job_hold_reason"));
            reasons.addAll(texts(connection, """
                    select 'open: ' || relname from pg_class where relrowsecurity and not relforcerowsecurity
                    """));
            return 0;
        });
        assertThat(reasons).containsExactly("Booked by mistake", "10 1", "5 1", "open: search_document");
    }

    /** Whoever keeps a copy gets what was there before there was a feed of it. */
    @Test
    void aLeadThatWasMadeOfACallSaysSo() throws Exception {
        DatabaseSettings settings = new DatabaseSettings(directory, Server.emptyDatabase("leads_of_calls"));
        Database.asOwner(settings, "40.1", connection -> {
            execute(connection, """
                    set callboard.tenant = '1';
                    insert into tenant (tenant_id, name, created_on, modified_on) values (1, 'Acme', now(), now());
                    insert into campaign (tenant_id, id, name, created_on, modified_on) values (1, 51, 'Web', now(), now());
                    insert into call (tenant_id, id, direction, received_on, desk, closed_on, created_on, modified_on)
                    values (1, 61, 'Inbound', now(), 'Lead', now(), now(), now());
                    insert into lead (tenant_id, id, capture_source, campaign_id, follow_up_date, call_id, created_on,
                        modified_on)
                    values (1, 52, 'Calls', 51, now(), 61, now(), now()), (1, 53, 'Calls', 51, now(), null, now(), now()),
                        (1, 54, 'Hand', 51, now(), 61, now(), now());
                    """);
            return 0;
        });
        List<String> sources = new ArrayList<>();
        Database.asOwner(settings, "41.1", connection -> {
            execute(connection, "set callboard.tenant = '1'");
            sources.addAll(texts(connection, "select capture_source from lead order by id"));
            return 0;
        });
        assertThat(sources).containsExactly("Call", "Calls", "Hand");
    }

    @Test
    void appointmentsAndSettingsThatAreThereAlreadyAreInTheirFeeds() throws Exception {
        DatabaseSettings settings = new DatabaseSettings(directory, Server.emptyDatabase("feeds"));
        Database.asOwner(settings, "34", connection -> {
            execute(connection, RECORDS_OF_34);
            return 0;
        });
        List<String> changes = new ArrayList<>();
        Database.asOwner(settings, "35.2", connection -> {
            execute(connection, "set callboard.tenant = '1'");
            changes.addAll(texts(connection, """
                    select concat_ws(' ', tenant_id, record_kind, record_id, action, actor_kind, actor_id, actor_name,
                        happened_on at time zone 'UTC', fields)
                    from change where actor_kind = 'system' order by sequence
                    """));
            changes.addAll(texts(connection, """
                    select 'open: ' || relname from pg_class where relrowsecurity and not relforcerowsecurity
                    """));
            return 0;
        });
        String appointment = "1 appointment %d created system Callboard 2026-11-0%d 12:00:00"
                + " [{\"name\": \"jobId\", \"after\": 71, \"before\": null}]";
        String setting =
                "1 %s created system Callboard 2026-11-01 12:00:00 [{\"name\": \"name\", \"after\": \"%s\", \"before\": null}]";
        assertThat(changes)
                .containsExactly(
                        appointment.formatted(81, 2),
                        appointment.formatted(82, 3),
                        setting.formatted("business-unit 61", "Heating"),
                        setting.formatted("employee 101", "Dana Reed"),
                        setting.formatted("tag-type 64", "VIP"),
                        "open: search_document");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
